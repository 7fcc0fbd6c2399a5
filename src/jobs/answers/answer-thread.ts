import type { Worker } from 'node:worker_threads';
import { Mistake } from '../../model/errors.ts';
import type { Bilingual } from '../../model/language.ts';
import { startWorker } from '../start-worker.ts';
import type { Answered, Answerer, Asked, QuestionName } from './questions.ts';

/** Where a thread finds what it answers from. */
export interface AnswerPlace {
  readonly file: string;
  /** Folder of the databases beside the served one. */
  readonly folder: string;
  readonly programVersion: string;
}

/** A question on its way to the thread. */
export interface QuestionMessage<K extends QuestionName> {
  readonly name: K;
  readonly asked: Asked[K];
  /** Seconds since 2000-01-01 00:00 Beijing time. */
  readonly now: number;
}

/** What comes back. */
export type AnswerMessage<K extends QuestionName> =
  | { readonly kind: 'answered'; readonly answered: Answered[K] }
  | { readonly kind: 'mistake'; readonly text: Bilingual; readonly status: number }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface AnswerThread {
  /** Asks a question; it waits for those asked before it. */
  readonly answer: Answerer;
  close(): Promise<void>;
}

/** A thread of its own for long answers: it is started by the first question, and again after one that ended it. */
export function createAnswerThread(place: AnswerPlace, now: () => number): AnswerThread {
  let running: Worker | undefined;
  const thread = (): Worker => {
    if (running !== undefined) return running;
    const worker = startWorker('answers/answer-worker');
    worker.postMessage(place);
    // A thread that waits for a question does not keep the process alive.
    worker.unref();
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (running === worker) running = undefined;
    });
    return (running = worker);
  };
  let last: Promise<unknown> = Promise.resolve();
  const ask = <K extends QuestionName>(name: K, asked: Asked[K]): Promise<Answered[K]> =>
    new Promise<Answered[K]>((resolve, reject) => {
      const worker = thread();
      const settle = (act: () => void): void => {
        worker.off('message', hear).off('error', fail).off('exit', end);
        worker.unref();
        act();
      };
      const hear = (reply: AnswerMessage<K>): void => {
        settle(() => {
          if (reply.kind === 'answered') resolve(reply.answered);
          else if (reply.kind === 'mistake') reject(new Mistake(reply.text, { status: reply.status }));
          else reject(errorOf(reply.error));
        });
      };
      const fail = (error: unknown): void => {
        settle(() => {
          reject(errorOf(error));
        });
      };
      const end = (): void => {
        fail(new Error(`the thread ended before it answered “${name}”`));
      };
      worker.on('message', hear).on('error', fail).on('exit', end);
      worker.ref();
      const message: QuestionMessage<K> = { name, asked, now: now() };
      worker.postMessage(message);
    });
  return {
    // A reply does not say what it answers: whoever asks too early waits for the question before.
    answer: (name, asked) => {
      const answered = last.then(() => ask(name, asked));
      last = answered.catch(() => undefined);
      return answered;
    },
    async close() {
      await running?.terminate();
    },
  };
}

const errorOf = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
