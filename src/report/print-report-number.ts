import { MEAN_DECIMALS } from '../wording/indicator-value.ts';
import { printCount, printDifference, printFixed, printScore, printShare } from '../wording/print-number.ts';
import type { ReportCell, ReportNumber } from './report.ts';

/** Stands where there is no figure. */
const MISSING = '—';

/** A number of a report as readers see it, on the page and in every file that is read rather than computed with. */
export function printReportNumber({ value, print }: ReportNumber): string {
  if (value === null) return MISSING;
  switch (print) {
    case 'count':
    case 'rank':
      return printCount(value);
    case 'score':
      return printScore(value, MISSING);
    case 'mean':
      return printFixed(value, MEAN_DECIMALS);
    case 'share':
      return printShare(value, MISSING);
    case 'difference':
      return printDifference(value, MISSING);
  }
}

/** A cell of a report as readers see it. */
export const printReportCell = (cell: ReportCell): string =>
  typeof cell === 'string' ? cell : printReportNumber(cell);
