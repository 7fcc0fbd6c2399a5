import { normalCdf } from '../model/math/normal.ts';
import { approximateNormalQuantile } from '../model/math/random.ts';
import { crossing } from './inverse.ts';

/** The cuts between felt levels with which nothing but what is felt gives published shares of the levels. */

/** What came of four cuts: the share of ratings at level 1, at 2 or below, at 3 or below, at 4 or below. */
export interface CutTrial {
  readonly cuts: readonly number[];
  readonly below: readonly number[];
}

/** Bounds of how far a cut lies from its place under the standard normal distribution. */
const FARTHEST = 8;
/** Least distance of two cuts: they must rise, where a level was published of nobody too. */
const APART = 0.0001;
const rounded = (cut: number): number => Math.round(cut * 10_000) / 10_000;

/**
 * Cuts below which the wanted shares lie. An experience is nearly normal near a cut, so that the cut lies off its place under
 * the standard normal distribution by what all trials together tell.
 */
export function cutsFor(wanted: readonly number[], trials: readonly CutTrial[]): number[] {
  let before = -Infinity;
  return wanted.map((share, k) => {
    const cut = rounded(offset(k, trials) + approximateNormalQuantile(Math.max(share, Number.EPSILON)));
    before = Math.max(cut, rounded(before + APART));
    return before;
  });
}

/** How far cut k lies from the place where as many would lie below it: by halving. */
function offset(k: number, trials: readonly CutTrial[]): number {
  const seen = trials.reduce((sum, { below }) => sum + (below[k] ?? 0), 0);
  const toldAt = (off: number): number =>
    trials.reduce((sum, { cuts }) => sum + normalCdf((cuts[k] ?? 0) - off), 0);
  return crossing(-FARTHEST, FARTHEST, (off) => toldAt(off) > seen);
}
