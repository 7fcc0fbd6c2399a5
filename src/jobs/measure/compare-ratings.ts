import type { GroupedRatings } from '../../measure/change/rating-difference.ts';
import { ratingGroups, type RatingGroups } from '../../measure/change/rating-groups.ts';
import { countUnits } from '../../measure/count.ts';
import { countGroups } from '../../measure/group-counts.ts';
import type { RecordCounts } from '../../measure/unit-counts.ts';
import type { Reference } from '../../model/reference.ts';
import type { Period } from '../../model/time/period.ts';
import type { Store } from '../../store/open.ts';
import { groupCells } from '../../store/read/group-cells.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';
import { cellsIn, registerIn } from './measure-period.ts';

/** The ratings of a unit in a period; null where they were counted before there were groups. */
export interface UnitRatings {
  readonly code: string;
  readonly groups: GroupedRatings | null;
}

/** The ratings of all units in a period by random group of persons and of offices, in the order of the reference list. */
export function periodRatings(store: Store, known: Reference, period: Period): UnitRatings[] {
  const register = registerIn(store, period);
  const reference = referenceOfStore(store, known);
  const cells = cellsIn(store, period);
  const counts = countUnits(cells, register, reference);
  const parts = countGroups({ ...cells, groups: groupCells(store, period) }, counts, register, reference);
  return reference.units.map(({ code }, unit) => {
    const { persons, offices } = parts[unit] ?? {};
    if (persons === undefined || offices === undefined) return { code, groups: null };
    const grouped = (groups: readonly RecordCounts[]): RatingGroups => ratingGroups(groups, reference.levels);
    return { code, groups: { persons: grouped(persons), offices: offices.map(grouped) } };
  });
}
