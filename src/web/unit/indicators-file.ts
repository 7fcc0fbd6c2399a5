import type { CsvCell } from '../../export/csv.ts';
import type { FileTable } from '../shared/file.ts';
import { badParameter } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';

/** Every indicator of every unit, or of the one that the address names. */
export async function indicatorsFile(context: RequestContext): Promise<FileTable> {
  const code = context.query.get('unit') ?? '';
  const { units: all } = await context.results.measurement(context.period);
  const units = code === '' ? all : all.filter((unit) => unit.code === code);
  if (units.length === 0 && code !== '') {
    throw badParameter('unit', code, { zh: '须是单位代码', en: 'it must be the code of a unit' });
  }
  return {
    name: `indicators-${code === '' ? '' : `${code}-`}${context.period.label}.csv`,
    unitsIn: [context.period],
    heading: [
      'code',
      'name',
      'name_en',
      'dimension',
      'group',
      'indicator',
      'indicator_name',
      'numerator',
      'denominator',
      'value',
      'low',
      'high',
      'score',
      'redraw_low',
      'redraw_high',
      'design_effect',
    ],
    rows: units.flatMap((unit) => {
      const values = new Map(unit.indicators.map((value) => [value.id, value]));
      return context.site.methods[unit.kind].dimensions.flatMap((dimension) =>
        dimension.groups.flatMap((group) =>
          group.indicators.map((indicator): CsvCell[] => {
            const value = values.get(indicator.id);
            const { code: unitCode, name, nameEn } = unit;
            return [
              ...[unitCode, name, nameEn, dimension.id, group.id, indicator.id, indicator.name],
              value?.numerator ?? null,
              value?.denominator ?? null,
              value?.value ?? null,
              value?.low ?? null,
              value?.high ?? null,
              value?.normalised ?? null,
              value?.redraw?.low ?? null,
              value?.redraw?.high ?? null,
              value?.redraw?.designEffect ?? null,
            ];
          }),
        ),
      );
    }),
  };
}
