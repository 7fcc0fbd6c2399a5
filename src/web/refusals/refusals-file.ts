import { refusalReasons, refusalText, type RefusalReason } from '../../model/refusal.ts';
import type { CsvCell } from '../../export/csv.ts';
import { maskRecord } from '../../export/mask-record.ts';
import type { Store } from '../../store/open.ts';
import { listRefusals } from '../../store/read/refusals.ts';
import type { FileTable } from '../shared/file.ts';
import { readOptionalChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';

const CHUNK_ROWS = 1000;

/** Refused records a chunk at a time: there may be many. */
function* refusalRows(
  store: Store,
  reason: RefusalReason | undefined,
  language: RequestContext['language'],
): Generator<CsvCell[]> {
  let after = 0;
  for (;;) {
    const rows = listRefusals(store, { reason, after, limit: CHUNK_ROWS });
    for (const row of rows) {
      const { name, rule } = refusalText[row.reason];
      yield [
        row.id,
        row.run,
        row.reason,
        name[language],
        rule[language],
        row.kind,
        row.field,
        row.source,
        row.line,
        maskRecord(row.raw),
        row.times,
        row.bytes,
      ];
      after = row.id;
    }
    if (rows.length < CHUNK_ROWS) return;
  }
}

/** All refused records, or those of the reason that the address names. */
export function refusalsFile(context: RequestContext): FileTable {
  const reason = readOptionalChoice(context.query, 'reason', refusalReasons);
  return {
    name: reason === undefined ? 'refusals.csv' : `refusals-${reason}.csv`,
    heading: [
      'id',
      'run',
      'reason',
      'reason_name',
      'rule',
      'kind',
      'field',
      'source',
      'line',
      'raw',
      'times',
      'bytes',
    ],
    rows: refusalRows(context.site.store, reason, context.language),
  };
}
