import type { LikenessGroup } from '../../model/likeness-groups.ts';
import type { Comparison } from './goodness-of-fit.ts';

/** One line of likeness before it is judged. */
export interface LikenessLine extends Comparison {
  readonly group: LikenessGroup;
  readonly name: string;
  /** Of delays: factors of the median and of the log-spread against the scenario's. */
  readonly factors?: { readonly median: number; readonly spread: number };
  /** Of targets: 99% interval of the simulated figure. */
  readonly interval?: { readonly low: number; readonly high: number };
}

/** Greatest differences that count as like: 2% of a distribution in another place, a tenth of a small count. */
export const LIMITS = { shape: 0.02, volume: 0.03, tags: 0.04, share: 0.1 } as const;
