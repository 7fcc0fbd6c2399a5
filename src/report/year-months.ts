import { parsePeriod } from '../model/time/period.ts';

const MONTHS_A_YEAR = 12;

/** Months of a year that have data, as month numbers, rising. */
export function monthsOfYear(months: readonly number[], label: string): readonly number[] {
  const { first, last } = parsePeriod(label);
  return months.filter((month) => month >= first && month <= last);
}

/** True of a year of which only part has data. */
export const isPartOfYear = (months: readonly number[], label: string): boolean =>
  monthsOfYear(months, label).length < MONTHS_A_YEAR;
