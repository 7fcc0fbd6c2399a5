import type { Knowledge } from '../../model/knowledge.ts';
import type { Store } from '../../store/open.ts';
import { holdsAnswer } from '../../store/read/results/answers.ts';
import { dataMarkOf } from '../../store/read/results/data-mark.ts';
import { readMonthTargets, readNationalTargets } from '../../store/reference.ts';
import { forgetOldAnswers, keepAnswer } from '../../store/write/answers.ts';
import type { Clock } from '../clock.ts';
import { createAnswerer } from './answer-question.ts';
import { answerVersion, askedText, createKeptAnswers, whereKept } from './kept-answers.ts';
import type { Preparation } from './preparation.ts';
import { firstSteps, furtherSteps } from './prepared-questions.ts';
import { worldSteps } from './prepared-worlds.ts';
import { isWorldQuestion, markOfAnswer, type Answerer, type Asked, type QuestionName } from './questions.ts';

export interface PrepareOptions {
  /** Only what pages of results show before a reader chooses anything, or only the rest: both where absent. */
  readonly only?: 'first' | 'further';
  /** Told how many of how many steps are done. */
  readonly progress?: (done: number, all: number) => void;
  /** Who answers, each one question at a time: the caller's own thread where absent. */
  readonly answerers?: readonly Answerer[];
  /** Ends the work after the questions that are being answered. */
  readonly signal?: AbortSignal;
}

/**
 * Answers what pages ask first, and keeps each answer beside the data as soon as there is one: what was killed goes on where it
 * was. To be called when a server starts: commands that store records end sooner without it. Without it pages answer the same,
 * the first time slowly. What is kept already is not made again. What is of data that another process
 * changes meanwhile is left: its answers are of data that are gone.
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
  const kept = createKeptAnswers(store, basis);
  // Nothing is asked of other databases.
  const own = createAnswerer({ ...basis, store, knowledge, folder: '', clock });
  const isOver = (): boolean => options.signal?.aborted === true || dataMarkOf(store) !== data;

  const make = async <K extends QuestionName>(by: Answerer, question: K, asked: Asked[K], mark: string) => {
    const answered = await by(question, asked);
    const key = { question, asked: askedText(asked), data: mark, version };
    if (isWorldQuestion(question) || !isOver()) {
      whereKept(store, question, (keeper) => {
        keepAnswer(keeper, { ...key, answered });
      });
    }
    return answered;
  };
  const preparerOf = (by: Answerer) => ({
    keep: async <K extends QuestionName>(
      question: K,
      asked: Asked[K],
      mark = markOfAnswer(question, data),
    ): Promise<void> => {
      const key = { question, asked: askedText(asked), data: mark, version };
      if (whereKept(store, question, (keeper) => holdsAnswer(keeper, key))) return;
      await make(by, question, asked, mark);
    },
    answer: async <K extends QuestionName>(question: K, asked: Asked[K]) =>
      kept(question, asked, data) ?? (await make(by, question, asked, data)),
  });

  for (const question of ['months', 'gaps'] as const) {
    whereKept(store, question, (keeper) => {
      forgetOldAnswers(keeper, data, version);
    });
  }
  const months = await preparerOf(own).answer('months', null);
  const place = { store, knowledge, months, data };
  const { only, progress, answerers = [own] } = options;
  const ofData: Preparation[] = [
    ...(only === 'further' ? [] : firstSteps(place)),
    ...(only === 'first' ? [] : furtherSteps(place)),
  ];
  // Nobody looks at the laboratory of a database without data.
  const ofWorlds = only === 'first' || months.length === 0 ? [] : worldSteps();
  const all = ofData.length + ofWorlds.length;
  let done = 0;
  const take = async (steps: readonly Preparation[], ends: () => boolean): Promise<void> => {
    const waiting = steps.values();
    const takeTurns = async (by: Answerer): Promise<void> => {
      for (const step of waiting) {
        if (ends()) return;
        progress?.(done, all);
        await step(preparerOf(by));
        done++;
      }
    };
    await Promise.all(answerers.map(takeTurns));
  };
  await take(ofData, isOver);
  await take(ofWorlds, () => options.signal?.aborted === true);
}
