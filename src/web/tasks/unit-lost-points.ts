import type { Language } from '../../model/language.ts';
import { unitTasks } from '../../report/analysis/tasks.ts';
import type { ReportTable } from '../../report/report.ts';
import type { RequestContext } from '../request-context.ts';
import { unitPlace, type UnitPlace } from '../shared/unit-place.ts';

export interface UnitLostPoints extends Pick<UnitPlace, 'unit'> {
  /** What would gain the unit most, in a sentence, and the table; undefined for a unit without an overall score. */
  readonly lost: { readonly sentence: string; readonly table: ReportTable } | undefined;
}

/** The lost points of the unit of an address, as its report lists them. */
export async function unitLostPoints(
  context: RequestContext,
  language: Language,
  code?: string,
): Promise<UnitLostPoints> {
  const { results, period, site } = context;
  const { unit } = await unitPlace(context, code);
  const section = unitTasks(
    {
      measurement: await results.measurement(period),
      knowledge: site,
      analysis: { responsible: await results.ask('responsible', { period, edition: site.methods.edition }) },
    },
    language,
    unit.code,
  );
  const sentence = section?.blocks.find((block) => block.kind === 'paragraph')?.text;
  const table = section?.blocks.find((block) => block.kind === 'table');
  return { unit, lost: sentence === undefined || table === undefined ? undefined : { sentence, table } };
}
