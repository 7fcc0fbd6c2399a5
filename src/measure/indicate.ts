import type { IndicatorValue } from '../model/measurement.ts';
import type { Indicator } from '../model/method.ts';
import type { Interval } from '../model/math/interval.ts';
import type { Ratio } from './formulas/formula.ts';
import { formulaOf } from './formulas/formulas.ts';
import { normalInterval, wilsonInterval } from '../model/math/interval.ts';
import { normalise } from './normalise.ts';
import type { Scale } from './scale.ts';
import type { UnitCounts } from './unit-counts.ts';

/**
 * An indicator (指标) of one unit: its value with a 95% interval (Wilson for a share, normal for a mean and for what is read from a
 * sample of fixed size) and its score between the goalposts. No figure when the denominator is below the minimum, or the
 * sample larger than what there is; numerator and denominator are printed all the same.
 */
export function indicate(indicator: Indicator, counts: UnitCounts, scale: Scale): IndicatorValue {
  const { numerator, denominator, mean, rarefied } = formulaOf(indicator.formula).ratio(
    counts,
    scale,
    indicator,
  );
  // A count that an older version did not keep: nothing is known, and nothing is printed.
  if (Number.isNaN(numerator)) return { id: indicator.id, numerator: 0, denominator: 0, ...noFigure };
  const counted = { id: indicator.id, numerator, denominator };
  if (denominator < indicator.minimum || rarefied === null) return { ...counted, ...noFigure };
  const value = rarefied?.value ?? mean?.value ?? numerator / denominator;
  const { low, high } =
    rarefied !== undefined
      ? normalInterval(rarefied.value, rarefied.error ** 2, 1)
      : mean !== undefined
        ? meanInterval(mean, denominator)
        : wilsonInterval(numerator, denominator);
  return { ...counted, value, low, high, redraw: null, normalised: normalise(value, indicator.goalposts) };
}

/** Normal interval of a mean; that of a mean of shares is cut at 0 and 1. */
function meanInterval({ value, variance, isShare }: NonNullable<Ratio['mean']>, n: number): Interval {
  const { low, high } = normalInterval(value, variance, n);
  return isShare === true ? { low: Math.max(0, low), high: Math.min(1, high) } : { low, high };
}

export const noFigure = { value: null, low: null, high: null, redraw: null, normalised: null } as const;
