import { describe, expect, it } from 'vitest';
import { MAX_TEXT } from '../../src/collect/checks/text-length.ts';
import { refusalReasons, type RefusalReason } from '../../src/model/refusal.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { listRefusals, refusalCounts, type RefusalRow } from '../../src/store/read/refusals.ts';
import {
  aRating,
  aService,
  caseNumber,
  collect,
  instant,
  permit,
  southern,
  useScratch,
  type Fields,
} from '../builders.ts';

const scratch = useScratch();

/** What is refused of some records, in an empty store. */
async function refusedOf(records: readonly (Fields | string)[]): Promise<RefusalRow[]> {
  const store = scratch.store();
  await collect(store, records);
  return listRefusals(store, { limit: 1000 });
}

const long = '很'.repeat(MAX_TEXT + 1);
/** Item code that no register has; right in shape. */
const unknown = `${permit.slice(0, 19)}000117099000`;
const wrongDigit = '110105194912310021';

/** A service record as text with some fields changed or left out, and more text at its end. */
const json = (given: Fields, more: string, without = ''): string => {
  const record = { ...aService(given), [without]: undefined };
  return `${JSON.stringify(record).slice(0, -1)},${more}}`;
};

describe('a service record is refused', () => {
  const cases: [what: string, reason: RefusalReason, field: string, record: Fields | string][] = [
    ['with a list in a field that is read', 'malformed', 'projectNo', aService({ projectNo: ['X-1'] })],
    ['with a field that comes twice', 'ambiguous', 'proStatus', json({}, '"proStatus":"1"')],
    [
      'with a field that comes twice, once escaped',
      'ambiguous',
      'projectNo',
      json({}, '"project\\u004eo":"X"'),
    ],
    [
      'with half of a surrogate pair',
      'ill-formed-text',
      'userName',
      json({}, '"userName":"\\ud83d"', 'userName'),
    ],
    ['with 32 levels of nesting', 'oversized', '', json({}, `"more":${'['.repeat(32)}`)],
    ['without a case number', 'required', 'projectNo', aService({ projectNo: '' })],
    ['with a blank case number', 'required', 'projectNo', aService({ projectNo: '  ' })],
    ['without a service number', 'required', 'serviceNumber', aService({ serviceNumber: null })],
    ['without an item', 'required', 'taskCode', aService({ taskCode: undefined })],
    ['without a status', 'required', 'proStatus', aService({ proStatus: '' })],
    ['without a stage', 'required', 'serviceName', aService({ serviceName: '' })],
    ['without a channel', 'required', 'proChannel', aService({ proChannel: '' })],
    ['without a user type', 'required', 'userProp', aService({ userProp: '' })],
    [
      'that is accepted without a time of it',
      'required',
      'acceptDate',
      aService({ proStatus: '2', acceptDate: '', resultDate: '' }),
    ],
    ['that is finished without a time of it', 'required', 'resultDate', aService({ resultDate: '' })],
    ['without a time of service', 'required', 'serviceTime', aService({ serviceTime: '' })],
    ['without a certificate', 'required', 'certKey', aService({ certKey: '' })],
    ['with service number 0', 'code-list', 'serviceNumber', aService({ serviceNumber: 0 })],
    ['with service number 17', 'code-list', 'serviceNumber', aService({ serviceNumber: 17 })],
    ['with service number 1.5', 'code-list', 'serviceNumber', aService({ serviceNumber: 1.5 })],
    [
      'with a case number of 51 characters',
      'code-list',
      'projectNo',
      aService({ projectNo: 'X'.repeat(51) }),
    ],
    ['with an unknown status', 'code-list', 'proStatus', aService({ proStatus: '4' })],
    ['with an unknown stage', 'code-list', 'serviceName', aService({ serviceName: '喝茶' })],
    ['with an unknown channel', 'code-list', 'proChannel', aService({ proChannel: '3' })],
    ['with an unknown user type', 'code-list', 'userProp', aService({ userProp: '7' })],
    ['with an unreadable time', 'code-list', 'acceptDate', aService({ acceptDate: '2025/03/03' })],
    [
      'with a date that does not exist',
      'code-list',
      'resultDate',
      aService({ resultDate: '2025-02-30 10:00:00' }),
    ],
    ['with a time of day alone', 'code-list', 'serviceTime', aService({ serviceTime: '15:00:00' })],
    ['with a wrong identity number', 'checksum', 'certKey', aService({ certKey: wrongDigit })],
    [
      'with a wrong social credit code',
      'checksum',
      'certKey',
      aService({ userProp: '2', userPageType: '001', certKey: '91350100M000100Y44' }),
    ],
    [
      'of an item that is not in the register',
      'unknown-item',
      'taskCode',
      aService({ taskCode: unknown, projectNo: 'A-1' }),
    ],
    [
      'with an item code of 35 characters',
      'unknown-item',
      'taskCode',
      aService({ taskCode: `${permit}0101`, projectNo: 'A-1' }),
    ],
    [
      'whose case number begins with another item',
      'case-number',
      'projectNo',
      aService({ projectNo: caseNumber(instant, 0) }),
    ],
    [
      'that is finished before it was accepted',
      'time-order',
      'resultDate',
      aService({ resultDate: '2025-03-03 08:59:59' }),
    ],
    [
      'that was accepted in the future',
      'future',
      'acceptDate',
      aService({ proStatus: '2', resultDate: '', acceptDate: '2025-06-01 00:00:01' }),
    ],
    [
      'that will be finished in the future',
      'future',
      'resultDate',
      aService({ resultDate: '2025-06-01 00:00:01' }),
    ],
    ['that lies in the future', 'future', 'serviceTime', aService({ serviceTime: '2025-06-01 00:00:01' })],
  ];

  it.each(cases)('%s: %s, %s', async (_, reason, field, record) => {
    const store = scratch.store();
    const report = await collect(store, [record]);
    expect(report).toMatchObject({ accepted: 0, duplicate: 0, conflicting: 0, refused: { [reason]: 1 } });
    expect(listRefusals(store, { limit: 10 })).toEqual([
      {
        id: 1,
        run: report.run,
        reason,
        kind: 'service',
        field,
        source: 'records.ndjson',
        line: 1,
        raw: typeof record === 'string' ? record : JSON.stringify(record),
        times: 1,
        bytes: Buffer.byteLength(typeof record === 'string' ? record : JSON.stringify(record)),
      },
    ]);
    expect(contentOf(store)).toMatchObject({ services: 0, ratings: 0 });
  });

  it('for no reason that is not in the list, and each of them is here', () => {
    const ofServices = new Set(cases.map(([, reason]) => reason));
    const ofRatings = ['orphan', 'tag-fit', 'bad-without-reason', 'text-length', 'conflict'];
    const ofAssessments = ['not-on-site', 'double-assessment'];
    expect([...ofServices, ...ofRatings, ...ofAssessments].sort()).toEqual([...refusalReasons].sort());
  });
});

