/** What a calibration needs of functions of one unknown: it knows them only by trying. */

/** One trial: the unknown and the figure that came of it. */
export interface Trial {
  readonly at: number;
  readonly figure: number;
}

/**
 * Where a rising function, known at some places, takes this figure: linear between two neighbours, the nearest end beyond
 * them. Where noise makes it fall, the later place counts.
 */
export function placeOf(figure: number, trials: readonly Trial[]): number {
  const sorted = [...trials].sort((a, b) => a.at - b.at);
  let [before] = sorted;
  for (const trial of sorted) {
    if (trial.figure >= figure && before !== undefined) {
      const rise = trial.figure - before.figure;
      return rise > 0 ? before.at + ((figure - before.figure) / rise) * (trial.at - before.at) : trial.at;
    }
    before = trial;
  }
  return before?.at ?? 0;
}

/** Halvings after which the two ends of any interval of scores or qualities are one number. */
const HALVINGS = 60;

/** The first place from `low` to `high` that is not before what is sought, by halving: `high` where all are. */
export function crossing(low: number, high: number, isBefore: (at: number) => boolean): number {
  let [from, to] = [low, high];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (from + to) / 2;
    if (isBefore(middle)) from = middle;
    else to = middle;
  }
  return to;
}

/** Least slope that counts, as a share of the mean slope: where a function is flat, a step must not be endless. */
const LEAST = 0.2;

/** Slope of the function near a place, from the trials around it. */
export function slopeAt(place: number, trials: readonly Trial[]): number {
  const sorted = [...trials].sort((a, b) => a.at - b.at);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || first.at === last.at) return 1;
  const mean = (last.figure - first.figure) / (last.at - first.at);
  const after = Math.min(
    sorted.length - 1,
    Math.max(
      1,
      sorted.findIndex(({ at }) => at > place),
    ),
  );
  const [a, b] = [sorted[after - 1] ?? first, sorted[after] ?? last];
  return Math.max(LEAST * mean, (b.figure - a.figure) / (b.at - a.at));
}

/**
 * Next place after the n-th noisy trial (n from 1): the step to the target, damped as 1 / n after the first few, so that
 * the noise of single trials averages out (Robbins and Monro 1951).
 */
export function damped(trial: Trial, target: number, slope: number, n: number): number {
  const gain = n <= 2 ? 1 : 1 / (n - 1);
  return trial.at + (gain * (target - trial.figure)) / slope;
}
