import type { Knowledge } from '../../model/knowledge.ts';
import { defaultPeriod } from '../../model/time/period-choice.ts';
import { parsePeriod, type Period } from '../../model/time/period.ts';
import { printMonth } from '../../model/time/time.ts';
import type { Store } from '../../store/open.ts';
import { dataMarkOf } from '../../store/read/data-mark.ts';
import { listRuns } from '../../store/read/runs.ts';
import { readMonthTargets, readNationalTargets } from '../../store/reference.ts';
import { keepAnswers, type NewAnswer } from '../../store/write/answers.ts';
import type { Clock } from '../clock.ts';
import { createAnswerer } from './answer-question.ts';
import { answerVersion, askedText, createKeptAnswers } from './kept-answers.ts';
import type { Answered, Asked, QuestionName } from './questions.ts';

/** Runs whose pages are made ready, the latest. */
const RUNS = 8;

export interface PrepareOptions {
  /** Told how many of how many questions are answered. */
  readonly progress?: (done: number, all: number) => void;
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
  // Nothing is asked of other databases.
  const answer = createAnswerer({ ...basis, store, knowledge, folder: '', clock });
  const answers: NewAnswer[] = [];
  const ask = async <K extends QuestionName>(
    question: K,
    asked: Asked[K],
    mark = data,
  ): Promise<Answered[K]> => {
    const answered = await answer(question, asked);
    answers.push({ question, asked: askedText(asked), data: mark, version, answered });
    return answered;
  };

  const months = await ask('months', null);
  const shown = defaultPeriod(months);
  if (shown === undefined) return;
  const years = [...new Set(months.map((month) => printMonth(month).slice(0, 4)))].map(parsePeriod);
  const periods = [shown, ...years.filter(({ label }) => label !== shown.label)];
  const runs = listRuns(store).slice(-RUNS);
  const work = [
    ...periods.map((period) => () => preparePeriod(ask, period, knowledge.methods.edition)),
    () => ask('comparisons', null),
    ...runs.flatMap((run) => [
      () => ask('quality', { run: run.id }),
      () => ask('figures', { database: '', run: run.id }, [data, run.digest, run.partsDone].join('/')),
    ]),
  ];
  for (const [done, step] of work.entries()) {
    if (options.signal?.aborted) return;
    options.progress?.(done, work.length);
    await step();
  }
  keepAnswers(store, answers);
}

type Ask = <K extends QuestionName>(name: K, asked: Asked[K]) => Promise<Answered[K]>;

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
