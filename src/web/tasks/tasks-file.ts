import type { CsvCell } from '../../export/csv.ts';
import type { RequestContext } from '../request-context.ts';
import { badParameter } from '../request-query.ts';
import type { FileTable } from '../shared/file.ts';
import { taskFactsOf, unitLostPoints } from './unit-lost-points.ts';

/** The lost points of every unit, or of the one that the address names, with full values; names in the reader's language. */
export async function tasksFile(context: RequestContext): Promise<FileTable> {
  const { period, query } = context;
  const facts = await taskFactsOf(context);
  const code = query.get('unit') ?? '';
  const units = facts.measurement.units.filter((unit) => code === '' || unit.code === code);
  if (units.length === 0 && code !== '') {
    throw badParameter('unit', code, { zh: '须是单位代码', en: 'it must be the code of a unit' });
  }
  return {
    name: `tasks-${code === '' ? '' : `${code}-`}${period.label}.csv`,
    unitsIn: [period],
    heading: [
      ...['unit', 'indicator', 'group', 'dimension', 'weight', 'score', 'points'],
      ...['department', 'department_part', 'gain'],
    ],
    rows: units.flatMap((unit): CsvCell[][] =>
      // The sum, which comes last, can be had from the rows.
      (unitLostPoints(facts, context, unit.code)?.table.rows ?? [])
        .slice(0, -1)
        .map((row) => [unit.code, ...row.map((cell) => (typeof cell === 'string' ? cell : cell.value))]),
    ),
  };
}
