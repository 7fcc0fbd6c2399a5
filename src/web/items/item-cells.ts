import type { ItemRow } from '../shared/item-rows.ts';
import { printCount, printShare } from '../../wording/print-number.ts';
import type { Language } from '../../model/language.ts';
import { nameIn } from '../../wording/translator.ts';

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
