import type { Express } from 'express';
import { parse, type HTMLElement } from 'node-html-parser';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import request, { type Response } from 'supertest';
import { beforeAll, expect, inject } from 'vitest';
import { z } from 'zod';
import { prepareAnswers, type PrepareOptions } from '../../src/jobs/answers/prepare-answers.ts';
import { createAnswerer } from '../../src/jobs/answers/answer-question.ts';
import {
  isWorldQuestion,
  type Answered,
  type Asked,
  type QuestionName,
} from '../../src/jobs/answers/questions.ts';
import { createRunStarter, hasEnded, type RunStarter, type RunJob } from '../../src/jobs/runs/start-run.ts';
import { inventedOfficeCode } from '../../src/model/record/identifiers.ts';
import {
  closeStore,
  openAccessInMemory,
  openStore,
  openTruth,
  truthFileOf,
  type Store,
} from '../../src/store/open.ts';
import { readCourses, readMonthTargets, readNationalTargets } from '../../src/store/reference.ts';
import { usualAttempts } from '../../src/model/access/attempt-limits.ts';
import { createApp } from '../../src/web/app.ts';
import type { Deps } from '../../src/web/deps.ts';
import {
  aRating,
  aService,
  clock,
  collectSources,
  knowledge,
  reference,
  register,
  simulate,
  sourceOf,
  text,
  tiny,
  unitAt,
  type Scratch,
} from '../builders.ts';

/** Text that would do harm if a page printed it as it stands. */
export const hostile = `<script>alert('x')</script>"&=1+1`;

/** The program's version, as the tests of pages have it. */
export const VERSION = '0.0.0-test';

const elapsedClock = { now: clock.now, elapsed: () => performance.now() / 1000 };

const folderOf = (store: Store): string => join(dirname(store.file), `${basename(store.file, '.db')}-runs`);

/** Worlds that no data decide about, by what was asked: made once for all tests of a process. */
const worlds = new Map<string, Promise<unknown>>();

/** Long work is done here, without the thread that a server has for it. */
function answererOf(store: Store): Deps['answerer'] {
  const answer = createAnswerer({
    store,
    knowledge,
    published: readMonthTargets(),
    national: readNationalTargets(),
    folder: folderOf(store),
    programVersion: VERSION,
    clock: elapsedClock,
  });
  return async <K extends QuestionName>(name: K, asked: Asked[K]) => {
    if (!isWorldQuestion(name)) return answer(name, asked);
    const key = JSON.stringify([name, asked]);
    const world = worlds.get(key) ?? answer(name, asked);
    worlds.set(key, world);
    return z.custom<Answered[K]>().parse(await world);
  };
}

export const depsOf = (store: Store, given: Partial<Deps> = {}): Deps => ({
  ...knowledge,
  store,
  access: openAccessInMemory(),
  accessSettings: { baseAddress: undefined, proxies: [], localRuns: true, signInToRead: false },
  attemptLimits: usualAttempts,
  published: readMonthTargets(),
  national: readNationalTargets(),
  courses: readCourses(),
  now: clock.now,
  runStarter: createRunStarter({
    folder: folderOf(store),
    limit: 1_000_000,
    programVersion: VERSION,
    clock: elapsedClock,
  }),
  answerer: answererOf(store),
  hosts: [],
  version: VERSION,
  logger: pino({ level: 'silent' }),
  ...given,
});

/** One simulated month of all units, and a collected file with a hostile item and records that are refused. */
async function fill(store: Store, truth: Store): Promise<void> {
  const units = reference.units.flatMap(({ code, fictional }) => (fictional ? [] : [code]));
  await simulate(store, truth, { scenario: tiny({ units, casesPerYear: 20_000 }) });
  const [office] = register.offices;
  const [item] = register.items;
  const code = inventedOfficeCode(unitAt('330000'), 900);
  const lines = [
    { ...office!, code, unit: '981100' },
    { ...item!, taskCode: `${code}2999999999000`, office: code, name: hostile, nameEn: hostile },
  ];
  const bad = Array.from({ length: 60 }, (_, i) =>
    aRating({ serviceNumber: 2, assessNumber: i % 2, name: `${hostile}${String(i)}` }),
  );
  await collectSources(
    store,
    sourceOf('register.ndjson', text(lines)),
    sourceOf(`${hostile}.ndjson`, text([aService(), aRating(), hostile, ...bad])),
  );
}

