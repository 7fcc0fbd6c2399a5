import type { CsvCell } from '../../export/csv.ts';
import type { Answer } from '../page.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { headOf, type FileTable } from '../shared/file.ts';
import { askedChanges } from './changes-view.ts';

/** The figure of every unit of a kind now and before, with the test of its change. */
export async function changesFile(context: RequestContext): Promise<FileTable> {
  const { kind, figure, before, periods, units, changes } = await askedChanges(context);
  return {
    name: `changes-${kind}-${figure}-${context.period.label}.csv`,
    unitsIn: periods,
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

/** The same, with the order of both periods and the difference of the two units of the address. */
export const changesDocument: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const { kind, figure, before, periods, units, changes, pair, difference } = await askedChanges(context);
  response.set('Cache-Control', 'private, no-cache');
  response.json({
    ...headOf(context, periods),
    period: context.period.label,
    before: before.label,
    data: context.results.content.digest,
    kind,
    figure,
    units: units.map(({ code, name, nameEn }) => {
      const one = changes?.units.find((unit) => unit.code === code);
      return {
        ...{ code, name, nameEn },
        now: one?.now ?? null,
        before: one?.before ?? null,
        change: one?.change ?? null,
        pAdjusted: one?.adjusted ?? null,
      };
    }),
    order: changes?.order ?? null,
    difference: difference && { a: pair?.[0].code, b: pair?.[1].code, ...difference },
  });
};
