import { parsePeriod, type Period } from './period.ts';
import { printMonth } from './time.ts';

/** The periods that have data, and the one that pages and commands take when none is named. */

export interface PeriodChoices {
  /** Newest first; `months` counts the months with data in it. */
  readonly years: readonly { readonly label: string; readonly months: number }[];
  readonly quarters: readonly string[];
  readonly months: readonly string[];
}

const yearOf = (month: number): string => String(2000 + Math.floor(month / 12));
const quarterOf = (month: number): string => `${yearOf(month)}-Q${String(Math.floor((month % 12) / 3) + 1)}`;

export function periodChoices(monthsWithData: readonly number[]): PeriodChoices {
  const newest = [...monthsWithData].reverse();
  const years = [...new Set(newest.map(yearOf))];
  return {
    years: years.map((label) => ({
      label,
      months: newest.filter((month) => yearOf(month) === label).length,
    })),
    quarters: [...new Set(newest.map(quarterOf))],
    months: newest.map(printMonth),
  };
}

/** Every period that has data: years, quarters, then months. */
export const periodsWithData = (monthsWithData: readonly number[]): Period[] =>
  [yearOf, quarterOf, printMonth]
    .flatMap((labelOf) => [...new Set(monthsWithData.map(labelOf))])
    .map(parsePeriod);

/** The latest whole year with data, else the latest month; nothing where there are no data. */
export function defaultPeriod(monthsWithData: readonly number[]): Period | undefined {
  const { years } = periodChoices(monthsWithData);
  const whole = years.find(({ months }) => months === 12);
  if (whole) return parsePeriod(whole.label);
  const last = monthsWithData.at(-1);
  return last === undefined ? undefined : parsePeriod(printMonth(last));
}

/** Months with data as ranges of months on end: 2024-11 – 2025-03, 2025-06. */
export function monthRanges(monthsWithData: readonly number[]): string {
  const ranges: { readonly first: number; last: number }[] = [];
  for (const month of monthsWithData) {
    const range = ranges.at(-1);
    if (range?.last === month - 1) range.last = month;
    else ranges.push({ first: month, last: month });
  }
  return ranges
    .map(({ first, last }) =>
      first === last ? printMonth(first) : `${printMonth(first)} – ${printMonth(last)}`,
    )
    .join(', ');
}
