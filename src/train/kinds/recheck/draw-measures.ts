import type { Bilingual } from '../../../model/language.ts';
import { isWorkingDay, type Calendar } from '../../../model/time/calendar.ts';
import { DAY_SECONDS } from '../../../model/time/time.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import { daySecond } from '../day-count.ts';
import type { OrderDates } from './draw-dates.ts';
import { measuresBeside, wordsOnly } from './measures-beside.ts';
import { problems, type ProblemId } from './problems.ts';
import { isBroken, isNearMiss, type RecheckPlan } from './recheck-plan.ts';
import type { ReportedMeasure } from './work-order.ts';

const MINUTE = 60;
const counts = { 1: 2, 2: 3, 3: 5 } as const;

type Unplaced = Omit<ReportedMeasure, 'at'>;

/** Measures as the office words them, one after another between contact and completion. */
export function drawMeasures(
  request: MakeRequest,
  plan: RecheckPlan,
  problem: ProblemId,
  dates: OrderDates,
): ReportedMeasure[] {
  const { draws, difficulty } = request;
  const { general, single } = problems[problem];
  const pick = (name: string, list: readonly Bilingual[], reach: Unplaced['reach'], n: number): Unplaced[] =>
    draws
      .shuffled(name, list)
      .slice(0, n)
      .map((text) => ({ text, reach }));
  const count = counts[difficulty];
  const hasCaseOnly = isBroken(plan, 'measure-reach');
  const isBeside = isBroken(plan, 'measure-cause');
  const isDrawnWithCase = draws.share('answer to the case') < 0.5;
  const hasCase = !isBeside && (hasCaseOnly || isNearMiss(plan, 'measure-reach') || isDrawnWithCase);
  const core = [
    ...(hasCaseOnly || isBeside ? [] : pick('general', general, 'general', 1)),
    ...(hasCase ? pick('single', single, 'case', hasCaseOnly && difficulty < 3 ? 2 : 1) : []),
  ];
  const filling = pick('beside', besideOf(request, problem), 'beside', count - core.length);
  const measures = draws.shuffled('measures', [...core, ...filling]);
  return measures.map((measure, i) => ({ ...measure, at: placed(request, dates, i, measures.length) }));
}

/** What helps nothing: with the difficulty it is worded better and comes nearer to the matter. */
function besideOf({ draws, difficulty }: MakeRequest, problem: ProblemId): Bilingual[] {
  if (difficulty === 1) return [...measuresBeside];
  const elsewhere = problems[problem].apart.map((other) => draws.one(other, problems[other].general));
  return difficulty === 2
    ? [...measuresBeside.slice(0, 3), ...elsewhere.slice(0, 1), ...wordsOnly]
    : [...elsewhere, ...wordsOnly];
}

/** Moments on the working days from the day after the contact up to completion, in the morning and in their order. */
function placed({ calendar, draws }: MakeRequest, dates: OrderDates, i: number, n: number): number {
  const days = workingDaysOf(calendar, dates);
  const day = days[Math.floor(((i + 0.5) * days.length) / n)] ?? daySecond(dates.completedAt);
  return day * DAY_SECONDS + (9 * 60 + 5 + i * 15 + draws.whole(`measure ${String(i)}`, 0, 12)) * MINUTE;
}

/** Working days on which the office can work at an order: after the day of the contact, the day of completion included. */
export function workingDaysOf(calendar: Calendar, { contactedAt, completedAt }: OrderDates): number[] {
  const [from, to] = [daySecond(contactedAt) + 1, daySecond(completedAt)];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((day) =>
    isWorkingDay(calendar, day),
  );
}
