import type { Bilingual } from '../../../model/language.ts';
import { DAY_SECONDS, printSecond } from '../../../model/time/time.ts';
import type { ShownTable } from '../../../model/training/exercise.ts';
import { sameInBoth } from '../figures/printed.ts';
import {
  isBad,
  isNight,
  isOutOfHours,
  isOverdue,
  isRated,
  isZeros,
  largestGroup,
  longestEvenRun,
  type AuditScene,
} from './anomaly-rules.ts';
import { unitName, type AuditedRecord, type AuditedUnit } from './audited-unit.ts';

interface RecordColumn {
  readonly name: Bilingual;
  readonly print: (record: AuditedRecord) => Bilingual;
}

/** Second number -> "MM-dd HH:mm:ss". */
const second = (at: number): Bilingual => sameInBoth(printSecond(at).slice(5));
/** Second number -> "MM-dd HH:mm". */
const minute = (at: number): Bilingual => sameInBoth(printSecond(at).slice(5, 16));
const dash = sameInBoth('—');

const channelNames: readonly Bilingual[] = [
  { zh: 'PC端', en: 'computer' },
  { zh: '移动端', en: 'mobile' },
  { zh: '二维码', en: 'QR code' },
  { zh: '大厅平板', en: 'hall tablet' },
  { zh: '大厅终端', en: 'hall terminal' },
  { zh: '热线', en: 'telephone' },
  { zh: '短信', en: 'text message' },
];

const channel = (code: number): Bilingual => {
  const name = channelNames[code - 1];
  if (name === undefined) return sameInBoth(String(code));
  return { zh: `${String(code)} ${name.zh}`, en: `${String(code)} ${name.en}` };
};

const booked: Readonly<Record<AuditedRecord['booked'], Bilingual>> = {
  month: { zh: '本月有', en: 'this month' },
  'month-before': { zh: '上月有', en: 'month before' },
  nowhere: { zh: '没有', en: 'none' },
};

const phone = (number: string): Bilingual => (number === '' ? dash : sameInBoth(number));

/** Columns of records, by what they show. */
export const recordColumns = {
  caseNumber: {
    name: { zh: '办件号', en: 'Case' },
    print: ({ caseNumber }) => sameInBoth(caseNumber),
  },
  assessNumber: {
    name: { zh: '第几次评价', en: 'Which rating' },
    print: ({ assessNumber }) => sameInBoth(String(assessNumber)),
  },
  booked: { name: { zh: '办件库', en: 'Case found' }, print: (record) => booked[record.booked] },
  item: { name: { zh: '事项', en: 'Item' }, print: ({ item }) => item },
  acceptedAt: { name: { zh: '受理', en: 'Accepted' }, print: ({ acceptedAt }) => minute(acceptedAt) },
  dueAt: { name: { zh: '承诺到期', en: 'Promised by' }, print: ({ dueAt }) => minute(dueAt) },
  finishedOn: { name: { zh: '办结', en: 'Finished' }, print: ({ finishedAt }) => minute(finishedAt) },
  servedAt: { name: { zh: '办理时间', en: 'Served at' }, print: ({ servedAt }) => second(servedAt) },
  finishedAt: { name: { zh: '办结时间', en: 'Finished at' }, print: ({ finishedAt }) => second(finishedAt) },
  ratedAt: { name: { zh: '评价时间', en: 'Rated at' }, print: ({ ratedAt }) => second(ratedAt) },
  uploadedAt: { name: { zh: '上传时间', en: 'Sent at' }, print: ({ uploadedAt }) => second(uploadedAt) },
  channel: { name: { zh: '渠道', en: 'Channel' }, print: (record) => channel(record.channel) },
  device: { name: { zh: '设备', en: 'Device' }, print: ({ device }) => sameInBoth(device) },
  phone: { name: { zh: '评价人号码', en: 'Rater’s number' }, print: (record) => phone(record.phone) },
  phones: {
    name: { zh: '评价人留的号码', en: 'Numbers the rater left' },
    print: ({ phone: first, otherPhone }) =>
      otherPhone === '' ? phone(first) : { zh: `${first}、${otherPhone}`, en: `${first}, ${otherPhone}` },
  },
  level: {
    name: { zh: '等级', en: 'Level' },
    print: ({ level }) => (level === null ? { zh: '未评价', en: 'not rated' } : sameInBoth(String(level))),
  },
  tags: {
    name: { zh: '标签', en: 'Tags' },
    print: ({ tags }) => (tags.length === 0 ? dash : { zh: tags.join('、'), en: tags.join(', ') }),
  },
  isAutomatic: {
    name: { zh: '默认评价', en: 'Automatic' },
    print: ({ isAutomatic }) => (isAutomatic ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }),
  },
  remark: { name: { zh: '文字', en: 'Words' }, print: ({ remark }) => remark?.text ?? dash },
  isTaken: {
    name: { zh: '上报', en: 'Reported' },
    print: ({ level, isTaken }) =>
      level === null ? dash : isTaken ? { zh: '成功', en: 'taken' } : { zh: '失败', en: 'failed' },
  },
  rectifiedAt: {
    name: { zh: '整改完成', en: 'Rectified' },
    print: ({ rectifiedAt }) =>
      rectifiedAt === null ? { zh: '整改中', en: 'under way' } : minute(rectifiedAt),
  },
  calledAt: {
    name: { zh: '回访时间', en: 'Called back' },
    print: ({ calledAt }) => (calledAt === null ? dash : minute(calledAt)),
  },
  calledPhone: {
    name: { zh: '回访号码', en: 'Number called' },
    print: ({ calledPhone }) => phone(calledPhone),
  },
} as const satisfies Readonly<Record<string, RecordColumn>>;
export type RecordColumnId = keyof typeof recordColumns;

