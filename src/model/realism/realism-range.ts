import { z } from 'zod';
import { confidence } from '../reference.ts';

/** What an expert looks at to tell whether records look real, in the order of the table. */
export const realismIds = [
  'telephoneNight',
  'telephoneOutside',
  'messageNight',
  'messageOutside',
  'offDayApplications',
  'itemSlope',
  'ratedItems',
  'tag110',
  'tag108',
  'tag109',
  'levelRatio',
  'distinctTexts',
  'topFirms',
  'withinOffice',
  'withinItem',
  'withinPerson',
  'withinCase',
  'delay5',
  'delay4',
  'delay3',
  'delay2',
  'delay1',
  'slowBadCases',
  'firstMonth',
] as const;
export type RealismId = (typeof realismIds)[number];

const rangeSchema = z
  .strictObject({
    id: z.enum(realismIds),
    /** How the value is printed. */
    kind: z.enum(['share', 'ratio', 'seconds']),
    low: z.number(),
    high: z.number(),
    /** Nothing is said of fewer observations. */
    least: z.int().positive(),
    /** A sample of the rows says something else than all of them. */
    wholeOnly: z.boolean().default(false),
    /** Fewer observations make the value higher: below the range it is outside, however few there are. */
    highWhereFew: z.boolean().default(false),
    source: z.string().min(1),
    sourceEn: z.string().min(1),
    confidence,
    /** True where the range is our own, whatever it leans on. */
    assumption: z.boolean(),
  })
  .refine(({ low, high }) => low < high, 'low must lie below high')
  .refine((range) => range.assumption || range.confidence !== 'guessed', 'what is guessed is an assumption');
/** The published or assumed range of a statistic. */
export type RealismRange = z.infer<typeof rangeSchema>;

export const realismFile = z.strictObject({
  ranges: z
    .array(rangeSchema)
    .refine(
      (ranges) => ranges.map(({ id }) => id).join() === realismIds.join(),
      'ranges must name every statistic once, in the order of the table',
    ),
});
