/** How well an order of suspicion tells what is so from what is not (ROC 曲线), whatever the threshold. */

/** Records that are held equally suspicious: how many of them truly are what is looked for, and how many are not. */
export interface TiedRecords {
  readonly positives: number;
  readonly negatives: number;
}

/** Where a threshold stands: what is named falsely of all that is not so, and rightly of all that is. */
export interface RocPoint {
  readonly falseRate: number;
  readonly recall: number;
}

/** Records in groups of equal score, the most suspicious first; `truths` says which of them are so. */
export function tiesByScore(scores: readonly number[], truths: readonly boolean[]): TiedRecords[] {
  const ties = new Map<number, { positives: number; negatives: number }>();
  for (const [i, score] of scores.entries()) {
    const tie = ties.get(score) ?? { positives: 0, negatives: 0 };
    ties.set(score, tie);
    if (truths[i] === true) tie.positives++;
    else tie.negatives++;
  }
  return [...ties].sort(([a], [b]) => b - a).map(([, tie]) => tie);
}

const total = (ties: readonly TiedRecords[], name: keyof TiedRecords): number =>
  ties.reduce((sum, tie) => sum + tie[name], 0);

/**
 * The points of all thresholds, from naming nothing to naming everything; what is tied is named together. None where there is
 * nothing to find, or nothing else.
 */
export function rocPoints(ties: readonly TiedRecords[]): RocPoint[] {
  const [positives, negatives] = [total(ties, 'positives'), total(ties, 'negatives')];
  if (positives === 0 || negatives === 0) return [];
  let [found, wrong] = [0, 0];
  const points = ties.map((tie) => {
    found += tie.positives;
    wrong += tie.negatives;
    return { falseRate: wrong / negatives, recall: found / positives };
  });
  return [{ falseRate: 0, recall: 0 }, ...points];
}

/**
 * Area under these points: the chance that a record that is so is held more suspicious than one that is not, a tie counting half
 * (J. A. Hanley and B. J. McNeil 1982). Null where there are no points.
 */
export function areaUnderRoc(ties: readonly TiedRecords[]): number | null {
  const [positives, negatives] = [total(ties, 'positives'), total(ties, 'negatives')];
  if (positives === 0 || negatives === 0) return null;
  let [found, pairs] = [0, 0];
  for (const tie of ties) {
    pairs += tie.negatives * (found + tie.positives / 2);
    found += tie.positives;
  }
  return pairs / (positives * negatives);
}

/** Mean of the precision at each threshold, weighted by what it finds more than the one before; null where there is nothing to find. */
export function averagePrecision(ties: readonly TiedRecords[]): number | null {
  const positives = total(ties, 'positives');
  if (positives === 0) return null;
  let [found, named, sum] = [0, 0, 0];
  for (const tie of ties) {
    found += tie.positives;
    named += tie.positives + tie.negatives;
    if (tie.positives > 0) sum += (tie.positives / positives) * (found / named);
  }
  return sum;
}

/**
 * At most so many of the points, enough to draw: first and last stay, and of each stretch of the curve of equal length the last
 * point. Areas are to be computed from all of them.
 */
export function thinnedPoints(points: readonly RocPoint[], most: number): RocPoint[] {
  if (points.length <= most) return [...points];
  // The way along the curve is 2 long, counted along both axes.
  const stretchOf = ({ falseRate, recall }: RocPoint): number =>
    Math.floor(((falseRate + recall) / 2) * (most - 2));
  return points.filter((point, i) => {
    const next = points[i + 1];
    return i === 0 || next === undefined || stretchOf(next) > stretchOf(point);
  });
}
