import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordLines } from '../../src/jobs/export/record-lines.ts';
import { verifyStore } from '../../src/jobs/verify/verify-store.ts';
import { refusalReasons, type RefusalReason } from '../../src/model/refusal.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { parseSecond, printSecond } from '../../src/model/time/time.ts';
import { maskRecord } from '../../src/export/mask-record.ts';
import type { Store } from '../../src/store/open.ts';
import { contentOf } from '../../src/store/read/content.ts';
import {
  eachRectification,
  namedRectificationCells,
  rectificationCells,
} from '../../src/store/read/rectifications.ts';
import { listRefusals } from '../../src/store/read/refusals.ts';
import { listRuns } from '../../src/store/read/runs.ts';
import {
  aRating,
  aRectification,
  aService,
  caseNumber,
  clock,
  collect,
  knowledge,
  permit,
  shuffled,
  southern,
  unitAt,
  useScratch,
  type Fields,
} from '../builders.ts';

const scratch = useScratch();
const bad = (given: Fields = {}): Fields => aRating({ satisfaction: '1', evalDetail: '110', ...given });
const base = [aService(), bad()];
const second = 1;
const later = (text: string, seconds: number): string => printSecond(parseSecond(text) + seconds);

describe('a rectification is refused', () => {
  const cases: [what: string, reason: RefusalReason, field: string, record: Fields][] = [
    ['without a case number', 'required', 'projectNo', aRectification({ projectNo: '' })],
    ['without a service number', 'required', 'serviceNumber', aRectification({ serviceNumber: '' })],
    ['that is rectified without a verdict', 'required', 'verdict', aRectification({ verdict: '' })],
    [
      'with what was said in a call-back, but not when',
      'required',
      'callbackTime',
      aRectification({ callbackTime: '', callbackMobile: '' }),
    ],
    [
      'with the number called back, but not when',
      'required',
      'callbackTime',
      aRectification({ callbackTime: '', callbackLevel: '' }),
    ],
    ['with service number 17', 'code-list', 'serviceNumber', aRectification({ serviceNumber: 17 })],
    ['with assessNumber 3', 'code-list', 'assessNumber', aRectification({ assessNumber: 3 })],
    ['with a long case number', 'code-list', 'projectNo', aRectification({ projectNo: 'X'.repeat(51) })],
    ['with an unknown verdict', 'code-list', 'verdict', aRectification({ verdict: '5' })],
    ['with an unknown complexity', 'code-list', 'complex', aRectification({ complex: '2' })],
    ['with an unknown call-back level', 'code-list', 'callbackLevel', aRectification({ callbackLevel: '5' })],
    ...(['contactTime', 'rectifyTime', 'callbackTime'] as const).map(
      (field): [string, RefusalReason, string, Fields] => [
        `with an unreadable ${field}`,
        'code-list',
        field,
        aRectification({ [field]: 'tomorrow' }),
      ],
    ),
    ['of a service without a rating', 'orphan', 'projectNo', aRectification({ serviceNumber: 2 })],
    ['of a case nobody knows', 'orphan', 'projectNo', aRectification({ projectNo: 'B-7' })],
    [
      'of an additional rating that was not given',
      'orphan',
      'projectNo',
      aRectification({ assessNumber: 2 }),
    ],
    [
      'that was contacted before the rating',
      'time-order',
      'contactTime',
      aRectification({ contactTime: '2025-03-05 15:59:59' }),
    ],
    [
      'that was rectified before the contact',
      'time-order',
      'rectifyTime',
      aRectification({ rectifyTime: '2025-03-06 09:59:59' }),
    ],
    [
      'that was called back before it was rectified',
      'time-order',
      'callbackTime',
      aRectification({ callbackTime: '2025-03-10 14:59:59' }),
    ],
    [
      'that was called back before the contact, nothing being rectified',
      'time-order',
      'callbackTime',
      aRectification({ rectifyTime: '', callbackTime: '2025-03-06 09:59:59' }),
    ],
    ...(['contactTime', 'rectifyTime', 'callbackTime'] as const).map(
      (field): [string, RefusalReason, string, Fields] => [
        `with a ${field} in the future`,
        'future',
        field,
        aRectification({
          ...(field === 'contactTime'
            ? { rectifyTime: '', callbackTime: '', callbackMobile: '', callbackLevel: '' }
            : {}),
          ...(field === 'rectifyTime' ? { callbackTime: '', callbackMobile: '', callbackLevel: '' } : {}),
          [field]: later(printSecond(clock.now()), second),
        }),
      ],
    ),
  ];

  it.each(cases)('%s: %s, %s', async (_, reason, field, record) => {
    const store = scratch.store();
    const report = await collect(store, [...base, record]);
    expect(report).toMatchObject({ accepted: 2, duplicate: 0, conflicting: 0, refused: { [reason]: 1 } });
    expect(listRefusals(store, { limit: 10 })).toEqual([
      {
        id: 1,
        run: report.run,
        reason,
        kind: 'rectification',
        field,
        source: 'records.ndjson',
        line: 3,
        raw: JSON.stringify(record),
        times: 1,
        bytes: Buffer.byteLength(JSON.stringify(record)),
      },
    ]);
    expect(contentOf(store).rectifications).toBe(0);
    expect((await verifyStore(store, knowledge, 'test')).ok).toBe(true);
  });

  it('of a good rating', async () => {
    const store = scratch.store();
    await collect(store, [aService(), aRating({ satisfaction: '3', evalDetail: '' }), aRectification()]);
    expect(listRefusals(store, { limit: 1 })[0]).toMatchObject({ reason: 'orphan', kind: 'rectification' });
  });

  it('of a rating that is refused itself', async () => {
    const store = scratch.store();
    await collect(store, [aService(), bad({ evalDetail: '' }), aRectification()]);
    expect(listRefusals(store, { limit: 2 }).map(({ reason }) => reason)).toEqual([
      'bad-without-reason',
      'orphan',
    ]);
  });

  it('for the first reason in the order of the list', () => {
    const order = cases.map(([, reason]) => refusalReasons.indexOf(reason));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});

describe('a rectification is accepted', () => {
  const rows = async (record: Fields): Promise<unknown[]> => {
    const store = scratch.store();
    expect(await collect(store, [...base, record])).toMatchObject({ accepted: 3, refused: {} });
    expect(await verifyStore(store, knowledge, 'test')).toMatchObject({ ok: true, rectifications: 1 });
    return [...eachRectification(store)];
  };

  it('at the very second of its rating, and of collection', async () => {
    await rows(aRectification({ contactTime: '2025-03-05 16:00:00', rectifyTime: '2025-03-05 16:00:00' }));
    await rows(aRectification({ callbackTime: printSecond(clock.now()) }));
  });

  it('that only says that there is a work order', async () => {
    const none = {
      verdict: '',
      contactTime: '',
      rectifyTime: '',
      callbackTime: '',
      callbackMobile: '',
      callbackLevel: '',
    };
    expect(await rows(aRectification({ ...none, complex: undefined }))).toEqual([
      expect.objectContaining({
        packed: 0,
        contactedAt: -1,
        rectifiedAt: -1,
        calledBackAt: -1,
        calledBackTo: -1,
      }),
    ]);
  });

  it('of a bad additional rating', async () => {
    const store = scratch.store();
    const additional = bad({ assessNumber: 2 });
    const report = await collect(store, [...base, additional, aRectification({ assessNumber: 2 })]);
    expect(report).toMatchObject({ accepted: 4, refused: {} });
  });

  it('before its service and rating in the file, and in a later call', async () => {
    const store = scratch.store();
    expect(await collect(store, [aRectification(), ...base.toReversed()])).toMatchObject({ accepted: 3 });
    const other = scratch.store();
    await collect(other, base);
    expect(await collect(other, [aRectification()])).toMatchObject({ accepted: 1 });
    expect(contentOf(other)).toEqual(contentOf(store));
    expect(listRuns(other).map(({ rectifications }) => rectifications)).toEqual([0, 1]);
  });
});

describe('a rectification sent again', () => {
  it('is a duplicate where it says the same, a conflict where it does not', async () => {
    const store = scratch.store();
    await collect(store, [...base, aRectification()]);
    const digest = contentOf(store).digest;
    const report = await collect(store, [
      aRectification(),
      aRectification({ verdict: '2' }),
      aRectification(),
    ]);
    expect(report).toMatchObject({ accepted: 0, duplicate: 2, conflicting: 1, digest });
    expect(listRuns(store).at(-1)).toMatchObject({ duplicates: 2, refused: 1 });
    expect((await verifyStore(store, knowledge, 'test')).ok).toBe(true);
  });

  it('after it was refused is accepted when corrected', async () => {
    const store = scratch.store();
    await collect(store, [...base, aRectification({ verdict: '7' })]);
    expect(await collect(store, [aRectification()])).toMatchObject({ accepted: 1, conflicting: 0 });
  });
});

describe('a rectification that goes on', () => {
  const none = { callbackTime: '', callbackMobile: '', callbackLevel: '' };
  const opened = aRectification({ ...none, verdict: '', contactTime: '', rectifyTime: '' });
  const contacted = aRectification({ ...none, verdict: '', rectifyTime: '' });
  const rectified = aRectification(none);
  const states = [opened, contacted, rectified, aRectification()];
  const cells = (store: Store): unknown[] => [
    ...rectificationCells(store, parsePeriod('2025')),
    ...namedRectificationCells(store, parsePeriod('2025')),
  ];

  it('takes the place of its earlier state, in rows, counts and digest', async () => {
    const once = scratch.store();
    await collect(once, [...base, aRectification()]);
    const store = scratch.store();
    expect(await collect(store, [...base, opened])).toMatchObject({ accepted: 3, updated: 0 });
    for (const state of states.slice(1)) {
      const report = await collect(store, [state]);
      expect(report).toMatchObject({ accepted: 0, updated: 1, duplicate: 0, conflicting: 0, refused: {} });
      expect(await verifyStore(store, knowledge, 'test')).toMatchObject({ ok: true, rectifications: 1 });
    }
    expect(contentOf(store)).toEqual(contentOf(once));
    expect([...eachRectification(store)]).toEqual([...eachRectification(once)]);
    expect(cells(store)).toEqual(cells(once));
    expect(listRuns(store).map(({ rectifications, duplicates }) => [rectifications, duplicates])).toEqual([
      [1, 0],
      ...states.slice(1).map(() => [0, 0]),
    ]);
  });

  it('is a duplicate where an earlier state comes later', async () => {
    const store = scratch.store();
    await collect(store, [...base, aRectification()]);
    const digest = contentOf(store).digest;
    const report = await collect(store, states);
    expect(report).toMatchObject({ accepted: 0, updated: 0, duplicate: 4, conflicting: 0, digest });
  });

  it('ends in its last state, in whatever order the states of one call come', async () => {
    const once = scratch.store();
    await collect(once, [...base, aRectification()]);
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (order) => {
        const store = scratch.store();
        const report = await collect(store, shuffled([...base, ...states], order));
        expect(report.accepted).toBe(3);
        expect(report.updated + report.duplicate).toBe(3);
        expect(contentOf(store)).toEqual(contentOf(once));
        expect((await verifyStore(store, knowledge, 'test')).ok).toBe(true);
      }),
      { numRuns: 8 },
    );
  });

  it.each<[string, Fields]>([
    ['was contacted at another time', { ...rectified, contactTime: '2025-03-06 10:00:01' }],
    ['has another limit', { ...rectified, complex: '1' }],
    ['loses what was known and says something new', { ...rectified, contactTime: '' }],
  ])('is a conflict where it %s', async (_, sent) => {
    const store = scratch.store();
    await collect(store, [...base, contacted]);
    const digest = contentOf(store).digest;
    expect(await collect(store, [sent])).toMatchObject({ updated: 0, conflicting: 1, digest });
  });

  it('is refused for its own fault where it has one', async () => {
    const store = scratch.store();
    await collect(store, [...base, contacted]);
    const report = await collect(store, [{ ...rectified, rectifyTime: '2025-03-06 09:00:00' }]);
    expect(report).toMatchObject({ updated: 0, conflicting: 0, refused: { 'time-order': 1 } });
  });
});

