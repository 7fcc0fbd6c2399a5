import { deserialize } from 'node:v8';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Recomputed } from '../../audit/integrity/judge-recomputed.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { closeStore, type Store } from '../../store/open.ts';
import { allKeptAnswers, type KeptAnswer } from '../../store/read/results/answers.ts';
import { dataMarkOf } from '../../store/read/results/data-mark.ts';
import { listRuns } from '../../store/read/runs.ts';
import { readMonthTargets, readNationalTargets } from '../../store/reference.ts';
import { createAnswerer, createDataAnswers } from '../answers/answer-question.ts';
import { answerVersion, figuresMark } from '../answers/kept-answers.ts';
import {
  isWorldQuestion,
  markOfAnswer,
  type Answerer,
  type Asked,
  type QuestionName,
} from '../answers/questions.ts';
import { truthBeside } from '../audit/truth-beside.ts';
import type { Clock } from '../clock.ts';

/** No answer tells when it was made. */
const noClock: Clock = { now: () => 0, elapsed: () => 0 };

/**
 * Computes every answer anew that is kept of the data of now and by this version of the program, and would be shown instead of
 * being computed. Any other is shown nowhere, and is only counted.
 */
export async function recomputeAnswers(
  store: Store,
  knowledge: Knowledge,
  programVersion: string,
): Promise<Recomputed> {
  const [published, national] = [readMonthTargets(), readNationalTargets()];
  const version = answerVersion({ knowledge, published, national, programVersion });
  const mark = dataMarkOf(store);
  const marksOfFigures = listRuns(store).map((run) => figuresMark(mark, run));
  const isCurrent = ({ question, data, version: made }: KeptAnswer): boolean =>
    made === version &&
    (question === 'figures' ? marksOfFigures.includes(data) : data === markOfAnswer(question, mark));
  const sources = { store, knowledge, published, national, programVersion, folder: '' };
  const dataAnswers = createDataAnswers(sources);
  const isKnown = (name: string): name is QuestionName =>
    Object.hasOwn(dataAnswers, name) || isWorldQuestion(name);
  const answer = createAnswerer({ ...sources, clock: noClock });
  const all = [...allKeptAnswers(store), ...answersOfTruth(store)];
  const current = all.filter(isCurrent);
  const different: string[] = [];
  for (const kept of current) {
    const { question, asked } = kept;
    if (isKnown(question) && (await saysTheSame(kept, answer, question))) continue;
    different.push(asked === 'null' ? question : `${question} ${asked}`);
  }
  return {
    kept: current.length,
    different,
    outdated: all.length - current.length,
  };
}

/** What the truth beside a database keeps. */
function answersOfTruth(store: Store): KeptAnswer[] {
  const truth = truthBeside(store);
  if (truth === null) return [];
  try {
    return allKeptAnswers(truth);
  } finally {
    closeStore(truth);
  }
}

/** What is kept may be damaged in any way: an answer that cannot be read is not the same. */
async function saysTheSame<K extends QuestionName>(
  { asked, document }: KeptAnswer,
  answer: Answerer,
  question: K,
): Promise<boolean> {
  try {
    const again = await answer(question, z.custom<Asked[K]>().parse(JSON.parse(asked)));
    return isDeepStrictEqual(plain(deserialize(document)), plain(again));
  } catch {
    return false;
  }
}

/** As JSON has it: a result that was kept and read again does not know a field without a value from an absent one. */
const plain = (answer: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answer, (_, value: unknown) => (value instanceof Map ? [...value.entries()] : value)),
  );
