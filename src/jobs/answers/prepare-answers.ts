import type { Knowledge } from '../../model/knowledge.ts';
import { defaultPeriod } from '../../model/time/period-choice.ts';
import { parsePeriod, type Period } from '../../model/time/period.ts';
import { printMonth } from '../../model/time/time.ts';
import type { Store } from '../../store/open.ts';
import { dataMarkOf } from '../../store/read/results/data-mark.ts';
import { listRuns } from '../../store/read/runs.ts';
import { readMonthTargets, readNationalTargets } from '../../store/reference.ts';
import { keepAnswers, type NewAnswer } from '../../store/write/answers.ts';
import type { Clock } from '../clock.ts';
import { createAnswerer } from './answer-question.ts';
import { answerVersion, askedText, createKeptAnswers, figuresMark } from './kept-answers.ts';
import type { Answered, Answerer, Asked, QuestionName } from './questions.ts';

/** Runs whose pages are made ready, the latest. */
const RUNS = 8;

export interface PrepareOptions {
  /** Told how many of how many questions are answered. */
  readonly progress?: (done: number, all: number) => void;
  /** Who answers, each one question at a time: the caller's own thread where absent. */
  readonly answerers?: readonly Answerer[];
  /** Ends the work without keeping anything: the pages answer by themselves. */
  readonly signal?: AbortSignal;
}

/**
 * Answers what pages ask first, and keeps the answers beside the data: the years and the quality of the runs. To be called when
 * a run or a collection has ended; without it pages answer the same, the first time slowly. What is kept already is not made
 * again.
 */
export async function prepareAnswers(
  store: Store,
  knowledge: Knowledge,
  programVersion: string,
  clock: Clock,
  options: PrepareOptions = {},
): Promise<void> {
  const [published, national] = [readMonthTargets(), readNationalTargets()];
  const basis = { knowledge, published, national, programVersion };
  const [data, version] = [dataMarkOf(store), answerVersion(basis)];
  if (createKeptAnswers(store, basis)('months', null, data) !== undefined) return;
  const answers: NewAnswer[] = [];
  const askOf =
    (answer: Answerer): Ask =>
    async (question, asked, mark = data) => {
      const answered = await answer(question, asked);
      answers.push({ question, asked: askedText(asked), data: mark, version, answered });
      return answered;
    };
  // Nothing is asked of other databases.
  const own = createAnswerer({ ...basis, store, knowledge, folder: '', clock });

  const months = await askOf(own)('months', null);
  const shown = defaultPeriod(months);
  if (shown === undefined) return;
  const years = [...new Set(months.map((month) => printMonth(month).slice(0, 4)))].map(parsePeriod);
  const periods = [shown, ...years.filter(({ label }) => label !== shown.label)];
  const runs = listRuns(store).slice(-RUNS);
  const work: ((ask: Ask) => Promise<unknown>)[] = [
    ...periods.map((period) => (ask: Ask) => preparePeriod(ask, period, knowledge.methods.edition)),
    (ask) => ask('comparisons', null),
    ...runs.flatMap((run) => [
      (ask: Ask) => ask('quality', { run: run.id }),
      (ask: Ask) => ask('figures', { database: '', run: run.id }, figuresMark(data, run)),
    ]),
  ];
  const { signal, progress, answerers = [own] } = options;
  const waiting = work.values();
  let done = 0;
  const takeTurns = async (ask: Ask): Promise<void> => {
    for (const step of waiting) {
      if (signal?.aborted) return;
      progress?.(done, work.length);
      await step(ask);
      done++;
    }
  };
  await Promise.all(answerers.map((answer) => takeTurns(askOf(answer))));
  if (!signal?.aborted) keepAnswers(store, answers);
}

type Ask = <K extends QuestionName>(name: K, asked: Asked[K], mark?: string) => Promise<Answered[K]>;

/** What the pages of a period ask. */
async function preparePeriod(ask: Ask, period: Period, edition: string): Promise<void> {
  const { units } = await ask('measurement', { period, edition });
  await ask('nationalRatings', { period });
  await ask('taskLevels', { period });
  await ask('nationalComparisons', { period });
  // The page of the method shows the first province until another unit is chosen.
  for (const kind of ['province', 'city'] as const) {
    const first = units.find((unit) => unit.kind === kind && unit.overall !== null);
    if (first !== undefined) await ask('ratingEffects', { period, edition, unit: first.code });
  }
}
