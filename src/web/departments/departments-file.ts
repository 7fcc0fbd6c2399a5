import type { CsvCell } from '../../export/csv.ts';
import { badParameter, readChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import type { FileTable } from '../shared/file.ts';
import { rankedBy, unitDepartments, type RatedCounts } from './department-rows.ts';

const figuresOf = ({ ratings, levelled, good, figures }: RatedCounts): CsvCell[] => [
  ...[ratings, levelled, good],
  figures?.averageScore ?? null,
  figures?.goodRate ?? null,
  figures?.interval.low ?? null,
  figures?.interval.high ?? null,
];

/** Departments and offices of every unit, or of the one that the address names. */
export async function departmentsCsv(context: RequestContext): Promise<FileTable> {
  const { period, query, results, site } = context;
  const by = readChoice(query, 'by', rankedBy, 'goodRate');
  const code = query.get('unit') ?? '';
  const { units: all } = await results.measurement(period);
  const units = code === '' ? all : all.filter((unit) => unit.code === code);
  if (units.length === 0 && code !== '') {
    throw badParameter('unit', code, { zh: '须是单位代码', en: 'it must be the code of a unit' });
  }
  return {
    name: `departments-${code === '' ? '' : `${code}-`}${period.label}.csv`,
    unitsIn: [period],
    heading: [
      'unit',
      'level',
      'rank',
      'code',
      'name',
      'name_en',
      'department',
      'offices',
      'ratings',
      'levelled',
      'good',
      'average_score',
      'good_rate',
      'low',
      'high',
    ],
    rows: units.flatMap((unit): CsvCell[][] => {
      const { departments, offices } = unitDepartments(
        site.store,
        site.reference,
        results.register(),
        unit,
        period,
        by,
      );
      return [
        ...departments.map((row) => [
          ...[unit.code, 'department', row.rank, row.key, row.name, row.nameEn, row.key, row.offices],
          ...figuresOf(row),
        ]),
        ...offices.map((row) => {
          const { code: office, name, nameEn, department } = row.office;
          return [...[unit.code, 'office', row.rank, office, name, nameEn, department, 1], ...figuresOf(row)];
        }),
      ];
    }),
  };
}
