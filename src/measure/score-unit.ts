import type { IndicatorValue, Score, UnitResult } from '../model/measurement.ts';
import type { Indicator, Method } from '../model/method.ts';
import { dimensionIds, type DimensionId } from '../model/reference.ts';
import { combine } from './combine.ts';
import { indicatorScore } from './indicator-score.ts';

/** The overall score needs all five dimensions. */
const ALL = 1;

/** A value of each dimension, in the report's order. */
export const eachDimension = <T>(of: (id: DimensionId) => T): Record<DimensionId, T> => ({
  effectiveness: of('effectiveness'),
  maturity: of('maturity'),
  completeness: of('completeness'),
  coverage: of('coverage'),
  accuracy: of('accuracy'),
});

/** Figures of one kind up the tree of a method; null without a figure. */
export interface Tree<Figure> {
  readonly groups: Readonly<Record<string, Figure | null>>;
  readonly dimensions: Readonly<Record<DimensionId, Figure | null>>;
  readonly overall: Figure | null;
}

/** Combines scores of indicators up the tree of a method: groups, dimensions, overall = Σ weight × dimension score. */
export function scoreTree(method: Method, scoreOf: (indicator: Indicator) => number | null): Tree<number> {
  const groups: Record<string, number | null> = {};
  const ofDimension = (id: DimensionId): number | null => {
    const dimension = method.dimensions.find((known) => known.id === id);
    if (dimension === undefined) return null;
    const scored = dimension.groups.map((group) => {
      const score = combine(
        group.indicators.map((indicator) => ({ weight: indicator.weight, score: scoreOf(indicator) })),
        method.availability,
      );
      groups[group.id] = score;
      return { weight: group.weight, score };
    });
    return combine(scored, method.availability);
  };
  const dimensions = eachDimension(ofDimension);
  const weights = dimensionWeights(method);
  const overall = combine(
    dimensionIds.map((id) => ({ weight: weights[id], score: dimensions[id] })),
    ALL,
  );
  return { groups, dimensions, overall };
}

/** A figure of each node of several trees of one method. */
export const mapTree = <From, To>(
  { groups, dimensions, overall }: Tree<From>,
  of: (figure: From | null, at: <Other>(tree: Tree<Other>) => Other | null) => To | null,
): Tree<To> => ({
  groups: Object.fromEntries(
    Object.entries(groups).map(([id, figure]) => [id, of(figure, (tree) => tree.groups[id] ?? null)]),
  ),
  dimensions: eachDimension((id) => of(dimensions[id], (tree) => tree.dimensions[id])),
  overall: of(overall, (tree) => tree.overall),
});

/**
 * Scores of one unit up the tree of its method with the widest interval that counts allow. Distances of the indicators' ends from
 * their scores, times effective weight, are added up: what would come if all indicators erred the same way at once.
 */
export function scoreUnit(
  method: Method,
  values: readonly IndicatorValue[],
): Pick<UnitResult, 'overall' | 'dimensions' | 'groups'> {
  const byId = new Map(values.map((value) => [value.id, value]));
  const tree = (end: 'score' | 'low' | 'high'): Tree<number> =>
    scoreTree(method, (indicator) => {
      const value = byId.get(indicator.id);
      return value === undefined ? null : (indicatorScore(indicator, value)?.[end] ?? null);
    });
  const [lows, highs] = [tree('low'), tree('high')];
  return mapTree(tree('score'), (score, at): Score => {
    const [low, high] = [at(lows), at(highs)];
    if (score === null || low === null || high === null) return null;
    return { score, low: Math.min(low, score), high: Math.max(high, score) };
  });
}

export const dimensionWeights = ({ dimensions }: Method): Record<DimensionId, number> =>
  eachDimension((id) => dimensions.find((known) => known.id === id)?.weight ?? 0);
