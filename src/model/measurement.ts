import { z } from 'zod';
import { unitKinds } from './reference.ts';

/** A measurement (评估结果): what one method says of one period. Computed from counts, stored as a document. */

const intervalSchema = z.strictObject({ low: z.number(), high: z.number() });

/**
 * A figure with its 95% interval: for a new draw of persons, offices and items of the same quality, or, where counts by group are not known,
 * the widest that counts allow. Null where there are too few counts (no figure).
 */
const scoreSchema = z.strictObject({ score: z.number(), low: z.number(), high: z.number() }).nullable();
export type Score = z.infer<typeof scoreSchema>;

/** How sure a score is, beside its interval for a new draw. */
const scoreSpreadSchema = z
  .strictObject({
    /** Standard error for a new draw of persons, offices and items, and its degrees of freedom. */
    error: z.number(),
    freedom: z.number(),
    /** Times as large a variance as if every record were drawn by itself (设计效应). */
    designEffect: z.number(),
    /** 95% interval for other persons at the same offices, with the same register. */
    samePlaces: intervalSchema,
    /** The widest interval that counts allow: all indicators err the same way at once. */
    worstCase: intervalSchema,
  })
  .nullable();
export type ScoreSpread = z.infer<typeof scoreSpreadSchema>;

export const bandIds = ['veryHigh', 'high', 'medium', 'low'] as const;
/** 非常高 高 中 低. */
export type Band = (typeof bandIds)[number];

const indicatorValueSchema = z.strictObject({
  id: z.string(),
  /** Share or mean; null = no figure. */
  value: z.number().nullable(),
  numerator: z.number(),
  denominator: z.number(),
  /** 95% interval of the value, for single records drawn anew from the same register (Wilson). */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** 95% interval for a new draw of persons, offices and items, with its design effect; null where nothing is drawn or known. */
  redraw: intervalSchema.extend({ designEffect: z.number() }).nullable(),
  /** 0..100 after the goalposts; null = no figure. */
  normalised: z.number().nullable(),
});
export type IndicatorValue = z.infer<typeof indicatorValueSchema>;

const dimensionScores = z.strictObject({
  effectiveness: scoreSchema,
  maturity: scoreSchema,
  completeness: scoreSchema,
  coverage: scoreSchema,
  accuracy: scoreSchema,
});

const dimensionSpreads = z.strictObject({
  effectiveness: scoreSpreadSchema,
  maturity: scoreSpreadSchema,
  completeness: scoreSpreadSchema,
  coverage: scoreSpreadSchema,
  accuracy: scoreSpreadSchema,
});

const chance = z.number();
const bandChanceSchema = z.strictObject({ veryHigh: chance, high: chance, medium: chance, low: chance });

const unitResultSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  kind: z.enum(unitKinds),
  region: z.string(),
  /** Dense rank among units of its kind that have an overall score; null without one. */
  rank: z.int().nullable(),
  /** Best and worst rank of a 95% interval; null where the rank or counts by group are not known. */
  rankLow: z.int().nullable(),
  rankHigh: z.int().nullable(),
  /** Number of the group, from the top, that cannot be told apart from its first unit; null as for the interval of the rank. */
  tier: z.int().nullable(),
  band: z.enum(bandIds).nullable(),
  /** Chance of each band for a new draw. */
  bandChance: bandChanceSchema.nullable(),
  overall: scoreSchema,
  dimensions: dimensionScores,
  groups: z.record(z.string(), scoreSchema),
  /** How sure the scores are; null where counts by group are not known. */
  spread: z
    .strictObject({
      overall: scoreSpreadSchema,
      dimensions: dimensionSpreads,
      groups: z.record(z.string(), scoreSpreadSchema),
    })
    .nullable(),
  indicators: z.array(indicatorValueSchema),
});
export type UnitResult = z.infer<typeof unitResultSchema>;

const meansSchema = z.strictObject({
  overall: z.number().nullable(),
  effectiveness: z.number().nullable(),
  maturity: z.number().nullable(),
  completeness: z.number().nullable(),
  coverage: z.number().nullable(),
  accuracy: z.number().nullable(),
  /** 95% interval of the overall mean for a new draw. */
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type Means = z.infer<typeof meansSchema>;

const bandCountsSchema = z.strictObject({ veryHigh: z.int(), high: z.int(), medium: z.int(), low: z.int() });
export type BandCounts = z.infer<typeof bandCountsSchema>;

export const measurementSchema = z.strictObject({
  /** Method ids and version. */
  method: z.strictObject({ province: z.string(), city: z.string() }),
  version: z.string(),
  period: z.string(),
  /** Digest of the data the figures come from. */
  data: z.string(),
  weights: z.strictObject({
    effectiveness: z.number(),
    maturity: z.number(),
    completeness: z.number(),
    coverage: z.number(),
    accuracy: z.number(),
  }),
  units: z.array(unitResultSchema),
  means: z.strictObject({ province: meansSchema, city: meansSchema }),
  bands: z.strictObject({ province: bandCountsSchema, city: bandCountsSchema }),
  /** Means of the provincial units of each region, and of its cities. */
  regions: z.array(z.strictObject({ id: z.string(), province: meansSchema, city: meansSchema })),
});
export type Measurement = z.infer<typeof measurementSchema>;
