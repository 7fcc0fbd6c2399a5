import { deserialize } from 'node:v8';
import type { Store } from '../../open.ts';

/** What a kept answer is found by. */
export interface AnswerKey {
  readonly question: string;
  /** What was asked, as JSON. */
  readonly asked: string;
  /** Marks of the data and of the program that it holds for. */
  readonly data: string;
  readonly version: string;
}

/** An answer as it is kept, with what it is found by. */
export interface KeptAnswer extends AnswerKey {
  readonly document: Buffer;
}

/** All answers that are kept. */
export const allKeptAnswers = (store: Store): KeptAnswer[] =>
  store.db
    .prepare<[], KeptAnswer>(
      'SELECT question, asked, data, version, document FROM answer ORDER BY question, asked',
    )
    .all();

/** The answer that is kept of a question, where it holds for these data and this program; a damaged one counts as none. */
export function keptAnswer(store: Store, { question, asked, data, version }: AnswerKey): unknown {
  const document = store.db
    .prepare<[string, string, string, string], Buffer>(
      'SELECT document FROM answer WHERE question = ? AND asked = ? AND data = ? AND version = ?',
    )
    .pluck()
    .get(question, asked, data, version);
  if (document === undefined) return undefined;
  try {
    return deserialize(document);
  } catch {
    return undefined;
  }
}

/** Whether an answer is kept that holds for these data and this program; it is not read, which takes long for many. */
export const holdsAnswer = (store: Store, { question, asked, data, version }: AnswerKey): boolean =>
  store.db
    .prepare<[string, string, string, string], number>(
      'SELECT 1 FROM answer WHERE question = ? AND asked = ? AND data = ? AND version = ?',
    )
    .get(question, asked, data, version) !== undefined;
