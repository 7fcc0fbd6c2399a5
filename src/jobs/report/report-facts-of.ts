import type { Knowledge } from '../../model/knowledge.ts';
import { parsePeriod, type Period } from '../../model/time/period.ts';
import { printMonth } from '../../model/time/time.ts';
import type { ReportFacts } from '../../report/report-facts.ts';
import type { Run } from '../../model/run.ts';
import type { Answerer } from '../answers/questions.ts';
import { runsWithin } from '../runs/runs-within.ts';

/** Years that a report looks back on, its own included. */
const YEARS = 5;

export interface ReportSources {
  /** With the places named as in the data, and the edition of the methods that the report is by. */
  readonly knowledge: Pick<Knowledge, 'reference' | 'methods'>;
  readonly runs: readonly Run[];
  /** True of a year for which most scores of units were not published for their real names. */
  readonly isUnpublished: (year: Period) => boolean;
  readonly programVersion: string;
}

/** Gathers what the report of a year with data is written from; what takes long is asked, so that an answer that is kept serves. */
export async function reportFactsOf(
  ask: Answerer,
  sources: ReportSources,
  period: Period,
): Promise<ReportFacts> {
  const { knowledge, runs, isUnpublished, programVersion } = sources;
  const measured = (one: Period) => ask('measurement', { period: one, edition: knowledge.methods.edition });
  const months = await ask('months', null);
  const measurement = await measured(period);
  const years = [...new Set(months.map((month) => printMonth(month).slice(0, 4)))]
    .map(parsePeriod)
    .filter(({ last }) => last <= period.last)
    .slice(-YEARS);
  const { edition } = knowledge.methods;
  return {
    period,
    knowledge,
    measurement,
    months,
    origin: await ask('periodOrigin', { period }),
    years: await Promise.all(years.map(measured)),
    runs: runsWithin(runs, period),
    unpublished: years.filter(isUnpublished).map(({ label }) => label),
    programVersion,
    analysis: {
      counts: await ask('periodCounts', { period }),
      responsible: await ask('responsible', { period, edition }),
    },
  };
}
