/** Choices (取舍) that a composite rests on, as a reader states them. */

/**
 * How values become comparable: between stated goalposts; between the worst and the best of the units; in deviations from
 * their mean; by their order.
 */
export const normalisations = ['goalposts', 'minMax', 'zScore', 'rank'] as const;
export type Normalisation = (typeof normalisations)[number];

/** How scores of children become that of their parent: a sum, or a product that low scores pull down. */
export const aggregations = ['arithmetic', 'geometric'] as const;
export type Aggregation = (typeof aggregations)[number];

/** Where the weights come from: as given, the same for all children of a node, or by how much their scores differ. */
export const weightings = ['given', 'equal', 'entropy'] as const;
export type Weighting = (typeof weightings)[number];

export interface ChoiceRequest {
  readonly normalisation: Normalisation;
  readonly aggregation: Aggregation;
  readonly weighting: Weighting;
  /** Whether outliers are treated first. */
  readonly winsorising: boolean;
  /** Whether values of few records are drawn towards what all units say (empirical Bayes). */
  readonly shrinkage: boolean;
  /** Changed weights of dimensions and groups by their id: shares 0..1 among those of their parent. */
  readonly weights: Readonly<Record<string, number>>;
  /** Changed goalposts by the id of their indicator. */
  readonly goalposts: Readonly<Record<string, readonly [number, number]>>;
}

/** What is drawn in a Monte Carlo over choices: each is one factor, though weights and goalposts are many numbers. */
export const factors = [
  'normalisation',
  'aggregation',
  'weighting',
  'winsorising',
  'weights',
  'goalposts',
] as const;
export type Factor = (typeof factors)[number];

/** How far drawn choices may be from the ones in use. */
export interface ChoiceBounds {
  /** Each weight by this share of itself, up and down. */
  readonly weights: number;
  /** Each goalpost by this share of the distance between the two. */
  readonly goalposts: number;
}
