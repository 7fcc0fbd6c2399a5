import {
  attainableRanks,
  boundsAround,
  type AttainableRank,
} from '../../../measure/choices/attainable-ranks.ts';
import { scoreUnder } from '../../../measure/choices/choices.ts';
import { drawChoices, type ChoiceUncertainty } from '../../../measure/choices/draw-choices.ts';
import type { ChoiceBounds, ChoiceRequest } from '../../../model/choices/choice-request.ts';
import type { Measurement } from '../../../model/measurement.ts';
import type { Method } from '../../../model/method.ts';
import { groundOf, ranksUnder } from './choose-ranks.ts';

/** How sure ranks are when choices move within bounds. */
export interface RankUncertainty extends Omit<ChoiceUncertainty, 'ranks'> {
  readonly seed: number;
  readonly bounds: ChoiceBounds;
  readonly units: readonly {
    readonly code: string;
    readonly name: string;
    readonly nameEn: string;
    readonly rank: number | null;
    /** Over the draws; null without a rank. */
    readonly drawn: ChoiceUncertainty['ranks'][number];
    /** When only the weights of dimensions move; null without all of them. */
    readonly attainable: AttainableRank | null;
  }[];
}

export interface UncertaintyRequest {
  readonly choices: ChoiceRequest;
  readonly bounds: ChoiceBounds;
  readonly seed: number;
  /** Rows of each matrix of draws. */
  readonly rows: number;
}

/** What is asked where a reader changes nothing. */
export const usualUncertainty: UncertaintyRequest = {
  choices: {
    normalisation: 'goalposts',
    aggregation: 'arithmetic',
    weighting: 'given',
    winsorising: false,
    shrinkage: false,
    weights: {},
    goalposts: {},
  },
  bounds: { weights: 0.25, goalposts: 0.1 },
  seed: 1,
  rows: 1024,
};

/** Intervals of ranks, what moves them, and the ranks that weights alone can reach. */
export function choiceUncertainty(
  measurement: Measurement,
  method: Method,
  { choices: request, bounds, seed, rows }: UncertaintyRequest,
): RankUncertainty {
  const ground = groundOf(measurement, method, request);
  const { units, composite, values, choices } = ground;
  const nominal = ranksUnder(ground, choices);
  const { ranks, ...drawn } = drawChoices(composite, values, choices, nominal, { seed, rows, bounds });
  const { scores, shares } = scoreUnder(composite, values, choices);
  const dimensions = composite.parents.at(-1)?.children ?? [];
  const columns = units.map((_, unit) =>
    dimensions.map((node) => {
      const score = scores[node * units.length + unit] ?? NaN;
      return choices.aggregation === 'geometric' ? Math.log(score) : score;
    }),
  );
  const attainable = attainableRanks(
    columns,
    boundsAround(
      dimensions.map((node) => shares[node] ?? 0),
      bounds.weights,
    ),
  );
  return {
    ...drawn,
    seed,
    bounds,
    units: units.map(({ code, name, nameEn }, unit) => ({
      code,
      name,
      nameEn,
      rank: nominal[unit] ?? null,
      drawn: ranks[unit] ?? null,
      attainable: attainable[unit] ?? null,
    })),
  };
}
