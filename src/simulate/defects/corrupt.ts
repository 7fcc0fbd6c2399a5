import type { RatingBatch, ServiceBatch } from '../../model/record/batch.ts';
import type { Corruption, DefectId } from '../../model/defect.ts';
import { DAY_SECONDS, printSecond } from '../../model/time/time.ts';

/** What the interface says of an item of which only the code is known. */
export interface CodeLists {
  /** Evaluation tags: active codes by level, and retired ones. */
  readonly tagsOfLevel: readonly (readonly string[])[];
  readonly retiredTags: readonly string[];
}

const oneOf = <T>(list: readonly T[], word: number): T | undefined => list[word % list.length];

const FINISHED = 3;

/** Seconds by which a repeated record of other content says its service was earlier. */
const EARLIER = 60;

/** Seconds of a year: far enough in the future for any run. */
const YEARS_AHEAD = 5 * 366 * DAY_SECONDS;

/** A corruption of a service record, or undefined where this defect cannot affect it. */
export function corruptService(
  id: DefectId,
  rows: ServiceBatch,
  row: number,
  word: number,
): Corruption | undefined {
  const finished = rows.status[row] === FINISHED;
  const acceptedAt = rows.acceptedAt[row] ?? 0;
  const serviceAt = rows.serviceAt[row] ?? 0;
  if (id === 'A5') {
    return oneOf<Corruption>(
      [
        { field: 'certKey', overrides: { certKey: '0', userName: '无', mobile: '0' }, outcome: 'checksum' },
        { field: 'certKey', overrides: { certKey: '990101190001010000' }, outcome: 'checksum' },
      ],
      word,
    );
  }
  if (id === 'A6') {
    const conflict: Corruption = {
      field: 'serviceTime',
      overrides: { serviceTime: printSecond(serviceAt - EARLIER) },
      outcome: 'conflict',
      copy: true,
    };
    return oneOf<Corruption>(
      [{ field: 'projectNo', overrides: {}, outcome: 'duplicate', copy: true }, conflict],
      word,
    );
  }
  if (id === 'A8') {
    return finished && (word & 1) === 0
      ? {
          field: 'resultDate',
          overrides: { resultDate: printSecond(acceptedAt - DAY_SECONDS) },
          outcome: 'time-order',
        }
      : {
          field: 'serviceTime',
          overrides: { serviceTime: printSecond(serviceAt + YEARS_AHEAD) },
          outcome: 'future',
        };
  }
  if (id === 'A9') {
    return oneOf<Corruption>(
      [
        { field: 'taskCode', overrides: { taskCode: `00000000${'0'.repeat(23)}` }, outcome: 'unknown-item' },
        { field: 'taskCode', overrides: { taskCode: '1144000000' }, outcome: 'unknown-item' },
        { field: 'proStatus', overrides: { proStatus: '4' }, outcome: 'code-list' },
        { field: 'userProp', overrides: { userProp: '8' }, outcome: 'code-list' },
        { field: 'serviceName', overrides: { serviceName: '转办' }, outcome: 'code-list' },
        { field: 'proChannel', overrides: { proChannel: '3' }, outcome: 'code-list' },
      ],
      word,
    );
  }
  if (id === 'A10') {
    const missing = finished ? ['acceptDate', 'resultDate', 'certKey'] : ['acceptDate', 'certKey'];
    const field = oneOf(missing, word) ?? 'certKey';
    return { field, overrides: { [field]: '' }, outcome: 'required' };
  }
  return undefined;
}

/** A corruption of a rating, or undefined where this defect cannot affect it. */
export function corruptRating(
  id: DefectId,
  rows: RatingBatch,
  row: number,
  serviceAt: number,
  lists: CodeLists,
  word: number,
): Corruption | undefined {
  const level = rows.level[row] ?? 0;
  const bad = level === 1 || level === 2;
  const text = rows.text.get(row) ?? '';
  const assessedAt = rows.assessedAt[row] ?? 0;
  if (id === 'A5') return { field: 'mobile', overrides: { mobile: '0', name: '无' }, outcome: 'accepted' };
  if (id === 'A6') {
    return oneOf<Corruption>(
      [
        { field: 'projectNo', overrides: {}, outcome: 'duplicate', copy: true },
        {
          field: 'writingEvaluation',
          overrides: { writingEvaluation: `${text}（补报）` },
          outcome: 'conflict',
          copy: true,
        },
      ],
      word,
    );
  }
  if (id === 'A7') return { field: 'serviceNumber', overrides: { serviceNumber: '16' }, outcome: 'orphan' };
  if (id === 'A8') {
    return (word & 1) === 0
      ? {
          field: 'assessTime',
          overrides: { assessTime: printSecond(serviceAt - 1 - (word % 7200)) },
          outcome: 'time-order',
        }
      : {
          field: 'assessTime',
          overrides: { assessTime: printSecond(assessedAt + YEARS_AHEAD), uploadTime: '' },
          outcome: 'future',
        };
  }
  if (id === 'A9') return wrongCode(rows, row, level, text, lists, word);
  if (id === 'A10') {
    return bad
      ? {
          field: 'evalDetail',
          overrides: { evalDetail: '', writingEvaluation: '' },
          outcome: 'bad-without-reason',
        }
      : { field: 'assessTime', overrides: { assessTime: '' }, outcome: 'required' };
  }
  return undefined;
}

function wrongCode(
  rows: RatingBatch,
  row: number,
  level: number,
  text: string,
  lists: CodeLists,
  word: number,
): Corruption | undefined {
  const more = word >>> 3;
  const forms: Corruption[] = [
    { field: 'pf', overrides: { pf: '8' }, outcome: 'code-list' },
    { field: 'satisfaction', overrides: { satisfaction: '6' }, outcome: 'code-list' },
  ];
  if (level > 0) {
    const retired = oneOf(lists.retiredTags, more) ?? '';
    const other = oneOf(lists.tagsOfLevel[level === 5 ? 4 : level + 1] ?? [], more) ?? '';
    forms.push(
      { field: 'evalDetail', overrides: { evalDetail: retired }, outcome: 'tag-fit' },
      { field: 'evalDetail', overrides: { evalDetail: other }, outcome: 'tag-fit' },
    );
  }
  if (level > 0 && level !== 3) {
    // 等级颠倒: the reversed code of table A.8 of GB/T 39046 is sent as it is.
    const reversed = 6 - level;
    const outcome =
      rows.tags[row] !== 0 ? 'tag-fit' : reversed <= 2 && text === '' ? 'bad-without-reason' : 'accepted';
    forms.push({ field: 'satisfaction', overrides: { satisfaction: String(reversed) }, outcome });
  }
  return oneOf(forms, word);
}
