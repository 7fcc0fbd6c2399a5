import { readFileSync, existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mayRepeat } from '../../src/collect/repeats.ts';
import type { AcceptedKeys } from '../../src/model/record/accepted.ts';
import { newBatch, NO_KEY } from '../../src/model/record/batch.ts';
import { recordLines } from '../../src/jobs/export/record-lines.ts';
import { verifyStore } from '../../src/jobs/verify/verify-store.ts';
import { inventedOrganisationCode, inventedResidentNumber } from '../../src/model/record/identifiers.ts';
import { applicantKind } from '../../src/model/record/applicant-kinds.ts';
import { printCompactDay } from '../../src/model/time/time.ts';
import { closeStore, type Store } from '../../src/store/open.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { listRefusals } from '../../src/store/read/refusals.ts';
import { eachRating, eachService } from '../../src/store/read/rows.ts';
import {
  aRating,
  aService,
  caseNumber,
  collect,
  collectSources,
  knowledge,
  mistakeOf,
  permit,
  shuffled,
  sourceOf,
  text,
  useScratch,
} from '../builders.ts';

const scratch = useScratch();
const refusedIn = (store: Store): unknown[] =>
  listRefusals(store, { limit: 100 }).map(({ kind, reason, line }) => [kind, reason, line]);

describe('a batch checked without reading the store', () => {
  const batchOf = (...keys: number[]) => {
    const batch = newBatch(keys.length, 0);
    batch.services.key.set(keys);
    batch.services.length = keys.length;
    return batch;
  };
  const stored = (key: number): AcceptedKeys => ({
    mayHoldServices: (first, last) => first <= key && key <= last,
    mayHoldRatings: () => false,
  });

  it('may repeat a record whose key lies between its keys, in whatever order they come', () => {
    expect(mayRepeat(batchOf(32, 64), stored(48))).toBe(true);
    expect(mayRepeat(batchOf(64, 32), stored(48))).toBe(true);
    // The second copy of a corrupted record comes last; its case number may be absent.
    expect(mayRepeat(batchOf(32, 64, NO_KEY), stored(48))).toBe(true);
  });

  it('repeats nothing that lies before or after its keys', () => {
    expect(mayRepeat(batchOf(32, 64), stored(80))).toBe(false);
    expect(mayRepeat(batchOf(), stored(80))).toBe(false);
  });
});

describe('a rating', () => {
  it('is accepted before its service when both come in the same call', async () => {
    const store = scratch.store();
    expect(await collect(store, [aRating(), aService()])).toMatchObject({ accepted: 2, refused: {} });
    const other = scratch.store();
    await collect(other, [aService(), aRating()]);
    expect(contentOf(store)).toEqual(contentOf(other));
  });

  it('waits over more lines than are taken at a time', async () => {
    const many = Array.from({ length: 17_000 }, (_, n) => aService({ projectNo: caseNumber(permit, n + 1) }));
    const store = scratch.store();
    expect(await collect(store, [aRating(), ...many, aService()])).toMatchObject({
      accepted: 17_002,
      refused: {},
    });
  });

  it('is accepted after its service came in an earlier call', async () => {
    const store = scratch.store();
    await collect(store, [aService()]);
    expect(await collect(store, [aRating()])).toMatchObject({ accepted: 1, refused: {} });
    expect([...eachRating(store)]).toMatchObject([{ task: 0 }]);
  });

  it('is refused as an orphan only when no service has come by the end', async () => {
    const store = scratch.store();
    await collect(store, [aRating(), aService({ certKey: '' }), aRating({ pf: '' })]);
    expect(refusedIn(store)).toEqual([
      ['service', 'required', 2],
      ['rating', 'orphan', 1],
      ['rating', 'required', 3],
    ]);
    expect(await collect(store, [aService()])).toMatchObject({ accepted: 1 });
    expect(contentOf(store)).toMatchObject({ services: 1, ratings: 0 });
  });

  it('of a refused service finds the one that is accepted after it', async () => {
    const store = scratch.store();
    const wrong = aService({ proChannel: '9' });
    expect(await collect(store, [wrong, aService(), aRating(), wrong])).toMatchObject({
      accepted: 2,
      refused: { 'code-list': 2 },
    });
  });
});

