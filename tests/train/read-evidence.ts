import { workingDaysBetween, type Calendar } from '../../src/model/time/calendar.ts';
import { parseDay, parseSecond } from '../../src/model/time/time.ts';
import type { Exercise } from '../../src/model/training/exercise.ts';
import { rowsOf } from './shown-blocks.ts';

/** An evaluator who has nothing but what is shown: reads each record by the printed rules, with times and numbers compared. */

export type ReadBearing = 'supports' | 'against' | 'mistake' | 'none';

const minute = (text: string): number => parseSecond(`${text}:00`) / 60;
const TIME = String.raw`\d{4}-\d{2}-\d{2} \d{2}:\d{2}`;

interface Facts {
  readonly tail: string;
  readonly window: string | undefined;
  readonly servedAt: number | undefined;
  readonly accepted: number | undefined;
  readonly promised: number;
}

function factsOf(exercise: Exercise): Facts {
  const rows = rowsOf(exercise, '差评');
  const value = (name: string): string | undefined => rows.find(([key]) => key?.startsWith(name))?.[1];
  const [served, accepted] = [value('办理时间'), value('受理时间')];
  return {
    tail: value('办件尾号') ?? '',
    window: value('办理窗口')?.replace(' 号窗口', ''),
    servedAt: served === undefined ? undefined : minute(served),
    accepted: accepted === undefined ? undefined : parseDay(accepted.slice(0, 10)),
    promised: Number(value('承诺办结时限')?.replace(' 个工作日', '') ?? Number.NaN),
  };
}

/** Sources that are the rated office, by rule 2. */
const office =
  /^(被评单位情况说明|当事工作人员陈述|窗口手工台账|一体化平台办件备注栏|大厅管理方证明|被评单位回访登记表)$/;

/** What says that something happened as claimed, and what says that it did not; times and cases are tried before. */
const supporting = [
  /入库 2 次/,
  /同一材料重复入库 1 种/,
  /请再次提交/,
  /再次提交材料通知 1 条/,
  /非本窗口业务/,
  /往返/,
  /把材料推出窗口|高声说|录音转写.*：“(?!费”)/,
  /用语不当 1 次/,
  /错误率 \d+%/,
  /告警清单：.*，1 次/,
  /三次提交均返回/,
  /提交失败 3 次/,
  /《一次性告知书》/,
  /一次性告知 1 次/,
  /不盖收不了|不交收不了件/,
  /代办服务费|收款 1 笔/,
  /无人在岗|空岗 1 次/,
  /叫号 0 次，在等|中断 1 次/,
  /类别“现场号”|现场取号 1 次/,
  /预约号不可用|返回“请现场取号”1 次/,
];
const contrary = [
  /均入库 1 次；|重复入库材料 0 种/,
  /未发起补正|补正次数 0/,
  /没有补正或补交材料的通知|补交类通知 0 条/,
  /当日只叫号 1 次|叫号 1 次，窗口 1 个/,
  /没有到过其他窗口|只到过 1 个窗口/,
  /没有退回或转窗口操作|转窗口次数 0/,
  /没有争执|没有不文明用语/,
  /问题 0 个/,
  /可用率 [\d.]+%，没有告警|告警清单：.*，0 次/,
  /提交 1 次即成功|提交失败 0 次/,
  /网上申报提交成功|提交成功通知 1 条/,
  /没有告知、退回或补正|告知 0 次/,
  /没有社区印章|社区印章 0 枚/,
  /没有提到任何费用|出现 0 次/,
  /没有缴费环节|缴费环节 0 个/,
  /叫号 \d+ 次，没有中断|中断 0 次/,
  /在岗，连续办理|空岗 0 次/,
  /间隔都不超过|受理合计/,
  /没有现场取号；|现场取号 0 次/,
  /核销成功，直接|“请现场取号”0 次/,
  /没有去取号机|停留 0 次/,
];

/** Whether a record belongs to the case at all: its number, window and time agree with those of the rating. */
function isOfThisCase(text: string, { tail, window, servedAt }: Facts): boolean {
  const number = /办件 (\d{4})/.exec(text)?.[1];
  if (number !== undefined && number !== tail) return false;
  if (/前一工作日|另一账号/.test(text)) return false;
  const shownWindow = /^(?:视频摘录：|叫号间隔统计：|巡查问题清单：)?(\d+) 号窗口/.exec(text)?.[1];
  if (shownWindow !== undefined && window !== undefined && shownWindow !== window) return false;
  const span = new RegExp(`(${TIME}) 至 (${TIME}|\\d{2}:\\d{2})`).exec(text);
  if (span === null || servedAt === undefined) return true;
  const [, from = '', until = ''] = span;
  const to = minute(until.length > 5 ? until : `${from.slice(0, 10)} ${until}`);
  return minute(from) <= servedAt && servedAt <= to;
}

