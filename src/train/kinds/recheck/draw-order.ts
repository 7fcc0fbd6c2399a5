import type { Bilingual } from '../../../model/language.ts';
import { DAY_SECONDS } from '../../../model/time/time.ts';
import type { CaseFile } from '../../exercise-world.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import { daySecond } from '../day-count.ts';
import { drawCalls } from './draw-calls.ts';
import { drawDates } from './draw-dates.ts';
import { drawLaterRatings } from './draw-later-ratings.ts';
import { drawMeasures, workingDaysOf } from './draw-measures.ts';
import { limitSheets } from './limit-sheets.ts';
import type { FlowLine } from './order-tables.ts';
import { problemIds, problems, type ProblemId } from './problems.ts';
import type { RecheckPlan } from './recheck-plan.ts';
import { faultsOf, rectifyLimit, type ReportedOrder } from './work-order.ts';

const MINUTE = 60;

/** A rectification as it is reported, with the lines of its flow; it has the fault of the plan and no other. */
export interface DrawnOrder {
  readonly file: CaseFile;
  readonly order: ReportedOrder;
  readonly flow: readonly FlowLine[];
}

export function drawOrder(request: MakeRequest, plan: RecheckPlan): DrawnOrder {
  const { draws, world, calendar } = request;
  const problem = draws.one('problem', problemIds);
  const file = caseOf(request, problem);
  const { profile: _, ...limits } = draws.one('limits', limitSheets);
  const isComplex = draws.share('complex') < 0.5;
  const rectify = rectifyLimit({ limits, isComplex });
  const dates = drawDates(request, plan, { limits, rectify, day: daySecond(file.assessedAt) });
  const order: ReportedOrder = {
    limits,
    isComplex,
    problem,
    ...dates,
    ...drawCalls(request, plan, dates),
    measures: drawMeasures(request, plan, problem, dates),
    later: drawLaterRatings(request, plan, { file, problem, dates }),
  };
  const faults = faultsOf(order, calendar);
  if (faults.join() !== (plan.fault ?? ''))
    throw new Error(
      `world ${String(world.number)}: an order for ${plan.fault ?? 'nothing'} has the faults ${faults.join()}`,
    );
  return { file, order, flow: flowOf(request, order) };
}

/** A bad rating that its office found upheld and rectified, of a case that the problem can befall. */
function caseOf({ world, draws }: MakeRequest, problem: ProblemId): CaseFile {
  const suits = ({ isOnline, isPromise }: CaseFile): boolean =>
    problem === 'overdue' ? isPromise : problem === 'online' ? isOnline : !isOnline;
  const rectified = world.badRatings.filter(
    ({ rectification }) => (rectification?.rectifiedAt ?? null) !== null,
  );
  const lists = [
    rectified.filter(suits),
    world.badRatings.filter(suits),
    world.badRatings,
    world.goodRatings,
  ];
  return draws.one('case', lists.find((list) => list.length > 0) ?? []);
}

/** The lines of the flow in the order of their times; where it is harder, more of them say nothing that matters. */
function flowOf({ calendar, draws, difficulty }: MakeRequest, order: ReportedOrder): FlowLine[] {
  const { ratedAt, contactedAt, completedAt, closedAt, isComplex, problem, measures } = order;
  const kind: Bilingual = isComplex ? { zh: '复杂问题', en: 'complex' } : { zh: '一般问题', en: 'ordinary' };
  const { name } = problems[problem].tag;
  const lines: FlowLine[] = [
    { step: 'received', at: ratedAt + MINUTE, text: { zh: '系统自动接收', en: 'received automatically' } },
    {
      step: 'passed-on',
      at: ratedAt + draws.whole('passed on', 12, 30) * MINUTE,
      text: { zh: '转承办单位', en: 'passed on to the office' },
    },
    {
      step: 'contacted',
      at: contactedAt,
      text: { zh: '已与评价人通话，核实差评内容', en: 'spoke to the rater and went through the rating' },
    },
    {
      step: 'judged',
      at: contactedAt + 3 * MINUTE,
      text: { zh: `属实，${kind.zh}：${name.zh}`, en: `upheld, ${kind.en}: ${name.en}` },
    },
    ...measures.map(({ at, text }): FlowLine => ({ step: 'measure', at, text })),
    {
      step: 'completed',
      at: completedAt,
      text: { zh: '承办单位报整改完成', en: 'the office reports completion' },
    },
    { step: 'closed', at: closedAt, text: { zh: '申请结案，状态“已整改”', en: 'closed, state “rectified”' } },
  ];
  const days = workingDaysOf(calendar, order);
  const early = (day: number | undefined, name: string): number =>
    (day ?? daySecond(completedAt)) * DAY_SECONDS + draws.whole(name, 8 * 60 + 35, 9 * 60) * MINUTE;
  const asides: FlowLine[] = [
    {
      step: 'instruction',
      at: early(days[0], 'instruction'),
      text: { zh: '请认真整改，举一反三', en: 'please rectify with care and draw wider conclusions' },
    },
    {
      step: 'reminder',
      at: early(days.at(-1), 'reminder'),
      text: { zh: '请按期办结', en: 'please finish in time' },
    },
  ];
  return [...lines, ...asides.slice(0, difficulty - 1)].sort((a, b) => a.at - b.at);
}