export const rowName = (i: number): string => String(i + 1);

/** All records of an office, a row each. */
export const recordTable = ({ letter, records }: AuditedUnit, ids: readonly RecordColumnId[]): ShownTable => {
  const name = unitName(letter);
  return {
    kind: 'table',
    caption: { zh: `${name.zh} 的记录`, en: `Records of ${name.en}` },
    columns: [{ name: { zh: '行', en: 'Row' } }, ...ids.map((id) => ({ name: recordColumns[id].name }))],
    rows: records.map((record, i) => [
      sameInBoth(rowName(i)),
      ...ids.map((id) => recordColumns[id].print(record)),
    ]),
  };
};

interface SummaryColumn {
  readonly name: Bilingual;
  readonly value: (unit: AuditedUnit, scene: AuditScene) => number;
}

const countOf =
  (holds: (record: AuditedRecord) => boolean): SummaryColumn['value'] =>
  ({ records }) =>
    records.filter(holds).length;

const distinct =
  (of: (record: AuditedRecord) => string): SummaryColumn['value'] =>
  ({ records }) =>
    new Set(records.map(of)).size;

const mostAlike =
  (
    holds: (record: AuditedRecord) => boolean,
    of: (record: AuditedRecord) => string,
  ): SummaryColumn['value'] =>
  ({ records }) =>
    largestGroup(records.filter(holds), of).length;

const dayOf = (at: number): number => Math.floor(at / DAY_SECONDS);

