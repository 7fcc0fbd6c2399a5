import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import { Mistake, notFound } from '../../model/errors.ts';
import type { Bilingual } from '../../model/language.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { truthFileOf } from '../../store/open.ts';
import type { Clock } from '../clock.ts';
import type { SimulateReport } from '../simulate/simulate-run.ts';
import type { RunOrder, RunNews } from './start-run-worker.ts';
import { startWorker } from '../start-worker.ts';
import { mustHaveRoom, runNameOf, storedText } from './room-for-run.ts';
import { withoutFolder } from './visitor-text.ts';

/** Runs that a server makes for its readers: one at a time, each in a thread and a database of its own. */

export type RunState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export interface RunJob {
  readonly id: string;
  /** Name of the run and of its database. */
  readonly name: string;
  readonly scenario: Scenario;
  readonly seed: number;
  /** Database that the run goes to. */
  readonly file: string;
  readonly state: RunState;
  /** Parts done, of how many; 0 of 0 before the first news. */
  readonly done: number;
  readonly all: number;
  /** Services and ratings made so far. */
  readonly records: number;
  /** Seconds since the thread began to simulate. */
  readonly seconds: number;
  /** Moment the job was given, seconds since 2000-01-01 Beijing time. */
  readonly startedAt: number;
  readonly cancelling: boolean;
  readonly report: SimulateReport | undefined;
  /** For visitors: why it failed, or what stands of a run that was cancelled in a database with others. */
  readonly problem: Bilingual | undefined;
}

export interface RunStarter {
  /** Folder of the databases made here. */
  readonly folder: string;
  /** Most records a run may be expected to have. */
  readonly limit: number;
  /** The database that such a run goes to. */
  fileOf(scenario: Scenario, seed: number): string;
  /** Starts a run; a Mistake where another is under way, or where its database has no room for it. */
  start(scenario: Scenario, seed: number): RunJob;
  /** A job by its number; a Mistake where it is not known (any more). */
  find(id: string): RunJob;
  /** Jobs that are known, newest first. */
  list(): readonly RunJob[];
  /** Asks a job to stop at its next partition. One that has ended stays as it is. */
  cancel(id: string): RunJob;
  /** Calls back at every news of a job; gives back how to stop listening. */
  watch(id: string, listener: (job: RunJob) => void): () => void;
  /** Stops what is under way and waits for its end. */
  close(): Promise<void>;
}

export interface RunStarterOptions {
  readonly folder: string;
  readonly limit: number;
  readonly programVersion: string;
  readonly clock: Clock;
}

/** Ended jobs that are remembered. */
const REMEMBERED = 20;
/** Milliseconds a cancelled run has to stop by itself before its thread is ended. */
const PATIENCE = 10_000;
/** One thread simulates while another writes; the server answers beside them. */
const THREADS = 2;

interface Entry {
  job: RunJob;
  readonly listeners: Set<(job: RunJob) => void>;
  worker: Worker | undefined;
  /** True when the database was not there before: a run that comes to nothing takes it away again. */
  readonly fresh: boolean;
  began: number;
  /** What the thread said last, told when it has ended. */
  outcome: Partial<RunJob> | undefined;
  ended: Promise<void>;
}

export const hasEnded = ({ state }: RunJob): boolean => state !== 'queued' && state !== 'running';

/** Files that a database consists of. */
const filesOf = (file: string): string[] =>
  [file, truthFileOf(file)].flatMap((one) => ['', '-journal', '-wal', '-shm'].map((end) => one + end));

