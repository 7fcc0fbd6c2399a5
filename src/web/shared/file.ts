import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvChunks, type CsvCell } from '../../export/csv.ts';
import { unpublishedDocument } from '../../jobs/measure/unpublished-notice.ts';
import type { Period } from '../../model/time/period.ts';
import { notYetAssessed } from '../../wording/not-yet-assessed.ts';
import type { Answer } from '../page.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { siteTexts } from './site-texts.ts';

/** A table to download: the same numbers as on its page. */
export interface FileTable {
  readonly name: string;
  readonly heading: readonly string[];
  /** Periods of which it holds figures of single units: where these were not published, the first line says so. */
  readonly unitsIn?: readonly Period[];
  /** The file says the same for every period. */
  readonly periodFree?: boolean;
  readonly rows: Iterable<readonly CsvCell[]>;
}

/** Where the figures of a file come from, as on its first line. */
function originOf(context: RequestContext, { periodFree = false, unitsIn = [] }: FileTable): string[] {
  const { methods } = context.site;
  const unpublished = unpublishedDocument(context.site, unitsIn);
  const { province, city } = methods;
  const unassessed = periodFree ? undefined : notYetAssessed(methods, context.period);
  return [
    ...(periodFree ? [] : [`period ${context.period.label}`]),
    `method ${province.id} ${province.version}, ${city.id} ${city.version}`,
    `data ${context.results.content.digest}`,
    ...(unassessed ? [`${unassessed.reason.zh} ${unassessed.reason.en}`] : []),
    ...(unpublished === null ? [] : [unpublished]),
  ];
}

export const noticeOf = (context: RequestContext): string =>
  context.language === 'zh'
    ? `${siteTexts.noticeLead.zh}${siteTexts.noticeText.zh} ${siteTexts.notice.en}`
    : `${siteTexts.noticeLead.en}${siteTexts.noticeText.en} ${siteTexts.notice.zh}`;

/** How a document begins that holds figures of single units in some periods. */
export const headOf = (context: RequestContext, periods: readonly Period[]) => ({
  notice: noticeOf(context),
  unpublished: unpublishedDocument(context.site, periods),
});

/** Answers with a CSV file, row by row as the reader takes them. */
export const file =
  (make: (context: RequestContext) => FileTable | Promise<FileTable>): Answer =>
  (site) =>
  async (request, response) => {
    const context = readRequestContext(site, request);
    const table = await make(context);
    response.set('Content-Type', 'text/csv; charset=utf-8');
    response.set('Content-Disposition', `attachment; filename="${table.name}"`);
    response.set('Cache-Control', 'private, no-cache');
    const note = { notice: noticeOf(context), facts: originOf(context, table) };
    await pipeline(Readable.from(csvChunks(note, table.heading, table.rows)), response);
  };
