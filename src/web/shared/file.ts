import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvChunks, type CsvCell } from '../../export/csv.ts';
import type { Answer } from '../page.ts';
import { readVisit, type Visit } from '../request-context.ts';
import { siteWords } from './site-texts.ts';

/** A table to download: the same numbers as on its page. */
export interface FileTable {
  readonly name: string;
  readonly heading: readonly string[];
  readonly rows: Iterable<readonly CsvCell[]>;
}

/** Where the figures of a file come from, as on its first line. */
function originOf(visit: Visit): string[] {
  const { province, city } = visit.site.methods;
  return [
    `period ${visit.period.label}`,
    `method ${province.id} ${province.version}, ${city.id} ${city.version}`,
    `data ${visit.results.content.digest}`,
  ];
}

export const noticeOf = (visit: Visit): string =>
  visit.language === 'zh'
    ? `${siteWords.noticeLead.zh}${siteWords.noticeText.zh} ${siteWords.notice.en}`
    : `${siteWords.noticeLead.en}${siteWords.noticeText.en} ${siteWords.notice.zh}`;

/** Answers with a CSV file, row by row as the reader takes them. */
export const file =
  (make: (visit: Visit) => FileTable | Promise<FileTable>): Answer =>
  (site) =>
  async (request, response) => {
    const visit = readVisit(site, request);
    const table = await make(visit);
    response.set('Content-Type', 'text/csv; charset=utf-8');
    response.set('Content-Disposition', `attachment; filename="${table.name}"`);
    response.set('Cache-Control', 'private, no-cache');
    const note = { notice: noticeOf(visit), facts: originOf(visit) };
    await pipeline(Readable.from(csvChunks(note, table.heading, table.rows)), response);
  };