describe('the counts of rectifications', () => {
  const cellsOf = async (record: Fields, item = permit, rated: Fields = {}): Promise<unknown[]> => {
    const store = scratch.store();
    const projectNo = caseNumber(item, 0);
    await collect(store, [
      aService({ taskCode: item, projectNo }),
      bad({ projectNo, ...rated }),
      { ...record, projectNo },
    ]);
    const units = [unitAt('330000'), unitAt('440000')];
    return rectificationCells(store, parsePeriod('2025'), units);
  };

  it('say what was done, in time or late, by the assumed limits where the rules state none', async () => {
    // Rated on a Wednesday: one working day for the contact, five to rectify, fifteen where it is complex.
    const inTime = { contacted: 2, rectified: 2, calledBack: 1, satisfied: 2, verdict: 1, n: 1 };
    expect(await cellsOf(aRectification())).toEqual([expect.objectContaining(inTime)]);
    const late = aRectification({
      contactTime: '2025-03-07 00:00:00',
      rectifyTime: '2025-03-13 00:00:00',
      callbackTime: '2025-03-13 09:00:00',
      callbackLevel: '0',
    });
    expect(await cellsOf(late)).toEqual([
      expect.objectContaining({ ...inTime, contacted: 1, rectified: 1, satisfied: 1 }),
    ]);
    expect(await cellsOf({ ...late, complex: '1' })).toEqual([
      expect.objectContaining({ contacted: 1, rectified: 2 }),
    ]);
  });

  it('belong to the unit and the month of the rating', async () => {
    const [cell] = await cellsOf(
      aRectification({ contactTime: '', rectifyTime: '', verdict: '', callbackTime: '2025-04-02 09:00:00' }),
      southern,
      {
        assessTime: '2025-03-31 23:59:59',
      },
    );
    expect(cell).toMatchObject({
      unit: unitAt('440000'),
      month: 25 * 12 + 2,
      contacted: 0,
      rectified: 0,
      verdict: 0,
    });
  });
});