describe('a rating is refused', () => {
  const cases: [what: string, reason: RefusalReason, field: string, rating: Fields][] = [
    ['without a case number', 'required', 'projectNo', aRating({ projectNo: '' })],
    ['without a service number', 'required', 'serviceNumber', aRating({ serviceNumber: '' })],
    ['without a channel', 'required', 'pf', aRating({ pf: '' })],
    ['without a time', 'required', 'assessTime', aRating({ assessTime: '' })],
    [
      'without a level where the channel has levels',
      'required',
      'satisfaction',
      aRating({ satisfaction: '', evalDetail: '' }),
    ],
    ['with level 6', 'code-list', 'satisfaction', aRating({ satisfaction: '6', evalDetail: '' })],
    ['with level 0', 'code-list', 'satisfaction', aRating({ satisfaction: '0', evalDetail: '' })],
    [
      'with a word for a level',
      'code-list',
      'satisfaction',
      aRating({ satisfaction: '满意', evalDetail: '' }),
    ],
    ['with an unknown channel', 'code-list', 'pf', aRating({ pf: '8' })],
    ['with an unreadable time', 'code-list', 'assessTime', aRating({ assessTime: '20250305160000' })],
    ['with an unknown assess number', 'code-list', 'assessNumber', aRating({ assessNumber: 3 })],
    ['with an unreadable service number', 'code-list', 'serviceNumber', aRating({ serviceNumber: 'one' })],
    ['of a case that is not there', 'orphan', 'projectNo', aRating({ projectNo: caseNumber(permit, 1) })],
    ['of a service that is not there', 'orphan', 'projectNo', aRating({ serviceNumber: 2 })],
    ['of a foreign case that is not there', 'orphan', 'projectNo', aRating({ projectNo: '0014BGSQ7' })],
    ['earlier than its service', 'time-order', 'assessTime', aRating({ assessTime: '2025-03-05 14:59:59' })],
    ['in the future', 'future', 'assessTime', aRating({ assessTime: '2025-06-01 00:00:01' })],
    ['with an unreadable upload', 'code-list', 'uploadTime', aRating({ uploadTime: 'yesterday' })],
    [
      'uploaded before it was given',
      'time-order',
      'uploadTime',
      aRating({ uploadTime: '2025-03-05 15:00:00' }),
    ],
    ['uploaded in the future', 'future', 'uploadTime', aRating({ uploadTime: '2025-06-01 00:00:01' })],
    ['with a tag of another level', 'tag-fit', 'evalDetail', aRating({ evalDetail: '510,406' })],
    ['with a retired tag', 'tag-fit', 'evalDetail', aRating({ evalDetail: '501' })],
    ['with an unknown tag', 'tag-fit', 'evalDetail', aRating({ evalDetail: '510,999' })],
    [
      'that is very bad without a reason',
      'bad-without-reason',
      'evalDetail',
      aRating({ satisfaction: '1', evalDetail: '' }),
    ],
    [
      'that is bad with a blank for a reason',
      'bad-without-reason',
      'evalDetail',
      aRating({ satisfaction: '2', evalDetail: '', writingEvaluation: '  ' }),
    ],
    ['with 151 characters', 'text-length', 'writingEvaluation', aRating({ writingEvaluation: long })],
  ];

  it.each(cases)('%s: %s, %s', async (_, reason, field, rating) => {
    const store = scratch.store();
    const report = await collect(store, [aService(), rating]);
    expect(report).toMatchObject({ accepted: 1, conflicting: 0, refused: { [reason]: 1 } });
    expect(listRefusals(store, { limit: 10 })).toMatchObject([
      { reason, kind: 'rating', field, source: 'records.ndjson', line: 2, raw: JSON.stringify(rating) },
    ]);
    expect(refusalCounts(store)).toEqual([{ reason, n: 1 }]);
  });
});

