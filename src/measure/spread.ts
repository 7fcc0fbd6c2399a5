import type { IndicatorValue, Score } from '../model/measurement.ts';
import type { Indicator } from '../model/method.ts';
import { combine } from './combine.ts';
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

/**
 * The score of a parent with its interval. Distances of the children's ends from their scores, times effective weight,
 * are added up: the widest interval that any dependence between the indicators can give, since all of them then err the
 * same way at once. Null when the parent has no figure.
 */
export function compositeScore(
  children: readonly { readonly weight: number; readonly score: Score }[],
  availability: number,
): Score {
  const over = (end: 'score' | 'low' | 'high'): number | null =>
    combine(
      children.map(({ weight, score }) => ({ weight, score: score?.[end] ?? null })),
      availability,
    );
  const [score, low, high] = [over('score'), over('low'), over('high')];
  if (score === null || low === null || high === null) return null;
  return { score, low: Math.min(low, score), high: Math.max(high, score) };
}
