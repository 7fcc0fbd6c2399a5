import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { knowledge, simulate, tiny, useScratch } from '../builders.ts';
import { createApp } from '../../src/web/app.ts';
import { closeStore, openTruth } from '../../src/store/open.ts';
import { depsOf, useSite } from './fixture.ts';

const scratch = useScratch();
const site = useSite(scratch);

const tagOf = async (path: string): Promise<string | undefined> => (await site().get(path)).headers['etag'];

describe('results', () => {
  it.each([
    '/',
    '/units/981100',
    '/units/981100/indicators/goodRate',
    '/regions/region-1',
    '/compare?units=981100',
    '/items',
    '/search?q=9811',
    '/report/2025-03',
    '/validation',
    '/files/ranking.csv',
    '/api/results.json',
  ])('%s are not sent again to who has them', async (path) => {
    const tag = await tagOf(path);
    expect(tag).toMatch(/^W\/"[0-9a-f]{32}"$/);
    const again = await request(site().app).get(path).set('If-None-Match', tag!);
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
    expect(again.headers).toMatchObject({ etag: tag, 'cache-control': 'private, no-cache' });
    expect((await request(site().app).get(path).set('If-None-Match', 'W/"another"')).status).toBe(200);
  });

  it('have another tag for another language, period, method and query', async () => {
    const older = knowledge.editions.at(-1)!.edition;
    const tags = await Promise.all(
      ['', '?lang=en', '?period=2025-Q1', '?kind=city', `?method=${older}`].map((query) =>
        tagOf(`/${query}`),
      ),
    );
    expect(new Set(tags).size).toBe(knowledge.editions.length > 1 ? 5 : 4);
    const app = request(site().app);
    const preferred = await app.get('/').set('Accept-Language', 'en');
    expect(preferred.headers['etag']).not.toBe(tags[0]);
    const chosen = await app.get('/').set('Cookie', 'lang=en').set('If-None-Match', tags[0]!);
    expect(chosen.status).toBe(200);
  });

  it('have another tag for another program and for other data', async () => {
    const store = scratch.store();
    const tagIn = async (version: string): Promise<string | undefined> =>
      (await request(createApp(depsOf(store, { version }))).get('/')).headers['etag'];
    const [first, same, newer] = [await tagIn('1'), await tagIn('1'), await tagIn('2')];
    expect(same).toBe(first);
    expect(newer).not.toBe(first);
    const truth = openTruth(store.file);
    await simulate(store, truth, { scenario: tiny({ to: '2025-03-04', casesPerYear: 5000 }) });
    closeStore(truth);
    expect(await tagIn('1')).not.toBe(first);
  });
});

describe('what is no result', () => {
  it.each([
    '/choices',
    '/method/own',
    '/scenario',
    '/runs',
    '/runs/1/quality',
    '/refusals',
    '/healthz',
    '/editions',
  ])('%s has no tag: it belongs to one reader or one moment', async (path) => {
    expect(await tagOf(path)).toBeUndefined();
  });

  it.each(['/units/1', '/compare?units=1', '/files/indicators.csv?unit=1', '/?period=x'])(
    'a refusal has none either: %s',
    async (path) => {
      const response = await site().get(path);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.headers['etag']).toBeUndefined();
    },
  );
});
