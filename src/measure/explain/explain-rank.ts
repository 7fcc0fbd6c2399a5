import type { UnitResult } from '../../model/measurement.ts';
import type { Method } from '../../model/method.ts';
import type { DimensionId } from '../../model/reference.ts';
import { dimensionWeights, eachDimension } from '../score-unit.ts';

/** A unit of the ranking, seen from another one. */
export interface RankedNeighbour {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly rank: number;
  readonly overall: number;
  /** Its overall score less that of the unit that is explained. */
  readonly difference: number;
  /** What each dimension adds to that difference: weight × difference of the scores; together they are the difference. */
  readonly byDimension: Readonly<Record<DimensionId, number>>;
}

export interface ExplainedRank {
  readonly rank: number | null;
  /** Units that have a rank. */
  readonly ranked: number;
  readonly higher: number;
  /** Units with the very same score, itself left out. */
  readonly tied: number;
  /** Those next above and below, and the unit itself, the best first. */
  readonly neighbours: readonly RankedNeighbour[];
}

/** Neighbours to each side. */
const NEIGHBOURS = 3;

/** Why a unit has its place: the neighbours in the ranking of its kind, and what sets them apart. */
export function explainRank(method: Method, units: readonly UnitResult[], unit: UnitResult): ExplainedRank {
  const ranked = units
    .flatMap((one) => {
      const { kind, overall, rank } = one;
      return kind === unit.kind && overall !== null && rank !== null ? [{ one, overall, rank }] : [];
    })
    .sort((a, b) => b.overall.score - a.overall.score || a.one.code.localeCompare(b.one.code));
  const at = ranked.findIndex(({ one }) => one.code === unit.code);
  const own = ranked[at];
  if (own === undefined) return { rank: null, ranked: ranked.length, higher: 0, tied: 0, neighbours: [] };
  const weights = dimensionWeights(method);
  const scoreIn = ({ dimensions }: UnitResult, id: DimensionId): number => dimensions[id]?.score ?? 0;
  return {
    rank: own.rank,
    ranked: ranked.length,
    higher: ranked.filter(({ overall }) => overall.score > own.overall.score).length,
    tied: ranked.filter(({ overall }) => overall.score === own.overall.score).length - 1,
    neighbours: ranked
      .slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1)
      .map(({ one, overall, rank }) => ({
        code: one.code,
        name: one.name,
        nameEn: one.nameEn,
        rank,
        overall: overall.score,
        difference: overall.score - own.overall.score,
        byDimension: eachDimension((id) => weights[id] * (scoreIn(one, id) - scoreIn(own.one, id))),
      })),
  };
}
