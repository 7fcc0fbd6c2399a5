import type { Suspicion } from '../model/detection/suspicion.ts';
import { poissonChanceOnceSeen } from './chance/count-tails.ts';
import { different, groupRows, mostOf } from './grouped-rows.ts';
import { GOOD } from './rules/levels.ts';
import type { UnitRecords } from './unit-records.ts';

/**
 * Ratings of cases of natural persons that come from the telephone of somebody else. Organisations are left out: agents file and rate
 * for them every day, and nothing is odd about it.
 */
export const isForeignRating = (unit: UnitRecords, row: number): boolean =>
  isOwnMatter(unit, row) && (unit.rater[row] ?? -1) >= 0 && unit.rater[row] !== unit.person[row];

/** Ratings of cases of natural persons, whoever gave them. */
export const isOwnMatter = (unit: UnitRecords, row: number): boolean =>
  unit.rated[row] === 1 && unit.automatic[row] === 0 && unit.natural[row] === 1;

/** A telephone that rated cases of other natural persons. */
export interface ForeignTelephone {
  readonly rater: number;
  /** Rows of such ratings. */
  readonly rows: readonly number[];
  readonly persons: number;
  readonly offices: number;
}

/** The telephones of a unit that rated cases of others. */
export function foreignTelephones(unit: UnitRecords): ForeignTelephone[] {
  const groups = groupRows(unit, (row) => (isForeignRating(unit, row) ? (unit.rater[row] ?? -1) : -1));
  return [...groups].map(([rater, rows]) => ({
    rater,
    rows,
    persons: different(rows.map((row) => unit.person[row] ?? 0)),
    offices: different(rows.map((row) => unit.office[row] ?? 0)),
  }));
}

/** Every rating that these telephones gave for others, those of organisations too. */
function foreignRowsOf(unit: UnitRecords, raters: ReadonlySet<number>): Map<number, number[]> {
  return groupRows(unit, (row) => {
    const rater = unit.rater[row] ?? -1;
    const counts = unit.rated[row] === 1 && unit.automatic[row] === 0 && rater !== unit.person[row];
    return counts && raters.has(rater) ? rater : -1;
  });
}

/** Other persons that one telephone rates for in a year by chance: family, neighbours, somebody without one. Assumed. */
const HELPED_IN_A_YEAR = 0.3;

/** The same in the time that the records of a unit cover, a year at least. */
function helpedByOne({ month, length }: UnitRecords): number {
  let [first, last] = [Infinity, 0];
  for (let row = 0; row < length; row++) {
    const one = month[row] ?? 0;
    if (one === 0) continue;
    if (one < first) first = one;
    if (one > last) last = one;
  }
  return HELPED_IN_A_YEAR * Math.max(1, (last - first + 1) / 12);
}

/** From so many persons on, a telephone is a candidate. */
const PERSONS = 3;

/**
 * Praise from those of these telephones that rate for many persons, as leads of a detector: a lead each. `seen` is for how many
 * persons one must rate to be among them at all.
 */
export function praiseForMany(
  unit: UnitRecords,
  detector: string,
  telephones: readonly ForeignTelephone[],
  seen: number,
): Suspicion[] {
  const helped = helpedByOne(unit);
  const many = telephones.filter(({ persons }) => persons >= PERSONS);
  const all = foreignRowsOf(unit, new Set(many.map(({ rater }) => rater)));
  return many.map(({ rater, rows, persons }) => ({
    detector,
    ...{ unit: unit.unit, office: mostOf(rows.map((row) => unit.office[row] ?? 0)), month: null },
    // Telephones that rated for fewer make no test.
    p: poissonChanceOnceSeen(persons, helped, seen),
    ...{ observed: persons, expected: helped, of: rows.length },
    keys: (all.get(rater) ?? rows)
      .filter((row) => (unit.level[row] ?? 0) >= GOOD)
      .map((row) => (unit.serviceKey[row] ?? 0) * 2),
  }));
}
