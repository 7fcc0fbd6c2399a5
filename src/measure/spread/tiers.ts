import { tQuantile } from '../../model/math/student-t.ts';

const UPPER = 0.975;

/** A score with its standard error for a new draw and the degrees of freedom of it. */
interface SpreadScore {
  readonly score: number;
  readonly error: number;
  readonly freedom: number;
}

/**
 * Numbers units of falling score by groups that cannot be told apart (难分高下的一组), 1 for the first: each group goes down to the last
 * unit whose distance from the first of the group is less than chance could make in a new draw (95%). Units are drawn apart, so that
 * their errors add up by squares. In the order given.
 */
export function tiers(scores: readonly SpreadScore[]): number[] {
  const order = scores.map((_, i) => i).sort((a, b) => (scores[b]?.score ?? 0) - (scores[a]?.score ?? 0));
  const numbers = scores.map(() => 0);
  let [tier, head]: [number, SpreadScore | undefined] = [0, undefined];
  for (const i of order) {
    const one = scores[i];
    if (one === undefined) continue;
    if (head === undefined || isApart(head, one)) [tier, head] = [tier + 1, one];
    numbers[i] = tier;
  }
  return numbers;
}

/** Whether two scores differ by more than chance could make in 95 of 100 new draws. */
function isApart(one: SpreadScore, other: SpreadScore): boolean {
  const freedom = Math.min(one.freedom, other.freedom);
  return Math.abs(one.score - other.score) > tQuantile(UPPER, freedom) * Math.hypot(one.error, other.error);
}
