import type { IndicatorValue, Score } from '../model/measurement.ts';
import type { Indicator } from '../model/method.ts';
import { normalise } from './normalise.ts';

/**
 * The interval of an indicator's score: the ends of its value's interval between the goalposts, so within 0..100. An
 * indicator of the register has none: the register is counted in full and holds no sampling error.
 */
export function indicatorScore(indicator: Indicator, value: IndicatorValue): Score {
  const { normalised: score, low, high } = value;
  if (score === null || low === null || high === null) return null;
  if (indicator.basis === 'register') return { score, low: score, high: score };
  const ends = [normalise(low, indicator.goalposts), normalise(high, indicator.goalposts)];
  return { score, low: Math.min(...ends), high: Math.max(...ends) };
}
