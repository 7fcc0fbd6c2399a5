import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { Mistake } from '../model/errors.ts';
import type { Bilingual } from '../model/language.ts';
import { scenarioSchema, type Scenario } from '../model/scenario.ts';
import { closeStore, openStore, openTruth } from '../store/open.ts';
import { readKnowledge } from './knowledge.ts';
import { simulateRun, type SimulateReport } from './simulate-run.ts';

/** A thread that makes one run into a database of its own and posts how far it is. It stops when it is asked to. */

export interface RunOrder {
  readonly file: string;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly threads: number;
  readonly programVersion: string;
  /** Moment it was given, seconds since 2000-01-01 Beijing time. */
  readonly startedAt: number;
  /** One shared number: anything but 0 asks the run to stop. */
  readonly stop: Int32Array;
}

export type RunNews =
  | { readonly kind: 'began' }
  | { readonly kind: 'part'; readonly done: number; readonly all: number; readonly records: number }
  | { readonly kind: 'done'; readonly report: SimulateReport }
  | { readonly kind: 'failed'; readonly problem: Bilingual };

const orderSchema = z.object({
  file: z.string(),
  scenario: scenarioSchema,
  seed: z.number(),
  threads: z.number(),
  programVersion: z.string(),
  startedAt: z.number(),
  stop: z.instanceof(Int32Array),
});

/** What ends a run that is no longer wanted: its transaction is rolled back like that of any run that fails. */
class Unwanted extends Error {}

const port = parentPort;
if (port) {
  const post = (news: RunNews): void => {
    port.postMessage(news);
  };
  try {
    post({ kind: 'done', report: await makeRun(orderSchema.parse(workerData), post) });
  } catch (error) {
    if (error instanceof Mistake) post({ kind: 'failed', problem: error.text });
    else if (!(error instanceof Unwanted)) throw error;
  }
}

async function makeRun(order: RunOrder, post: (news: RunNews) => void): Promise<SimulateReport> {
  const { file, scenario, seed, threads, programVersion, startedAt, stop } = order;
  const goOn = (): void => {
    if (Atomics.load(stop, 0) !== 0) throw new Unwanted();
  };
  const knowledge = readKnowledge();
  goOn();
  const store = openStore(file);
  try {
    const truth = openTruth(file);
    try {
      post({ kind: 'began' });
      const progress = (done: number, all: number, records: number): void => {
        post({ kind: 'part', done, all, records });
        goOn();
      };
      return await simulateRun(
        store,
        truth,
        { scenario, seed, threads, programVersion, progress },
        knowledge,
        { now: () => startedAt, elapsed: () => performance.now() / 1000 },
      );
    } finally {
      closeStore(truth);
    }
  } finally {
    closeStore(store);
  }
}
