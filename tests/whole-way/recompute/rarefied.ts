import type { FirstRatings } from './count-indicators.ts';

/** Coverage of ratings in a random sample of r of them: Hurlbert 1971; Heck, van Belle and Simberloff 1975. */

/** Chance that a sample of `r` of `all` ratings holds none of `some` of them: C(all − some, r) / C(all, r). */
function missed(all: number, some: number, r: number): number {
  let chance = 1;
  for (let k = 0; k < r && chance > 0; k++) chance *= Math.max(0, all - some - k) / (all - k);
  return chance;
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

/** One rating for every ten published items of a register. */
const sampleSize = ({ items }: FirstRatings): number => Math.max(1, Math.round(0.1 * items.length));

/** Whether every register has ratings enough for a sample. */
export const canBeSampled = (registers: readonly FirstRatings[]): boolean =>
  registers.every((register) => total(register.items) >= sampleSize(register));

/** Places that a sample of `r` of the ratings is expected to show, and the variance of their number. */
function shownOf(ratings: readonly number[], r: number): { shown: number; variance: number } {
  const all = total(ratings);
  // Places with equally many ratings have equal chances.
  const placesWith = new Map<number, number>();
  for (const n of ratings) placesWith.set(n, (placesWith.get(n) ?? 0) + 1);
  const known = new Map<number, number>();
  const missing = (n: number): number => {
    let chance = known.get(n);
    if (chance === undefined) known.set(n, (chance = missed(all, n, r)));
    return chance;
  };
  let shown = 0;
  let variance = 0;
  for (const [n, places] of placesWith) {
    const chance = missing(n);
    shown += places * (1 - chance);
    variance += places * chance * (1 - chance);
    for (const [m, others] of placesWith) {
      const pairs = places * (others - (m === n ? 1 : 0));
      variance += pairs * (missing(n + m) - chance * missing(m));
    }
  }
  return { shown, variance };
}

/** Share of all items, or of all offices, that samples of the registers are expected to show, and its standard error. */
export function reach(
  registers: readonly FirstRatings[],
  of: keyof FirstRatings,
): { readonly value: number; readonly error: number } {
  const samples = registers.map((register) => shownOf(register[of], sampleSize(register)));
  const places = total(registers.map((register) => register[of].length));
  return {
    value: total(samples.map(({ shown }) => shown)) / places,
    error: Math.sqrt(total(samples.map(({ variance }) => variance))) / places,
  };
}
