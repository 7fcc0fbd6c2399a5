import type { IndicatorValue, Score, UnitResult } from '../model/measurement.ts';
import type { Method } from '../model/method.ts';
import { dimensionIds, type DimensionId } from '../model/reference.ts';
import { indicatorScore, compositeScore } from './spread.ts';

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

/** Scores of one unit up the tree of its method: groups, dimensions, overall = Σ weight × dimension score. */
export function scoreUnit(
  method: Method,
  values: readonly IndicatorValue[],
): Pick<UnitResult, 'overall' | 'dimensions' | 'groups'> {
  const byId = new Map(values.map((value) => [value.id, value]));
  const groups: Record<string, Score> = {};
  const scoreOf = (id: DimensionId): Score => {
    const dimension = method.dimensions.find((known) => known.id === id);
    if (dimension === undefined) return null;
    const scored = dimension.groups.map((group) => {
      const children = group.indicators.map((indicator) => {
        const value = byId.get(indicator.id);
        return {
          weight: indicator.weight,
          score: value === undefined ? null : indicatorScore(indicator, value),
        };
      });
      const score = compositeScore(children, method.availability);
      groups[group.id] = score;
      return { weight: group.weight, score };
    });
    return compositeScore(scored, method.availability);
  };
  const dimensions = eachDimension(scoreOf);
  const weights = dimensionWeights(method);
  const overall = compositeScore(
    dimensionIds.map((id) => ({ weight: weights[id], score: dimensions[id] })),
    ALL,
  );
  return { overall, dimensions, groups };
}

export const dimensionWeights = ({ dimensions }: Method): Record<DimensionId, number> =>
  eachDimension((id) => dimensions.find((known) => known.id === id)?.weight ?? 0);
