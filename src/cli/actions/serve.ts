import path from 'node:path';
import { destination } from 'pino';
import { readConfig } from '../../config.ts';
import { readKnowledge, readMonthTargets, readNationalTargets, readScenario } from '../../store/reference.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { simulateRun } from '../../jobs/simulate/simulate-run.ts';
import { createRunDesk } from '../../jobs/runs/start-run.ts';
import { closeStore, openStore, openTruth, type Store } from '../../store/open.ts';
import { contentOf } from '../../store/read/content.ts';
import { createLogger } from '../../web/log.ts';
import { startServer, type RunningServer } from '../../web/server.ts';
import { machineClock } from '../clock.ts';
import { programVersion } from '../options.ts';
import type { Output } from '../output.ts';

export interface ServeFlags {
  readonly port: number;
  readonly host: string;
  readonly db: string;
}

/** Seed of the run that an empty database is filled with: the default of `simulate`. */
const DEMO_SEED = 7;

/** Serves the pages until it is interrupted. */
export async function serveAction(options: ServeFlags, output: Output): Promise<void> {
  const config = readConfig(process.env);
  const knowledge = readKnowledge();
  const store = openStore(options.db);
  try {
    const start = (): Promise<RunningServer> =>
      startServer(
        {
          store,
          ...knowledge,
          published: readMonthTargets(),
          national: readNationalTargets(),
          desk: createRunDesk({
            folder: path.join(path.dirname(path.resolve(options.db)), 'runs'),
            limit: config.webRunLimit,
            programVersion,
            clock: machineClock,
          }),
          now: machineClock.now,
          hosts: [options.host, ...config.hosts],
          version: programVersion,
          logger: createLogger(config.logLevel, destination(2)),
        },
        options.port,
        options.host,
      );
    if (contentOf(store).services === 0) {
      // A taken port is said before the demo run is made, not after it.
      await (await start()).close();
      await fill(store, knowledge, output);
    }
    const server = await start();
    output.line(`http://${addressOf(options.host)}:${String(server.port)}`);
    await untilStopped();
    await server.close();
  } finally {
    closeStore(store);
  }
}

function addressOf(host: string): string {
  if (host === '127.0.0.1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

async function fill(store: Store, knowledge: Knowledge, output: Output): Promise<void> {
  output.note({
    zh: '数据库为空，先生成演示数据（模拟数据，不代表任何地区的实际情况）……',
    en: 'the database is empty: making the demo run first (simulated data, no statement about any real place) …',
  });
  const truth = openTruth(store.file);
  try {
    const report = await simulateRun(
      store,
      truth,
      {
        scenario: readScenario('demo'),
        seed: DEMO_SEED,
        threads: 2,
        programVersion,
        progress: (done, all) => {
          output.progress({ zh: '模拟 demo', en: 'simulating demo' }, done, all);
        },
      },
      knowledge,
      machineClock,
    );
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
