import type { Limit } from '../model/reference.ts';
import type { Span } from './span.ts';

/** The n-th working day after a day, n from 1; Infinity past the last year whose notice is known. */
function workingDayAfter({ following }: Span, day: number, n: number): number {
  let low = 0;
  let high = following.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((following[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return following[low + n - 1] ?? Infinity;
}

/** The day so many days of a limit's kind after a day; none leads to the day itself. */
export const dayAfter = (span: Span, kind: Limit['kind'], day: number, n: number): number =>
  n === 0 ? day : kind === 'natural' ? day + n : workingDayAfter(span, day, n);
