import type { Calendar } from '../model/time/calendar.ts';
import type { Reference } from '../model/reference.ts';
import { readCalendar, readMethods, readReference, type Methods } from '../store/reference.ts';

/** What the house knows before any record comes: reference data, methods, working days. */
export interface Knowledge {
  readonly reference: Reference;
  readonly methods: Methods;
  readonly calendar: Calendar;
}

/** Reads it once, at the start of a program. */
export const readKnowledge = (): Knowledge => ({
  reference: readReference(),
  methods: readMethods(),
  calendar: readCalendar(),
});