/** A day on which the case was finished or its result sent off: in time or not, counted in working days. */
function finishedInTime(
  text: string,
  { accepted, promised }: Facts,
  calendar: Calendar,
): boolean | undefined {
  const day = /(?:提交办结|办结日期|办结时自动触发|办结通知 1 条|揽收)/.test(text)
    ? /\d{4}-\d{2}-\d{2}/.exec(text)?.[0]
    : undefined;
  if (day === undefined || accepted === undefined) return undefined;
  return workingDaysBetween(calendar, accepted, parseDay(day)) <= promised;
}

/** The text as if it were of this case. */
function withoutPlace(text: string, { tail, window }: Facts): string {
  const here = text.replace(/办件 \d{4}/, `办件 ${tail}`).replace(/前一工作日|另一账号/, '');
  return window === undefined ? here : here.replace(/^(\D*)\d+ 号窗口/, `$1${window} 号窗口`);
}

function bearingOf(source: string, text: string, facts: Facts, calendar: Calendar): ReadBearing {
  if (office.test(source)) return 'none';
  if (source === '评价人的文字') return /耐心|顺利|热情/.test(text) ? 'mistake' : 'none';
  if (source === '评价中心回访录音') return /点错|点成了差评|第一个是最好的/.test(text) ? 'mistake' : 'none';
  if (source === '评价平台日志') {
    const times = new RegExp(
      `^(${TIME}) 提交差评；(${TIME}) 本人账号申请更正为五星；此前无单位联系记录$`,
    ).exec(text);
    return times !== null && minute(times[2] ?? '') - minute(times[1] ?? '') <= 10 ? 'mistake' : 'none';
  }
  if (source === '12345热线工单' || source === '办事指南版本库') return 'none';
  if (!isOfThisCase(text, facts)) return 'none';
  const inTime = finishedInTime(text, facts, calendar);
  if (inTime !== undefined) return inTime ? 'against' : 'supports';
  if (contrary.some((says) => says.test(text))) return 'against';
  return supporting.some((says) => says.test(text)) ? 'supports' : 'none';
}

export interface ReadRecord {
  readonly letter: string;
  /** The system behind a record: a list drawn from it has the same. */
  readonly system: string;
  readonly bearing: ReadBearing;
}

export function readEvidence(exercise: Exercise, calendar: Calendar): ReadRecord[] {
  const facts = factsOf(exercise);
  return rowsOf(exercise, '手上的材料').map(([letter = '', source = '', , text = '']) => {
    const system = source.replace('（导出清单）', '');
    return { letter, system, bearing: bearingOf(system, text, facts, calendar) };
  });
}

/** The finding by rules 5 to 8. */
export function findingOf(records: readonly ReadRecord[]): string {
  const sources = (bearing: ReadBearing): number =>
    new Set(records.filter((record) => record.bearing === bearing).map(({ system }) => system)).size;
  if (sources('mistake') > 0) return 'mistaken';
  if (sources('supports') > 0) return sources('against') === 0 ? 'upheld' : 'unproven';
  return sources('against') > 1 ? 'unfounded' : 'unproven';
}

/** Reads as a hurried evaluator does: takes what the office hands in for proof, and does not look at case numbers, windows and minutes. */
export function readCarelessly(exercise: Exercise, calendar: Calendar): ReadRecord[] {
  const facts = factsOf(exercise);
  return rowsOf(exercise, '手上的材料').map(([letter = '', source = '', , text = '']): ReadRecord => {
    if (source === '被评单位回访登记表' || /申请更正为五星/.test(text))
      return { letter, system: source, bearing: 'mistake' };
    if (office.test(source) && source !== '被评单位情况说明')
      return { letter, system: source, bearing: 'against' };
    const system = source.replace('（导出清单）', '');
    const bearing = bearingOf(system, withoutPlace(text, facts), { ...facts, servedAt: undefined }, calendar);
    return { letter, system: source, bearing };
  });
}
