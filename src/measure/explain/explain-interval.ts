import { wilsonInterval } from '../../model/math/interval.ts';
import type { Score, ScoreSpread } from '../../model/measurement.ts';
import { redrawInterval } from '../spread/redraw-interval.ts';
import type { Explanation, ExplainedIndicator } from './explain-unit.ts';

/** The part that a child has in the interval of its parent's score. */
export interface IntervalPart {
  readonly id: string;
  readonly name: Explanation['name'];
  readonly effective: number;
  /** Distances of the two ends from the child's score, in its widest interval. */
  readonly below: number;
  readonly above: number;
}

/**
 * How an interval was made. `fullCount`: the register is counted in full. `wilson`: from numerator and denominator. `symmetric`: as far
 * to either side of a mean, or of a share read from a sample of equal size. `added`: the distances of the parts, each times its
 * weight, added up. `redraw`: the standard error for a new draw, times a quantile of t, to either side. `other`: none of these gives the two ends, and no more is claimed.
 */
export interface ExplainedInterval {
  readonly way: 'none' | 'fullCount' | 'wilson' | 'symmetric' | 'added' | 'redraw' | 'other';
  /** Ends of the value, at an indicator. */
  readonly value: { readonly low: number; readonly high: number } | null;
  /** Ends of the score. */
  readonly score: Score;
  readonly parts: readonly IntervalPart[];
}

/** Ends that are computed in the same way differ by rounding alone. */
const SAME = 1e-9;
const same = (a: number, b: number): boolean => Math.abs(a - b) <= SAME;

/** How the interval of a node came about: found by doing it again, so that no way is named that does not lead there. */
export function explainInterval(node: Explanation): ExplainedInterval {
  const { score, spread, indicator } = node;
  const value =
    indicator === undefined || indicator.low === null || indicator.high === null
      ? null
      : { low: indicator.low, high: indicator.high };
  const made = { value, score, parts: [] };
  if (score === null) return { ...made, way: 'none' };
  if (indicator !== undefined) return { ...made, way: value === null ? 'none' : wayOf(indicator, value) };
  const parts = node.children.flatMap(({ id, name, effective, score: child, spread: ofChild }) => {
    if (child === null) return [];
    const { low, high } = ofChild?.worstCase ?? child;
    return [{ id, name, effective, below: child.score - low, above: high - child.score }];
  });
  if (spread !== null && isRedrawn(score, spread)) return { ...made, parts, way: 'redraw' };
  const sum = (side: 'below' | 'above'): number =>
    parts.reduce((total, part) => total + part.effective * part[side], 0);
  const added = same(sum('below'), score.score - score.low) && same(sum('above'), score.high - score.score);
  return { ...made, parts, way: added ? 'added' : 'other' };
}

function isRedrawn({ score, low, high }: NonNullable<Score>, spread: NonNullable<ScoreSpread>): boolean {
  const redrawn = redrawInterval(score, { variance: spread.error ** 2, freedom: spread.freedom }, [0, 100]);
  return same(redrawn.low, low) && same(redrawn.high, high);
}

function wayOf(
  { basis, value, numerator, denominator }: ExplainedIndicator,
  { low, high }: { readonly low: number; readonly high: number },
): ExplainedInterval['way'] {
  if (basis === 'register') return 'fullCount';
  if (value === null) return 'none';
  if (numerator >= 0 && numerator <= denominator) {
    const wilson = wilsonInterval(numerator, denominator);
    if (same(wilson.low, low) && same(wilson.high, high)) return 'wilson';
  }
  return same(value - low, high - value) ? 'symmetric' : 'other';
}
