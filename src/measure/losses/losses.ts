import type { IndicatorValue, UnitResult } from '../../model/measurement.ts';
import type { Dimension, Indicator, IndicatorGroup, Method } from '../../model/method.ts';
import { effectiveWeights } from '../combine.ts';

/** An indicator of a unit with its place in the method and what it weighs in the unit's overall score. */
export interface WeighedIndicator {
  readonly dimension: Dimension;
  readonly group: IndicatorGroup;
  readonly indicator: Indicator;
  readonly value: IndicatorValue;
  /** Weight in the overall score, 0..1: what has no figure has given its weight to what stands beside it. */
  readonly share: number;
  /** 0..100. */
  readonly score: number;
}

/** The indicators that make up a unit's overall score, in the method's order; their shares sum to 1. None without a score. */
export function weighedIndicators(method: Method, unit: UnitResult): WeighedIndicator[] {
  if (unit.overall === null) return [];
  const values = new Map(unit.indicators.map((value) => [value.id, value]));
  const scoreOf = ({ id }: Indicator): number | null => values.get(id)?.normalised ?? null;
  return method.dimensions.flatMap((dimension) => {
    const ofGroups = effectiveWeights(
      dimension.groups.map(({ id, weight }) => ({ weight, score: unit.groups[id]?.score ?? null })),
    );
    return dimension.groups.flatMap((group, g) => {
      const shares = effectiveWeights(
        group.indicators.map((indicator) => ({ weight: indicator.weight, score: scoreOf(indicator) })),
      );
      return group.indicators.flatMap((indicator, i): WeighedIndicator[] => {
        const share = dimension.weight * (ofGroups[g] ?? 0) * (shares[i] ?? 0);
        const [value, score] = [values.get(indicator.id), scoreOf(indicator)];
        if (value === undefined || score === null || share === 0) return [];
        return [{ dimension, group, indicator, value, share, score }];
      });
    });
  });
}

/** Points that an indicator takes from the overall score (失分): its weight × (100 − its score). */
export interface Loss extends WeighedIndicator {
  readonly points: number;
}

/** What takes points from a unit's overall score, in the method's order: the points sum to 100 less the score. */
export const lossesOf = (method: Method, unit: UnitResult): Loss[] =>
  weighedIndicators(method, unit).map((one) => ({ ...one, points: one.share * (100 - one.score) }));
