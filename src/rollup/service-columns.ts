import type { ServiceCell, ServiceMeasure } from '../model/cells.ts';
import type { CountTable } from './count-table.ts';

/** Column of each service measure in a table of counts. */
export const serviceColumn = {
  services: 0,
  cases: 1,
  online: 2,
  supplements: 3,
  finished: 4,
  onTime: 5,
  sameDay: 6,
  limited: 7,
  halved: 8,
} as const satisfies Record<ServiceMeasure, number>;

/** A row of such a table, made under (task, month). */
export const serviceCellOf = (table: CountTable, row: number): ServiceCell => ({
  task: table.high(row),
  month: table.low(row),
  services: table.count(row, serviceColumn.services),
  cases: table.count(row, serviceColumn.cases),
  online: table.count(row, serviceColumn.online),
  supplements: table.count(row, serviceColumn.supplements),
  finished: table.count(row, serviceColumn.finished),
  onTime: table.count(row, serviceColumn.onTime),
  sameDay: table.count(row, serviceColumn.sameDay),
  limited: table.count(row, serviceColumn.limited),
  halved: table.count(row, serviceColumn.halved),
});
