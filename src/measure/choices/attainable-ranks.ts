import { solve, type Model } from 'yalps';

/** The ranks that a unit can reach when only weights move, each within its bounds, and all together stay 1. */
export interface AttainableRank {
  readonly best: number;
  readonly worst: number;
  /** False where the search was given up: the true ends then lie between the rank in use and these. */
  readonly exact: boolean;
}

export interface WeightBounds {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** Branches that are searched for one end before the bound stands for it, and the distance by which a rival is ahead. */
const MOST_BRANCHES = 4000;
const AHEAD = 1e-9;

/** Bounds of weights that may each be off by a share of themselves. */
export const boundsAround = (weights: readonly number[], share: number): WeightBounds => ({
  low: weights.map((weight) => weight * (1 - share)),
  high: weights.map((weight) => Math.min(1, weight * (1 + share))),
});

/**
 * Best and worst rank of each unit, from its scores under the node whose weights move (their logarithms where scores are
 * multiplied); null for a unit without all of them. A rival that is ahead, or behind, for all weights is counted as such;
 * for the others a mixed integer programme finds the most and the fewest that are ahead at once.
 */
export function attainableRanks(
  scores: readonly (readonly number[])[],
  bounds: WeightBounds,
): (AttainableRank | null)[] {
  return scores.map((own, unit) => {
    if (own.some(Number.isNaN)) return null;
    let always = 0;
    const contested: number[][] = [];
    scores.forEach((other, rival) => {
      if (rival === unit || other.some(Number.isNaN)) return;
      const lead = other.map((score, i) => score - (own[i] ?? NaN));
      const [least, most] = [
        -farthest(
          lead.map((one) => -one),
          bounds,
        ),
        farthest(lead, bounds),
      ];
      if (least > AHEAD) always++;
      else if (most > AHEAD) contested.push(lead);
    });
    const fewest = countAhead(contested, bounds, 'minimize');
    const most = countAhead(contested, bounds, 'maximize');
    return {
      best: 1 + always + (fewest ?? 0),
      worst: 1 + always + (most ?? contested.length),
      exact: fewest !== null && most !== null,
    };
  });
}

/** The largest weighted sum within the bounds: what is left of the weight goes where it does most. */
function farthest(lead: readonly number[], { low, high }: WeightBounds): number {
  let left = 1 - low.reduce((sum, one) => sum + one, 0);
  let sum = lead.reduce((all, one, i) => all + one * (low[i] ?? 0), 0);
  const order = lead.map((_, i) => i).sort((a, b) => (lead[b] ?? 0) - (lead[a] ?? 0));
  for (const i of order) {
    const more = Math.min(left, (high[i] ?? 0) - (low[i] ?? 0));
    sum += more * (lead[i] ?? 0);
    left -= more;
  }
  return sum;
}

/** Rivals that are ahead at once, the fewest or the most; null where the search was given up. */
function countAhead(
  leads: readonly (readonly number[])[],
  bounds: WeightBounds,
  direction: 'minimize' | 'maximize',
): number | null {
  if (leads.length === 0) return 0;
  const { low, high } = bounds;
  const constraints: Record<string, { max?: number; equal?: number }> = {
    all: { equal: 1 - low.reduce((sum, one) => sum + one, 0) },
  };
  // The weight of a child above its least.
  const shares = low.map((least, i): Record<string, number> => {
    constraints[`share${String(i)}`] = { max: (high[i] ?? 0) - least };
    return { all: 1, [`share${String(i)}`]: 1 };
  });
  const variables = new Map<string, Record<string, number>>();
  const ahead = leads.map((lead, j) => {
    const name = `ahead${String(j)}`;
    const atLeast = lead.reduce((sum, one, i) => sum + one * (low[i] ?? 0), 0);
    const sign = direction === 'minimize' ? 1 : -1;
    lead.forEach((one, i) => {
      const share = shares[i];
      if (share) share[name] = sign * one;
    });
    if (direction === 'minimize') {
      // A rival that is not counted may not be ahead: lead ≤ reach × counted.
      constraints[name] = { max: -atLeast };
      variables.set(name, { [name]: -farthest(lead, bounds), count: 1 });
    } else {
      // One that is counted must be ahead: lead ≥ AHEAD − reach × (1 − counted).
      const reach =
        AHEAD +
        farthest(
          lead.map((one) => -one),
          bounds,
        );
      constraints[name] = { max: atLeast - AHEAD + reach };
      variables.set(name, { [name]: reach, count: 1 });
    }
    return name;
  });
  shares.forEach((share, i) => variables.set(`weight${String(i)}`, share));
  const model: Model = { direction, objective: 'count', constraints, variables, binaries: new Set(ahead) };
  const { status, result } = solve(model, { maxIterations: MOST_BRANCHES, precision: 1e-10 });
  return status === 'optimal' ? Math.round(result) : null;
}
