import { goodOf, levelledOf } from '../../measure/totals/period-counts.ts';
import type { ReportNumber } from '../report.ts';

/** Smallest samples of a rate of ratings, and of one of work orders: smaller ones are not computed. */
export const RATING_MINIMUM = 30;
export const LOOP_MINIMUM = 10;

export const countCell = (value: number): ReportNumber => ({ value, print: 'count' });

/** A share as a cell; none where the whole is smaller than `minimum`. */
export const shareCell = (part: number, whole: number, minimum = 1): ReportNumber => ({
  value: whole < minimum ? null : part / whole,
  print: 'share',
});

export const goodRateCell = (levels: readonly number[]): ReportNumber =>
  shareCell(goodOf(levels), levelledOf(levels), RATING_MINIMUM);