describe('a record that comes again', () => {
  const [service, rating] = [aService(), aRating({ writingEvaluation: '很快' })];

  it.each([
    ['in the same call', [[service, rating, service, rating]]],
    ['with its rating first', [[rating, service, rating, service]]],
    [
      'in a later call',
      [
        [service, rating],
        [rating, service],
      ],
    ],
    [
      'in a later call, with other spelling',
      [
        [service, rating],
        [
          { ...service, serviceNumber: '1' },
          { ...rating, evalDetail: '517,510' },
        ],
      ],
    ],
  ])('%s is a duplicate: counted, neither stored nor refused', async (_, calls) => {
    const store = scratch.store();
    const reports = [];
    for (const records of calls) reports.push(await collect(store, records));
    expect(reports.at(-1)).toMatchObject({ duplicate: 2, conflicting: 0, refused: {} });
    expect(contentOf(store)).toMatchObject({ services: 1, ratings: 1 });
    expect(refusedIn(store)).toEqual([]);
    expect((await verifyStore(store, knowledge, 'test')).ok).toBe(true);
  });

  it.each([
    ['another time', { serviceTime: '2025-03-05 15:00:01' }],
    ['another stage', { serviceName: '受理' }],
    ['another person', { certKey: inventedResidentNumber(12_346, printCompactDay) }],
    ['another channel', { proChannel: '2' }],
  ])('with %s is a conflict, and what stands is kept', async (_, change) => {
    for (const [first, calls] of [
      ['same call', [[service, { ...service, ...change }]]],
      ['later call', [[service], [{ ...service, ...change }]]],
    ] as const) {
      const store = scratch.store();
      const plain = scratch.store();
      await collect(plain, [service]);
      let report;
      for (const records of calls) report = await collect(store, records);
      expect(report, first).toMatchObject({ duplicate: 0, conflicting: 1, refused: {} });
      expect(contentOf(store)).toEqual(contentOf(plain));
      expect(listRefusals(store, { limit: 9 })).toMatchObject([{ reason: 'conflict', field: 'projectNo' }]);
    }
  });

  it.each([
    ['level', { satisfaction: '4', evalDetail: '' }],
    ['tag', { evalDetail: '510' }],
    ['text', { writingEvaluation: '很慢' }],
    ['channel', { pf: '2' }],
    ['time', { assessTime: '2025-03-05 16:00:01' }],
    ['origin', { isdefault: '1' }],
  ])('as a rating of another %s is a conflict', async (_, change) => {
    const store = scratch.store();
    await collect(store, [service, rating]);
    expect(await collect(store, [{ ...rating, ...change }])).toMatchObject({ duplicate: 0, conflicting: 1 });
    expect(contentOf(store).ratings).toBe(1);
  });

  it('as an additional rating is neither', async () => {
    const store = scratch.store();
    expect(await collect(store, [service, rating, { ...rating, assessNumber: 2 }])).toMatchObject({
      accepted: 3,
      duplicate: 0,
    });
  });
});

describe('a refused record', () => {
  it('takes no key: the same case comes again, put right', async () => {
    const store = scratch.store();
    const wrong = aService({ resultDate: '2025-03-01 00:00:00' });
    expect(await collect(store, [wrong, aService()])).toMatchObject({ accepted: 1, conflicting: 0 });
    const bad = aRating({ satisfaction: '1', evalDetail: '' });
    expect(await collect(store, [bad, aRating()])).toMatchObject({ accepted: 1, conflicting: 0 });
    expect(contentOf(store)).toMatchObject({ services: 1, ratings: 1 });
  });
});

