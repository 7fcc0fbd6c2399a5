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
import { createDataAnswers, type DataAnswers, type DataQuestion } from '../answers/answer-question.ts';
import { answerVersion, figuresMark } from '../answers/kept-answers.ts';
import type { Asked } from '../answers/questions.ts';
import { truthBeside } from '../audit/truth-beside.ts';

/**
 * Computes every answer anew that is kept of the data of now and by this version of the program, and would be shown instead of
 * being computed. Any other is shown nowhere, and is only counted.
 */
export function recomputeAnswers(store: Store, knowledge: Knowledge, programVersion: string): Recomputed {
  const [published, national] = [readMonthTargets(), readNationalTargets()];
  const version = answerVersion({ knowledge, published, national, programVersion });
  const mark = dataMarkOf(store);
  const marksOfFigures = listRuns(store).map((run) => figuresMark(mark, run));
  const isCurrent = ({ question, data, version: made }: KeptAnswer): boolean =>
    made === version && (question === 'figures' ? marksOfFigures.includes(data) : data === mark);
  const answers = createDataAnswers({
    ...{ store, knowledge, published, national, programVersion },
    folder: '',
  });
  const all = [...allKeptAnswers(store), ...answersOfTruth(store)];
  const current = all.filter(isCurrent);
  return {
    kept: current.length,
    different: current
      .filter((answer) => !saysTheSame(answer, answers))
      .map(({ question, asked }) => (asked === 'null' ? question : `${question} ${asked}`)),
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

/** What is kept may be damaged in any way: a question that is none, or an answer that cannot be read, is not the same. */
function saysTheSame({ question, asked, document }: KeptAnswer, answers: DataAnswers): boolean {
  const isKnown = (name: string): name is DataQuestion => Object.hasOwn(answers, name);
  if (!isKnown(question)) return false;
  try {
    return isDeepStrictEqual(plain(deserialize(document)), plain(answerAgain(answers, question, asked)));
  } catch {
    return false;
  }
}

const answerAgain = <K extends DataQuestion>(answers: DataAnswers, question: K, asked: string): unknown =>
  answers[question](z.custom<Asked[K]>().parse(JSON.parse(asked)));

/** As JSON has it: a result that was kept and read again does not know a field without a value from an absent one. */
const plain = (answer: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answer, (_, value: unknown) => (value instanceof Map ? [...value.entries()] : value)),
  );
