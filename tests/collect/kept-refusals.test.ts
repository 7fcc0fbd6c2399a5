import { describe, expect, it } from 'vitest';
import { verifyStore } from '../../src/jobs/verify/verify-store.ts';
import { listRefusals, refusalCounts, retentionOf } from '../../src/store/read/refusals.ts';
import { listRuns } from '../../src/store/read/runs.ts';
import type { Store } from '../../src/store/open.ts';
import { MOST_OF_REASON } from '../../src/store/write/refusals.ts';
import {
  aRating,
  aRectification,
  aService,
  caseNumber,
  collect,
  knowledge,
  permit,
  useScratch,
} from '../builders.ts';

const scratch = useScratch();

const isSound = async (store: Store): Promise<boolean> => (await verifyStore(store, knowledge, 'test')).ok;

describe('a refused record', () => {
  const bad = [
    aService({ proStatus: '9' }),
    aRating({ projectNo: 'X-1' }),
    aRectification(),
    'nonsense',
    'nonsense',
  ];

  it('is kept once and counted as often as it comes, in one call and in several', async () => {
    const store = scratch.store();
    const first = await collect(store, bad);
    expect(first.refusals).toEqual({ records: 5, kept: 4, repeated: 1, notKept: 0 });
    const second = await collect(store, bad);
    expect(second.refusals).toEqual({ records: 5, kept: 0, repeated: 5, notKept: 0 });
    expect(second.refused).toEqual(first.refused);
    expect(listRefusals(store, { limit: 99 }).map(({ line, times }) => [line, times])).toEqual([
      [1, 2],
      [4, 4],
      [2, 2],
      [3, 2],
    ]);
    expect(retentionOf(store)).toEqual({ records: 10, kept: 4, repeated: 6, notKept: 0 });
    expect(listRuns(store).map(({ refused }) => refused)).toEqual([5, 5]);
    expect(refusalCounts(store, 2)).toContainEqual({ reason: 'malformed', n: 2 });
    expect(await isSound(store)).toBe(true);
  });

  it('of the same text is another one where it is refused for another reason', async () => {
    const store = scratch.store();
    const rating = aRating({ projectNo: 'X-1', satisfaction: '4', evalDetail: '406' });
    await collect(store, [rating]);
    await collect(store, [aService({ projectNo: 'X-1' }), aRating({ projectNo: 'X-1' }), rating]);
    expect(listRefusals(store, { limit: 9 }).map(({ reason }) => reason)).toEqual(['orphan', 'conflict']);
  });

  it('of 65,536 characters is kept whole, of a longer one the beginning', async () => {
    const store = scratch.store();
    const long = (length: number): string => `[${'😀'.repeat(length / 2)}]`;
    await collect(store, [long(65_534), long(65_600), long(65_602)]);
    const kept = listRefusals(store, { limit: 9 });
    expect(kept.map(({ raw }) => raw.length)).toEqual([65_536, 65_535, 65_535]);
    expect(kept.map(({ bytes }) => bytes)).toEqual([131_070, 131_202, 131_206]);
    expect(await isSound(store)).toBe(true);
  });

  it('is counted only where its reason has 16 MiB already; other reasons have room', async () => {
    const store = scratch.store();
    const size = 65_536;
    const fit = MOST_OF_REASON / size;
    const lines = Array.from({ length: fit + 3 }, (_, n) => `[${String(n).padEnd(size - 2)}]`);
    const report = await collect(store, [...lines, aService({ certKey: '' })]);
    expect(report.refused).toEqual({ malformed: fit + 3, required: 1 });
    expect(report.refusals).toEqual({ records: fit + 4, kept: fit + 1, repeated: 0, notKept: 3 });
    // The next call finds the same limit.
    const next = await collect(store, ['another', aService({ certKey: '', userProp: '2' })]);
    expect(next.refusals).toEqual({ records: 2, kept: 1, repeated: 0, notKept: 1 });
    expect(await isSound(store)).toBe(true);
  });

  it('leaves its case number nowhere', async () => {
    const store = scratch.store();
    await collect(store, [
      aService({ projectNo: 'refused-1', proStatus: '9' }),
      aRating({ projectNo: 'refused-2' }),
      aRectification({ projectNo: 'refused-3' }),
      aService({ projectNo: 'kept-1' }),
      aRating({ projectNo: 'kept-1', serviceNumber: 2 }),
    ]);
    const cases = (): unknown[] => store.db.prepare('SELECT project_no FROM foreign_case').pluck().all();
    expect(cases()).toEqual(['kept-1']);
    await collect(store, [aService({ projectNo: 'refused-1' }), aRating({ projectNo: 'refused-1' })]);
    expect(cases()).toEqual(['kept-1', 'refused-1']);
    expect(await isSound(store)).toBe(true);
  });
});

