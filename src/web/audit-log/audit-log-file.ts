import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { printCell } from '../../export/csv.ts';
import type { AuditEntry } from '../../model/access/audit-entry.ts';
import { notFound } from '../../model/errors.ts';
import { auditEntriesAfter } from '../../store/read/access/audit-log.ts';
import type { Store } from '../../store/open.ts';
import type { Answer } from '../page.ts';
import { readRequestContext } from '../request-context.ts';

const columns = ['id', 'at', 'actor', 'action', 'subject', 'origin', 'result', 'hash'] as const;

const formats: ReadonlyMap<
  string,
  { readonly type: string; readonly head: string; readonly line: (entry: AuditEntry) => string }
> = new Map([
  [
    'csv',
    {
      type: 'text/csv',
      head: `\uFEFF${columns.join(',')}\r\n`,
      line: (entry) => `${columns.map((column) => printCell(entry[column])).join(',')}\r\n`,
    },
  ],
  ['ndjson', { type: 'application/x-ndjson', head: '', line: (entry) => `${JSON.stringify(entry)}\n` }],
]);

function* linesOf(access: Store, head: string, line: (entry: AuditEntry) => string): Generator<string> {
  yield head;
  for (const entry of auditEntriesAfter(access, 0)) yield line(entry);
}

/** The whole audit log as it is kept: seconds since 2000-01-01 00:00 Beijing time, accounts and keys by their numbers. */
export const auditLogFile: Answer = (site) => async (request, response) => {
  const name = readRequestContext(site, request).param('format');
  const format = formats.get(name);
  if (format === undefined) {
    throw notFound(
      `审计日志没有“${name}”格式，可用：${[...formats.keys()].join('、')}`,
      `the audit log has no format “${name}”, only: ${[...formats.keys()].join(', ')}`,
    );
  }
  response.set({
    'Content-Type': `${format.type}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="audit-log.${name}"`,
    'Cache-Control': 'no-store',
  });
  const { head, line } = format;
  await pipeline(Readable.from(linesOf(site.access, head, line)), response);
};
