import { parentPort } from 'node:worker_threads';
import { Mistake } from '../../model/errors.ts';
import type { Bilingual } from '../../model/language.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { closeStore, openStore, openTruth } from '../../store/open.ts';
import { readKnowledge } from '../../store/reference.ts';
import type { SimulateReport } from '../simulate/simulate-run.ts';
import { simulateScenario } from '../simulate/simulate-scenario.ts';

/**
 * A thread that makes one run into a database of its own, or goes on with it where it was stopped, and posts how far it
 * is. Its first message is the order; any other asks it to stop.
 */

export interface RunOrder {
  readonly file: string;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly threads: number;
  readonly programVersion: string;
  /** Moment it was given, seconds since 2000-01-01 Beijing time. */
  readonly startedAt: number;
}

export type RunNews =
  | { readonly kind: 'began' }
  | { readonly kind: 'part'; readonly done: number; readonly all: number; readonly records: number }
  | { readonly kind: 'done'; readonly report: SimulateReport }
  | { readonly kind: 'failed'; readonly problem: Bilingual };

const port = parentPort;
if (port) {
  const post = (news: RunNews): void => {
    port.postMessage(news);
  };
  const stop = new AbortController();
  const order = await new Promise<RunOrder>((resolve) => {
    port.once('message', (first: RunOrder) => {
      port.once('message', () => {
        stop.abort();
      });
      resolve(first);
    });
  });
  try {
    post({ kind: 'done', report: await makeRun(order, stop.signal, post) });
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    post({ kind: 'failed', problem: error.text });
  }
  port.close();
}

async function makeRun(
  { file, startedAt, ...order }: RunOrder,
  signal: AbortSignal,
  post: (news: RunNews) => void,
): Promise<SimulateReport> {
  const knowledge = readKnowledge();
  const store = openStore(file);
  try {
    const truth = openTruth(file);
    try {
      post({ kind: 'began' });
      const progress = (done: number, all: number, records: number): void => {
        post({ kind: 'part', done, all, records });
      };
      const clock = { now: () => startedAt, elapsed: () => performance.now() / 1000 };
      const options = { ...order, resume: true, signal, progress };
      return await simulateScenario(store, truth, options, knowledge, clock);
    } finally {
      closeStore(truth);
    }
  } finally {
    closeStore(store);
  }
}
