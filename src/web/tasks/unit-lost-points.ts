import { unitTasks, type TaskFacts } from '../../report/analysis/tasks.ts';
import type { ReportTable } from '../../report/report.ts';
import type { RequestContext } from '../request-context.ts';

/** What would gain a unit most, in a sentence, and the table of its lost points. */
export interface UnitLostPoints {
  readonly sentence: string;
  readonly table: ReportTable;
}

/** What the lost points of units in the period of an address are told from. */
export const taskFactsOf = async ({ results, period, site }: RequestContext): Promise<TaskFacts> => ({
  measurement: await results.measurement(period),
  knowledge: site,
  analysis: { responsible: await results.ask('responsible', { period, edition: site.methods.edition }) },
});

/** The lost points of a unit as its report lists them; undefined for one without an overall score. */
export function unitLostPoints(
  facts: TaskFacts,
  { language }: RequestContext,
  code: string,
): UnitLostPoints | undefined {
  const blocks = unitTasks(facts, language, code)?.blocks ?? [];
  const sentence = blocks.find((block) => block.kind === 'paragraph')?.text;
  const table = blocks.find((block) => block.kind === 'table');
  return sentence === undefined || table === undefined ? undefined : { sentence, table };
}
