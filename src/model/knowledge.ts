import type { Method } from './method.ts';
import type { Reference } from './reference.ts';
import type { Calendar } from './time/calendar.ts';

/** The methods of the two groups that are assessed apart. */
export interface Methods {
  readonly province: Method;
  readonly city: Method;
}

/** What is known before any record comes: reference data, methods, working days. */
export interface Knowledge {
  readonly reference: Reference;
  readonly methods: Methods;
  readonly calendar: Calendar;
}
