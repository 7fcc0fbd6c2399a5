import type { Bilingual } from '../../../model/language.ts';
import { wilsonInterval } from '../../../model/math/interval.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import { drawnCount } from '../figures/drawn-counts.ts';
import { gapBetween } from './samples.ts';

/** The smallest denominator that gives a rate of the handling of bad ratings. */
export const FEWEST_UPHELD = 10;

export interface UpheldCounts {
  readonly unit: Bilingual;
  readonly bad: number;
  readonly orders: number;
  readonly upheld: number;
  readonly rectified: number;
  readonly inTime: number;
}

const sizes = {
  1: [60, 160],
  2: [40, 110],
  3: [26, 80],
} as const satisfies Readonly<Record<Difficulty, readonly [number, number]>>;

export function drawUpheld(
  { draws, difficulty }: MakeRequest,
  unit: Bilingual,
  isFew: boolean,
  at: string,
): UpheldCounts {
  const [fewest, most] = sizes[difficulty];
  const bad = isFew ? draws.whole(`bad ${at}`, 11, 20) : draws.whole(`bad ${at}`, fewest, most);
  const part = (name: string, n: number, low: number, high: number): number =>
    drawnCount(draws, `${name} ${at}`, n, low + (high - low) * draws.share(`${name} share ${at}`));
  const orders = part('orders', bad, 0.86, 0.97);
  const upheld = part('upheld', orders, 0.5, 0.75);
  const rectified = part('rectified', upheld, 0.8, 0.97);
  return { unit, bad, orders, upheld, rectified, inTime: part('in time', rectified, 0.45, 0.97) };
}

export const shareOfUpheld = ({ inTime, upheld }: UpheldCounts): number => inTime / upheld;
export const overUpheld = ({ inTime, upheld }: UpheldCounts) => wilsonInterval(inTime, upheld);
export const isTooFew = ({ upheld }: UpheldCounts): boolean => upheld < FEWEST_UPHELD;

export const areApart = (a: UpheldCounts, b: UpheldCounts): boolean =>
  gapBetween(overUpheld(a), overUpheld(b)) > 0;

/** Ends that are printed must tell on which side of one another they lie. */
const LEAST_GAP = 0.0005;

export function tellsDenominatorsApart(
  counts: UpheldCounts,
  other: UpheldCounts,
  isFew: boolean,
  difficulty: Difficulty,
): boolean {
  const gap = gapBetween(overUpheld(counts), overUpheld(other));
  return (
    isTooFew(counts) === isFew &&
    !isTooFew(other) &&
    counts.upheld >= 4 &&
    counts.upheld < counts.orders &&
    counts.rectified < counts.upheld &&
    counts.inTime < counts.rectified &&
    counts.inTime > 0 &&
    shareOfUpheld(counts) !== shareOfUpheld(other) &&
    Math.abs(gap) > LEAST_GAP &&
    (difficulty === 3 || isFew || Math.abs(gap) > 0.02)
  );
}
