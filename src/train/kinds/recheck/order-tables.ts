import { sameInBoth } from '../figures/printed.ts';
import type { Bilingual } from '../../../model/language.ts';
import type { Limit } from '../../../model/reference.ts';
import type { ShownTable } from '../../../model/training/exercise.ts';
import { printMinute } from '../day-count.ts';
import { problems } from './problems.ts';
import { OBSERVED_DAYS, type EnteredCall, type LaterRating, type ReportedOrder } from './work-order.ts';

/** A rectification as the trainee sees it: tables whose rows have names, so that a solution can point at one. */

const time = (second: number): Bilingual => sameInBoth(printMinute(second));

export type StepId =
  | 'received'
  | 'passed-on'
  | 'contacted'
  | 'judged'
  | 'measure'
  | 'completed'
  | 'closed'
  | 'reminder'
  | 'instruction';

/** A line of the flow of the order. */
export interface FlowLine {
  readonly step: StepId;
  readonly at: number;
  readonly text: Bilingual;
}

const stepNames: Readonly<Record<StepId, Bilingual>> = {
  received: { zh: '差评接收', en: 'Received' },
  'passed-on': { zh: '转办', en: 'Passed on' },
  contacted: { zh: '联系评价人', en: 'Contact with the rater' },
  judged: { zh: '研判', en: 'Finding' },
  measure: { zh: '整改措施', en: 'Measure' },
  completed: { zh: '整改完成', en: 'Rectification completed' },
  closed: { zh: '结案', en: 'Closed' },
  reminder: { zh: '督办提醒', en: 'Reminder' },
  instruction: { zh: '领导批示', en: 'Instruction' },
};

export const printLimit = ({ days, kind }: Limit): Bilingual =>
  days === 0
    ? { zh: '当日', en: 'the same day' }
    : kind === 'working'
      ? { zh: `${String(days)} 个工作日`, en: `${String(days)} working days` }
      : { zh: `${String(days)} 个自然日`, en: `${String(days)} natural days` };

export function limitsTable(order: ReportedOrder): ShownTable {
  const { limits, isComplex } = order;
  const row = (name: Bilingual, limit: Limit, applies: boolean): Bilingual[] => [
    name,
    printLimit(limit),
    applies ? { zh: '适用', en: 'applies' } : { zh: '不适用', en: 'does not apply' },
  ];
  return {
    kind: 'table',
    caption: { zh: '本题适用的时限', en: 'Limits in force' },
    columns: [
      { name: { zh: '环节', en: 'Step' } },
      { name: { zh: '时限', en: 'Limit' } },
      { name: { zh: '本件', en: 'This order' } },
    ],
    rows: [
      row({ zh: '联系评价人', en: 'Contact with the rater' }, limits.contact, true),
      row({ zh: '整改完成（一般问题）', en: 'Rectification, ordinary problem' }, limits.ordinary, !isComplex),
      row({ zh: '整改完成（复杂问题）', en: 'Rectification, complex problem' }, limits.complex, isComplex),
    ],
  };
}

export const flowName = (i: number): string => `W${String(i + 1)}`;

export const flowTable = (lines: readonly FlowLine[]): ShownTable => ({
  kind: 'table',
  caption: { zh: '整改单流转', en: 'Flow of the order' },
  columns: [
    { name: { zh: '行', en: 'Row' } },
    { name: { zh: '时间', en: 'Time' } },
    { name: { zh: '环节', en: 'Step' } },
    { name: { zh: '内容', en: 'Content' } },
  ],
  rows: lines.map(({ step, at, text }, i) => [sameInBoth(flowName(i)), time(at), stepNames[step], text]),
});

const outcomes: Readonly<Record<EnteredCall['outcome'], Bilingual>> = {
  unanswered: { zh: '未接通', en: 'not answered' },
  message: { zh: '短信', en: 'text message' },
  satisfied: { zh: '接通，满意', en: 'answered: satisfied' },
  fair: { zh: '接通，基本满意', en: 'answered: fairly satisfied' },
  dissatisfied: { zh: '接通，不满意', en: 'answered: dissatisfied' },
};

export const callName = (i: number): string => `C${String(i + 1)}`;

export const callsTable = ({ calls }: ReportedOrder): ShownTable => ({
  kind: 'table',
  caption: { zh: '回访登记', en: 'Call-backs entered' },
  columns: [
    { name: { zh: '行', en: 'Row' } },
    { name: { zh: '时间', en: 'Time' } },
    { name: { zh: '号码', en: 'Number' } },
    { name: { zh: '结果', en: 'Result' } },
    { name: { zh: '记录', en: 'Note' } },
  ],
  rows: calls.map(({ at, number, outcome, note }, i) => [
    sameInBoth(callName(i)),
    time(at),
    sameInBoth(number),
    outcomes[outcome],
    note,
  ]),
});

export const numbersTable = ({ ownNumbers, staffNumbers }: ReportedOrder): ShownTable => ({
  kind: 'table',
  caption: { zh: '号码登记', en: 'Numbers on record' },
  columns: [{ name: { zh: '机主', en: 'Whose' } }, { name: { zh: '号码', en: 'Number' } }],
  rows: [
    ...ownNumbers.map((number, i) => [
      i === 0
        ? { zh: '评价人预留', en: 'Left by the rater' }
        : { zh: '评价人另留', en: 'Also left by the rater' },
      sameInBoth(number),
    ]),
    ...staffNumbers.map(({ owner, number }) => [owner, sameInBoth(number)]),
  ],
});

export const laterName = (i: number): string => `R${String(i + 1)}`;

const found = ({ isUpheld, problem }: LaterRating): Bilingual =>
  isUpheld === null
    ? { zh: '—', en: '—' }
    : isUpheld
      ? { zh: '属实', en: 'upheld' }
      : problem === 'attitude'
        ? { zh: '不实', en: 'untrue' }
        : { zh: '误评', en: 'mistaken' };

export const laterTable = ({ later }: ReportedOrder): ShownTable => ({
  kind: 'table',
  caption: {
    zh: `整改完成后 ${String(OBSERVED_DAYS)} 天内收到的相关评价`,
    en: `Related ratings received within ${String(OBSERVED_DAYS)} days of completion`,
  },
  columns: [
    { name: { zh: '行', en: 'Row' } },
    { name: { zh: '单位', en: 'Office' } },
    { name: { zh: '事项', en: 'Item' } },
    { name: { zh: '办理时间', en: 'Served at' } },
    { name: { zh: '评价时间', en: 'Rated at' } },
    { name: { zh: '等级', en: 'Level' }, isNumber: true },
    { name: { zh: '标签', en: 'Tag' } },
    { name: { zh: '研判', en: 'Finding' } },
  ],
  rows: later.map((rating, i) => [
    sameInBoth(laterName(i)),
    rating.office,
    rating.item,
    time(rating.servedAt),
    time(rating.ratedAt),
    sameInBoth(String(rating.level)),
    rating.problem === null ? { zh: '—', en: '—' } : problems[rating.problem].tag.name,
    found(rating),
  ]),
});
