import { createHash } from 'node:crypto';
import { z } from 'zod';
import { measuringVersion } from '../../measure/measure.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Run } from '../../model/run.ts';
import type { MonthTargets, NationalTargets } from '../../model/targets.ts';
import { worldVersion } from '../../model/world-version.ts';
import { closeStore, type Store } from '../../store/open.ts';
import { dataMarkOf } from '../../store/read/results/data-mark.ts';
import { keptAnswer } from '../../store/read/results/answers.ts';
import { truthBeside } from '../audit/truth-beside.ts';
import type { Answered, Answerer, Asked, QuestionName } from './questions.ts';

/** What an answer rests on beside the data. */
export interface AnswerBasis {
  readonly knowledge: Pick<Knowledge, 'reference' | 'editions' | 'realism'>;
  readonly published: readonly MonthTargets[];
  readonly national: readonly NationalTargets[];
  readonly programVersion: string;
}

/** The answer that was made before, where data and version are those of now. */
export type KeptAnswers = <K extends QuestionName>(
  name: K,
  asked: Asked[K],
  data: string,
) => Answered[K] | undefined;

/** Differs when an answer to the same question of the same data may: other methods, ranges, targets or another program. */
export const answerVersion = ({ knowledge, published, national, programVersion }: AnswerBasis): string =>
  createHash('sha256')
    .update(JSON.stringify([programVersion, measuringVersion, worldVersion, published, national]))
    .update(JSON.stringify([knowledge.reference, knowledge.editions, knowledge.realism]))
    .digest('hex')
    .slice(0, 32);

/** What is asked, as it is kept. */
export const askedText = (asked: unknown): string => JSON.stringify(asked);

/** The mark of the data that the figures of a run are kept with: they also say how far the run has come. */
export const figuresMark = (data: string, { digest, partsDone }: Pick<Run, 'digest' | 'partsDone'>): string =>
  [data, digest, partsDone].join('/');

/** Questions whose answers tell something of the truth. */
const ofTruth: ReadonlySet<QuestionName> = new Set([
  'detection',
  'exerciseWorld',
  'gaps',
  'nonResponse',
  'truth',
]);

/**
 * Works with the database that keeps the answers to a question: what rests on the truth is kept in the truth's own file, where
 * there is one, and so does not go along with a database that is handed over without it.
 */
export function whereKept<T>(store: Store, question: QuestionName, work: (keeper: Store) => T): T {
  const truth = ofTruth.has(question) ? truthBeside(store) : null;
  if (truth === null) return work(store);
  try {
    return work(truth);
  } finally {
    closeStore(truth);
  }
}

/** Finds the answers that a database keeps. */
export function createKeptAnswers(store: Store, basis: AnswerBasis): KeptAnswers {
  const version = answerVersion(basis);
  return <K extends QuestionName>(question: K, asked: Asked[K], data: string) =>
    whereKept(store, question, (keeper) =>
      // This very version of the program wrote it, from an answer of this kind.
      z
        .custom<Answered[K] | undefined>()
        .parse(keptAnswer(keeper, { question, asked: askedText(asked), data, version })),
    );
}

/** Asks somebody only what a database does not keep. */
export function keptFirst(store: Store, basis: AnswerBasis, answer: Answerer): Answerer {
  const kept = createKeptAnswers(store, basis);
  return async (name, asked) => kept(name, asked, dataMarkOf(store)) ?? (await answer(name, asked));
}
