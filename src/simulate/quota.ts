/**
 * Quotas: a share that is met by counting instead of by chance, so that two seeds differ in which items carry it and
 * not in how many do.
 */

/**
 * Evenly spread values (k + 0.5) / n in place of n independent ones from (0, 1): one column of a Latin hypercube (McKay,
 * Beckman and Conover 1979). `order` says who gets which: the lowest key the lowest value. Exactly round(n p) of the
 * values lie below p.
 */
function spreadEvenly(order: readonly number[]): Float64Array {
  const values = new Float64Array(order.length);
  ranked(order).forEach((at, k) => (values[at] = (k + 0.5) / order.length));
  return values;
}

/** The same within each group of equal `groups`: each has its own n. */
export function spreadWithin(groups: readonly number[], order: readonly number[]): Float64Array {
  const values = new Float64Array(order.length);
  for (const group of new Set(groups)) {
    const members = groups.flatMap((of, i) => (of === group ? [i] : []));
    const spread = spreadEvenly(members.map((i) => order[i] ?? 0));
    members.forEach((i, k) => (values[i] = spread[k] ?? 0));
  }
  return values;
}

/** Room for positions below a key in one number: 32 bits and 20 bits make an exact integer. */
const POSITIONS = 1 << 20;

/** Positions from the lowest key (a word of 32 bits) to the highest, equal keys in their order. */
export function ranked(keys: readonly number[]): number[] {
  const packed = Float64Array.from(keys, (key, i) => key * POSITIONS + i).sort();
  return Array.from(packed, (value) => value % POSITIONS);
}

/**
 * Chooses positions by systematic sampling with unequal chances (Madow 1949), as many as the chances add up to. Neighbours
 * are rarely chosen together, so the sample is spread along the list. `start` in (0, 1) is all the randomness there is.
 */
export function chooseSystematically(chances: readonly number[], start: number): number[] {
  const chosen: number[] = [];
  let reached = 0;
  let mark = start;
  chances.forEach((chance, i) => {
    reached += chance;
    if (reached > mark) {
      chosen.push(i);
      mark++;
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
  const subsets = subsetsBySize(n);
  let reached = 0;
  for (const [missing, ofSize] of subsets.entries()) {
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

/** Bit sets of 0, 1, …, n members. */
function subsetsBySize(n: number): number[][] {
  const bySize = Array.from({ length: n + 1 }, (): number[] => []);
  for (let set = 0; set < 1 << n; set++) {
    let size = 0;
    for (let i = 0; i < n; i++) size += (set >> i) & 1;
    bySize[size]?.push(set);
  }
  return bySize;
}
