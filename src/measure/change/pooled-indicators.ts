import { GROUPS } from '../../model/counts/random-groups.ts';
import { Z95 } from '../../model/math/interval.ts';
import type { IndicatorValue, UnitResult } from '../../model/measurement.ts';
import type { Indicator } from '../../model/method.ts';
import { testAgainstNothing, type Estimate, type Tested } from './test-estimate.ts';

/** An indicator of several units together: their numerators over their denominators. */
export interface PooledIndicator extends Estimate {
  readonly numerator: number;
  readonly denominator: number;
  /** Units with a figure, which alone count. */
  readonly units: number;
}

const FREEDOM = GROUPS - 1;

/**
 * Pools an indicator over units that are drawn apart: each counts by its part of the denominators, and so does its error for a new
 * draw of persons, offices and items. What the register alone says holds no error. Null where no unit has a figure.
 */
export function pooledIndicator(
  units: readonly UnitResult[],
  { id, basis }: Pick<Indicator, 'id' | 'basis'>,
): PooledIndicator | null {
  const values = units.flatMap(
    ({ indicators }) => indicators.find((value) => value.id === id && value.value !== null) ?? [],
  );
  const sum = (of: (value: IndicatorValue) => number): number =>
    values.reduce((total, value) => total + of(value), 0);
  const [numerator, denominator] = [sum((value) => value.numerator), sum((value) => value.denominator)];
  if (denominator === 0) return null;
  const variance =
    basis === 'register' ? 0 : sum((value) => ((value.denominator / denominator) * errorOf(value)) ** 2);
  return {
    numerator,
    denominator,
    units: values.length,
    value: numerator / denominator,
    error: Math.sqrt(variance),
    freedom: FREEDOM,
  };
}

/** Standard error of a value, read from its interval for a new draw, or for single records where no group counts are known. */
function errorOf({ redraw, low, high }: IndicatorValue): number {
  const interval = redraw ?? { low: low ?? 0, high: high ?? 0 };
  return (interval.high - interval.low) / 2 / Z95;
}

/** Test whether two figures of different records differ. */
export const testEstimates = (a: Estimate, b: Estimate): Tested =>
  testAgainstNothing({
    value: a.value - b.value,
    error: Math.hypot(a.error, b.error),
    freedom: Math.min(a.freedom, b.freedom),
  });
