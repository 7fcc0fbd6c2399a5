import { existsSync } from 'node:fs';
import path from 'node:path';
import { destination } from 'pino';
import { readConfig, type AccessSettings } from '../../config.ts';
import {
  readCourses,
  readFirstPlan,
  readKnowledge,
  readMonthTargets,
  readNationalTargets,
} from '../../store/reference.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { createAnswerThread } from '../../jobs/answers/answer-thread.ts';
import { prepareAnswers } from '../../jobs/answers/prepare-answers.ts';
import type { Answerer } from '../../jobs/answers/questions.ts';
import { evaluateByPlan } from '../../jobs/evaluate/evaluate-plan.ts';
import { expectedRecords, firstScenario, lacksYears } from '../../jobs/simulate/first-start.ts';
import { simulateScenario } from '../../jobs/simulate/simulate-scenario.ts';
import { inviteFirstAdministrator } from '../../jobs/access/invitations.ts';
import { markAgain, type MarkedAgain } from '../../jobs/train/mark-again.ts';
import { createRunStarter } from '../../jobs/runs/start-run.ts';
import { cannot, type Mistake } from '../../model/errors.ts';
import { closeStore, openAccess, openTruth, truthFileBeside, type Store } from '../../store/open.ts';
import { listRuns } from '../../store/read/runs.ts';
import { createLogger } from '../../web/log.ts';
import { usualAttempts } from '../../model/access/attempt-limits.ts';
import { startServer, type RunningServer } from '../../web/server.ts';
import { machineClock } from '../clock.ts';
import { programVersion } from '../options.ts';
import { interruptible } from '../interrupt.ts';
import type { Output } from '../output.ts';
import { withMadeStore } from '../with-store.ts';

export interface ServeFlags {
  readonly port: number;
  readonly host: string;
  readonly db: string;
  /** Was the database named on the command line? */
  readonly named: boolean;
  readonly fill?: true;
}

/** Serves the pages until it is interrupted. */
export async function serveAction(options: ServeFlags, output: Output): Promise<void> {
  const config = readConfig(process.env);
  const knowledge = readKnowledge();
  // A name that was mistyped must not become a new database.
  if (options.named && !existsSync(options.db) && !options.fill) {
    throw cannot(
      `数据库 ${options.db} 不存在；加 --fill 则建立它并生成多年模拟数据`,
      `there is no database ${options.db}; with --fill it is made and filled with some years of simulated data`,
    );
  }
  await withMadeStore(options.db, async (store) => {
    const folder = path.join(path.dirname(path.resolve(options.db)), 'runs');
    const place = { file: options.db, folder, programVersion };
    const access = openAccess(store.file);
    const thread = createAnswerThread(place, machineClock.now);
    // The first pages are prepared by both threads; then readers ask one, and the other prepares what takes long.
    const helper = createAnswerThread(place, machineClock.now);
    const logger = createLogger(config.logLevel, destination(2));
    const start = (): Promise<RunningServer> =>
      startServer(
        {
          store,
          access,
          accessSettings: config.access,
          attemptLimits: usualAttempts,
          ...knowledge,
          published: readMonthTargets(),
          national: readNationalTargets(),
          courses: readCourses(),
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
          logger,
        },
        options.port,
        options.host,
      );
    try {
      const first = firstScenario();
      // An empty database that was named stays empty unless told otherwise. What was begun is always completed: half a world, and
      // one that was killed before its first part was stored, of which there is the file of the truth alone.
      const begun = listRuns(store).length > 0 || existsSync(truthFileBeside(store.file));
      const wanted = options.fill === true || !options.named || begun;
      if (wanted && lacksYears(store, first.scenario, first.seed)) {
        // A taken port is said before the data are made, not after it.
        await (await start()).close();
        await fill(store, first, knowledge, output);
      }
      await prepareAnswers(store, knowledge, programVersion, machineClock, {
        only: 'first',
        answerers: [thread.answer, helper.answer],
        progress: (done, all) => {
          output.progress({ zh: '准备网页', en: 'preparing the pages' }, done, all);
        },
      });
      // The thread is ready when the first page is asked for.
      const ready = thread.answer('months', null);
      ready.catch(() => undefined);
      const server = await start();
      const closing = new AbortController();
      try {
        await ready;
        const address = `http://${addressOf(options.host)}:${String(server.port)}`;
        output.line(address);
        offerFirstAdministrator(access, config.access, address, output);
        prepareAnswers(store, knowledge, programVersion, machineClock, {
          only: 'further',
          answerers: [helper.answer],
          signal: closing.signal,
        })
          .catch((error: unknown) => {
            // Pages do without: they answer by themselves.
            if (!closing.signal.aborted) logger.error({ err: error }, 'preparing the pages failed');
          })
          .then(() => markAgainAt(access, helper.answer, knowledge))
          .then(({ exercises, answers, left }) => {
            if (exercises + left > 0) logger.info({ exercises, answers, left }, 'answers were marked again');
            return helper.close();
          })
          .catch((error: unknown) => {
            if (!closing.signal.aborted) logger.error({ err: error }, 'marking answers again failed');
          });
        await untilStopped();
      } finally {
        closing.abort();
        await server.close();
      }
    } finally {
      await Promise.all([thread.close(), helper.close()]);
      closeStore(access);
    }
  });
}

