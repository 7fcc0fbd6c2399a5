import type { RatingCell, RectificationCell, ServiceMeasure } from '../../model/cells.ts';
import {
  addRectificationCell,
  emptyHandling,
  type HandlingCounts,
} from '../../model/counts/handling-counts.ts';
import { basicCode } from '../../model/items/basic-code.ts';
import { separateFictional } from '../../model/names/fictional-units.ts';
import type { Reference } from '../../model/reference.ts';
import { unitsInPlay, type Register } from '../../model/register.ts';
import { countUnits, type PeriodCells } from '../count.ts';
import { addRecordCounts, byLevel, emptyRecordCounts, type RecordCounts } from '../unit-counts.ts';

/** Ratings by level 0..5, 0 = without one, and what became of the bad ones. */
export interface LevelTotals {
  readonly levels: readonly number[];
  readonly handling: Readonly<HandlingCounts>;
}

/** Counts of the records of a unit, or of all. */
export interface RecordTotals extends LevelTotals {
  /** Ratings somebody gave and those the system gave, at channel * 6 + level. */
  readonly active: readonly number[];
  readonly automatic: readonly number[];
  readonly services: Readonly<Record<ServiceMeasure, number>>;
  /** How often each tag was chosen, at (level − 1) * 8 + bit. */
  readonly tags: readonly number[];
}

/** An item of the common list, over all units that offer it: its first ratings by level 0..5. */
export interface ItemTotals {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly levels: readonly number[];
}

/**
 * What was counted of a period, fictional units beside assessed ones apart: of all units together, of each (a key city's records count
 * for its province too), by department over all units, and of the items with most bad ratings.
 */
export interface PeriodCounts {
  readonly period: string;
  readonly all: RecordTotals;
  readonly units: readonly (RecordTotals & { readonly code: string })[];
  readonly departments: readonly (LevelTotals & { readonly key: string })[];
  readonly items: readonly ItemTotals[];
}

/** Items that are listed, those with most bad ratings. */
const ITEMS = 20;
const LEVELS = 6;

export function totalPeriod(
  period: string,
  cells: PeriodCells,
  register: Register,
  reference: Reference,
): PeriodCounts {
  const counts = countUnits(cells, register, reference);
  const { ranked } = separateFictional(unitsInPlay(reference, register));
  const places = new Set(ranked.map((unit) => reference.units.indexOf(unit)));
  const codes = new Set(ranked.map(({ code }) => code));
  const whole = emptyRecordCounts();
  const units = ranked.flatMap((unit) => {
    const own = counts[reference.units.indexOf(unit)];
    if (own === undefined) return [];
    // A city's records are among those of its province.
    if (unit.province === null || !codes.has(unit.province)) addRecordCounts(whole, own);
    return [{ code: unit.code, ...totalsOf(own) }];
  });
  return {
    period,
    all: totalsOf(whole),
    units,
    departments: departmentTotals(cells, register, reference, places),
    items: itemTotals(cells, register, places),
  };
}

function totalsOf({ active, defaulted, tags, services, handling }: RecordCounts): RecordTotals {
  const automatic = byLevel(defaulted);
  return {
    levels: byLevel(active).map((n, level) => n + (automatic[level] ?? 0)),
    handling,
    active: Array.from(active),
    automatic: Array.from(defaulted),
    services: { ...services },
    tags: Array.from(tags),
  };
}

function departmentTotals(
  { ratings, rectifications }: Pick<PeriodCells, 'ratings' | 'rectifications'>,
  { offices }: Register,
  { departments }: Reference,
  places: ReadonlySet<number>,
): PeriodCounts['departments'] {
  const totals = new Map<string, { levels: number[]; handling: HandlingCounts }>(
    departments.map(({ key }) => [
      key,
      { levels: new Array<number>(LEVELS).fill(0), handling: emptyHandling() },
    ]),
  );
  const totalOf = ({ unit, office }: Pick<RatingCell | RectificationCell, 'unit' | 'office'>) =>
    places.has(unit) ? totals.get(offices[office]?.department ?? '') : undefined;
  for (const cell of ratings) {
    const levels = totalOf(cell)?.levels;
    if (levels !== undefined) levels[cell.level] = (levels[cell.level] ?? 0) + cell.n;
  }
  for (const cell of rectifications) {
    const handling = totalOf(cell)?.handling;
    if (handling !== undefined) addRectificationCell(handling, cell);
  }
  return [...totals].flatMap(([key, { levels, handling }]) =>
    levels.every((n) => n === 0) && handling.orders === 0 ? [] : [{ key, levels, handling }],
  );
}

/** The items with most bad ratings, the most first; items without one are not listed. */
function itemTotals(
  { taskRatings }: Pick<PeriodCells, 'taskRatings'>,
  { tasks }: Register,
  places: ReadonlySet<number>,
): ItemTotals[] {
  const items = new Map<string, { code: string; name: string; nameEn: string; levels: number[] }>();
  for (const { task: id, level, n } of taskRatings) {
    const task = tasks[id];
    if (task === undefined || !places.has(task.unitIndex)) continue;
    const code = basicCode(task.taskCode);
    const { name, nameEn } = task;
    const item = items.get(code) ?? { code, name, nameEn, levels: new Array<number>(LEVELS).fill(0) };
    item.levels[level] = (item.levels[level] ?? 0) + n;
    items.set(code, item);
  }
  return [...items.values()]
    .filter((item) => badOf(item.levels) > 0)
    .sort((a, b) => badOf(b.levels) - badOf(a.levels) || (a.code < b.code ? -1 : 1))
    .slice(0, ITEMS);
}

/** Ratings of levels 1 and 2 (差评). */
export const badOf = (levels: readonly number[]): number => (levels[1] ?? 0) + (levels[2] ?? 0);

/** Ratings with a level, and the good ones among them (levels 3 to 5). */
export const levelledOf = (levels: readonly number[]): number => badOf(levels) + goodOf(levels);
export const goodOf = (levels: readonly number[]): number =>
  (levels[3] ?? 0) + (levels[4] ?? 0) + (levels[5] ?? 0);
