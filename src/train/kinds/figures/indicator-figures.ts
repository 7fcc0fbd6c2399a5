import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import { combine } from '../../../measure/combine.ts';
import { normalise } from '../../../measure/normalise.ts';
import type { Draws } from '../../draws.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import { drawnCount, standsApart } from './drawn-counts.ts';
import type { SatisfactionId, SatisfactionIndicator } from './satisfaction-group.ts';

/** An indicator of a unit: its value as it is printed, and the denominator behind it. */
export interface IndicatorFigure extends SatisfactionIndicator {
  readonly value: number;
  /** Between the goalposts; as it is printed, where scores are shown in place of values. */
  readonly score: number;
  readonly n: number;
}

/** The method gives a group a score where children with this share of its weight have a figure. */
const AVAILABILITY = 0.5;

export function drawIndicators(
  { draws, difficulty }: MakeRequest,
  indicators: readonly SatisfactionIndicator[],
  attempt: string,
): IndicatorFigure[] {
  const lacking = difficulty === 3 ? draws.one(`lacking${attempt}`, ['activeGoodRate', 'meanVisits']) : '';
  const denominators = drawDenominators(draws, attempt);
  return indicators.map((indicator) => {
    const { id, minimum, decimals, drawn } = indicator;
    const raw = drawn[0] + (drawn[1] - drawn[0]) * draws.share(`value ${id}${attempt}`);
    const value = Number(raw.toFixed(decimals));
    const score = normalise(value, indicator.goalposts);
    return {
      ...indicator,
      value,
      score: difficulty === 1 ? Number(score.toFixed(2)) : score,
      n:
        id === lacking
          ? draws.whole(`too few${attempt}`, Math.ceil(minimum / 2), minimum - 1)
          : denominators[id],
    };
  });
}

/** Denominators as they hang together: all and active ratings, statutory days and published items. */
function drawDenominators(draws: Draws, attempt: string): Readonly<Record<SatisfactionId, number>> {
  const ratings = draws.whole(`ratings${attempt}`, 240, 2_400);
  const items = draws.whole(`items${attempt}`, 60, 460);
  return {
    meanScore: ratings,
    goodRate: ratings,
    activeGoodRate: drawnCount(draws, `active${attempt}`, ratings, 0.7),
    promisedTimeSaved: drawnCount(draws, `days${attempt}`, items * 20, 0.6),
    meanVisits: items,
  };
}

/** Null where the denominator is below the minimum sample size. */
export const scoreIfEnough = (figure: IndicatorFigure): number | null =>
  figure.n < figure.minimum ? null : figure.score;

export const weighedFigures = (figures: readonly IndicatorFigure[]) =>
  figures.map((figure) => ({ weight: figure.weight, score: scoreIfEnough(figure) }));

export function groupScore(figures: readonly IndicatorFigure[]): number {
  const score = combine(weighedFigures(figures), AVAILABILITY);
  if (score === null) throw new Error('too little of the group has a figure');
  return score;
}

/** Wrong ways: a plain mean, missing ones as 0 or as if there were enough, values beyond their range not held, visits turned round. */
export function wrongScores(figures: readonly IndicatorFigure[]) {
  const scored = figures.filter((figure) => scoreIfEnough(figure) !== null);
  const sum = (of: (figure: IndicatorFigure) => number, some = figures): number =>
    some.reduce((total, figure) => total + of(figure), 0);
  const free = ({ value, goalposts: [worst, best] }: IndicatorFigure): number =>
    ((value - worst) / (best - worst)) * 100;
  return {
    plain: sum(({ score }) => score, scored) / scored.length,
    asZero: sum((figure) => figure.weight * figure.score, scored),
    asIfEnough: sum((figure) => figure.weight * figure.score),
    notHeld: sum((figure) => figure.weight * free(figure), scored) / sum(({ weight }) => weight, scored),
    turned:
      sum(
        (figure) => figure.weight * (figure.id === 'meanVisits' ? 100 - figure.score : figure.score),
        scored,
      ) / sum(({ weight }) => weight, scored),
  };
}

export const isBeyond = ({ value, goalposts: [worst, best] }: IndicatorFigure): boolean =>
  value > Math.max(worst, best) || value < Math.min(worst, best);

export function tellsMistakes(figures: readonly IndicatorFigure[], difficulty: Difficulty): boolean {
  const { plain, asZero, asIfEnough, notHeld, turned } = wrongScores(figures);
  const isLacking = figures.some((figure) => scoreIfEnough(figure) === null);
  const hasVisits = figures.some((figure) => figure.id === 'meanVisits' && scoreIfEnough(figure) !== null);
  const beyond = figures.some((figure) => isBeyond(figure) && scoreIfEnough(figure) !== null);
  const wrong = [
    plain,
    ...(isLacking ? [asZero, asIfEnough] : []),
    ...(difficulty === 2 ? [notHeld] : []),
    ...(hasVisits ? [turned] : []),
  ];
  return (difficulty !== 2 || beyond) && standsApart(groupScore(figures), wrong, 2);
}
