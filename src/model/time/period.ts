import { dayOf, monthOf, printMonth } from './time.ts';
import { wrongUse } from '../errors.ts';
import type { Bilingual } from '../language.ts';

/** A period of whole months: month numbers since 2000-01, both ends included. */
export interface Period {
  readonly label: string;
  readonly first: number;
  readonly last: number;
}

/** All months that a database can have. */
export const allMonths: Period = { label: 'all', first: 0, last: monthOf(dayOf(2099, 12, 31)) };

/** What a text must be to name a period. */
export const periodRule = {
  zh: '须为 2000 至 2099 年的年（2025）、季（2025-Q3）或月（2025-07）',
  en: 'it must be a year (2025), a quarter (2025-Q3) or a month (2025-07) from 2000 to 2099',
} as const satisfies Bilingual;

/** Reads "2025", "2025-Q3" or "2025-07". */
export function parsePeriod(text: string): Period {
  const period = periodNamed(text);
  if (period) return period;
  throw wrongUse(`period = “${text}”：${periodRule.zh}`, `period = “${text}”: ${periodRule.en}`);
}

/** The period that a text names; undefined where it names none. */
export function periodNamed(text: string): Period | undefined {
  const match = /^(20\d{2})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/.exec(text);
  if (!match) return undefined;
  const january = (Number(match[1]) - 2000) * 12;
  if (match[2] !== undefined) {
    const month = january + Number(match[2]) - 1;
    return { label: text, first: month, last: month };
  }
  if (match[3] !== undefined) {
    const month = january + (Number(match[3]) - 1) * 3;
    return { label: text, first: month, last: month + 2 };
  }
  return { label: text, first: january, last: january + 11 };
}

/** The month, quarter or year that holds these months; of several years the last. */
export function smallestPeriod(first: number, last: number): Period {
  const year = String(2000 + Math.floor(last / 12));
  if (first === last) return parsePeriod(printMonth(last));
  if (Math.floor(first / 3) === Math.floor(last / 3)) {
    return parsePeriod(`${year}-Q${String(Math.floor((last % 12) / 3) + 1)}`);
  }
  return parsePeriod(year);
}

/** The period of the same length that ends where this one begins. */
export const periodBefore = ({ first, last }: Period): Period =>
  smallestPeriod(first - (last - first) - 1, first - 1);

/** Whether one of the months that have data lies in a period. */
export const holdsData = (
  months: readonly number[],
  { first, last }: Pick<Period, 'first' | 'last'>,
): boolean => months.some((month) => month >= first && month <= last);
