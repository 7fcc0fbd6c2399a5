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
  const chances = chancesToMiss(total, size, 2 * Math.max(0, ...present));
  const chanceToMiss = (n: number): number => chances[n] ?? 0;
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

/** The chance to miss n of `total` falls at least as fast as exp(−n × size / total); from this exponent on it adds nothing to a sum. */
const NEGLIGIBLE = 70;

/**
 * Chance that a sample shows none of n among `total`: C(total − n, size) / C(total, size), by n, up to `most` or to where it is
 * negligible. Each comes from the one before by one factor: differences of logarithms of factorials would cost six digits.
 */
function chancesToMiss(total: number, size: number, most: number): Float64Array {
  const last = Math.min(most, total, Math.ceil((NEGLIGIBLE * total) / Math.max(1, size)));
  const chances = new Float64Array(last + 1);
  let chance = 1;
  for (let n = 0; n <= last; n++) {
    chances[n] = chance;
    chance *= Math.max(0, total - size - n) / (total - n);
  }
  return chances;
}