/** A mended key of the training room reaches answers that were given before it. */
const markAgainAt = (access: Store, answer: Answerer, { calendar }: Knowledge): Promise<MarkedAgain> =>
  markAgain(access, (number) => answer('exerciseWorld', { number }), { calendar, now: machineClock.now() });

/** As long as there is no administrator, whoever starts the server is told how to become the first. */
function offerFirstAdministrator(
  access: Store,
  { baseAddress, proxies, localRuns, signInToRead }: AccessSettings,
  address: string,
  output: Output,
): void {
  const code = inviteFirstAdministrator(access, machineClock.now());
  if (code === undefined) return;
  const link = `${baseAddress ?? address}/invitation?${new URLSearchParams({ code }).toString()}`;
  const isEasy = localRuns && !signInToRead && baseAddress === undefined && proxies.length === 0;
  const easy = isEasy
    ? {
        zh: '查看结果、从本机开始运行不需要账号。',
        en: ' Reading, and starting runs from this machine, need no account.',
      }
    : { zh: '', en: '' };
  output.note({
    zh: `还没有管理员。${easy.zh}要设立首位管理员，请在一天内打开（只能用一次）：\n${link}`,
    en: `There is no administrator yet.${easy.en} To make the first administrator, open this within a day (it works once):\n${link}`,
  });
}

function addressOf(host: string): string {
  if (host === '127.0.0.1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** Makes the years that the database lacks: the address is printed after the last one. */
async function fill(
  store: Store,
  { scenario, seed }: ReturnType<typeof firstScenario>,
  knowledge: Knowledge,
  output: Output,
): Promise<void> {
  const truth = openTruth(store.file);
  const { from, to } = scenario;
  const years = `${from.slice(0, 4)}–${to.slice(0, 4)}`;
  const progress = (done: number, all: number): void => {
    output.progress({ zh: `模拟 ${years}`, en: `simulating ${years}` }, done, all);
  };
  const millions = Math.round(expectedRecords(scenario, knowledge) / 1e6);
  try {
    const report = await interruptible(async (signal) => {
      output.note({
        zh: `先生成 ${years} 年的模拟数据（场景 ${scenario.name}，约 ${String(millions * 100)} 万条记录，不代表任何地区的实际情况）；最后一年入库后给出访问地址，在此之前没有网页。可按 Ctrl-C 中断，再次启动时继续……`,
        en: `simulating the years ${years} first (scenario ${scenario.name}, about ${String(millions)} million records, no statement about any real place); the address is printed when the last year is in, until then there are no pages. Ctrl-C stops it and the next start goes on …`,
      });
      try {
        return await simulateScenario(
          store,
          truth,
          { scenario, seed, threads: 2, programVersion, resume: true, progress, signal },
          knowledge,
          machineClock,
        );
      } catch (error) {
        throw signal.aborted ? stopped(listRuns(store).length > 0) : error;
      }
    });
    const { assessments } = await evaluateByPlan(
      store,
      readFirstPlan(),
      knowledge,
      programVersion,
      machineClock,
    );
    output.note({
      zh: `模拟数据就绪：服务 ${String(report.services)} 条，评价 ${String(report.ratings)} 条，评估记录 ${String(assessments)} 条，用时 ${report.seconds.toFixed(1)} 秒`,
      en: `the simulated data are ready: ${String(report.services)} services, ${String(report.ratings)} ratings, ${String(assessments)} assessments, ${report.seconds.toFixed(1)} s`,
    });
  } finally {
    closeStore(truth);
  }
}

/** Nothing stays before the first part of a year is stored. */
const stopped = (something: boolean): Mistake =>
  something
    ? cannot(
        '已停止：已生成的部分保留，再次启动时继续',
        'stopped: what was made stays, and the next start goes on with it',
      )
    : cannot(
        '已停止：尚无数据入库，再次启动时从头开始',
        'stopped before anything was stored: the next start begins anew',
      );

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