describe('the digest', () => {
  it('changes with any field of a rectification, and not with their order', async () => {
    const digestOf = async (records: readonly Fields[]): Promise<string> => {
      const store: Store = scratch.store();
      await collect(store, records);
      return contentOf(store).digest;
    };
    const kept = await digestOf([...base, aRectification()]);
    const changes: Fields[] = [
      { verdict: '2' },
      { complex: '1' },
      { callbackLevel: '0' },
      { callbackMobile: '10000000001' },
      { contactTime: '2025-03-06 10:00:01' },
      { rectifyTime: '2025-03-10 15:00:01' },
      { callbackTime: '2025-03-11 09:30:01' },
    ];
    for (const change of changes) expect(await digestOf([...base, aRectification(change)])).not.toBe(kept);
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (order) => {
        expect(await digestOf(shuffled([...base, aRectification()], order))).toBe(kept);
      }),
      { numRuns: 6 },
    );
  });
});

describe('a rectification', () => {
  it('is printed as it was read', async () => {
    const store = scratch.store();
    await collect(store, [...base, aRectification()]);
    const lines = [...recordLines(store, knowledge)].map((line) => JSON.parse(line) as Fields);
    expect(lines.at(-1)).toEqual({ ...aRectification(), dataSource: '模拟数据' });
  });

  it('hides the number called back where a refused one is shown', () => {
    expect(maskRecord(JSON.stringify(aRectification()))).toContain('"callbackMobile":"***********"');
  });
});
