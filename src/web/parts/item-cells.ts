import type { ItemRow } from '../../publish/item-table.ts';
import { printCount, printShare } from '../../publish/print-number.ts';
import type { Language } from '../../model/language.ts';
import { nameIn } from '../words/speaker.ts';

/** An item row as tables print it. */
export interface PrintedItem {
  readonly code: string;
  readonly name: string;
  readonly ratings: string;
  readonly levelled: string;
  readonly bad: string;
  readonly rate: string;
  readonly interval: string;
}

export const printItem = (row: ItemRow, language: Language, missing: string): PrintedItem => ({
  code: row.code,
  name: nameIn(language, row),
  ratings: printCount(row.ratings),
  levelled: printCount(row.levelled),
  bad: printCount(row.bad),
  rate: printShare(row.rate?.value ?? null, missing),
  interval: row.rate === null ? '—' : `${printShare(row.rate.low, '')}–${printShare(row.rate.high, '')}`,
});
