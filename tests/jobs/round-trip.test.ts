import { beforeAll, describe, expect, it } from 'vitest';
import { recordLines } from '../../src/jobs/export/record-lines.ts';
import { registerLines } from '../../src/national/register-lines.ts';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import { verifyStore } from '../../src/jobs/verify/verify-store.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { printMonth } from '../../src/model/time/time.ts';
import { closeStore, type Store } from '../../src/store/open.ts';
import { ratingCells, serviceCells, tagCells, taskRatingCells } from '../../src/store/read/cells.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { monthsWithData } from '../../src/store/read/months.ts';
import { readRegister } from '../../src/store/read/register.ts';
import { listRefusals } from '../../src/store/read/refusals.ts';
import { readScenario } from '../../src/store/reference.ts';
import {
  aRating,
  aService,
  collect,
  collectSources,
  knowledge,
  shuffled,
  simulate,
  sourceOf,
  useScratch,
} from '../builders.ts';

const scratch = useScratch();

/** What a database holds, as lines. */
interface Lines {
  readonly register: readonly string[];
  readonly records: readonly string[];
}
const linesOf = (store: Store): Lines => ({
  register: [...registerLines(readRegister(store))],
  records: [...recordLines(store, knowledge)],
});
const joined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

let origin: Store;
let lines: Lines;
beforeAll(async () => {
  origin = scratch.store('origin.db');
  const scenario = readScenario('tiny');
  await simulate(origin, scratch.truth(origin), { scenario });
  // Two months, so that periods differ.
  await simulate(origin, scratch.truth(origin), {
    scenario: { ...scenario, from: '2025-04-01', to: '2025-04-30' },
  });
  lines = linesOf(origin);
});

describe('an export', () => {
  it('has a line for each office and item, service, rating and rectification', () => {
    const register = readRegister(origin);
    const { services, ratings, rectifications } = contentOf(origin);
    expect(lines.register.length).toBe(register.offices.length + register.tasks.length);
    expect(lines.records.length).toBe(services + ratings + rectifications);
    const kinds = lines.records.map((line) => (JSON.parse(line) as { kind: string }).kind);
    expect(kinds.filter((kind) => kind === 'service').length).toBe(services);
    expect(kinds.filter((kind) => kind === 'rating').length).toBe(ratings);
  });

  it('says of each record that it is simulated', () => {
    for (const line of lines.records.slice(0, 50)) expect(line).toContain('模拟数据');
  });
});

/** Counts by group, as they are stored. */
const groupsOf = (store: Store): unknown[] =>
  store.db.prepare('SELECT unit, month, grouping, hex(counts) FROM group_rollup ORDER BY 1, 2, 3').all();

describe('an export in another order, collected into an empty database', () => {
  let copy: Store;
  beforeAll(async () => {
    copy = scratch.store('copy.db');
    const records = shuffled(lines.records, 1);
    expect(records).not.toEqual(lines.records);
    const half = Math.floor(records.length / 2);
    const report = await collectSources(
      copy,
      sourceOf('records-2.ndjson', joined(records.slice(half))),
      sourceOf('register.ndjson', joined(shuffled(lines.register, 2))),
      sourceOf('records-1.ndjson', joined(records.slice(0, half))),
    );
    expect(report).toMatchObject({ accepted: records.length, duplicate: 0, conflicting: 0, refused: {} });
  });

  it('is the same database: digest, counts, register', () => {
    expect(contentOf(copy)).toEqual(contentOf(origin));
    expect(groupsOf(copy)).toEqual(groupsOf(origin));
    expect(readRegister(copy)).toEqual(readRegister(origin));
    expect(listRefusals(copy, { limit: 1 })).toEqual([]);
  });

  it('passes every check', async () => {
    expect((await verifyStore(copy, knowledge, 'test')).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('exports the same lines', () => {
    const again = linesOf(copy);
    expect(again.register).toEqual(lines.register);
    expect(again.records).toEqual(lines.records);
  });

  it.each(['2025', '2025-Q1', '2025-Q2', '2025-03', '2025-04'])(
    'has equal cells and the same measurement of %s',
    (label) => {
      const period = parsePeriod(label);
      for (const read of [ratingCells, taskRatingCells, tagCells, serviceCells]) {
        const cells = read(origin, period);
        expect(cells.length).toBeGreaterThan(50);
        expect(read(copy, period)).toEqual(cells);
      }
      const measurement = measurePeriod(origin, knowledge, period);
      expect(measurement.units.filter(({ overall }) => overall !== null).length).toBeGreaterThan(0);
      expect(measurePeriod(copy, knowledge, period)).toEqual(measurement);
    },
  );

  it('has the months of the run', () => {
    expect(monthsWithData(copy).map(printMonth)).toEqual(['2025-03', '2025-04']);
  });

  it('takes it again as duplicates, and stays as it is', async () => {
    const before = contentOf(copy);
    const records = lines.records;
    const report = await collectSources(copy, sourceOf('again.ndjson', joined(records)));
    expect(report).toMatchObject({ accepted: 0, duplicate: records.length, conflicting: 0, refused: {} });
    expect(contentOf(copy)).toEqual(before);
  });
});

describe('a measurement', () => {
  it('is stored, read back while the data stand, and computed anew when they change', async () => {
    const store = scratch.store();
    await collect(store, [aService(), aRating()]);
    const period = parsePeriod('2025');
    const stored = (): unknown => store.db.prepare('SELECT data, document FROM measurement').all();
    const first = measurePeriod(store, knowledge, period);
    const document = stored();
    expect(document).toMatchObject([{ data: first.data }]);
    // What is read back is the stored document, not a second computation.
    const marked = { ...first, version: first.version, units: [] };
    store.db.prepare('UPDATE measurement SET document = ?').run(JSON.stringify(marked));
    expect(measurePeriod(store, knowledge, period).units).toEqual([]);
    await collect(store, [aRating({ assessNumber: 2 })]);
    const second = measurePeriod(store, knowledge, period);
    expect(second.data).not.toBe(first.data);
    expect(second.units.length).toBe(first.units.length);
    expect(stored()).toMatchObject([{ data: second.data }]);
  });

  it('of a database that may not be changed is computed and not stored', async () => {
    const store = scratch.store('sealed.db');
    await collect(store, [aService(), aRating()]);
    const expected = contentOf(store).digest;
    closeStore(store);
    const sealed = scratch.store('sealed.db', { readonly: true });
    expect(measurePeriod(sealed, knowledge, parsePeriod('2025')).data).toBe(expected);
    expect(sealed.db.prepare('SELECT count(*) FROM measurement').pluck().get()).toBe(0);
  });
});
