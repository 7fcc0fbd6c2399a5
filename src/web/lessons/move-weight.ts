import { chooseRanks, type ChosenResults, type ChosenUnit } from '../../jobs/measure/choices/choose-ranks.ts';
import type { Measurement } from '../../model/measurement.ts';
import type { Method } from '../../model/method.ts';
import { dimensionIds, type DimensionId } from '../../model/reference.ts';
import { readChoiceRequest } from '../choices/choice-fields.ts';
import type { RequestContext } from '../request-context.ts';
import { readChoice } from '../request-query.ts';

/** Percentage points by which the weight grows. */
export const POINTS_MOVED = 10;

export const movedDimension = ({ query }: RequestContext): DimensionId =>
  readChoice(query, 'dimension', dimensionIds, 'effectiveness');

/**
 * Weights in percent after the move, as fields of the page of choices: one grows, the others shrink in proportion. They are rounded
 * as an address writes them; what rounding leaves goes to the last one, so that they sum to 100.
 */
export function movedWeights({ dimensions }: Pick<Method, 'dimensions'>, moved: DimensionId) {
  const grown = dimensions.find(({ id }) => id === moved)?.weight ?? 0;
  const shrink = (1 - grown - POINTS_MOVED / 100) / (1 - grown);
  const parts = dimensions.map(({ id, weight }) => ({
    id,
    hundredths: Math.round(10_000 * (id === moved ? weight + POINTS_MOVED / 100 : weight * shrink)),
  }));
  const left = 10_000 - parts.reduce((sum, { hundredths }) => sum + hundredths, 0);
  const last = parts.filter(({ id }) => id !== moved).at(-1);
  return parts.map(({ id, hundredths }) => ({
    id,
    weight: (hundredths + (id === last?.id ? left : 0)) / 10_000,
  }));
}

/** The very choice, as fields of an address. */
export const movedChoice = (method: Method, moved: DimensionId): Record<string, string> =>
  Object.fromEntries(
    movedWeights(method, moved).map(({ id, weight }) => [
      `weight.${id}`,
      String(Math.round(weight * 10_000) / 100),
    ]),
  );

/** What the move of a weight does to the ranks of provinces. */
export interface MovedWeight {
  readonly method: Method;
  readonly measurement: Measurement;
  readonly dimension: DimensionId;
  readonly stated: ChosenResults;
  readonly chosen: ChosenResults;
  /** Units that have a rank before and after, the best after the move first. */
  readonly ranked: readonly MovedUnit[];
}

export interface MovedUnit extends Pick<ChosenUnit, 'code' | 'name' | 'nameEn'> {
  readonly before: { readonly score: number; readonly rank: number };
  readonly after: { readonly score: number; readonly rank: number };
}

export async function moveWeight(context: RequestContext): Promise<MovedWeight> {
  const { period, results, site } = context;
  const method = site.methods.province;
  const dimension = movedDimension(context);
  const measurement = await results.measurement(period);
  const request = (fields: Record<string, string>) => readChoiceRequest(new URLSearchParams(fields), method);
  const chosen = chooseRanks(measurement, method, request(movedChoice(method, dimension)));
  return {
    method,
    measurement,
    dimension,
    stated: chooseRanks(measurement, method, request({})),
    chosen,
    ranked: chosen.units
      .flatMap(({ code, name, nameEn, before, after }): MovedUnit[] => {
        if (before.rank === null || before.score === null || after.rank === null || after.score === null)
          return [];
        const [was, is] = [
          { score: before.score, rank: before.rank },
          { score: after.score, rank: after.rank },
        ];
        return [{ code, name, nameEn, before: was, after: is }];
      })
      .sort((a, b) => a.after.rank - b.after.rank),
  };
}

/** Places that a unit rises by; below 0 where it falls. */
export const placesMoved = ({ before, after }: MovedUnit): number => before.rank - after.rank;
