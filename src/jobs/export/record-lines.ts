import { nationalPrinter, type NationalPrinter } from '../../national/record-printer.ts';
import { foreignCases } from '../../store/foreign-cases.ts';
import type { Store } from '../../store/open.ts';
import { readRegister } from '../../store/read/register.ts';
import { eachRectification } from '../../store/read/rectifications.ts';
import { eachRating, eachService } from '../../store/read/rows.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { assertAllRowsKept } from '../runs/assert-compatible.ts';

/** The records that a database holds as lines, all of them or a refusal: services, ratings, then rectifications. */
export function recordLines(store: Store, { reference }: Pick<Knowledge, 'reference'>): Iterable<string> {
  assertAllRowsKept(store);
  const foreign = foreignCases(store);
  const printer = nationalPrinter(reference, readRegister(store), (key) => foreign.numberOf(key));
  return printedRows(store, printer);
}

function* printedRows(store: Store, printer: NationalPrinter): Iterable<string> {
  for (const row of eachService(store)) yield printer.service(row);
  for (const row of eachRating(store)) yield printer.rating(row);
  for (const row of eachRectification(store)) yield printer.rectification(row);
}
