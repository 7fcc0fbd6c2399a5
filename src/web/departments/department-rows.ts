import { wilsonInterval, type Interval } from '../../model/math/interval.ts';
import type { Level, Reference, Unit } from '../../model/reference.ts';
import { placesOf, type Office, type Register } from '../../model/register.ts';
import type { Period } from '../../model/time/period.ts';
import type { Store } from '../../store/open.ts';
import { officeRatings, type OfficeRatings } from '../../store/read/office-ratings.ts';

/** How departments and offices of a unit are rated. */

/** Fewest ratings with a level for a figure: below it chance says more than the ratings. */
export const DEPARTMENT_MINIMUM = 30;

/** What departments and offices are ranked by. */
export const rankedBy = ['goodRate', 'averageScore'] as const;
export type RankedBy = (typeof rankedBy)[number];

export interface RatedCounts {
  readonly ratings: number;
  /** Ratings with one of the five levels. */
  readonly levelled: number;
  readonly good: number;
  /** Null for fewer ratings with a level than the minimum. */
  readonly figures: {
    readonly goodRate: number;
    readonly interval: Interval;
    readonly averageScore: number;
  } | null;
}

interface Ranked {
  /** Among those of the unit that have a figure; equal figures share a rank. */
  readonly rank: number | null;
}

export interface DepartmentRow extends RatedCounts, Ranked {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly offices: number;
}

export interface OfficeRow extends RatedCounts, Ranked {
  readonly office: Office;
  readonly department: { readonly name: string; readonly nameEn: string };
}

export interface UnitDepartments {
  readonly departments: readonly DepartmentRow[];
  readonly offices: readonly OfficeRow[];
}

/** Departments and offices of a unit and of its key cities, the best ranked first and those without a figure last. */
export function unitDepartments(
  store: Store,
  reference: Reference,
  register: Register,
  { code }: Pick<Unit, 'code'>,
  period: Period,
  by: RankedBy,
): UnitDepartments {
  const places = placesOf(reference, code);
  const offices = register.offices.filter(({ unitIndex }) => places.includes(unitIndex));
  const cells = officeRatings(store, period, places);
  const countsOf = (some: readonly Office[]): RatedCounts =>
    ratedCounts(
      cells.filter(({ office }) => some.some(({ id }) => id === office)),
      reference.levels,
    );
  const nameOf = (key: string): OfficeRow['department'] =>
    reference.departments.find((one) => one.key === key) ?? { name: key, nameEn: '' };
  const keys = [...new Set(offices.map(({ department }) => department))];
  return {
    departments: ranked(
      keys.map((key) => {
        const { name, nameEn } = nameOf(key);
        const own = offices.filter(({ department }) => department === key);
        return { key, name, nameEn, offices: own.length, ...countsOf(own) };
      }),
      by,
    ),
    offices: ranked(
      offices.map((office) => ({ office, department: nameOf(office.department), ...countsOf([office]) })),
      by,
    ),
  };
}

function ratedCounts(cells: readonly OfficeRatings[], levels: readonly Level[]): RatedCounts {
  const sum = (of: (meaning: Level) => number): number =>
    cells.reduce((total, { level, n }) => {
      const meaning = levels.find((one) => one.level === level);
      return total + (meaning === undefined ? 0 : n * of(meaning));
    }, 0);
  const [levelled, good] = [sum(() => 1), sum(({ bad }) => (bad ? 0 : 1))];
  const interval = levelled < DEPARTMENT_MINIMUM ? null : wilsonInterval(good, levelled);
  return {
    ratings: cells.reduce((total, { n }) => total + n, 0),
    levelled,
    good,
    figures: interval && {
      goodRate: good / levelled,
      interval,
      averageScore: sum(({ score }) => score) / levelled,
    },
  };
}

function ranked<Row extends RatedCounts>(rows: readonly Row[], by: RankedBy): (Row & Ranked)[] {
  const figures = new Set(rows.flatMap(({ figures: known }) => (known === null ? [] : [known[by]])));
  return rows
    .map((row) => {
      const own = row.figures?.[by];
      return {
        ...row,
        rank: own === undefined ? null : 1 + [...figures].filter((other) => other > own).length,
      };
    })
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || b.ratings - a.ratings);
}
