import type { UnitResult } from '../../model/measurement.ts';
import type { Dimension, Indicator, IndicatorGroup, Method } from '../../model/method.ts';
import { weighedIndicators, type WeighedIndicator } from '../losses/losses.ts';

/** What an indicator adds to the change of a unit's overall score between two periods. */
export interface ChangePart {
  readonly dimension: Dimension;
  readonly group: IndicatorGroup;
  readonly indicator: Indicator;
  /** Null where it has no figure in that period. */
  readonly now: WeighedIndicator | null;
  readonly before: WeighedIndicator | null;
  /** Points of the overall score. */
  readonly points: number;
}

/**
 * Parts of the change of a unit's overall score by indicator, in the method's order: they sum to the change. A part is the weight ×
 * (score − m) of now less that of before, m half-way between both overall scores: where the weight is the same, weight × change
 * of the score; an indicator with a figure in one period only adds by how far it lies from the rest. None without both scores.
 */
export function changeParts(method: Method, now: UnitResult, before: UnitResult): ChangePart[] {
  if (now.overall === null || before.overall === null) return [];
  const middle = (now.overall.score + before.overall.score) / 2;
  const [later, earlier] = [now, before].map(
    (unit) => new Map(weighedIndicators(method, unit).map((one) => [one.indicator.id, one])),
  );
  const pointsOf = (one: WeighedIndicator | null): number =>
    one === null ? 0 : one.share * (one.score - middle);
  return method.dimensions.flatMap((dimension) =>
    dimension.groups.flatMap((group) =>
      group.indicators.flatMap((indicator): ChangePart[] => {
        const [a, b] = [later?.get(indicator.id) ?? null, earlier?.get(indicator.id) ?? null];
        if (a === null && b === null) return [];
        return [{ dimension, group, indicator, now: a, before: b, points: pointsOf(a) - pointsOf(b) }];
      }),
    ),
  );
}
