import type { ServiceCell, ServiceMeasure } from '../model/cells.ts';
import type { CountTable } from './count-table.ts';

/** Column of each service measure in a table of counts. */
export const serviceColumn = {
  services: 0,
  rated: 1,
  cases: 2,
  supplemented: 3,
  online: 4,
  supplements: 5,
  finished: 6,
  onTime: 7,
  sameDay: 8,
  limited: 9,
  halved: 10,
} as const satisfies Record<ServiceMeasure, number>;

/** A row of such a table, made under (task, month). */
export const serviceCellOf = (table: CountTable, row: number): ServiceCell => ({
  task: table.high(row),
  month: table.low(row),
  services: table.count(row, serviceColumn.services),
  rated: table.count(row, serviceColumn.rated),
  cases: table.count(row, serviceColumn.cases),
  supplemented: table.count(row, serviceColumn.supplemented),
  online: table.count(row, serviceColumn.online),
  supplements: table.count(row, serviceColumn.supplements),
  finished: table.count(row, serviceColumn.finished),
  onTime: table.count(row, serviceColumn.onTime),
  sameDay: table.count(row, serviceColumn.sameDay),
  limited: table.count(row, serviceColumn.limited),
  halved: table.count(row, serviceColumn.halved),
});
