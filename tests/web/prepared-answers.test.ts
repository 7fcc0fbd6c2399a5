import { copyFileSync, rmSync } from 'node:fs';
import { serialize } from 'node:v8';
import { beforeAll, describe, expect, it } from 'vitest';
import request from 'supertest';
import type { Answerer } from '../../src/jobs/answers/questions.ts';
import { openStore, openTruth, closeStore, truthFileOf, type Store } from '../../src/store/open.ts';
import { createApp } from '../../src/web/app.ts';
import {
  aService,
  aRating,
  caseNumber,
  collect,
  collectSources,
  permit,
  simulate,
  sourceOf,
  tiny,
  useScratch,
} from '../builders.ts';
import { cellsOf, depsOf, parsePage, prepare } from './fixture.ts';

const scratch = useScratch();

/** The pages over a database, and the questions that they did not find answered. */
function pagesOf(store: Store): {
  readonly asked: string[];
  readonly get: (path: string) => Promise<string>;
} {
  const asked: string[] = [];
  const deps = depsOf(store);
  const answerer: Answerer = (name, what) => {
    asked.push(name);
    return deps.answerer(name, what);
  };
  const app = createApp({ ...deps, answerer });
  return {
    asked,
    get: async (path) => {
      const response = await request(app).get(path);
      expect(response.status, path).toBe(200);
      return response.text;
    },
  };
}

beforeAll(async () => {
  const store = scratch.store('prepared.db');
  const truth = scratch.truth(store);
  await simulate(store, truth, { scenario: tiny() });
  await prepare(store);
  closeStore(truth);
  closeStore(store);
}, 120_000);

/** An answer that no question has: it stays where nothing is made again. */
const marked = serialize('kept');

let copies = 0;

/** A tiny run of four units, with what its pages ask made ready. */
function prepared(): Store {
  const name = `copy-${String(++copies)}.db`;
  copyFileSync(scratch.path('prepared.db'), scratch.path(name));
  copyFileSync(truthFileOf(scratch.path('prepared.db')), truthFileOf(scratch.path(name)));
  return scratch.store(name);
}

/** A collected service with a rating, made ready. */
async function collected(): Promise<Store> {
  const store = scratch.store();
  await collect(store, [aService(), aRating()]);
  await prepare(store);
  return store;
}

const another = (): ReturnType<typeof aService> => aService({ projectNo: caseNumber(permit, 1) });

const paths = [
  ...['/', '/units/981100', '/items', '/channels', '/method', '/targets', '/runs', '/refusals'],
  ...['/changes', '/editions', '/choices', '/choices/uncertainty', '/explain'],
  ...['/report/2025-03', '/report/2025-Q1'],
  // These rest on the truth.
  ...[
    '/runs/1/quality',
    '/weighting',
    '/laboratory',
    '/laboratory/detectors',
    '/laboratory/detectors/effect',
  ],
  // These show worlds of their own.
  ...['/laboratory/bias', '/laboratory/two-worlds', '/laboratory/ladder'],
  ...[
    '/lessons/high-rate?step=result',
    '/lessons/first-tie?step=result',
    '/training/practice/figures?seed=1',
  ],
];

