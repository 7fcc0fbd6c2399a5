import { MANIPULATED_MONTH } from '../../detect/score-detection.ts';
import { levelsByTask } from '../../measure/cell-sums.ts';
import { withEdition, withOneMethod, type Knowledge } from '../../model/knowledge.ts';
import type { MonthTargets, PublishedYear } from '../../model/targets.ts';
import { rankedPlaces } from '../../model/register.ts';
import type { Store } from '../../store/open.ts';
import { summedRatingCells, taskRatingCells } from '../../store/read/cells.ts';
import { analyseEvaluators } from '../evaluate/analyse-evaluators.ts';
import { knownRegister } from '../../store/read/known-register.ts';
import { monthsWithData } from '../../store/read/months.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';
import { listRuns, readRun } from '../../store/read/runs.ts';
import { judgeRun } from '../audit/quality-report.ts';
import { decomposeGaps } from '../audit/decompose-gaps.ts';
import { twoWorldsOf } from '../audit/two-worlds.ts';
import { runNonResponse } from '../audit/non-response.ts';
import { truthTotals } from '../audit/truth-totals.ts';
import type { Clock } from '../clock.ts';
import { detectDatabase } from '../detect/detect-database.ts';
import { detectionFigures } from '../detect/detection-figures.ts';
import { flagEffects } from '../detect/flag-effects.ts';
import { compareNational, compareTargets } from '../measure/compare-targets.ts';
import { choiceUncertainty } from '../measure/choices/choice-uncertainty.ts';
import { sampleRecords } from '../measure/explain/sample-records.ts';
import { keptOwnMethod, measureOwn } from '../measure/choices/own-methods.ts';
import { editionRows } from '../measure/edition-rows.ts';
import { recomputeMeasurements } from '../verify/recompute-measurements.ts';
import { periodRatings } from '../measure/compare-ratings.ts';
import { measurePeriod } from '../measure/measure-period.ts';
import { ratingEffects } from '../measure/rating-effects.ts';
import { compareRegimes } from '../laboratory/compare-regimes.ts';
import { concealmentLadder } from '../laboratory/concealment-ladder.ts';
import { periodOrigin } from '../report/period-origin.ts';
import { periodCounts, periodResponsible } from '../report/period-counts.ts';
import { runFigures } from '../runs/compare-runs.ts';
import { withDatabase } from '../runs/read-database.ts';
import { previewRun } from '../simulate/preview-run.ts';
import { reportFiles } from '../report/report-files.ts';
import { writeReport, type ReportBasis } from '../report/write-report.ts';
import { makeExerciseWorld } from '../train/exercise-world.ts';
import { decomposeBentMonth, drawEqualProvinces, rankLesson } from '../train/lesson-worlds.ts';
import { keptFirst } from './kept-answers.ts';
import type { Answered, Answerer, Asked, QuestionName, WorldQuestion } from './questions.ts';

/** What answers about stored data rest on. */
export interface DataSources {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly published: readonly MonthTargets[];
  readonly national: readonly PublishedYear[];
  /** Folder of the databases beside the served one. */
  readonly folder: string;
  readonly programVersion: string;
}

/** What all answers rest on. */
export interface AnswerSources extends DataSources {
  readonly clock: Clock;
}

/** Rows that the quality of a run is judged by: about a second of work. */
const QUALITY_ROWS = 60_000;

/** Questions that are answered from stored data in one step: all but those that have something simulated, or that ask others. */
export type DataQuestion = Exclude<QuestionName, 'preview' | WorldQuestion | 'reportFiles'>;

/** The answers to questions about stored data, each computed when it is asked for. */
export type DataAnswers = { readonly [K in DataQuestion]: (asked: Asked[K]) => Answered[K] };

