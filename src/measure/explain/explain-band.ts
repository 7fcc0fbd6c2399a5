import { bandIds, type Band, type UnitResult } from '../../model/measurement.ts';
import type { Method } from '../../model/method.ts';

export interface ExplainedBand {
  readonly band: Band | null;
  readonly overall: number | null;
  /** The bands, the best first: above `from`, up to and including `to`; null where there is no such end. */
  readonly ends: readonly {
    readonly band: Band;
    readonly from: number | null;
    readonly to: number | null;
  }[];
  /** Points to the next better band, and down to the next lower one; null where there is none. */
  readonly toHigher: number | null;
  readonly toLower: number | null;
  readonly source: string;
  readonly sourceEn: string;
  readonly assumption: boolean;
  readonly reason: string;
  readonly reasonEn: string;
}

/** Why a unit is in its band: where its score lies between the ends that the method states. */
export function explainBand({ bands }: Pick<Method, 'bands'>, unit: UnitResult): ExplainedBand {
  const { veryHigh, high, medium, ...why } = bands;
  const lower: readonly (number | null)[] = [veryHigh, high, medium, null];
  const ends = bandIds.map((band, i) => ({ band, from: lower[i] ?? null, to: lower[i - 1] ?? null }));
  const overall = unit.overall?.score ?? null;
  const own = ends.find(({ band }) => band === unit.band);
  const distance = (end: number | null | undefined): number | null =>
    end === null || end === undefined || overall === null ? null : Math.abs(end - overall);
  return {
    band: unit.band,
    overall,
    ends,
    toHigher: distance(own?.to),
    toLower: distance(own?.from),
    ...why,
  };
}