describe('answers that were made beforehand', () => {
  it('are all that pages need, and say the same', async () => {
    const store = prepared();
    const ready = pagesOf(store);
    const shown: string[] = [];
    for (const path of paths) shown.push(pageOf(await ready.get(path)));
    expect(ready.asked).toEqual([]);

    store.db.exec('DELETE FROM answer');
    const truth = openTruth(store.file);
    truth.db.exec('DELETE FROM answer');
    closeStore(truth);
    const plain = pagesOf(store);
    for (const [i, path] of paths.entries()) expect(pageOf(await plain.get(path)), path).toBe(shown[i]);
    for (const question of [
      'measurement',
      'truth',
      'gaps',
      'nonResponse',
      'detection',
      'regimeBias',
      'exerciseWorld',
    ])
      expect(plain.asked).toContain(question);
  });

  it('stay in the file of the truth where they tell of it', async () => {
    const ofTruth = ['detection', 'exerciseWorld', 'gaps', 'nonResponse', 'truth'];
    const store = prepared();
    const questions = (of: Store): unknown[] =>
      of.db.prepare('SELECT DISTINCT question FROM answer ORDER BY 1').pluck().all();
    const truth = openTruth(store.file);
    expect(questions(truth)).toEqual(ofTruth);
    closeStore(truth);
    for (const question of ofTruth) expect(questions(store)).not.toContain(question);
    rmSync(truth.file);
    const { get } = pagesOf(store);
    expect(await get('/laboratory')).not.toContain('gap-chart');
  });

  it('are made in two parts: first what pages of results show', async () => {
    const store = prepared();
    const truth = openTruth(store.file);
    for (const { db } of [store, truth]) db.exec('DELETE FROM answer');
    closeStore(truth);
    await prepare(store, { only: 'first' });
    const { get, asked } = pagesOf(store);
    for (const path of ['/', '/units/981100', '/changes', '/editions', '/choices/uncertainty'])
      await get(path);
    expect(asked).toEqual([]);
    await prepare(store, { only: 'further' });
    for (const path of ['/laboratory', '/laboratory/detectors', '/weighting', '/runs/1/quality'])
      await get(path);
    expect(asked).toEqual([]);
  });

  it('are not shown any more once a record has come', async () => {
    const store = await collected();
    const { asked, get } = pagesOf(store);
    const ratings = async (): Promise<string | undefined> =>
      cellsOf(parsePage(await get('/channels')), 'table')[0]?.[1];
    expect(await ratings()).toBe('1');
    expect(asked).toEqual([]);
    const other = openStore(store.file);
    await collect(other, [another(), aRating({ projectNo: another().projectNo })]);
    closeStore(other);
    expect(await ratings()).toBe('2');
  });

  it('of another version of the program are not shown', async () => {
    const store = prepared();
    store.db.exec("UPDATE answer SET version = 'other'");
    const { asked, get } = pagesOf(store);
    await get('/');
    expect(asked).toContain('measurement');
  });

  it('about worlds that no data decide about stay when the data change', async () => {
    const store = await collected();
    const worlds = (): unknown =>
      store.db.prepare(`SELECT question, asked FROM answer WHERE data = '' ORDER BY 1, 2`).all();
    const before = worlds();
    expect(before).toHaveLength(14);
    store.db.prepare(`UPDATE answer SET document = ? WHERE data = ''`).run(marked);
    await collect(store, [another()]);
    await prepare(store);
    expect(worlds()).toEqual(before);
    expect(store.db.prepare(`SELECT DISTINCT document FROM answer WHERE data = ''`).pluck().all()).toEqual([
      marked,
    ]);
  });

  it('about worlds are made to the end when the data change meanwhile', async () => {
    const store = scratch.store();
    await collect(store, [aService(), aRating()]);
    let isChanged = false;
    const answer = depsOf(store).answerer;
    const answerers: Answerer[] = [
      async (name, asked) => {
        if (!isChanged) {
          isChanged = true;
          const other = openStore(store.file);
          await collect(other, [another()]);
          closeStore(other);
        }
        return answer(name, asked);
      },
    ];
    await prepare(store, { answerers });
    expect(store.db.prepare(`SELECT count(*) FROM answer WHERE data = ''`).pluck().get()).toBe(14);
  });

  it('that cannot be read stop no start, and pages compute them', async () => {
    const store = prepared();
    store.db.exec(`UPDATE answer SET document = x'00'`);
    await prepare(store);
    const { asked, get } = pagesOf(store);
    await get('/channels');
    expect(asked).toContain('nationalRatings');
  });

  it('of the weighting are of the latest simulated run, also where records were collected after it', async () => {
    const store = prepared();
    const truth = openTruth(store.file);
    truth.db.exec('DELETE FROM answer');
    closeStore(truth);
    await collectSources(store, sourceOf('later.ndjson', 'nonsense\n'));
    await prepare(store);
    const { asked, get } = pagesOf(store);
    await get('/weighting');
    expect(asked).toEqual([]);
  });

  it('are made once, and again when the data have changed', async () => {
    const store = await collected();
    const marks = (): unknown =>
      store.db.prepare('SELECT DISTINCT data FROM answer ORDER BY 1').pluck().all();
    const before = marks();
    store.db.exec(`DELETE FROM answer WHERE question = 'nationalRatings'`);
    store.db.prepare(`UPDATE answer SET document = ? WHERE question = 'comparisons'`).run(marked);
    await prepare(store);
    expect(store.db.prepare(`SELECT 1 FROM answer WHERE question = 'nationalRatings'`).get()).toBeDefined();
    expect(
      store.db.prepare(`SELECT hex(document) FROM answer WHERE question = 'comparisons'`).pluck().get(),
    ).toBe(marked.toString('hex').toUpperCase());
    await collect(store, [another()]);
    await prepare(store);
    expect(marks()).not.toEqual(before);
    expect(store.db.prepare(`SELECT 1 FROM answer WHERE question = 'comparisons'`).get()).toBeDefined();
  });
});

/** A page without what differs from one request to the next. */
const pageOf = (html: string): string =>
  html.replaceAll(/((?:_csrf|token)" value=")[^"]*/g, '$1').replaceAll(/filled-\d+\.db/g, 'filled.db');
