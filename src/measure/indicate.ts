import type { IndicatorValue } from '../model/measurement.ts';
import type { Indicator } from '../model/method.ts';
import { formulaOf } from './formulas.ts';
import { normalInterval, wilsonInterval } from '../model/math/interval.ts';
import { normalise } from './normalise.ts';
import type { Scale } from './scale.ts';
import type { UnitCounts } from './unit-counts.ts';

/**
 * An indicator (指标) of one unit: its value with a 95% interval (Wilson for a share, normal for a mean) and its score
 * between the goalposts. No figure when the denominator is below the minimum; numerator and denominator are printed all
 * the same. A share above 1 (ratings of last month's services) is held at 1.
 */
export function indicate(indicator: Indicator, counts: UnitCounts, scale: Scale): IndicatorValue {
  const { numerator, denominator, mean } = formulaOf(indicator.formula).ratio(counts, scale);
  const counted = { id: indicator.id, numerator, denominator };
  if (denominator < indicator.minimum) {
    return { ...counted, value: null, low: null, high: null, normalised: null };
  }
  const within = Math.min(numerator, denominator);
  const value = mean?.value ?? within / denominator;
  const { low, high } =
    mean === undefined
      ? wilsonInterval(within, denominator)
      : normalInterval(mean.value, mean.variance, denominator);
  return { ...counted, value, low, high, normalised: normalise(value, indicator.goalposts) };
}