describe('an additional rating', () => {
  const additional = aRating({ assessNumber: 2, satisfaction: '4', evalDetail: '' });

  it('without a first one is refused as an orphan, by name', async () => {
    const store = scratch.store();
    expect(await collect(store, [aService(), additional])).toMatchObject({
      accepted: 1,
      refused: { orphan: 1 },
    });
    expect(listRefusals(store, { limit: 9 })).toMatchObject([
      { reason: 'orphan', field: 'assessNumber', line: 2 },
    ]);
  });

  it('whose first one is refused is refused too, and taken once both come right', async () => {
    const store = scratch.store();
    const first = aRating({ pf: '9' });
    expect((await collect(store, [aService(), first, additional])).refused).toEqual({
      'code-list': 1,
      orphan: 1,
    });
    expect(await collect(store, [additional, aRating()])).toMatchObject({ accepted: 2, refused: {} });
    expect(await collect(store, [additional])).toMatchObject({ accepted: 0, duplicate: 1 });
  });

  it('may come before its first one, many lines before, and in a later call', async () => {
    const store = scratch.store();
    const many = Array.from({ length: 17_000 }, (_, n) => aService({ projectNo: caseNumber(permit, n + 1) }));
    const report = await collect(store, [additional, ...many, aRating(), aService()]);
    expect(report).toMatchObject({ accepted: 17_003, refused: {} });
    const later = scratch.store();
    await collect(later, [aService(), aRating()]);
    expect(await collect(later, [additional])).toMatchObject({ accepted: 1 });
  });

  it('with several faults is refused for the first in the order of the reasons', async () => {
    const refusedFor = async (given: object): Promise<string[]> => {
      const store = scratch.store();
      await collect(store, [aService(), { ...additional, ...given }]);
      return listRefusals(store, { limit: 9 }).map(({ reason }) => reason);
    };
    expect(await refusedFor({ assessTime: '' })).toEqual(['required']);
    expect(await refusedFor({ assessTime: '2025-01-01 00:00:00' })).toEqual(['orphan']);
    expect(await refusedFor({ evalDetail: '999' })).toEqual(['orphan']);
  });
});

describe('fields that are not stored', () => {
  it('are named with the number of accepted records that carried them', async () => {
    const store = scratch.store();
    const report = await collect(store, [
      aService({ userName: '张三', orgName: '', windowNo: { no: 3 } }),
      aService({ projectNo: 'A-1', userName: '李四' }),
      aService({ projectNo: 'A-2', userName: '王五', proStatus: '9' }),
      aRating({ name: '无' }),
      aRectification(),
    ]);
    expect(report).toMatchObject({ accepted: 3 });
    expect(report.ignoredFields).toEqual({ userName: 2, name: 1, windowNo: 1 });
  });

  it('of hostile names are counted under one', async () => {
    const store = scratch.store();
    const report = await collect(
      store,
      Array.from({ length: 700 }, (_, n) =>
        aService({ projectNo: `A-${String(n)}`, [`f${String(n)}`]: 1, '<b>\n': 1, userName: undefined }),
      ),
    );
    expect(report.accepted).toBe(700);
    expect(Object.keys(report.ignoredFields).length).toBeLessThanOrEqual(101);
    expect(report.ignoredFields).toMatchObject({ '(other)': 700, f7: 1 });
  });
});
