import { existsSync } from 'node:fs';
import path from 'node:path';
import { destination } from 'pino';
import { readConfig } from '../../config.ts';
import { readKnowledge, readMonthTargets, readNationalTargets, readScenario } from '../../store/reference.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { createAnswerThread } from '../../jobs/answers/answer-thread.ts';
import { simulateScenario } from '../../jobs/simulate/simulate-scenario.ts';
import { createRunStarter } from '../../jobs/runs/start-run.ts';
import { cannot } from '../../model/errors.ts';
import { closeStore, openTruth, type Store } from '../../store/open.ts';
import { contentOf } from '../../store/read/content.ts';
import { unfinishedRun } from '../../store/read/runs.ts';
import { createLogger } from '../../web/log.ts';
import { startServer, type RunningServer } from '../../web/server.ts';
import { machineClock } from '../clock.ts';
import { programVersion } from '../options.ts';
import { interruptible } from '../interrupt.ts';
import type { Output } from '../output.ts';
import { preparePages } from '../prepare-pages.ts';
import { withMadeStore } from '../with-store.ts';

export interface ServeFlags {
  readonly port: number;
  readonly host: string;
  readonly db: string;
  /** Was the database named on the command line? */
  readonly named: boolean;
  readonly demo?: true;
}

/** Scenario of the run that an empty database is filled with, and its seed: the default of `simulate`. */
const DEMO = 'demo';
const DEMO_SEED = 7;

/** Serves the pages until it is interrupted. */
export async function serveAction(options: ServeFlags, output: Output): Promise<void> {
  const config = readConfig(process.env);
  const knowledge = readKnowledge();
  // A name that was mistyped must not become a new database.
  if (options.named && !existsSync(options.db) && !options.demo) {
    throw cannot(
      `数据库 ${options.db} 不存在；加 --demo 则建立它并生成演示数据`,
      `there is no database ${options.db}; with --demo it is made and gets the demo scenario`,
    );
  }
  await withMadeStore(options.db, async (store) => {
    const folder = path.join(path.dirname(path.resolve(options.db)), 'runs');
    const thread = createAnswerThread({ file: options.db, folder, programVersion }, machineClock.now);
    const start = (): Promise<RunningServer> =>
      startServer(
        {
          store,
          ...knowledge,
          published: readMonthTargets(),
          national: readNationalTargets(),
          runStarter: createRunStarter({
            folder,
            limit: config.webRunLimit,
            programVersion,
            clock: machineClock,
          }),
          answerer: thread.answer,
          now: machineClock.now,
          hosts: [options.host, ...config.hosts],
          version: programVersion,
          logger: createLogger(config.logLevel, destination(2)),
        },
        options.port,
        options.host,
      );
    try {
      if ((options.demo || !options.named) && lacksDemo(store)) {
        // A taken port is said before the demo run is made, not after it.
        await (await start()).close();
        await fill(store, knowledge, output);
      }
      await preparePages(store, knowledge, output);
      // The thread is ready when the first page is asked for.
      const ready = thread.answer('months', null);
      ready.catch(() => undefined);
      const server = await start();
      try {
        await ready;
        output.line(`http://${addressOf(options.host)}:${String(server.port)}`);
        await untilStopped();
      } finally {
        await server.close();
      }
    } finally {
      await thread.close();
    }
  });
}

/** An empty database, or one whose demo run was broken off. */
function lacksDemo(store: Store): boolean {
  const part = unfinishedRun(store);
  if (part) return part.scenario === DEMO && part.seed === DEMO_SEED;
  return contentOf(store).services === 0;
}

function addressOf(host: string): string {
  if (host === '127.0.0.1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

async function fill(store: Store, knowledge: Knowledge, output: Output): Promise<void> {
  const truth = openTruth(store.file);
  const progress = (done: number, all: number): void => {
    output.progress({ zh: `模拟 ${DEMO}`, en: `simulating ${DEMO}` }, done, all);
  };
  try {
    const report = await interruptible(async (signal) => {
      output.note({
        zh: '先生成演示数据（模拟数据，不代表任何地区的实际情况）……',
        en: 'making the demo run first (simulated data, no statement about any real place) …',
      });
      try {
        return await simulateScenario(
          store,
          truth,
          {
            ...{ scenario: readScenario(DEMO), seed: DEMO_SEED, threads: 2, programVersion },
            ...{ resume: true, progress, signal },
          },
          knowledge,
          machineClock,
        );
      } catch (error) {
        throw signal.aborted
          ? cannot(
              '已停止：演示数据未完成，再次启动时继续',
              'stopped: the demo run is unfinished, the next start goes on with it',
            )
          : error;
      }
    });
    output.note({
      zh: `演示数据就绪：服务 ${String(report.services)} 条，评价 ${String(report.ratings)} 条，用时 ${report.seconds.toFixed(1)} 秒`,
      en: `demo run ready: ${String(report.services)} services, ${String(report.ratings)} ratings, ${report.seconds.toFixed(1)} s`,
    });
  } finally {
    closeStore(truth);
  }
}

/** Waits for Ctrl-C or a polite kill. */
const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => {
      resolve();
    });
    process.once('SIGTERM', () => {
      resolve();
    });
  });
