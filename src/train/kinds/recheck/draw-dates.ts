import { isWithin, type RectificationLimits } from '../../../model/rectification.ts';
import type { Limit } from '../../../model/reference.ts';
import { addWorkingDays, type Calendar } from '../../../model/time/calendar.ts';
import { DAY_SECONDS } from '../../../model/time/time.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import { dayBeforeIrregular, daySecond, workingDayFrom, workingDayUpTo } from '../day-count.ts';
import { isBroken, isNearMiss, type RecheckPlan } from './recheck-plan.ts';

const MINUTE = 60;

export interface OrderDates {
  readonly ratedAt: number;
  readonly contactedAt: number;
  readonly completedAt: number;
}

export interface DatesRequest {
  readonly limits: RectificationLimits;
  /** The limit for the rectification that applies. */
  readonly rectify: Limit;
  /** Day of the rating in the world. */
  readonly day: number;
}

/** Places in the calendar that are tried: not every holiday leaves room for an order that keeps its limits. */
const TRIES = 12;

/** Days of rating, contact and completion: within the limits, or beyond one of them by as little as the difficulty says. */
export function drawDates(request: MakeRequest, plan: RecheckPlan, of: DatesRequest): OrderDates {
  const { calendar } = request;
  for (let n = 0; n < TRIES; n++) {
    const dates = datesFrom(request, plan, of, startOf(request, of, n));
    if (isAsPlanned(calendar, plan, of, dates)) return dates;
  }
  return datesFrom({ ...request, difficulty: 1 }, plan, of, workingDayFrom(calendar, of.day));
}

/** The day of the rating: where it is hard, a holiday or a make-up day lies within the limit. */
function startOf(
  { calendar, draws, difficulty }: MakeRequest,
  { rectify, day }: DatesRequest,
  n: number,
): number {
  if (difficulty < 3) return day + n;
  return dayBeforeIrregular(calendar, draws, { day, reach: rectify.days, name: `day off ${String(n)}` });
}

function isAsPlanned(
  calendar: Calendar,
  plan: RecheckPlan,
  { limits, rectify }: DatesRequest,
  { ratedAt, contactedAt, completedAt }: OrderDates,
): boolean {
  const isContactLate = !isWithin(calendar, limits.contact, ratedAt, contactedAt);
  const isLate = !isWithin(calendar, rectify, ratedAt, completedAt);
  return (
    isContactLate === isBroken(plan, 'contact-limit') &&
    isLate === isBroken(plan, 'rectify-limit') &&
    daySecond(contactedAt) < daySecond(completedAt)
  );
}

function datesFrom(
  request: MakeRequest,
  plan: RecheckPlan,
  { limits, rectify }: DatesRequest,
  day: number,
): OrderDates {
  const { calendar, draws } = request;
  const clock = (name: string, from: number, to: number): number => draws.whole(name, from, to) * MINUTE;
  const ratedAt = day * DAY_SECONDS + clock('rated at', 8 * 60 + 30, 13 * 60 + 30);
  const contactDay = dayOfLimit(calendar, limits.contact, day, contactDays(request, plan, limits.contact));
  const contactedAt =
    contactDay === day
      ? ratedAt + clock('contacted after', 35, 190)
      : contactDay * DAY_SECONDS + clock('contacted at', 9 * 60 + 10, 16 * 60 + 30);
  const planned = dayOfLimit(calendar, rectify, day, rectifyDays(request, plan, rectify));
  const onWorkingDay = isBroken(plan, 'rectify-limit')
    ? workingDayFrom(calendar, planned)
    : workingDayUpTo(calendar, planned);
  const completedDay = onWorkingDay > contactDay ? onWorkingDay : addWorkingDays(calendar, contactDay, 1);
  const completedAt = completedDay * DAY_SECONDS + clock('completed at', 10 * 60 + 40, 15 * 60);
  return { ratedAt, contactedAt, completedAt };
}

const dayOfLimit = (calendar: Calendar, { kind }: Limit, from: number, n: number): number =>
  kind === 'working' ? addWorkingDays(calendar, from, n) : from + n;

/** Days until the contact: late by one where it is hard. */
function contactDays({ draws, difficulty }: MakeRequest, plan: RecheckPlan, { days }: Limit): number {
  if (isBroken(plan, 'contact-limit'))
    return days + (difficulty === 1 ? 2 : difficulty === 2 ? draws.whole('late', 1, 2) : 1);
  if (difficulty === 3 || isNearMiss(plan, 'contact-limit')) return days;
  return draws.whole('contact', Math.min(1, days), days);
}

/** Days until the completion: by the last day allowed where it is hard, beyond it by the least there is. */
function rectifyDays({ draws, difficulty }: MakeRequest, plan: RecheckPlan, { days }: Limit): number {
  const within = (from: number, to: number): number => draws.whole('completed', from, to);
  if (isBroken(plan, 'rectify-limit'))
    return days + (difficulty === 1 ? within(3, 6) : difficulty === 2 ? within(2, 3) : 1);
  if (isNearMiss(plan, 'rectify-limit')) return difficulty === 1 ? days - 1 : days;
  if (difficulty === 1) return within(Math.max(2, Math.ceil(days * 0.4)), days - 2);
  return difficulty === 2 ? within(days - 2, days - 1) : within(days - 1, days);
}
