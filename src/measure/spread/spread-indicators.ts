import type { Indicator } from '../../model/method.ts';
import { jackknifeVariance } from './delete-a-group.ts';
import type { DrawnIndicator } from './drawn-indicator.ts';
import { pooledExcess } from './intraclass.ts';

/** How an indicator of one unit varies in a new draw of persons and offices. */
export interface IndicatorSpread {
  readonly variance: number;
  /** Times as large as if every record were drawn by itself (设计效应): for persons alone, and for both. */
  readonly personEffect: number;
  readonly designEffect: number;
}

/** The indicators of some units, unit by unit: undefined where nothing is drawn. */
export type DrawnUnits = readonly (readonly (DrawnIndicator | undefined)[])[];

/**
 * The spread of each indicator of each unit. How much records of one person, and of one office, have in common is asked of all units
 * together; how much that widens an interval hangs on the volume and the offices of the unit.
 */
export function spreadIndicators(
  indicators: readonly Indicator[],
  units: DrawnUnits,
): (IndicatorSpread | undefined)[][] {
  const effects = indicators.map((_, i) => {
    const drawn = units.flatMap((unit) => unit[i] ?? []);
    return { person: personEffect(drawn), office: officeCorrelation(drawn) };
  });
  return units.map((unit) =>
    unit.map((drawn, i): IndicatorSpread | undefined => {
      const effect = effects[i];
      if (drawn === undefined || effect === undefined) return undefined;
      const alike = drawn.offices === undefined ? 0 : effect.office;
      const designEffect = effect.person + alike * Math.max(0, drawn.n * drawn.concentration - 1);
      return { variance: drawn.single * designEffect, personEffect: effect.person, designEffect };
    }),
  );
}

/** How much more persons vary than single records: the mean over units, never below 1. */
function personEffect(drawn: readonly DrawnIndicator[]): number {
  const effects = drawn.flatMap(({ single, moves, value }) =>
    single === 0
      ? []
      : [
          jackknifeVariance(
            value,
            moves.map((move) => value + move),
          ) / single,
        ],
  );
  return effects.length === 0
    ? 1
    : Math.max(1, effects.reduce((sum, effect) => sum + effect, 0) / effects.length);
}

/** Intraclass correlation of records of one office. */
function officeCorrelation(drawn: readonly DrawnIndicator[]): number {
  const ratio = pooledExcess(
    drawn.flatMap(({ squares }) =>
      squares === undefined || squares.within === 0
        ? []
        : [{ excess: squares.between / squares.within - 1, size: squares.size, freedom: squares.freedom }],
    ),
  );
  return ratio / (1 + ratio);
}
