import Database from 'better-sqlite3';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { computeScores } from '../../src/jobs/measure/measure-period.ts';
import { verifyStore } from '../../src/jobs/verify/verify-store.ts';
import type { Suspicion } from '../../src/model/detection/suspicion.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { closeStore, type Store } from '../../src/store/open.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { dataMarkOf } from '../../src/store/read/results/data-mark.ts';
import { sideDigests } from '../../src/store/read/side-digests.ts';
import {
  detectedData,
  flaggedRatingKeys,
  keptDetection,
  listSuspicions,
  recordsOfSuspicion,
  suspicionById,
  suspicionCounts,
} from '../../src/store/read/detection/suspicions.ts';
import { replaceSuspicions } from '../../src/store/write/suspicions.ts';
import {
  aRating,
  aService,
  caseNumber,
  collect,
  collectSources,
  knowledge,
  mistakeOf,
  permit,
  simulate,
  sourceOf,
  useScratch,
} from '../builders.ts';

const scratch = useScratch();

const suspicion = (given: Partial<Suspicion> = {}): Suspicion => ({
  ...{
    detector: 'speed',
    unit: 3,
    office: null,
    month: null,
    p: 0.01,
    observed: 5,
    expected: 1.5,
    of: 20,
    keys: [],
  },
  ...given,
});
const write = (store: Store, suspicions: Iterable<Suspicion>): void => {
  replaceSuspicions(store, { data: detectedData(store), programVersion: 'test', budget: 0.05 }, suspicions);
};
const pagesOf = (store: Store, detector: string, limit: number, unit?: number): (number | null)[] => {
  const found: (number | null)[] = [];
  for (let after: number | undefined; ;) {
    const page = listSuspicions(store, {
      detector,
      limit,
      ...(unit === undefined ? {} : { unit }),
      ...(after === undefined ? {} : { after }),
    });
    found.push(...page.map(({ p }) => p));
    after = page.at(-1)?.id;
    if (page.length < limit) return found;
  }
};

describe('suspicions that are kept', () => {
  it('are read as they were written', () => {
    const store = scratch.store();
    expect(keptDetection(store)).toBeUndefined();
    expect(suspicionCounts(store)).toEqual([]);
    const one = suspicion({ office: 7, keys: [2 ** 52 + 1, 40, 12] });
    const month = suspicion({ detector: 'silence', office: 7, month: 302, p: null });
    write(store, [one, month]);
    expect(keptDetection(store)).toEqual({
      data: detectedData(store),
      programVersion: 'test',
      budget: 0.05,
      isCurrent: true,
    });
    const { keys, ...said } = one;
    const [found] = listSuspicions(store, { detector: 'speed', limit: 9 });
    expect(found).toEqual({ ...said, id: 1, records: 3 });
    expect(suspicionById(store, 1)).toEqual(found);
    expect(suspicionById(store, 9)).toBeUndefined();
    expect(recordsOfSuspicion(store, 1, { limit: 9 })).toEqual(keys.toSorted((a, b) => a - b));
    expect(recordsOfSuspicion(store, 1, { limit: 1, after: 12 })).toEqual([40]);
    expect(suspicionById(store, 2)).toMatchObject({ detector: 'silence', month: 302, p: null, records: 0 });
  });

  it('come the most suspicious first: broken rules, then by chance, page by page', () => {
    const store = scratch.store();
    const chances = [0.2, null, 0.01, 0.01, null, 0.5, 0, 0.01];
    write(store, [
      ...chances.map((p, i) => suspicion({ p, unit: i % 2 })),
      suspicion({ detector: 'other', p: 0.001 }),
    ]);
    const order = [null, null, 0, 0.01, 0.01, 0.01, 0.2, 0.5];
    for (const limit of [1, 2, 3, 8, 100]) expect(pagesOf(store, 'speed', limit)).toEqual(order);
    expect(pagesOf(store, 'speed', 2, 1)).toEqual([null, 0.01, 0.01, 0.5]);
    expect(listSuspicions(store, { detector: 'speed', limit: 9 }).map(({ id }) => id)).toEqual([
      2, 5, 7, 3, 4, 8, 1, 6,
    ]);
    expect(pagesOf(store, 'unknown', 5)).toEqual([]);
    expect(listSuspicions(store, { detector: 'speed', limit: 9, after: 999 })).toEqual([]);
  });

  it('are counted by detector and unit, a record that several of them flag once', () => {
    const store = scratch.store();
    write(store, [
      suspicion({ unit: 2, keys: [10, 12] }),
      suspicion({ unit: 2, keys: [12, 14] }),
      suspicion({ unit: 1, keys: [20] }),
      suspicion({ detector: 'silence', unit: 1, month: 300 }),
    ]);
    expect(suspicionCounts(store)).toEqual([
      { detector: 'silence', unit: 1, suspicions: 1, months: 1, records: 0 },
      { detector: 'speed', unit: 1, suspicions: 1, months: 0, records: 1 },
      { detector: 'speed', unit: 2, suspicions: 2, months: 0, records: 3 },
    ]);
  });

  it('take the place of those of an earlier detection, or leave them where they fail', () => {
    const store = scratch.store();
    write(store, [suspicion({ keys: [2, 4] }), suspicion({ detector: 'other' })]);
    write(store, [suspicion({ keys: [6] })]);
    expect(suspicionCounts(store)).toEqual([
      { detector: 'speed', unit: 3, suspicions: 1, months: 0, records: 1 },
    ]);
    expect(recordsOfSuspicion(store, 1, { limit: 9 })).toEqual([6]);
    const failing = function* (): Iterable<Suspicion> {
      yield suspicion({ keys: [8] });
      throw new Error('the detector broke');
    };
    expect(() => {
      write(store, failing());
    }).toThrow('the detector broke');
    expect(recordsOfSuspicion(store, 1, { limit: 9 })).toEqual([6]);
    write(store, []);
    expect(suspicionCounts(store)).toEqual([]);
    expect(keptDetection(store)).toBeDefined();
  });

  it('are many within a second', () => {
    const store = scratch.store();
    const begun = performance.now();
    write(
      store,
      Array.from({ length: 50_000 }, (_, i) => suspicion({ p: i / 50_000, keys: [4 * i, 4 * i + 2] })),
    );
    // Some tenths of a second where nothing else runs.
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(suspicionCounts(store)).toMatchObject([{ suspicions: 50_000, records: 100_000 }]);
  });
});

