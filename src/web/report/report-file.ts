import { partFormats, reportFileName, reportFormats } from '../../report/report-file-names.ts';
import { notFound } from '../../model/errors.ts';
import type { Answer } from '../page.ts';
import { readRequestContext } from '../request-context.ts';
import { readText } from '../request-query.ts';

/** Longest id of a table or figure. */
const LONGEST_ID = 60;

/** A form of the report of a period; of those that are a file a table or figure, the one that the address names. */
export const reportFile: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const { results, period, language, query } = context;
  const format = reportFormats.find((known) => known === context.param('format'));
  if (format === undefined) {
    throw notFound(
      `没有“${context.param('format')}”这种格式，可用 ${reportFormats.join(', ')}`,
      `there is no format “${context.param('format')}”; there are ${reportFormats.join(', ')}`,
    );
  }
  const id = readText(query, 'id', LONGEST_ID);
  const isPart = partFormats.some((known) => known === format);
  const name = reportFileName({ language, period: period.label }, format, isPart ? id : undefined);
  const files = await results.ask('reportFiles', {
    ...{ period, language, format },
    edition: context.site.methods.edition,
  });
  const found = files.find((file) => file.name === name);
  if (found === undefined) {
    throw notFound(
      `参数 id 的值“${id}”：这一时段的报告中没有这个表或图的 ${format} 文件`,
      `parameter id has the value “${id}”: the report of this period has no table or figure of that id as ${format}`,
    );
  }
  response.attachment(found.name).send(Buffer.from(found.bytes));
};
