import { addWorkingDays, type Calendar } from '../../src/model/time/calendar.ts';
import { DAY_SECONDS, parseSecond } from '../../src/model/time/time.ts';
import type { Exercise } from '../../src/model/training/exercise.ts';
import { rowsOf } from './shown-blocks.ts';

/** A rechecker who has nothing but what is shown: reads dates, numbers and rows, and tries every printed rule. */

const time = (text: string | undefined): number => parseSecond(`${text ?? ''}:00`);
const day = (second: number): number => Math.floor(second / DAY_SECONDS);

/** What meets the cause of a rating of this tag, for all later cases. */
const measuresByTag: Readonly<Record<string, RegExp>> = {
  未在承诺时间内办结: /审批环节由|超期预警|现场核查/,
  需提供办事指南之外的申报材料: /窗口自设材料|数据共享核验|指南外要件/,
  多头跑窗口和部门: /一窗受理|首问负责|停用“转窗口”/,
  服务态度生硬: /情绪管理培训|双录每周抽查|服务忌语/,
  承诺网办但无法在线办理: /超时缺陷|实时监测|分步暂存/,
  没有提供材料清单: /一次性告知单|补全材料清单|清单打印/,
  在线预约办理后到实体大厅重复取号排队: /扫码即进入优先队列|预约专窗|叫号规则/,
};

/** The last day of a printed limit. */
function lastDay(limit: string, from: number, calendar: Calendar): number {
  if (limit === '当日') return from;
  const [, n = '', kind] = /^(\d+) 个(工作日|自然日)$/.exec(limit) ?? [];
  return kind === '工作日' ? addWorkingDays(calendar, from, Number(n)) : from + Number(n);
}

/** Every fault of the order that is shown. */
export function faultsShown(exercise: Exercise, calendar: Calendar): string[] {
  const facts = new Map(rowsOf(exercise, '差评').map(([name = '', value = '']) => [name, value]));
  const limits = rowsOf(exercise, '本题适用的时限').filter(([, , applies]) => applies === '适用');
  const flow = rowsOf(exercise, '整改单流转');
  const step = (name: string): number => time(flow.find(([, , is]) => is === name)?.[1]);
  const [rated, contacted, completed, closed] = [
    time(facts.get('评价时间')),
    step('联系评价人'),
    step('整改完成'),
    step('结案'),
  ];
  const ratedDay = day(rated);
  const [contactLimit = '', rectifyLimit = ''] = limits.map(([, limit]) => limit);
  const call = rowsOf(exercise, '回访登记')
    .filter(([, at, , result]) => result?.startsWith('接通') === true && time(at) < closed)
    .at(-1);
  const own = rowsOf(exercise, '号码登记')
    .filter(([owner]) => owner?.startsWith('评价人') === true)
    .map(([, number]) => number);
  const measures = flow.filter(([, , is]) => is === '整改措施').map(([, , , text = '']) => text);
  const meets = measuresByTag[facts.get('标签') ?? ''];
  if (meets === undefined) throw new Error(`no measures are known for ${facts.get('标签') ?? ''}`);
  const forAll = measures.filter((text) => meets.test(text));
  const forOne = measures.filter((text) => text.includes('该申请人'));
  const again = rowsOf(exercise, '整改完成后').filter(
    ([, office, item, served, , level, tag, finding]) =>
      office === facts.get('被评单位') &&
      item === facts.get('事项') &&
      tag === facts.get('标签') &&
      Number(level) <= 2 &&
      finding === '属实' &&
      time(served) > completed &&
      day(time(served)) <= day(completed) + 30,
  );
  const faults: [string, boolean][] = [
    [
      'over-limit',
      day(contacted) > lastDay(contactLimit, ratedDay, calendar) ||
        day(completed) > lastDay(rectifyLimit, ratedDay, calendar),
    ],
    ['no-call-back', call === undefined],
    ['staff-phone', call !== undefined && !own.includes(call[2])],
    ['call-before', call !== undefined && time(call[1]) < completed],
    ['dissatisfied', call?.[3] === '接通，不满意'],
    ['unrelated', forAll.length === 0 && forOne.length === 0],
    ['case-answer-only', forAll.length === 0 && forOne.length > 0],
    ['recurred', again.length > 0],
  ];
  return faults.filter(([, isBroken]) => isBroken).map(([fault]) => fault);
}
