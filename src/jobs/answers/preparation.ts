import type { Answered, Asked, QuestionName } from './questions.ts';

/** Sees to it that answers are kept. */
export interface Preparer {
  /** `mark` is that of the data, where the answer is kept with another one. */
  readonly keep: <K extends QuestionName>(question: K, asked: Asked[K], mark?: string) => Promise<void>;
  /** The same, and gives the answer. */
  readonly answer: <K extends QuestionName>(question: K, asked: Asked[K]) => Promise<Answered[K]>;
}

/** One or more questions that are answered one after another. */
export type Preparation = (preparer: Preparer) => Promise<void>;
