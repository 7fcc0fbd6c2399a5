import { z } from 'zod';
import { unitKinds } from './reference.ts';

/** A measurement (评估结果): what one method says of one period. Computed from counts, stored as a document. */

/** A figure with the interval it may lie in; null where there are too few counts (no figure). */
const scoreSchema = z.strictObject({ score: z.number(), low: z.number(), high: z.number() }).nullable();
export type Score = z.infer<typeof scoreSchema>;

export const bandIds = ['veryHigh', 'high', 'medium', 'low'] as const;
/** 非常高 高 中 低. */
export type Band = (typeof bandIds)[number];

const indicatorValueSchema = z.strictObject({
  id: z.string(),
  /** Share or mean; null = no figure. */
  value: z.number().nullable(),
  numerator: z.number(),
  denominator: z.number(),
  /** 95% interval of the value. */
  low: z.number().nullable(),
  high: z.number().nullable(),
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

const unitResultSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  kind: z.enum(unitKinds),
  region: z.string(),
  /** Dense rank among units of its kind that have an overall score; null without one. */
  rank: z.int().nullable(),
  band: z.enum(bandIds).nullable(),
  overall: scoreSchema,
  dimensions: dimensionScores,
  groups: z.record(z.string(), scoreSchema),
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
