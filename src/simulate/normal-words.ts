import { approximateNormalQuantile, uniform } from '../model/math/random.ts';

/** Steps of the table: the top 12 bits of a word choose one, the other 20 lie between its ends. */
const STEPS = 4096;
/** In so many steps at either end the quantile is worked out: bad ratings lie there, and it bends too much for a line. */
const TAIL = STEPS / 256;

const quantiles = Float64Array.from({ length: STEPS + 1 }, (_, i) =>
  approximateNormalQuantile(Math.min(1 - 0.5 / STEPS, Math.max(0.5 / STEPS, i / STEPS))),
);

/** Standard normal value of a word: by lines between 4096 quantiles, and exact in the outer 1/256 on either side. */
export function normalOf(word: number): number {
  const step = word >>> 20;
  if (step < TAIL || step >= STEPS - TAIL) return approximateNormalQuantile(uniform(word));
  const low = quantiles[step] ?? 0;
  return low + ((quantiles[step + 1] ?? 0) - low) * ((word & 0xfffff) / 0x100000);
}