describe('a record is accepted', () => {
  it.each<[string, Fields[]]>([
    ['as it stands', [aService(), aRating()]],
    [
      'with numbers for codes',
      [aService({ proStatus: 3, userProp: 1, proChannel: 1 }), aRating({ pf: 1, satisfaction: 5 })],
    ],
    ['that waits for its acceptance', [aService({ proStatus: '1', acceptDate: '', resultDate: '' })]],
    [
      'with 150 characters, some of two code units',
      [aService(), aRating({ writingEvaluation: '𠮷'.repeat(150) })],
    ],
    ['that is bad with a tag', [aService(), aRating({ satisfaction: '1', evalDetail: '108' })]],
    [
      'that is bad with a text',
      [aService(), aRating({ satisfaction: '2', evalDetail: '', writingEvaluation: '等了太久' })],
    ],
    ['with tags after a full-width comma', [aService(), aRating({ evalDetail: '510， 517' })]],
    [
      'that is an additional rating',
      [aService(), aRating(), aRating({ assessNumber: 2, satisfaction: '4', evalDetail: '' })],
    ],
    ['at the moment of collection', [aService(), aRating({ assessTime: '2025-06-01 00:00:00' })]],
    ['at the second of its service', [aService(), aRating({ assessTime: '2025-03-05 15:00:00' })]],
    ['with service number 16', [aService({ serviceNumber: 16 }), aRating({ serviceNumber: 16 })]],
    [
      'of a firm by its social credit code',
      [aService({ userProp: '2', userPageType: '001', certKey: '91350100M000100Y43' })],
    ],
    ['with another kind of certificate', [aService({ userPageType: '414', certKey: 'E12345678' })]],
  ])('%s', async (_, records) => {
    const store = scratch.store();
    expect(await collect(store, records)).toMatchObject({ accepted: records.length, refused: {} });
  });

  it('without a level where the rules of the place have none for the channel', async () => {
    const of = { taskCode: southern, projectNo: caseNumber(southern, 0) };
    const rating = (number: number, pf: string): Fields =>
      aRating({ ...of, serviceNumber: number, pf, satisfaction: '', evalDetail: '' });
    const records = [
      aService({ ...of, serviceNumber: 1 }),
      aService({ ...of, serviceNumber: 2 }),
      rating(1, '6'),
      rating(2, '4'),
    ];
    const store = scratch.store();
    expect(await collect(store, records)).toMatchObject({ accepted: 3, refused: { required: 1 } });
    expect(listRefusals(store, { limit: 9 })).toMatchObject([{ line: 4, field: 'satisfaction' }]);
  });

  it('with a handling item code of 33 characters, cut to the item', async () => {
    const store = scratch.store();
    await collect(store, [aService({ taskCode: `${permit}01` })]);
    const plain = scratch.store();
    await collect(plain, [aService()]);
    expect(contentOf(store).services).toBe(1);
    expect(contentOf(store)).toEqual(contentOf(plain));
  });
});

