import { captionOf, type NumberedBlock } from '../../report/numbered-blocks.ts';
import type { Report, ReportRows } from '../../report/report.ts';
import { csvChunks } from '../csv.ts';

/** The rows of a table or figure as a CSV file, with full values. */
export function reportCsv(report: Report, block: NumberedBlock, { columns, rows }: ReportRows): string {
  const note = {
    notice: report.notices.join(' '),
    facts: [
      captionOf(block, report.language),
      report.period,
      ...report.facts.map(({ name, value }) => `${name} ${value}`),
    ],
  };
  const heading = columns.map(({ name }) => name);
  const values = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.value)));
  return [...csvChunks(note, heading, values)].join('');
}
