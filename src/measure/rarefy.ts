/**
 * Rarefaction: how many kinds a sample of a fixed size would show. It makes units of different volume comparable: the
 * more ratings a place has, the more of its items have one, whatever its service is like.
 * Source: S. H. Hurlbert, Ecology 52 (1971), 577–586; standard error: K. L. Heck and others, Ecology 56 (1975), 1459–1461.
 */

export interface Rarefied {
  /** Kinds that a sample without replacement is expected to show. */
  readonly expected: number;
  /** Standard deviation of their number over such samples. */
  readonly deviation: number;
}

/**
 * Rarefies counts by kind (whole numbers, 0 allowed) to a sample of `size` of them. Throws where there are fewer than
 * `size` in all.
 */
export function rarefy(counts: readonly number[], size: number): Rarefied {
  const present = counts.filter((n) => n > 0);
  const total = present.reduce((sum, n) => sum + n, 0);
  if (size > total) throw new Error(`a sample of ${String(size)} from ${String(total)} is not possible`);
  const chanceToMiss = total <= TABULATED ? tabulated(total, size) : byLogarithms(total, size);
  const missed = present.map(chanceToMiss);
  let variance = 0;
  missed.forEach((chance, i) => {
    variance += chance * (1 - chance);
    for (let j = 0; j < i; j++) {
      const both = chanceToMiss((present[i] ?? 0) + (present[j] ?? 0));
      variance += 2 * (both - chance * (missed[j] ?? 0));
    }
  });
  return {
    expected: present.length - missed.reduce((sum, chance) => sum + chance, 0),
    deviation: Math.sqrt(Math.max(0, variance)),
  };
}

/** Up to so many in all, the chances are multiplied out, which is exact; beyond, logarithms do. */
const TABULATED = 10_000;

/** Chance that a sample shows none of `n` among `total`: C(total − n, size) / C(total, size), for every n. */
function tabulated(total: number, size: number): (n: number) => number {
  const chances = new Float64Array(total + 1);
  let chance = 1;
  for (let n = 0; n <= total; n++) {
    chances[n] = chance;
    chance *= Math.max(0, total - size - n) / (total - n);
  }
  return (n) => chances[n] ?? 0;
}

function byLogarithms(total: number, size: number): (n: number) => number {
  const fixed = logFactorial(total - size) - logFactorial(total);
  return (n) =>
    total - n < size ? 0 : Math.exp(logFactorial(total - n) - logFactorial(total - n - size) + fixed);
}

/** Below it factorials are multiplied out; from it on three terms of Stirling's series err by less than 2e-14. */
const EXACT = 32;
const exact = Array.from({ length: EXACT }, (_, n) => {
  let log = 0;
  for (let factor = 2; factor <= n; factor++) log += Math.log(factor);
  return log;
});

function logFactorial(n: number): number {
  const known = exact[n];
  if (known !== undefined) return known;
  const series = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
  return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + series;
}
