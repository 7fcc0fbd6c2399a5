import { normalQuantile } from '../../model/math/normal.ts';
import { Block, stream, streamKey, threefry, uniform } from '../../model/math/random.ts';

/** A score and its standard error for a new draw. */
export interface DrawnScore {
  readonly score: number;
  readonly error: number;
}

/** Best and worst rank that a unit may well have, 1 = highest. */
export interface RankSpread {
  readonly low: number;
  readonly high: number;
}

/** Draws that ranks are read from: an end of an interval is then met to less than one rank in the middle of 32 units. */
const DRAWS = 4000;
const TAIL = 0.025;

/**
 * 95% intervals of the ranks of units that are compared: their scores are drawn anew, each from a normal distribution around what
 * it is with its standard error, and ranked each time. The draws are keyed, so that the same scores give the same ranks.
 */
export function rankSpreads(scores: readonly DrawnScore[]): RankSpread[] {
  const units = scores.length;
  const times = Array.from({ length: units }, () => new Uint32Array(units + 1));
  const drawn = new Float64Array(units);
  const block = new Block();
  const key = streamKey(stream.rankSpread, 0);
  for (let draw = 0; draw < DRAWS; draw++) {
    for (let unit = 0; unit < units; unit++) {
      threefry(0, key, unit, draw, block);
      const { score, error } = scores[unit] ?? { score: 0, error: 0 };
      drawn[unit] = score + error * normalQuantile(uniform(block.a));
    }
    for (let unit = 0; unit < units; unit++) {
      let rank = 1;
      for (let other = 0; other < units; other++) if ((drawn[other] ?? 0) > (drawn[unit] ?? 0)) rank++;
      const counts = times[unit];
      if (counts !== undefined) counts[rank] = (counts[rank] ?? 0) + 1;
    }
  }
  return times.map((counts) => {
    const ranks = Array.from(counts.keys());
    return { low: firstLikely(ranks, counts), high: firstLikely(ranks.reverse(), counts) };
  });
}

/** The first of some ranks up to which more than the tail of all draws lie. */
function firstLikely(ranks: readonly number[], counts: Uint32Array): number {
  let reached = 0;
  return ranks.find((rank) => (reached += counts[rank] ?? 0) > DRAWS * TAIL) ?? NaN;
}