describe('a database whose ratings are flagged', () => {
  const flag = (store: Store): number[] => {
    const keys = store.db.prepare<[], number>('SELECT key FROM rating ORDER BY key').pluck().all();
    const refusals = store.db.prepare<[], number>('SELECT id FROM refusal').pluck().all();
    write(store, [
      suspicion({ keys: keys.filter((_, i) => i % 5 === 0) }),
      suspicion({ detector: 'codes', keys: refusals }),
      suspicion({ detector: 'silence', month: 302 }),
    ]);
    return keys;
  };

  it('keeps every digest, row and result, and is found sound', async () => {
    const store = scratch.store();
    await simulate(store, scratch.truth(store));
    await collectSources(store, sourceOf('wrong.ndjson', 'no record\n'));
    const period = parsePeriod('2025-03');
    const state = (): unknown => [
      ...[contentOf(store), sideDigests(store), dataMarkOf(store), computeScores(store, knowledge, period)],
      ...[
        'service',
        'rating',
        'rectification',
        'refusal',
        'measurement',
        'answer',
        'rating_rollup',
        'run',
      ].map((table) => store.db.prepare(`SELECT * FROM ${table}`).raw().all()),
    ];
    const before = state();
    const keys = flag(store);
    expect(state()).toEqual(before);
    const report = await verifyStore(store, knowledge, 'test');
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.checks.at(-1)).toMatchObject({ name: 'suspicions', ok: true });
    expect(flaggedRatingKeys(store, ['speed'])).toEqual(keys.filter((_, i) => i % 5 === 0));
    expect(flaggedRatingKeys(store, ['silence', 'codes', 'unknown'])).toEqual([]);
  });

  it('is not sound where a flag leads to no record', async () => {
    const store = scratch.store();
    await collect(store, [aService(), aRating()]);
    flag(store);
    expect((await verifyStore(store, knowledge, 'test')).ok).toBe(true);
    store.db.exec('INSERT INTO suspicion_record (suspicion, key) VALUES (1, 999999)');
    const { checks, ok } = await verifyStore(store, knowledge, 'test');
    expect(ok).toBe(false);
    expect(checks.flatMap((check) => (check.ok ? [] : [check.name, check.detail.en]))).toEqual([
      'suspicions',
      '2 records flagged, 1 of them not there',
    ]);
  });

  it('says that its records have changed since', async () => {
    const store = scratch.store();
    await collect(store, [aService(), aRating()]);
    flag(store);
    expect(keptDetection(store)!.isCurrent).toBe(true);
    await collect(store, [aService({ projectNo: caseNumber(permit, 1) })]);
    expect(keptDetection(store)!.isCurrent).toBe(false);
    flag(store);
    expect(keptDetection(store)!.isCurrent).toBe(true);
  });

  it('can be read by whoever may not write, and is not written then', async () => {
    const store = scratch.store('flagged.db');
    await collect(store, [aService(), aRating()]);
    const keys = flag(store);
    closeStore(store);
    const reader = scratch.store('flagged.db', { readonly: true });
    expect(keptDetection(reader)!.isCurrent).toBe(true);
    expect(flaggedRatingKeys(reader, ['speed'])).toEqual(keys);
    expect((await mistakeOf(() => flag(reader))).message).toContain('cannot be opened or written');
    expect(flaggedRatingKeys(reader, ['speed'])).toEqual(keys);
  });

  it('may be of a version before flags', async () => {
    const db = new Database(scratch.path('before.db'));
    for (const file of readdirSync('db/migrations').sort())
      if (Number(file.slice(0, 4)) < 14) db.exec(readFileSync(`db/migrations/${file}`, 'utf8'));
    db.pragma('user_version = 13');
    db.close();
    const store = scratch.store('before.db');
    expect(keptDetection(store)).toBeUndefined();
    expect(await verifyStore(store, knowledge, 'test')).toMatchObject({ ok: true });
    write(store, [suspicion()]);
    expect(suspicionCounts(store)).toHaveLength(1);
  });
});