/** Makes the pages of a store ready as after a start. */
export const prepare = (store: Store, options: PrepareOptions = {}): Promise<void> =>
  prepareAnswers(store, knowledge, VERSION, clock, { answerers: [answererOf(store)], ...options });

/** Of all processes that ask it of a folder, one is told that it is the first. */
function isFirstToMake(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (existsSync(folder)) return false;
    throw error;
  }
}

/** A database so filled and made ready for its pages as after a start, with its truth: filled once in a run of tests. */
async function filledFile(): Promise<string> {
  const folder = inject('filledFolder');
  const [file, filled] = [join(folder, 'filled.db'), join(folder, 'filled')];
  while (!existsSync(filled)) {
    if (!isFirstToMake(join(folder, 'filling'))) {
      await setTimeout(200);
      continue;
    }
    const store = openStore(file);
    const truth = openTruth(file);
    try {
      await fill(store, truth);
      await prepare(store);
    } finally {
      closeStore(truth);
      closeStore(store);
    }
    writeFileSync(filled, '');
  }
  return file;
}

/** Some seconds of work, in milliseconds as long as it may take where the machine is busy. */
export const FILLING = 240_000;

let copies = 0;

/** A database so filled for a file of tests. */
export async function filledStore(scratch: Scratch): Promise<Store> {
  const filled = await filledFile();
  const name = `filled-${String(++copies)}.db`;
  copyFileSync(filled, scratch.path(name));
  copyFileSync(truthFileOf(filled), truthFileOf(scratch.path(name)));
  return scratch.store(name);
}

/** Parses a page; a block of code counts as elements like everything else. */
export const parsePage = (text: string): HTMLElement =>
  parse(text, { blockTextElements: { script: true, style: true } });

export interface Site {
  readonly app: Express;
  readonly runStarter: RunStarter;
  readonly store: Store;
  readonly deps: Deps;
  get(path: string): Promise<Response>;
  /** A page that answers 200, parsed. */
  page(path: string): Promise<HTMLElement>;
}

/** `signIn` gives the headers of the reader who asks, where it is one with an account. */
const siteOf = (
  store: Store,
  given: Partial<Deps> = {},
  signIn: (deps: Deps) => Readonly<Record<string, string>> = () => ({}),
): Site => {
  const deps = depsOf(store, given);
  const app = createApp(deps);
  const headers = signIn(deps);
  const get = (path: string): Promise<Response> => Promise.resolve(request(app).get(path).set(headers));
  return {
    app,
    runStarter: deps.runStarter,
    store,
    deps,
    get,
    page: async (path) => {
      const response = await get(path);
      expect(response.status, path).toBe(200);
      return parsePage(response.text);
    },
  };
};

/** The application on a store with data, or on an empty one. */
export function useSite(
  scratch: Scratch,
  options: {
    empty?: boolean;
    deps?: Partial<Deps>;
    signIn?: (deps: Deps) => Readonly<Record<string, string>>;
  } = {},
): () => Site {
  let site: Site | undefined;
  beforeAll(async () => {
    const store = options.empty === true ? scratch.store() : await filledStore(scratch);
    site = siteOf(store, options.deps, options.signIn);
  }, FILLING);
  return () => site!;
}

/** Waits until a run that was started has ended. */
export const endOf = (runStarter: RunStarter, id: string): Promise<RunJob> =>
  new Promise((resolve) => {
    const look = (job: RunJob): void => {
      if (!hasEnded(job)) return;
      stop();
      resolve(job);
    };
    const stop = runStarter.watch(id, look);
    look(runStarter.find(id));
  });

/** The number of a small run that has ended. */
export async function finishedJob({ runStarter }: Site): Promise<string> {
  const { id } = runStarter.start(tiny({ name: 'small', to: '2025-03-04', casesPerYear: 500 }), 7);
  expect(await endOf(runStarter, id)).toMatchObject({ state: 'done' });
  return id;
}

/** The code of the first item on the page of a simulated service site. */
export const itemOnPage = (page: HTMLElement): string =>
  /\/items\/([^/]+)\/guide/.exec(
    page.querySelector('main a[href*="/guide"]')?.getAttribute('href') ?? '',
  )![1]!;

/** The words of an element, blanks run together. */
export const wordsOf = (element: HTMLElement | null): string =>
  (element?.text ?? '').replace(/\s+/g, ' ').trim();

/** Texts of the cells of a table's body, row by row. */
export const cellsOf = (page: HTMLElement, selector: string): string[][] =>
  page.querySelectorAll(`${selector} tbody tr`).map((row) => row.querySelectorAll('th, td').map(wordsOf));
