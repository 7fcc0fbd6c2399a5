import type { UnitResult } from '../../model/measurement.ts';
import type { DimensionId } from '../../model/reference.ts';
import { extremesOf } from '../summary/extremes.ts';

/** Units that the report names for each first-level indicator, and of how many at least it names so many. */
const LEADING = 10;
const OF_UNITS = 30;

/** The leading units of an indicator in the order they came in, or why none are named. */
export type Leading =
  { readonly units: readonly UnitResult[] } | { readonly none: 'noFigure' | 'allEqual' | 'tooFew' };

/** The ten units with the highest score, a third of fewer than thirty; those that tie with the last of them are named too. */
export function leadingUnits(units: readonly UnitResult[], id: DimensionId): Leading {
  const scored = units.flatMap((unit) => {
    const score = unit.dimensions[id]?.score;
    return score === undefined ? [] : [{ unit, score }];
  });
  const found = extremesOf(scored.map(({ score }) => ({ id: '', value: score })));
  if (found === null) return { none: 'noFigure' };
  if (scored.length === 1) return { none: 'tooFew' };
  if (found.areAllEqual) return { none: 'allEqual' };
  const named = scored.length >= OF_UNITS ? LEADING : Math.max(1, Math.floor(scored.length / 3));
  const least = scored.map(({ score }) => score).sort((a, b) => b - a)[named - 1] ?? found.high;
  return { units: scored.filter(({ score }) => score >= least).map(({ unit }) => unit) };
}
