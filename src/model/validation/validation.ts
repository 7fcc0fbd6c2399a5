import { z } from 'zod';

/** How near our arithmetic comes to outside numbers: written by `npm run validate`, shown on the validation page. */

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });

const validatedCheckSchema = z.strictObject({
  id: z.string(),
  what: bilingual,
  source: z.string(),
  licence: bilingual,
  /** The largest difference that passes. */
  tolerance: z.number(),
  /** The largest difference found; null where a number is missing, which never passes. */
  largest: z.number().nullable(),
  compared: z.int(),
  /** Day of the check. */
  date: z.string(),
});
export type ValidatedCheck = z.infer<typeof validatedCheckSchema>;

export const validationFile = z.strictObject({ checks: z.array(validatedCheckSchema) });

export const passes = ({ largest, tolerance }: ValidatedCheck): boolean =>
  largest !== null && largest <= tolerance;
