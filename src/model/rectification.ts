import { knows, workingDaysBetween, type Calendar } from './time/calendar.ts';
import type { AssumedRules, Limit, RuleProfile } from './reference.ts';
import { DAY_SECONDS } from './time/time.ts';

/** The limits for a bad rating, all from the day after it. */
export interface RectificationLimits {
  readonly contact: Limit;
  readonly ordinary: Limit;
  readonly complex: Limit;
}

/** The limits of a rule profile; what it does not state is assumed. */
export const limitsOf = (
  { contact, rectify }: Pick<RuleProfile, 'contact' | 'rectify'>,
  assumed: AssumedRules,
): RectificationLimits => ({
  contact: contact ?? assumed.contact,
  ordinary: rectify.ordinary ?? assumed.rectify.ordinary,
  complex: rectify.complex ?? assumed.rectify.complex,
});

/** True when the second `to` lies within the limit from `from`; not where the calendar does not know the days. */
export function isWithin(calendar: Calendar, { kind, days }: Limit, from: number, to: number): boolean {
  const [first, last] = [Math.floor(from / DAY_SECONDS), Math.floor(to / DAY_SECONDS)];
  if (kind === 'natural') return last - first <= days;
  return knows(calendar, first) && knows(calendar, last) && workingDaysBetween(calendar, first, last) <= days;
}
