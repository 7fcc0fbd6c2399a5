import type { Measurement } from '../../model/measurement.ts';
import { dimensionIds, type DimensionId, type UnitKind } from '../../model/reference.ts';
import { scoredUnits } from '../ranked-units.ts';

/** How means changed against earlier years, as the report says it: in percent of the earlier mean, from full values. */

export interface Growth {
  /** Label of the earlier year. */
  readonly since: string;
  readonly before: number;
  readonly now: number;
  /** now / before − 1. */
  readonly share: number;
  /** Units that the earlier mean is of, where these are not as many as now; null otherwise. */
  readonly otherUnits: number | null;
}

/** A change below this prints as 0.00%. */
const LEAST = 0.00005;

/** -1, 0 or 1: whether a growth is one that readers see. */
export const directionOf = ({ share }: Pick<Growth, 'share'>): -1 | 0 | 1 =>
  Math.abs(share) < LEAST ? 0 : share > 0 ? 1 : -1;

const growthOf = (before: number | null, now: number | null): number | null =>
  before === null || now === null || before <= 0 ? null : now / before - 1;

/** The growth of the overall mean of a kind since the first of some years and since the one before; years rise, the last is now. */
export function overallGrowth(years: readonly Measurement[], kind: UnitKind): Growth[] {
  const now = years.at(-1);
  const earlier = years.slice(0, -1).filter(({ means }) => growthOf(means[kind].overall, 1) !== null);
  const told = [...new Set([earlier[0], earlier.at(-1)])];
  return told.flatMap((year) => {
    const [before, after] = [year?.means[kind].overall ?? null, now?.means[kind].overall ?? null];
    const share = growthOf(before, after);
    if (year === undefined || now === undefined || before === null || after === null || share === null)
      return [];
    const units = scoredUnits(year, kind).length;
    const otherUnits = units === scoredUnits(now, kind).length ? null : units;
    return [{ since: year.period, before, now: after, share, otherUnits }];
  });
}

/** The growth of each first-level indicator of a kind since the year before, of those that have a mean in both. */
export function dimensionGrowth(
  years: readonly Measurement[],
  kind: UnitKind,
): (Growth & { readonly id: DimensionId })[] {
  const [year, now] = [years.at(-2), years.at(-1)];
  if (year === undefined || now === undefined) return [];
  return dimensionIds.flatMap((id) => {
    const [before, after] = [year.means[kind][id], now.means[kind][id]];
    const share = growthOf(before, after);
    if (before === null || after === null || share === null) return [];
    return [{ id, since: year.period, before, now: after, share, otherUnits: null }];
  });
}
