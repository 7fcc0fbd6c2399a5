import { levelsByTask } from '../../measure/cell-sums.ts';
import { withEdition, type Knowledge } from '../../model/knowledge.ts';
import type { MonthTargets, NationalTargets } from '../../model/targets.ts';
import { rankedPlaces } from '../../model/register.ts';
import type { Store } from '../../store/open.ts';
import { summedRatingCells, taskRatingCells } from '../../store/read/cells.ts';
import { knownRegister } from '../../store/read/known-register.ts';
import { monthsWithData } from '../../store/read/months.ts';
import { listRuns, readRun } from '../../store/read/runs.ts';
import { judgeRun } from '../audit/quality-report.ts';
import { truthTotals } from '../audit/truth-totals.ts';
import type { Clock } from '../clock.ts';
import { compareNational, compareTargets } from '../measure/compare-targets.ts';
import { measurePeriod } from '../measure/measure-period.ts';
import { ratingEffects } from '../measure/rating-effects.ts';
import { runFigures } from '../runs/compare-runs.ts';
import { withDatabase } from '../runs/read-database.ts';
import { previewRun } from '../simulate/preview-run.ts';
import type { Answered, Answerer, Asked, QuestionName } from './questions.ts';

/** What answers rest on. */
export interface AnswerSources {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly published: readonly MonthTargets[];
  readonly national: readonly NationalTargets[];
  /** Folder of the databases beside the served one. */
  readonly folder: string;
  readonly programVersion: string;
  readonly clock: Clock;
}

/** Rows that the quality of a run is judged by: about a second of work. */
const QUALITY_ROWS = 60_000;

/** Answers each question from the data as they stand when it is asked. */
export function createAnswerer(sources: AnswerSources): Answerer {
  const { store, knowledge, published, national, folder, programVersion, clock } = sources;
  const answers: { [K in QuestionName]: (asked: Asked[K]) => Answered[K] | Promise<Answered[K]> } = {
    preview: ({ scenario, seed }) => previewRun(scenario, seed, knowledge, programVersion, clock),
    months: () => monthsWithData(store),
    quality: ({ run }) => judgeRun(store, knowledge, published, { run, most: QUALITY_ROWS }),
    truth: ({ run, levels }) => truthTotals(store, run, levels),
    measurement: ({ period, edition }) => measurePeriod(store, withEdition(knowledge, edition), period),
    ratingEffects: ({ period, edition, unit }) =>
      ratingEffects(store, withEdition(knowledge, edition), period, unit),
    nationalRatings: ({ period }) =>
      summedRatingCells(store, period, rankedPlaces(knowledge.reference, knownRegister(store))),
    taskLevels: ({ period }) =>
      levelsByTask(knownRegister(store).tasks.length, taskRatingCells(store, period)),
    comparisons: () => published.map((counts) => compareTargets(store, knowledge.reference, counts)),
    nationalComparisons: ({ period }) =>
      national.map((targets) => compareNational(store, knowledge, targets, period)),
    figures: ({ database, run }) =>
      withDatabase(store, folder, database, (held) =>
        runFigures(held, readRun(held, run), listRuns(held), knowledge),
      ),
  };
  return (name, asked) =>
    new Promise((resolve) => {
      resolve(answers[name](asked));
    });
}
