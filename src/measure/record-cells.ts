import { serviceMeasures, type RatingCell, type ServiceCell } from '../model/cells.ts';
import { kindsOfItem, needsNoVisit } from '../model/items/item-kinds.ts';
import type { Task } from '../model/register.ts';
import { addLevelCounts, type RecordCounts } from './unit-counts.ts';

/** How a cell counts, for a whole unit or for a group of its offices. */

export const addRatingCell = (
  { active, defaulted }: RecordCounts,
  cell: Pick<RatingCell, 'channel' | 'level' | 'defaulted' | 'n'>,
): void => {
  addLevelCounts(cell.defaulted === 1 ? defaulted : active, cell.channel, cell.level, cell.n);
};

/** So many first ratings of an item. */
export function addFirstRatings({ byItemKind }: RecordCounts, task: Task, level: number, n: number): void {
  for (const kind of kindsOfItem(task)) {
    const levels = byItemKind[kind];
    levels[level] = (levels[level] ?? 0) + n;
  }
}

/** The services of an item, which is as the register has it at the end of the period. */
export function addServiceCell(
  counts: Pick<RecordCounts, 'services' | 'casesWithoutVisit'>,
  task: Task,
  cell: ServiceCell,
): void {
  for (const measure of serviceMeasures) counts.services[measure] += cell[measure];
  if (needsNoVisit(task)) counts.casesWithoutVisit += cell.cases;
}
