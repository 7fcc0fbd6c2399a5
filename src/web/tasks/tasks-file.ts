import type { RequestContext } from '../request-context.ts';
import { badParameter } from '../request-query.ts';
import type { FileTable } from '../shared/file.ts';
import { unitLostPoints } from './unit-lost-points.ts';

/** The lost points of the unit that the address names, with full values; names of indicators in the reader's language. */
export async function tasksFile(context: RequestContext): Promise<FileTable> {
  const { period, query, language } = context;
  const code = query.get('unit') ?? '';
  if (code === '')
    throw badParameter('unit', code, { zh: '须是单位代码', en: 'it must be the code of a unit' });
  const { lost } = await unitLostPoints(context, language, code);
  return {
    name: `tasks-${code}-${period.label}.csv`,
    heading: [
      ...['indicator', 'group', 'dimension', 'weight', 'score', 'points'],
      ...['department', 'department_part', 'gain'],
    ],
    // The sum can be had from the rows.
    rows: (lost?.table.rows ?? [])
      .slice(0, -1)
      .map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.value))),
  };
}
