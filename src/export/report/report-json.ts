import type { Report } from '../../report/report.ts';

/** A report as data: every number in full with the way it is printed; drawings are left to the forms that show them. */
export const reportJson = (report: Report): string =>
  `${JSON.stringify(report, (key, value: unknown) => (key === 'svg' ? undefined : value), 1)}\n`;