export function createRunStarter({ folder, limit, programVersion, clock }: RunStarterOptions): RunStarter {
  const entries = new Map<string, Entry>();

  const entryOf = (id: string): Entry => {
    const entry = entries.get(id);
    if (entry) return entry;
    throw notFound(
      `没有编号为“${id}”的运行任务：服务器重新启动后，或其后又有 ${String(REMEMBERED)} 个任务结束后，任务页不再保留；已完成的运行仍在运行记录页`,
      `there is no job “${id}”: job pages do not outlive a restart of the server, nor ${String(REMEMBERED)} later jobs; finished runs stay on the page of runs`,
    );
  };

  const tell = (entry: Entry, news: Partial<RunJob>): void => {
    entry.job = { ...entry.job, ...news };
    for (const listener of entry.listeners) listener(entry.job);
  };

  const hear = (entry: Entry, news: RunNews): void => {
    if (news.kind === 'began') {
      entry.began = clock.elapsed();
      tell(entry, { state: 'running' });
    } else if (news.kind === 'part') {
      const { done, all, records } = news;
      tell(entry, { done, all, records, seconds: clock.elapsed() - entry.began });
    } else if (news.kind === 'done') {
      entry.outcome = { state: 'done', report: news.report, seconds: clock.elapsed() - entry.began };
    } else {
      entry.outcome = { state: 'failed', problem: withoutFolder(news.problem, folder) };
    }
  };

  /** The thread has ended: what it left undone is cleared away, then its job gets its last state. */
  const settle = (entry: Entry, error: Error | undefined): void => {
    entry.worker = undefined;
    const { job, fresh, outcome } = entry;
    if (outcome?.state !== 'done' && fresh)
      for (const file of filesOf(job.file)) rmSync(file, { force: true });
    if (outcome?.state === 'done' || !job.cancelling) {
      tell(entry, outcome ?? { state: 'failed', problem: withoutFolder(unexpected(error), folder) });
    } else {
      tell(entry, { state: 'cancelled', problem: fresh ? undefined : storedText(job.file) });
    }
  };

  const begin = (entry: Entry, order: RunOrder): Promise<void> =>
    new Promise((resolve) => {
      const worker = startWorker('runs/start-run-worker');
      worker.postMessage(order);
      entry.worker = worker;
      let failure: Error | undefined;
      worker.on('message', (news: RunNews) => {
        hear(entry, news);
      });
      worker.on('error', (error: Error) => {
        failure = error;
      });
      worker.on('exit', () => {
        settle(entry, failure);
        resolve();
      });
    });

  const cancel = (entry: Entry): void => {
    if (hasEnded(entry.job) || entry.job.cancelling) return;
    tell(entry, { cancelling: true });
    const { worker, job } = entry;
    worker?.postMessage('stop');
    // One that has not begun has nothing to roll back.
    const timer = setTimeout(() => void worker?.terminate(), job.state === 'queued' ? 0 : PATIENCE);
    void entry.ended.then(() => {
      clearTimeout(timer);
    });
  };

  const fileOf = (scenario: Scenario, seed: number): string =>
    path.join(folder, `${runNameOf(scenario, seed)}.db`);

  return {
    folder,
    limit,
    fileOf,
    start(scenario, seed) {
      const busy = [...entries.values()].find(({ worker }) => worker !== undefined);
      if (busy) throw alreadyBusy(busy.job);
      const file = fileOf(scenario, seed);
      mustHaveRoom(file, { scenario, seed, programVersion });
      const entry: Entry = {
        job: {
          id: randomUUID().slice(0, 8),
          name: runNameOf(scenario, seed),
          scenario,
          seed,
          file,
          state: 'queued',
          done: 0,
          all: 0,
          records: 0,
          seconds: 0,
          startedAt: clock.now(),
          cancelling: false,
          report: undefined,
          problem: undefined,
        },
        listeners: new Set(),
        worker: undefined,
        fresh: !existsSync(file),
        began: clock.elapsed(),
        outcome: undefined,
        ended: Promise.resolve(),
      };
      forget(entries);
      entries.set(entry.job.id, entry);
      entry.ended = begin(entry, {
        file,
        scenario,
        seed,
        threads: THREADS,
        programVersion,
        startedAt: entry.job.startedAt,
      });
      return entry.job;
    },
    find: (id) => entryOf(id).job,
    list: () => [...entries.values()].map(({ job }) => job).reverse(),
    cancel(id) {
      const entry = entryOf(id);
      cancel(entry);
      return entry.job;
    },
    watch(id, listener) {
      const { listeners } = entryOf(id);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async close() {
      for (const entry of entries.values()) cancel(entry);
      await Promise.all([...entries.values()].map(({ ended }) => ended));
    },
  };
}

/** Makes room for one more job: the oldest that has ended goes. */
function forget(entries: Map<string, Entry>): void {
  for (const [id, { job }] of entries) {
    if (entries.size < REMEMBERED) return;
    if (hasEnded(job)) entries.delete(id);
  }
}

const alreadyBusy = ({ name }: RunJob): Mistake =>
  new Mistake(
    {
      zh: `正在进行另一次运行（${name}）；一次只进行一个，请等它结束或先取消它`,
      en: `another run is under way (${name}); there is one at a time: wait for its end or cancel it first`,
    },
    { status: 409 },
  );

const unexpected = (error: Error | undefined): Bilingual => ({
  zh: `运行线程意外结束${error === undefined ? '' : `：${error.message}`}`,
  en: `the thread of the run ended unexpectedly${error === undefined ? '' : `: ${error.message}`}`,
});