describe('a case number of another system', () => {
  const foreign = { projectNo: '370000-甲-20250303-0001' };

  it('keeps its text and can be rated, in this call and later', async () => {
    const store = scratch.store();
    const second = { ...foreign, serviceNumber: 2 };
    await collect(store, [aRating(foreign), aService(foreign), aService(second)]);
    expect(await collect(store, [aRating(second)])).toMatchObject({ accepted: 1, refused: {} });
    const records = [...recordLines(store, knowledge)].map(
      (line) => JSON.parse(line) as Record<string, unknown>,
    );
    expect(records.map(({ kind, projectNo, serviceNumber }) => [kind, projectNo, serviceNumber])).toEqual([
      ['service', foreign.projectNo, 1],
      ['service', foreign.projectNo, 2],
      ['rating', foreign.projectNo, 1],
      ['rating', foreign.projectNo, 2],
    ]);
    expect((await verifyStore(store, knowledge, 'test')).ok).toBe(true);
  });

  it('has the same digest whatever order the cases came in', async () => {
    const numbers = Array.from({ length: 40 }, (_, n) => `0014BGSQ${n}`);
    const records = numbers.flatMap((projectNo) => [aService({ projectNo }), aRating({ projectNo })]);
    const [store, other] = [scratch.store(), scratch.store()];
    await collect(store, records);
    await collect(other, shuffled(records, 3));
    expect(contentOf(other)).toEqual(contentOf(store));
    expect(contentOf(store)).toMatchObject({ services: 40, ratings: 40 });
  });

  it('is a duplicate or a conflict like any other', async () => {
    const store = scratch.store();
    await collect(store, [aService(foreign)]);
    expect(
      await collect(store, [aService(foreign), aService({ ...foreign, proChannel: '2' })]),
    ).toMatchObject({
      accepted: 0,
      duplicate: 1,
      conflicting: 1,
    });
  });

  it('may look like ours where no item of the register begins it', async () => {
    const store = scratch.store();
    const projectNo = caseNumber(`${permit.slice(0, 19)}000117099000`, 0);
    expect(await collect(store, [aService({ projectNo }), aRating({ projectNo })])).toMatchObject({
      accepted: 2,
      refused: {},
    });
  });
});

describe('a certificate', () => {
  const bytesOf = (store: Store): Buffer =>
    Buffer.concat(
      ['', '-wal'].flatMap((end) => (existsSync(store.file + end) ? [readFileSync(store.file + end)] : [])),
    );

  it.each([
    ['identity number', '111', '11010519491231002X'],
    ['social credit code', '001', '91350100M000100Y43'],
    ['passport', '414', 'E12345678'],
  ])('of a real person is not stored: %s', async (_, userPageType, certKey) => {
    const store = scratch.store();
    const foreign = '0014BGSQ-searched-for';
    await collect(store, [aService({ userPageType, certKey, projectNo: foreign, userName: '欧阳某某' })]);
    expect(contentOf(store).services).toBe(1);
    for (const closed of [false, true]) {
      if (closed) closeStore(store);
      const bytes = bytesOf(store);
      // What is stored is found this way.
      expect(bytes.includes(foreign)).toBe(true);
      expect(bytes.includes(certKey)).toBe(false);
      expect(bytes.includes('欧阳某某')).toBe(false);
    }
  });

  it('of the same person gives the same number, of another another', async () => {
    const store = scratch.store();
    const certificates = ['11010519491231002X', '11010519491231002X', '440524188001010014'];
    await collect(
      store,
      certificates.map((certKey, n) => aService({ certKey, projectNo: caseNumber(permit, n) })),
    );
    const [first, again, other] = [...eachService(store)].map(({ person }) => person);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('of a made-up person or firm is read back', async () => {
    const store = scratch.store();
    await collect(store, [
      aService({ certKey: inventedResidentNumber(2_147_483_647, printCompactDay) }),
      aService({
        projectNo: caseNumber(permit, 1),
        userProp: '2',
        userPageType: '001',
        certKey: inventedOrganisationCode(77, applicantKind(2)),
      }),
    ]);
    expect([...eachService(store)].map(({ person }) => person)).toEqual([2_147_483_647, 77]);
  });
});

describe('a record without a register', () => {
  it('cannot be taken into an empty database', async () => {
    const store = scratch.store();
    const { text: said } = await mistakeOf(() =>
      collectSources(store, sourceOf('records.ndjson', text([aService()]))),
    );
    expect(said.en).toContain('no item register');
    expect(contentOf(store).services).toBe(0);
  });
});
