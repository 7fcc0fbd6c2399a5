import { z } from 'zod';
import { both, lineUpTo } from './field-rule.ts';
import { dimensionIds } from './reference.ts';
import type { Period } from './time/period.ts';

/** A method (评估方法): the tree of indicators with weights, goalposts, formulas and sources. Versioned data. */

const name = lineUpTo(200).min(1);
const named = { name, nameEn: name };

/** The id of a part of a method below the dimensions. */
const partId = z
  .string()
  .regex(
    /^[a-z][a-zA-Z]{0,39}$/,
    both('须为 1 至 40 个字母，首字母小写', 'must be 1 to 40 letters, the first in lower case'),
  );

const longText = lineUpTo(2000);

const why = {
  source: longText,
  sourceEn: longText,
  /** True where the choice is ours and no source states it. */
  assumption: z.boolean(),
  reason: longText,
  reasonEn: longText,
};

/**
 * What indicators are counted from (依据): ratings (评价), the handling of bad ones (差评处理), taking part in rating (参评), services and
 * cases (办件), the register of items (事项清单), what evaluators found (评估人员).
 */
export const bases = ['ratings', 'handling', 'participation', 'services', 'register', 'evaluators'] as const;
export type Basis = (typeof bases)[number];

export const indicatorSchema = z.strictObject({
  id: partId,
  ...named,
  weight: z.number().positive(),
  formula: z.string(),
  /** What it is counted from. */
  basis: z.enum(bases),
  /** Values that score 0 and 100; the second is the better one. */
  goalposts: z.tuple([z.number(), z.number()]),
  /** Fewest counts in the denominator for a figure. */
  minimum: z.int().positive(),
  /**
   * Ratings for each published item in the sample that a rarefied coverage is read from; where a unit of a kind has fewer, no
   * unit of the kind has a figure.
   */
  ratingsPerItem: z.number().positive().optional(),
  ...why,
});
export type Indicator = z.infer<typeof indicatorSchema>;

const groupSchema = z.strictObject({
  id: partId,
  ...named,
  weight: z.number().positive(),
  ...why,
  indicators: z.array(indicatorSchema).min(1),
});
export type IndicatorGroup = z.infer<typeof groupSchema>;

const dimensionSchema = z.strictObject({
  id: z.enum(dimensionIds),
  ...named,
  weight: z.number().positive(),
  ...why,
  groups: z.array(groupSchema).min(1),
});
export type Dimension = z.infer<typeof dimensionSchema>;

const sumsTo = (list: readonly { weight: number }[], total: number): boolean =>
  Math.abs(list.reduce((sum, { weight }) => sum + weight, 0) - total) < 1e-9;

/** A method field by field; what holds between fields is `methodSchema`’s. */
export const methodShape = z.strictObject({
  id: lineUpTo(40).min(1),
  ...named,
  version: lineUpTo(40).min(1),
  kind: z.enum(['province', 'city']),
  /** True of an edition that is used only where it is asked for: it counts what not every database holds. */
  onRequest: z.literal(true).optional(),
  /** First year whose data are assessed; all years where absent. */
  since: z.strictObject({ year: z.int(), source: longText, sourceEn: longText }).optional(),
  /** A parent gets a figure when children of at least this share of its weight have one. */
  availability: z.number().gt(0).max(1),
  /** Lower ends of the bands 非常高 高 中; a score on an end falls below it. */
  bands: z.strictObject({
    veryHigh: z.number(),
    high: z.number(),
    medium: z.number(),
    ...why,
  }),
  dimensions: z.array(dimensionSchema).length(5),
  /** What the report assesses and a simulation cannot: named with the reason. */
  leftOut: z.array(z.strictObject({ ...named, reason: longText, reasonEn: longText })).default([]),
});

export const methodSchema = methodShape
  .refine((method) => sumsTo(method.dimensions, 1), { path: ['dimensions'], error: 'weights must sum to 1' })
  .refine((method) => method.dimensions.every((dimension) => sumsTo(dimension.groups, 1)), {
    path: ['dimensions', 'groups'],
    error: 'weights must sum to 1',
  })
  .refine(
    (method) =>
      method.dimensions.every(({ groups }) => groups.every(({ indicators }) => sumsTo(indicators, 1))),
    { path: ['dimensions', 'groups', 'indicators'], error: 'weights must sum to 1' },
  );
export type Method = z.infer<typeof methodSchema>;

/** True of a period whose year the method assesses. */
export const assesses = ({ since }: Pick<Method, 'since'>, { last }: Pick<Period, 'last'>): boolean =>
  since === undefined || 2000 + Math.floor(last / 12) >= since.year;

/** All indicators of a method, in its order. */
export const indicatorsOf = ({ dimensions }: Pick<Method, 'dimensions'>): Indicator[] =>
  dimensions.flatMap(({ groups }) => groups.flatMap(({ indicators }) => indicators));

/** Share of each basis in the overall score, 0..1; they sum to 1. */
export function basisShares({ dimensions }: Pick<Method, 'dimensions'>): Readonly<Record<Basis, number>> {
  const shares = { ratings: 0, handling: 0, participation: 0, services: 0, register: 0, evaluators: 0 };
  for (const dimension of dimensions)
    for (const group of dimension.groups)
      for (const { basis, weight } of group.indicators)
        shares[basis] += dimension.weight * group.weight * weight;
  return shares;
}
