import type { ServiceCell } from '../model/cells.ts';
import { basicCode } from '../model/items/basic-code.ts';
import type { Register } from '../model/register.ts';
import { addServiceCell } from './record-cells.ts';
import { emptyServices, type RecordCounts } from './unit-counts.ts';

/** What is counted of the services of one item of a unit. */
export interface ItemCounts extends Pick<RecordCounts, 'services' | 'casesWithoutVisit'> {
  /** What the item is called in every unit that has it. */
  readonly basicCode: string;
}

/** The services of each item with any, in lists by unit. */
export function countItems(cells: Iterable<ServiceCell>, { tasks }: Register, units: number): ItemCounts[][] {
  const ofUnit = Array.from({ length: units }, (): ItemCounts[] => []);
  const ofTask = new Map<number, ItemCounts>();
  for (const cell of cells) {
    const task = tasks[cell.task];
    if (task === undefined) continue;
    let counts = ofTask.get(cell.task);
    if (counts === undefined) {
      counts = { basicCode: basicCode(task.taskCode), services: emptyServices(), casesWithoutVisit: 0 };
      ofTask.set(cell.task, counts);
      ofUnit[task.unitIndex]?.push(counts);
    }
    addServiceCell(counts, task, cell);
  }
  return ofUnit;
}
