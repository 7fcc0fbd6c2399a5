import { parsePeriod, type Period } from '../model/time/period.ts';
import { monthOf, printMonth, DAY_SECONDS } from '../model/time/time.ts';

/** The periods that have data, and the one a page shows when the address names none. */

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

/** The latest whole year with data, else the latest month, else (nothing there) the year of the clock. */
export function defaultPeriod(monthsWithData: readonly number[], now: number): Period {
  const { years } = periodChoices(monthsWithData);
  const whole = years.find(({ months }) => months === 12);
  if (whole) return parsePeriod(whole.label);
  const last = monthsWithData.at(-1);
  return parsePeriod(last === undefined ? yearOf(monthOf(Math.floor(now / DAY_SECONDS))) : printMonth(last));
}