/** Columns of the summary, one figure for each office. */
export const summaryColumns = {
  fives: { name: { zh: '5 分条数', en: 'Level 5' }, value: countOf(({ level }) => level === 5) },
  medianDelay: {
    name: { zh: '办理到评价的中位秒数', en: 'Median seconds from service to rating' },
    value: ({ records }) => {
      const delays = records.map(({ ratedAt, servedAt }) => ratedAt - servedAt).sort((a, b) => a - b);
      return delays[Math.floor((delays.length - 1) / 2)] ?? 0;
    },
  },
  night: { name: { zh: '22:00—6:00 条数', en: 'From 22:00 to 6:00' }, value: countOf(isNight) },
  evenRun: {
    name: { zh: '间隔相差不到 60 秒的最长连续条数', en: 'Longest run with gaps alike within 60 seconds' },
    value: ({ records }) => longestEvenRun(records, (gap, first) => Math.abs(gap - first) < 60).length,
  },
  sameDevice: {
    name: { zh: '同一设备最多条数', en: 'Most from one device' },
    value: mostAlike(
      () => true,
      ({ device }) => device,
    ),
  },
  automatic: {
    name: { zh: '默认评价条数', en: 'Automatic ratings' },
    value: countOf(({ isAutomatic }) => isAutomatic),
  },
  untagged: {
    name: { zh: '没有标签的条数', en: 'Without tags' },
    value: countOf(({ tags }) => tags.length === 0),
  },
  sameHour: {
    name: { zh: '同一钟点最多条数', en: 'Most in one clock hour' },
    value: mostAlike(
      () => true,
      ({ ratedAt }) => String(Math.floor(ratedAt / 3600)),
    ),
  },
  sentLate: {
    name: { zh: '评价 5 天以后上传的条数', en: 'Sent more than 5 days later' },
    value: countOf(({ uploadedAt, ratedAt }) => uploadedAt - ratedAt > 5 * DAY_SECONDS),
  },
  numbers: { name: { zh: '不同号码数', en: 'Different numbers' }, value: distinct((record) => record.phone) },
  sameNumber: {
    name: { zh: '同一号码最多条数', en: 'Most from one number' },
    value: mostAlike(
      ({ phone: number }) => number !== '' && !isZeros(number),
      ({ phone: number }) => number,
    ),
  },
  noNumber: {
    name: { zh: '没有有效号码的条数', en: 'Without a valid number' },
    value: countOf(({ phone: number }) => number === '' || isZeros(number)),
  },
  cases: {
    name: { zh: '不同办件号数', en: 'Different cases' },
    value: distinct((record) => record.caseNumber),
  },
  notBooked: {
    name: { zh: '本月办件库中没有的条数', en: 'Not among the cases of the month' },
    value: countOf((record) => record.booked !== 'month'),
  },
  beforeFinished: {
    name: { zh: '评价早于办结的条数', en: 'Rated before finished' },
    value: countOf(({ ratedAt, finishedAt }) => ratedAt < finishedAt),
  },
  outOfHours: {
    name: { zh: '工作日 9:00—17:00 以外的条数', en: 'Outside 9:00–17:00 on working days' },
    value: (unit, { calendar }) =>
      unit.records.filter((record) => isOutOfHours(record, { ...unit, opensSaturdays: false }, calendar))
        .length,
  },
  bad: { name: { zh: '1、2 分条数', en: 'Levels 1, 2' }, value: countOf(isBad) },
  hints: { name: { zh: '录入提示条数', en: 'Hints on entry' }, value: countOf(({ hasHint }) => hasHint) },
  ones: { name: { zh: '1 分条数', en: 'Level 1' }, value: countOf(({ level }) => level === 1) },
  onesOfNumber: {
    name: { zh: '同一号码 1 分最多条数', en: 'Most of level 1 from one number' },
    value: mostAlike(
      ({ level }) => level === 1,
      ({ phone: number }) => number,
    ),
  },
  onesWithWords: {
    name: { zh: '1 分且有文字的条数', en: 'Level 1 with words' },
    value: countOf(({ level, remark }) => level === 1 && remark !== null),
  },
  unrated: { name: { zh: '未评价件数', en: 'Not rated' }, value: countOf((record) => !isRated(record)) },
  overdue: { name: { zh: '超期件数', en: 'Overdue' }, value: countOf(isOverdue) },
  failed: {
    name: { zh: '上报失败条数', en: 'Not taken' },
    value: countOf((record) => isRated(record) && !record.isTaken),
  },
  noCall: {
    name: { zh: '没有回访的件数', en: 'Without a call-back' },
    value: countOf(({ calledAt }) => calledAt === null),
  },
  otherNumber: {
    name: { zh: '回访号码不是首留号码的件数', en: 'Called another number than the first left' },
    value: countOf(({ calledAt, calledPhone, phone: first }) => calledAt !== null && calledPhone !== first),
  },
  calledSameDay: {
    name: { zh: '整改当天回访的件数', en: 'Called on the day of rectification' },
    value: countOf(
      ({ calledAt, rectifiedAt }) =>
        calledAt !== null && rectifiedAt !== null && dayOf(calledAt) === dayOf(rectifiedAt),
    ),
  },
} as const satisfies Readonly<Record<string, SummaryColumn>>;
export type SummaryColumnId = keyof typeof summaryColumns;

/** One row an office: what can be seen without opening any records. */
export const summaryTable = (scene: AuditScene, ids: readonly SummaryColumnId[]): ShownTable => ({
  kind: 'table',
  caption: { zh: '各单位汇总', en: 'Summary by office' },
  columns: [
    { name: { zh: '单位', en: 'Office' } },
    { name: { zh: '首条日期', en: 'First record' } },
    ...ids.map((id) => ({ name: summaryColumns[id].name, isNumber: true })),
  ],
  rows: scene.units.map((unit) => [
    unitName(unit.letter),
    sameInBoth(printSecond(unit.records[0]?.ratedAt ?? 0).slice(5, 10)),
    ...ids.map((id) => sameInBoth(String(summaryColumns[id].value(unit, scene)))),
  ]),
});
