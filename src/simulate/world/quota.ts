/**
 * Quotas: a share that is met by counting instead of by chance, so that two seeds differ in which items carry it and
 * not in how many do.
 */

/**
 * Evenly spread values (k + 0.5) / n in place of n independent ones from (0, 1), within each group of equal `groups` (small
 * whole numbers), n of them: one column of a Latin hypercube (McKay, Beckman and Conover 1979) a group. `inOrder` names the
 * places that get them, the lowest value first. Exactly round(n p) of the values of a group lie below p.
 */
export function spreadWithin(groups: ArrayLike<number>, inOrder: readonly number[]): Float64Array {
  const sizes: number[] = [];
  for (let i = 0; i < inOrder.length; i++) {
    const group = groups[i] ?? 0;
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  const given = new Float64Array(sizes.length);
  const values = new Float64Array(inOrder.length);
  for (const at of inOrder) {
    const group = groups[at] ?? 0;
    const before = given[group] ?? 0;
    values[at] = (before + 0.5) / (sizes[group] ?? 1);
    given[group] = before + 1;
  }
  return values;
}

/** Room for positions below a key in one number: 32 bits and 20 bits make an exact integer. */
const POSITIONS = 1 << 20;

/** Positions from the lowest key (a word of 32 bits) to the highest, equal keys in their order. */
export function ranked(keys: ArrayLike<number>): number[] {
  const packed = new Float64Array(keys.length);
  for (let i = 0; i < packed.length; i++) packed[i] = (keys[i] ?? 0) * POSITIONS + i;
  packed.sort();
  const positions = new Array<number>(packed.length);
  for (let i = 0; i < packed.length; i++) {
    const value = packed[i] ?? 0;
    positions[i] = value - Math.floor(value / POSITIONS) * POSITIONS;
  }
  return positions;
}

/**
 * Chooses positions by systematic sampling with unequal chances (Madow 1949), as many as the chances add up to. Neighbours
 * are rarely chosen together, so the sample is spread along the list. `start` in (0, 1) is all the randomness there is.
 */
export function chooseSystematically(chances: readonly number[], start: number): number[] {
  const chosen: number[] = [];
  let reached = 0;
  let packed = start;
  chances.forEach((chance, i) => {
    reached += chance;
    if (reached > packed) {
      chosen.push(i);
      packed++;
    }
  });
  return chosen;
}

/** Chances proportional to the weights, none above 1, that add up to `count`. */
export function inclusionChances(weights: readonly number[], count: number): number[] {
  const certain = new Set<number>();
  for (;;) {
    const rest = weights.reduce((sum, weight, i) => sum + (certain.has(i) ? 0 : weight), 0);
    const factor = rest > 0 ? (count - certain.size) / rest : 0;
    const more = weights.flatMap((weight, i) => (!certain.has(i) && weight * factor > 1 ? [i] : []));
    if (more.length === 0) return weights.map((weight, i) => (certain.has(i) ? 1 : weight * factor));
    for (const i of more) certain.add(i);
  }
}

/**
 * Which of `n` offers, each with chance `p` and independent of the others, fall to the value `u` in (0, 1): the inverse of
 * their joint distribution, subsets with fewer offers last. Evenly spread values give every number of offers, and nearly
 * every subset, its exact share.
 */
export function offersOf(n: number, p: number, u: number): readonly boolean[] {
  let reached = 0;
  for (const [missing, ofSize] of subsetsBySize(n).entries()) {
    const chance = ofSize.length * p ** (n - missing) * (1 - p) ** missing;
    if (u < reached + chance || missing === n) {
      const within = chance > 0 ? (u - reached) / chance : 0;
      const without = ofSize[Math.min(ofSize.length - 1, Math.floor(within * ofSize.length))] ?? 0;
      return Array.from({ length: n }, (_, i) => (without & (1 << i)) === 0);
    }
    reached += chance;
  }
  return [];
}

const subsets: number[][][] = [];

/** Bit sets of 0, 1, …, n members. */
const subsetsBySize = (n: number): readonly number[][] => (subsets[n] ??= makeSubsets(n));

function makeSubsets(n: number): number[][] {
  const bySize = Array.from({ length: n + 1 }, (): number[] => []);
  for (let set = 0; set < 1 << n; set++) {
    let size = 0;
    for (let i = 0; i < n; i++) size += (set >> i) & 1;
    bySize[size]?.push(set);
  }
  return bySize;
}
