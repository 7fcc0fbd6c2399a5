import { z } from 'zod';
import { both, unitCode } from './field-rule.ts';
import type { Interval } from './math/interval.ts';
import { bandIds } from './measurement.ts';
import { parseGiven } from './parse-given.ts';
import { confidence, dimensionIds } from './reference.ts';

/** Targets: published figures that simulated results are compared with, and that a calibration tries to meet. */

const headed = {
  source: z.string(),
  /** The source in English, where it differs. */
  sourceEn: z.string().optional(),
  confidence,
  id: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9-]{0,39}$/,
      both(
        '须为小写字母、数字和连字符，至多 40 字',
        'must be lower-case letters, digits and hyphens, 40 at most',
      ),
    ),
  name: z.string(),
  nameEn: z.string(),
  note: z.string(),
  noteEn: z.string(),
};

const counts = z.record(
  z.string().regex(/^[1-7]$/, both('须为 1 至 7', 'must be 1 to 7')),
  z.int().nonnegative(),
);

const monthSchema = z.strictObject({
  kind: z.literal('month'),
  ...headed,
  /** Province, with its key cities. */
  unit: unitCode,
  period: z.string().regex(/^\d{4}-\d{2}$/, both('须为月份 yyyy-MM', 'must be a month yyyy-MM')),
  /** Rule profile of the place: which channels carry a level. */
  profile: z.string(),
  cases: z.number().positive(),
  ratings: z.number().positive(),
  ratingsPerCase: z.number().positive(),
  /** Ratings by level 1–5, and by channel pf 1–7. */
  levels: counts,
  channels: counts,
});
/** Published monthly counts of one province. */
export type MonthTargets = z.infer<typeof monthSchema>;

const score = z.number();
/** Units by band, as far as they were published. */
const bandCounts = z.partialRecord(z.enum(bandIds), z.int().nonnegative());

const nationalSchema = z.strictObject({
  kind: z.literal('national'),
  ...headed,
  year: z.int(),
  /** Edition of the methods that the figures are compared by; the one in use where absent. */
  method: z.string().optional(),
  /** Means of the provincial units, those that were published. */
  means: z.partialRecord(z.enum(['overall', ...dimensionIds]), score).default({}),
  bands: z.strictObject({ province: bandCounts.optional(), city: bandCounts.optional() }).default({}),
  /** Provincial units above the mean of all. */
  aboveMean: z.int().nonnegative().optional(),
  /** Units of which only the band is known. */
  inBand: z.partialRecord(z.enum(bandIds), z.array(unitCode)).default({}),
  /** Overall score by unit; where only two limits are known, those. */
  units: z.record(unitCode, score).default({}),
  ranges: z.record(unitCode, z.tuple([score, score])).default({}),
  /** The provincial unit that came first. */
  first: unitCode.optional(),
  /** Pairs of units of which the first one stood above the second. */
  above: z.array(z.tuple([unitCode, unitCode])).default([]),
  /** Units named for their progress (进步较大地区): those whose scores rose most since the year before. */
  progress: z.array(unitCode).default([]),
  /** Share of the licence items of provincial units that are accepted online with one visit at most (网上受理和“最多跑一次”). */
  oneVisitLicences: z.number().min(0).max(1).optional(),
  /** First units in the order of their scores, where an order was published without scores. */
  leading: z.array(unitCode).default([]),
  /** Least rank correlation (Spearman) of the simulated order with that of `units`, in each kind of unit. */
  spearman: z.number().min(-1).max(1).optional(),
  /** How far a simulated figure may lie from a published one. */
  tolerance: z.strictObject({
    means: z.number().positive().optional(),
    units: z.number().positive().optional(),
    shares: z.number().positive().optional(),
  }),
});
/** Published figures of one year's national report. */
export type NationalTargets = z.infer<typeof nationalSchema>;

const seriesSchema = z.strictObject({
  kind: z.literal('series'),
  ...headed,
  /** Reports of one year after the other. */
  years: z
    .array(nationalSchema)
    .min(1)
    .refine((years) => years.every(({ year }, i) => year === (years[0]?.year ?? 0) + i), {
      error: both('各年须连续、递增', 'years must follow one another'),
    }),
});
/** A year of a report that stands alone, or in a series. */
export type PublishedYear = NationalTargets & {
  /** Id of the series. */
  readonly series?: string;
};

/** Published figures of the national reports of several years, for one world that lives through them. */
export type SeriesTargets = z.infer<typeof seriesSchema>;

const targetsSchema = z.discriminatedUnion('kind', [monthSchema, nationalSchema, seriesSchema]);
export type Targets = z.infer<typeof targetsSchema>;

/** Parses targets; a Mistake names every wrong field. */
export const parseTargets = (value: unknown, where: string): Targets =>
  parseGiven(targetsSchema, value, { zh: '目标', en: 'target file' }, where);

/** Whether a target is met (达到), missed (未达到), or not decidable at the volume of the data (本数据量下无法判定). */
export const targetVerdicts = ['met', 'missed', 'undecidable'] as const;
export type TargetVerdict = (typeof targetVerdicts)[number];

/** One published figure beside the simulated one. */
export interface TargetRow {
  readonly group:
    | 'levels'
    | 'channels'
    | 'ratio'
    | 'means'
    | 'bands'
    | 'aboveMean'
    | 'inBand'
    | 'units'
    | 'order'
    | 'first'
    | 'above'
    | 'progress'
    | 'shares';
  /**
   * Level 5..1, channel pf, "ratingsPerCase", overall or dimension, band, code of a unit or of two, name of a share; with its
   * kind where two have it.
   */
  readonly key: string;
  readonly kind?: 'province' | 'city';
  /** The year it is of, among targets of several. */
  readonly year?: number;
  readonly published: number;
  /** Null where nothing was simulated for the place and period. */
  readonly simulated: number | null;
  /** Counts: 99% sampling interval of the simulated figure. Scores: the tolerance around the published one. */
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the interval, or the tolerance, holds the other one of the two figures. */
  readonly inside: boolean | null;
  /** The interval that the simulated figure may lie in; null where it is not known. */
  readonly interval: Interval | null;
  /** What is accepted of the simulated figure. */
  readonly accepted: Interval;
  /** Null where nothing was simulated for the place and period. */
  readonly verdict: TargetVerdict | null;
}