describe('of several faults the first in the order of the reasons is told', () => {
  /** A fault changes fields of a record that is right. */
  type Fault = [RefusalReason, Fields];
  const subsets = (faults: readonly Fault[]): Fault[][] =>
    Array.from({ length: 2 ** faults.length }, (_, mask) => faults.filter((_, i) => (mask & (1 << i)) !== 0));
  const first = (faults: readonly Fault[]): RefusalReason | undefined =>
    refusalReasons.find((reason) => faults.some(([other]) => other === reason));
  const changed = (faults: readonly Fault[]): Fields =>
    Object.assign({}, ...faults.map(([, fields]) => fields));

  it('in every combination of a service’s faults', async () => {
    const combinations = subsets([
      ['required', { userProp: '' }],
      ['code-list', { proChannel: '9' }],
      ['checksum', { certKey: wrongDigit }],
      ['unknown-item', { taskCode: unknown }],
      ['conflict', {}],
      ['time-order', { resultDate: '2025-03-01 09:00:00' }],
      ['future', { serviceTime: '2026-01-01 00:00:00' }],
    ]);
    const records = combinations.flatMap((faults, n) => {
      const record = { projectNo: caseNumber(permit, n) };
      const conflict = faults.some(([reason]) => reason === 'conflict');
      const before = conflict ? [aService({ ...record, proChannel: '2' })] : [];
      return [...before, aService({ ...record, ...changed(faults) })];
    });
    const refused = await refusedOf(records);
    expect(refused.map(({ reason }) => reason)).toEqual(
      combinations.map(first).filter((r) => r !== undefined),
    );
    expect(refused.length).toBe(127);
  });

  it('the case number of another item before what stands behind it', async () => {
    const wrong = { projectNo: caseNumber(instant, 0), resultDate: '2025-03-01 09:00:00' };
    expect(await refusedOf([aService(wrong)])).toMatchObject([{ reason: 'case-number' }]);
    expect(await refusedOf([aService({ ...wrong, certKey: wrongDigit })])).toMatchObject([
      { reason: 'checksum' },
    ]);
  });

  const ofRatings: [string, Fault[]][] = [
    [
      'of a rating that is there twice',
      [
        ['required', { pf: '' }],
        ['code-list', { satisfaction: '6' }],
        ['conflict', {}],
        ['time-order', { assessTime: '2025-03-01 00:00:00' }],
        ['tag-fit', { evalDetail: '999' }],
        ['text-length', { writingEvaluation: long }],
      ],
    ],
    [
      'of a rating without its service',
      [
        ['code-list', { pf: '9' }],
        ['orphan', { serviceNumber: 2 }],
        ['future', { assessTime: '2026-01-01 00:00:00' }],
        ['tag-fit', { satisfaction: '1', evalDetail: '510' }],
        ['text-length', { writingEvaluation: long }],
      ],
    ],
    [
      'of a bad rating',
      [
        ['future', { assessTime: '2026-01-01 00:00:00' }],
        ['tag-fit', { satisfaction: '1', evalDetail: '510' }],
        ['bad-without-reason', { satisfaction: '1' }],
      ],
    ],
  ];
  it.each(ofRatings)('in every combination of the faults %s', async (_, faults) => {
    const combinations = subsets(faults);
    const records = combinations.flatMap((chosen, n) => {
      const record = { projectNo: caseNumber(permit, n), evalDetail: '' };
      const conflict = chosen.some(([reason]) => reason === 'conflict');
      const before = conflict ? [aRating({ ...record, satisfaction: '4' })] : [];
      return [aService(record), ...before, aRating({ ...record, ...changed(chosen) })];
    });
    const refused = await refusedOf(records);
    // Ratings without a service are told at the end.
    const byLine = refused.sort((a, b) => a.line - b.line).map(({ reason }) => reason);
    expect(byLine).toEqual(combinations.map(first).filter((reason) => reason !== undefined));
    expect(byLine.length).toBe(2 ** faults.length - 1);
  });
});

describe('the list of refusals', () => {
  it('is read by reason and a page at a time, with the lines of each file', async () => {
    const store = scratch.store();
    await collect(store, [
      aService(),
      aService({ projectNo: '' }),
      'nonsense',
      aService({ certKey: '' }),
      aService({ projectNo: caseNumber(permit, 1), proStatus: '9' }),
    ]);
    expect(refusalCounts(store)).toEqual([
      { reason: 'required', n: 2 },
      { reason: 'malformed', n: 1 },
      { reason: 'code-list', n: 1 },
    ]);
    const pages = [undefined, 2, 4].map((after) =>
      listRefusals(store, { after, limit: 2 }).map(({ line }) => line),
    );
    expect(pages).toEqual([[2, 3], [4, 5], []]);
    expect(listRefusals(store, { reason: 'required', limit: 9 }).map(({ line }) => line)).toEqual([2, 4]);
  });
});
