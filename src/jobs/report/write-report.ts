import { notFound } from '../../model/errors.ts';
import { withEdition, type Knowledge } from '../../model/knowledge.ts';
import type { Language } from '../../model/language.ts';
import type { PublishedYear } from '../../model/targets.ts';
import { holdsData, type Period } from '../../model/time/period.ts';
import type { TaskDetail } from '../../report/analysis/tasks.ts';
import { buildReport } from '../../report/build-report.ts';
import { buildBulletin } from '../../report/bulletin/build-bulletin.ts';
import type { Report } from '../../report/report.ts';
import type { Store } from '../../store/open.ts';
import { contentOf } from '../../store/read/content.ts';
import { listRuns } from '../../store/read/runs.ts';
import type { Answerer } from '../answers/questions.ts';
import { assumedScores } from '../measure/assumed-scores.ts';
import { bulletinFactsOf } from './bulletin-facts-of.ts';
import { reportFactsOf } from './report-facts-of.ts';

export interface ReportBasis {
  readonly store: Store;
  /** With the places named as in the data. */
  readonly knowledge: Pick<Knowledge, 'reference' | 'editions' | 'methods'>;
  readonly national: readonly PublishedYear[];
  readonly programVersion: string;
}

export interface AskedReport {
  readonly period: Period;
  /** Edition of the methods. */
  readonly edition: string;
  readonly language: Language;
  /** How much of the lost points of units it holds: what would gain them most unless told otherwise. */
  readonly tasks?: TaskDetail;
}

const MONTHS_OF_YEAR = 12;

/** Writes the report of a year, or the bulletin of a shorter period, from answers that are asked, and from what is known of the runs. */
export async function writeReport(
  ask: Answerer,
  { store, knowledge, national, programVersion }: ReportBasis,
  { period, edition, language, tasks }: AskedReport,
): Promise<Report> {
  const months = await ask('months', null);
  if (!holdsData(months, period)) {
    throw notFound(
      `${period.label} 没有数据，因此没有报告`,
      `there are no data for ${period.label}, and so no report`,
    );
  }
  if (period.last - period.first + 1 < MONTHS_OF_YEAR) {
    const sources = {
      knowledge: withEdition(knowledge, edition),
      data: contentOf(store).digest,
      runs: listRuns(store),
      programVersion,
    };
    return buildBulletin(await bulletinFactsOf(ask, sources, period), language);
  }
  const facts = await reportFactsOf(
    ask,
    {
      knowledge: withEdition(knowledge, edition),
      runs: listRuns(store),
      isUnpublished: (year) =>
        assumedScores({ reference: knowledge.reference, store, national }, year) !== undefined,
      programVersion,
    },
    period,
  );
  return buildReport(facts, language, tasks);
}
