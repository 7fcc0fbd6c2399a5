import { z } from 'zod';
import { both } from '../field-rule.ts';
import { parseDay } from '../time/time.ts';

/** What fields of several groups of a scenario may hold. */

export const share = z.number().min(0).max(1);

/** A share that differs by unit: logistic of a normal with this centre (as a share) and spread (on the logit scale). */
export const spreadShare = z.strictObject({
  mean: z.number().gt(0).lt(1),
  spread: z.number().min(0).max(3),
});

/** An effect of the age of natural persons, by band: those who were 18 to 34, 35 to 59, and 60 or older at the end of 2020. */
export const byAge = (most: number): z.ZodObject<Record<'18' | '35' | '60', z.ZodNumber>> => {
  const effect = z.number().min(-most).max(most);
  return z.strictObject({ '18': effect, '35': effect, '60': effect });
};

export const scenarioDay = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text) >= 0, {
    error: both('须为 2000 年起的日期 yyyy-MM-dd', 'must be a date yyyy-MM-dd from 2000 on'),
  })
  .meta({ format: 'date' });
