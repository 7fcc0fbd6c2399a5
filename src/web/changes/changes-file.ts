import type { CsvCell } from '../../export/csv.ts';
import type { FileTable } from '../shared/file.ts';
import type { RequestContext } from '../request-context.ts';
import { askedChanges } from './changes-view.ts';

/** The figure of every unit of a kind now and before, with the test of its change. */
export async function changesFile(context: RequestContext): Promise<FileTable> {
  const { kind, figure, before, units, changes } = await askedChanges(context);
  return {
    name: `changes-${kind}-${figure}-${context.period.label}.csv`,
    heading: [
      'code',
      'name',
      'name_en',
      'figure',
      'now',
      'before',
      'before_period',
      'change',
      'low',
      'high',
      'p',
      'p_adjusted',
    ],
    rows: units.map(({ code, name, nameEn }): CsvCell[] => {
      const one = changes?.units.find((unit) => unit.code === code);
      const { value, interval, p } = one?.change ?? {};
      return [
        ...[code, name, nameEn, figure],
        one?.now ?? null,
        one?.before ?? null,
        before.label,
        value ?? null,
        interval?.low ?? null,
        interval?.high ?? null,
        p ?? null,
        one?.adjusted ?? null,
      ];
    }),
  };
}
