import type { MakeRequest } from '../../exercise-kind.ts';
import { firstThat } from '../figures/drawn-counts.ts';
import { agreesWhenPrinted, drawSample, fitsGap, rateOf, type RatedSample } from './samples.ts';

type Whose = Pick<RatedSample, 'unit' | 'month'>;

/** Two samples that can be told apart or cannot, as was drawn, as narrowly as the difficulty wants it; and rows beside them. */
export function drawPair(
  { draws, difficulty }: MakeRequest,
  whose: readonly [Whose, Whose],
  besides: readonly Whose[],
): { readonly first: RatedSample; readonly second: RatedSample; readonly besides: RatedSample[] } {
  const isApart = draws.share('apart') < 0.5;
  const sample = (one: Whose, at: string): RatedSample =>
    drawSample(draws, at, one, difficulty, 0.8 + 0.16 * draws.share(`share ${at}`));
  return firstThat(
    (attempt) => ({
      first: sample(whose[0], `first${attempt}`),
      second: sample(whose[1], `second${attempt}`),
      besides: besides.map((one, i) => sample(one, `beside ${String(i)}${attempt}`)),
    }),
    ({ first, second, besides: others }) =>
      fitsGap(first.interval, second.interval, isApart, difficulty) &&
      [first, second, ...others].every(({ n, good }) => n - good >= 8) &&
      // The difference is worth a sentence, and is not that of other rows.
      Math.abs(rateOf(first) - rateOf(second)) > 0.004 &&
      agreesWhenPrinted(first, second) &&
      others.every((one) => Math.abs(rateOf(one) - rateOf(second)) > 0.0005),
  );
}
