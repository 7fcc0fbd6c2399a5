import type { Reference } from '../model/reference.ts';
import type { Register } from '../model/register.ts';
import type {
  AssessmentCell,
  NamedRectificationCell,
  RatingCell,
  RectificationCell,
  ServiceCell,
  TagCell,
  TaskRatingCell,
} from '../model/cells.ts';
import { addNamedCell, addRectificationCell } from '../model/counts/handling-counts.ts';
import { addFirstRatings, addRatingCell, addServiceCell } from './record-cells.ts';
import { addAssessed } from './assessed-counts.ts';
import { countRegister } from './register-counts.ts';
import { addCounts, emptyCounts, type UnitCounts } from './unit-counts.ts';

/** The cells of one period, of all units. */
export interface PeriodCells {
  readonly ratings: Iterable<RatingCell>;
  readonly taskRatings: Iterable<TaskRatingCell>;
  readonly tags: Iterable<TagCell>;
  readonly services: Iterable<ServiceCell>;
  readonly rectifications: Iterable<RectificationCell>;
  readonly named: Iterable<NamedRectificationCell>;
  readonly assessments: Iterable<AssessmentCell>;
}

/**
 * Counts (计数), step 1: adds the cells of a period up to one `UnitCounts` a unit, in the order of the reference list.
 * A key city's records count for the city and for its province, so a province's counts are those of its own cells plus
 * its cities'. Flagged ratings count like the others.
 */
export function countUnits(cells: PeriodCells, register: Register, reference: Reference): UnitCounts[] {
  const registers = countRegister(register, reference.units.length);
  const counts = registers.map((own, unit) =>
    emptyCounts(unit, reference.units[unit]?.kind ?? 'province', own),
  );
  addRatingCells(counts, cells.ratings, register);
  addTaskRatingCells(counts, cells.taskRatings, register);
  addServiceCells(counts, cells.services, register);
  for (const { unit, tag, n } of cells.tags) {
    const tags = counts[unit]?.tags;
    if (tags !== undefined) tags[tag] = (tags[tag] ?? 0) + n;
  }
  for (const cell of cells.rectifications) {
    const unit = counts[cell.unit];
    if (unit !== undefined) addRectificationCell(unit.handling, cell);
  }
  for (const cell of cells.named) {
    const unit = counts[cell.unit];
    if (unit !== undefined) addNamedCell(unit.handling, cell);
  }
  for (const cell of cells.assessments) {
    const unit = counts[cell.unit];
    if (unit !== undefined) addAssessed(unit.assessed[cell.part], cell);
  }
  reference.units.forEach(({ province }, unit) => {
    const city = counts[unit];
    const target = counts[reference.units.findIndex(({ code }) => code === province)];
    if (city !== undefined && target !== undefined) addCounts(target, city);
  });
  return counts;
}

function addRatingCells(
  counts: readonly UnitCounts[],
  cells: Iterable<RatingCell>,
  register: Register,
): void {
  const active = new Set(register.tasks.flatMap(({ published, officeId }) => (published ? [officeId] : [])));
  const rated = new Set<number>();
  for (const cell of cells) {
    const unit = counts[cell.unit];
    if (unit === undefined || cell.n === 0) continue;
    addRatingCell(unit, cell);
    if (active.has(cell.office) && !rated.has(cell.office)) {
      rated.add(cell.office);
      unit.ratedOffices++;
    }
  }
}

function addTaskRatingCells(
  counts: readonly UnitCounts[],
  cells: Iterable<TaskRatingCell>,
  { tasks }: Register,
): void {
  const ofTask = new Float64Array(tasks.length);
  for (const { task: id, level, n } of cells) {
    const task = tasks[id];
    const unit = task === undefined ? undefined : counts[task.unitIndex];
    if (task === undefined || unit === undefined) continue;
    ofTask[id] = (ofTask[id] ?? 0) + n;
    addFirstRatings(unit, task, level, n);
  }
  const ofOffice = new Map<number, { readonly unit: UnitCounts; ratings: number }>();
  for (const { id, unitIndex, officeId, published } of tasks) {
    const unit = published ? counts[unitIndex] : undefined;
    if (unit === undefined) continue;
    const ratings = ofTask[id] ?? 0;
    unit.itemRatings[0]?.push(ratings);
    if (ratings > 0) unit.ratedItems++;
    const office = ofOffice.get(officeId) ?? { unit, ratings: 0 };
    office.ratings += ratings;
    ofOffice.set(officeId, office);
  }
  for (const { unit, ratings } of ofOffice.values()) unit.officeRatings[0]?.push(ratings);
}

function addServiceCells(
  counts: readonly UnitCounts[],
  cells: Iterable<ServiceCell>,
  { tasks }: Register,
): void {
  for (const cell of cells) {
    const task = tasks[cell.task];
    const unit = task === undefined ? undefined : counts[task.unitIndex];
    if (task === undefined || unit === undefined) continue;
    addServiceCell(unit, task, cell);
  }
}
