import type { Bilingual } from '../../../model/language.ts';
import type { Draws } from '../../draws.ts';
import type { ExerciseUnit, ExerciseWorld } from '../../exercise-world.ts';

/** Counts of exercises: drawn like a sample from the shares of the world, so that no two exercises show the same ones. */

/** How many of n records have what this share of all has: a binomial count, by inversion of one draw. */
export function drawnCount(draws: Draws, name: string, n: number, share: number): number {
  // The walk begins at the rarer side, where it is short and its first step does not vanish.
  if (share > 0.5) return n - walk(1 - draws.share(name), n, 1 - share);
  return walk(draws.share(name), n, share);
}

function walk(until: number, n: number, share: number): number {
  if (share <= 0) return 0;
  let log = n * Math.log1p(-share);
  let sum = Math.exp(log);
  let count = 0;
  while (sum < until && count < n) {
    log += Math.log(((n - count) / (count + 1)) * (share / (1 - share)));
    count++;
    sum += Math.exp(log);
  }
  return count;
}

/** Counts of several sorts that are n in all. */
export function drawnSorts(draws: Draws, name: string, n: number, shares: readonly number[]): number[] {
  let [left, rest] = [n, shares.reduce((sum, share) => sum + share, 0)];
  return shares.map((share, sort) => {
    const isLast = sort === shares.length - 1;
    const count = isLast
      ? left
      : drawnCount(draws, `${name} ${String(sort)}`, left, rest > 0 ? Math.min(1, share / rest) : 0);
    left -= count;
    rest -= share;
    return count;
  });
}

/** Shares of the levels 1 … 5 among ratings, index 0 being none; each level has a share, also where nobody chose it. */
export function levelShares(levels: readonly number[]): number[] {
  const counts = [1, 2, 3, 4, 5].map((level) => (levels[level] ?? 0) + 1);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return [0, ...counts.map((count) => count / all)];
}

/** The same shares with this part of them bad (levels 1 and 2). */
export function withBadShare(shares: readonly number[], bad: number): number[] {
  const before = (shares[1] ?? 0) + (shares[2] ?? 0);
  return shares.map((share, level) =>
    level === 0 ? 0 : level <= 2 ? (share * bad) / before : (share * (1 - bad)) / (1 - before),
  );
}

export const sumOfCounts = (counts: readonly number[]): number =>
  counts.reduce((sum, count) => sum + count, 0);

/** Ratings of levels 3 to 5 (好评), and of levels 1 and 2 (差评). */
export const goodCount = (levels: readonly number[]): number => sumOfCounts(levels.slice(3));
export const badCount = (levels: readonly number[]): number => sumOfCounts(levels.slice(1, 3));

/** A unit of the world with enough ratings to draw shares from. */
export function ratedUnit(draws: Draws, { units }: ExerciseWorld): ExerciseUnit {
  const rated = units.filter(({ levels }) => sumOfCounts(levels) >= 30);
  return draws.one('unit', rated.length > 0 ? rated : units);
}

/** Units under numbers that are drawn, in the order of these: a number tells nothing of its unit. */
export const codedUnits = (draws: Draws, n: number): Bilingual[] =>
  draws
    .shuffled('codes', codes)
    .slice(0, n)
    .sort()
    .map((code) => ({ zh: `${code}号单位`, en: `Unit ${code}` }));

const codes = Array.from({ length: 89 }, (_, i) => String(i + 10));

/** The first of several attempts that will do. Each attempt names its draws by its number. */
export function firstThat<T>(make: (attempt: string) => T, fits: (made: T) => boolean): T {
  for (let attempt = 0; attempt < 400; attempt++) {
    const made = make(` ${String(attempt)}`);
    if (fits(made)) return made;
  }
  throw new Error('none of the attempts at an exercise fits');
}

/** True where no wrong way gives a value that would pass for the right one, two units of the last digit being the least distance. */
export const standsApart = (right: number, wrong: readonly number[], decimals: number): boolean =>
  wrong.every((value) => Math.abs(value - right) >= 2 * 10 ** -decimals);