/** Answers questions about stored data from the data as they stand when one is asked. */
export function createDataAnswers(sources: DataSources): DataAnswers {
  const { store, knowledge, published, national, folder, programVersion } = sources;
  return {
    months: () => monthsWithData(store),
    quality: ({ run }) => judgeRun(store, knowledge, published, { run, most: QUALITY_ROWS }),
    truth: ({ run, levels }) => truthTotals(store, run, levels),
    measurement: ({ period, edition }) => measurePeriod(store, withEdition(knowledge, edition), period),
    ratingEffects: ({ period, edition, unit }) =>
      ratingEffects(store, withEdition(knowledge, edition), period, unit),
    ownMeasurement: ({ period, own }) =>
      measureOwn(store, knowledge.reference, keptOwnMethod(store, own), period),
    choiceUncertainty: ({ period, edition, kind, request }) => {
      const known = withEdition(knowledge, edition);
      return choiceUncertainty(measurePeriod(store, known, period), known.methods[kind], request);
    },
    editions: ({ period, from, to }) => editionRows(store, knowledge, period, from, to),
    rebuilt: () => recomputeMeasurements(store, knowledge),
    gaps: () => decomposeGaps(store, knowledge),
    detection: () => detectionFigures(detectDatabase(store, knowledge, programVersion)),
    flagEffects: ({ period, edition }) =>
      flagEffects(store, withEdition(knowledge, edition), period, programVersion),
    recordSample: ({ period, edition, own, unit, indicator }) => {
      const known =
        own === undefined
          ? withEdition(knowledge, edition)
          : withOneMethod(knowledge, keptOwnMethod(store, own));
      return sampleRecords(store, known, period, unit, indicator);
    },
    nonResponse: ({ run }) => runNonResponse(store, knowledge.reference, run),
    periodRatings: ({ period }) => periodRatings(store, knowledge.reference, period),
    nationalRatings: ({ period }) =>
      summedRatingCells(store, period, rankedPlaces(knowledge.reference, knownRegister(store))),
    taskLevels: ({ period }) =>
      levelsByTask(knownRegister(store).tasks.length, taskRatingCells(store, period)),
    periodCounts: ({ period }) => periodCounts(store, knowledge.reference, period),
    responsible: ({ period, edition }) => periodResponsible(store, withEdition(knowledge, edition), period),
    comparisons: () => published.map((counts) => compareTargets(store, knowledge.reference, counts)),
    nationalComparisons: ({ period }) =>
      national.map((targets) => compareNational(store, knowledge, targets, period)),
    periodOrigin: ({ period }) =>
      periodOrigin(store, referenceOfStore(store, knowledge.reference), { national, published }, period),
    evaluators: ({ plan }) => analyseEvaluators(store, knowledge, plan),
    figures: ({ database, run }) =>
      withDatabase(store, folder, database, (held) =>
        runFigures(held, readRun(held, run), listRuns(held), knowledge),
      ),
  };
}

/** Answers each question from the data as they stand when it is asked. */
export function createAnswerer(sources: AnswerSources): Answerer {
  const { store, knowledge, programVersion, clock } = sources;
  const reportBasis = (): ReportBasis => ({
    ...sources,
    knowledge: { ...knowledge, reference: referenceOfStore(store, knowledge.reference) },
  });
  const answers: { [K in QuestionName]: (asked: Asked[K]) => Answered[K] | Promise<Answered[K]> } = {
    ...createDataAnswers(sources),
    preview: ({ scenario, seed }) => previewRun(scenario, seed, knowledge, programVersion, clock),
    exerciseWorld: ({ number }) => makeExerciseWorld(number, knowledge, programVersion, clock),
    bentProvince: () => decomposeBentMonth({ knowledge, programVersion, clock }),
    lessonRanking: () => rankLesson({ knowledge, programVersion, clock }),
    equalProvinces: () => drawEqualProvinces({ knowledge, programVersion, clock }),
    regimeBias: (choice) => compareRegimes(choice, { knowledge, programVersion, clock }),
    twoWorlds: ({ seed }) => twoWorldsOf(seed, { knowledge, programVersion, clock }),
    concealmentLadder: async (choice) => ({
      steps: await concealmentLadder(choice, { knowledge, programVersion, clock }),
      manipulatedMonth: MANIPULATED_MONTH,
    }),
    reportFiles: async ({ format, ...asked }) =>
      reportFiles(
        await writeReport(keptFirst(store, sources, answer), reportBasis(), { ...asked, tasks: 'all' }),
        format,
      ),
  };
  const answer: Answerer = (name, asked) =>
    new Promise((resolve) => {
      resolve(answers[name](asked));
    });
  return answer;
}
