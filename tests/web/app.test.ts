import { createServer } from 'node:http';
import { pino } from 'pino';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { Mistake } from '../../src/model/errors.ts';
import { createApp } from '../../src/web/app.ts';
import { routes } from '../../src/web/routes.ts';
import { startServer } from '../../src/web/server.ts';
import { aRating, aService, collect, useScratch } from '../builders.ts';
import { cellsOf, depsOf, finishedJob, itemOnPage, parsePage, useSite, wordsOf } from './fixture.ts';

const scratch = useScratch();
const site = useSite(scratch);

/** Every address of results with its places filled; those of a job and of an item are known when there is one. */
const paths = routes
  .filter(({ right }) => right === 'read')
  .map(({ path }) =>
    path
      .replace('/jobs/:id', '/jobs/:job')
      .replace('/runs/:id', '/runs/1')
      .replace('/refusals/:id', '/refusals/1')
      .replace('/lessons/:id', '/lessons/moved-weight')
      .replace('/detectors/:id', '/detectors/quick-ratings')
      .replace(':code', '981100')
      .replace(':region', 'region-1')
      .replace(':kind', 'figures')
      .replace(':period', '2025-03')
      .replace(':unit', '981100')
      .replace(':form', 'sample')
      .replace(':id', 'goodRate'),
  );
// The address of the report leads to that of the period shown.
const pages = paths.filter((path) => !/^\/(files|api|healthz|report$)|\/events$|\.txt$/.test(path));
let job = '';
let task = '';
beforeAll(async () => {
  job = await finishedJob(site());
  task = itemOnPage(await site().page('/sites/981100'));
});
const at = (path: string): string => path.replace(':job', job).replace(':task', task);
const inLanguage = (path: string, lang: string): string =>
  `${at(path)}${path.includes('?') ? '&' : '?'}lang=${lang}`;

/** Chinese terms that an English text gives beside its own. */
const quoted: readonly string[] = [];

describe('every page', () => {
  it.each(pages)('%s carries the notice, in both languages, and one heading', async (path) => {
    for (const [lang, notice] of [
      ['zh', '模拟数据'],
      ['en', 'Simulated data: all figures'],
    ] as const) {
      const page = await site().page(inLanguage(path, lang));
      expect(wordsOf(page.querySelector('.notice'))).toContain(notice);
      expect(page.querySelectorAll('h1')).toHaveLength(1);
      expect(page.querySelector('html')?.getAttribute('lang')).toBe(lang === 'zh' ? 'zh-CN' : 'en');
    }
  });

  it.each(pages)('%s says nothing of its own in Chinese when asked for English', async (path) => {
    const page = await site().page(inLanguage(path, 'en'));
    // Titles and texts of scenarios are quoted, marked as Chinese; raw records are anybody's words.
    const quotes = ['.languages', 'input', '.settings', '.compared'].map(
      (place) => `${place} [lang="zh-CN"]`,
    );
    for (const quote of page.querySelectorAll([...quotes, 'input[lang]', '.raw', '.source'].join()))
      quote.remove();
    const chinese = (page.toString().match(/[\u4e00-\u9fff]+/g) ?? []).filter(
      (words) => !quoted.includes(words),
    );
    expect(chinese).toEqual([]);
  });

  it.each(['/method', '/targets', '/units/981100/indicators/goodRate'])(
    '%s cites its sources in the language of the page',
    async (path) => {
      const cited = async (lang: string) =>
        (await site().page(`${path}?lang=${lang}`))
          .querySelectorAll('main span[lang]')
          .map((quote) => quote.getAttribute('lang'));
      const [zh, en] = [await cited('zh'), await cited('en')];
      expect(new Set(zh)).toEqual(new Set(['zh-CN']));
      expect(new Set(en)).toEqual(new Set(['en']));
      expect(zh).toHaveLength(en.length);
    },
  );

  it.each(pages)('%s names every table and every figure', async (path) => {
    const page = await site().page(at(path));
    for (const table of page.querySelectorAll('table')) {
      expect(wordsOf(table.querySelector('caption'))).not.toBe('');
      expect(table.querySelectorAll('thead th[scope]').length).toBeGreaterThan(0);
    }
    for (const chart of page.querySelectorAll('svg.chart')) {
      expect(chart.querySelector('title')?.text).not.toBe('');
      expect(chart.querySelector('desc')?.text).not.toBe('');
    }
    const ids = page.querySelectorAll('[id]').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  // A formula is found in published figures of a real service.
  it.each(pages.filter((path) => !['/method', '/editions/formula'].includes(path)))(
    '%s says in the title of every table and figure that it is simulated',
    async (path) => {
      for (const lang of ['zh', 'en']) {
        const page = await site().page(inLanguage(path, lang));
        // By which rules an answer is marked holds of real data as well.
        page.querySelector('.costs')?.remove();
        const titles = page.querySelectorAll('table:not(.sources) caption, svg.chart > title').map(wordsOf);
        expect(titles.filter((title) => !/模拟|[Ss]imulated/.test(title))).toEqual([]);
        for (const chart of page.querySelectorAll('svg.chart'))
          expect(wordsOf(chart.querySelector('.chart-notice'))).toBe(
            lang === 'zh' ? '模拟数据' : 'Simulated data',
          );
      }
    },
  );

  it.each(pages)('%s has no inline code and allows none', async (path) => {
    const response = await site().get(at(path));
    expect(response.headers['content-security-policy']).toContain("default-src 'none'");
    expect(response.headers['content-security-policy']).not.toContain('unsafe');
    const page = parsePage(response.text);
    expect(page.querySelectorAll('[style], style, script:not([src])')).toHaveLength(0);
    expect(response.text).not.toMatch(/\son\w+=/);
  });
});

describe('files', () => {
  // Forms of the report: tests/export/report and tests/web/report.
  it.each(paths.filter((path) => /^\/files\/(?!report)/.test(path)))(
    '%s starts with the notice',
    async (path) => {
      const response = await site().get(path);
      expect(response.status).toBe(200);
      expect(response.headers['content-type']).toContain('text/csv');
      const [first, heading] = response.text.split('\r\n');
      expect(first!.startsWith('\uFEFF')).toBe(true);
      expect(first).toMatch(/模拟数据.*province-\d+.*[0-9a-f]{32}/);
      // Answers are weighed to the cases of a run, whatever the period.
      expect(first!.includes('2025-03')).toBe(path !== '/files/weighting.csv');
      expect(heading!.split(',').length).toBeGreaterThan(5);
    },
  );
});

describe('the language', () => {
  it('is remembered by a cookie that no script reads', async () => {
    const agent = request.agent(site().app);
    const [cookie] = (await agent.get('/runs?lang=en')).headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^lang=en;.*HttpOnly;.*SameSite=Lax/i);
    expect((await agent.get('/runs')).text).toContain('<html lang="en">');
  });

  it.each([
    ['en-US,en;q=0.9', 'en'],
    ['en', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en;q=0.3,zh-TW;q=0.9', 'zh-CN'],
    ['fr-FR,en;q=0.5', 'en'],
    ['fr-FR', 'zh-CN'],
    ['*', 'zh-CN'],
    ['', 'zh-CN'],
  ])('of a first visit is the one that the browser prefers: “%s” → %s', async (preferred, lang) => {
    for (const path of ['/runs', '/nothing']) {
      const response = await request(site().app).get(path).set('Accept-Language', preferred);
      expect(response.text, path).toContain(`<html lang="${lang}">`);
      expect(response.headers['vary']).toMatch(/Cookie.*Accept-Language/);
      // Only a choice is remembered, not a guess.
      expect([response.headers['set-cookie'] ?? ''].flat().join()).not.toContain('lang=');
    }
  });

  it('that was chosen outlives what the browser prefers', async () => {
    const agent = request.agent(site().app);
    await agent.get('/runs?lang=zh').set('Accept-Language', 'en');
    expect((await agent.get('/runs').set('Accept-Language', 'en')).text).toContain('<html lang="zh-CN">');
  });

  it('is one of two', async () => {
    expect((await site().get('/?lang=fr')).status).toBe(400);
  });
});

describe('what goes wrong', () => {
  it('is a page with the status, in the language of the reader', async () => {
    const response = await site().get('/nothing?lang=en');
    expect(response.status).toBe(404);
    expect(response.text).toContain('There is no such page');
    expect(response.text).toContain('/nothing');
  });

  it('names field, value and rule of a bad parameter', async () => {
    const response = await site().get('/?period=20x5&lang=en');
    expect(response.status).toBe(400);
    expect(wordsOf(parsePage(response.text).querySelector('.message'))).toMatch(/period.*20x5.*2025-Q3/);
  });

  it.each(['/%E0%A4%A', '/units/%00', '/?period=%', `/items?q=${'%F0%9F'.repeat(3)}`])(
    'never fails on the malformed address %s',
    async (path) => {
      expect((await site().get(path)).status).toBeLessThan(500);
    },
  );

  it('refuses a field that an address gives twice, but for lists of boxes', async () => {
    for (const path of ['/?kind=city&kind=province', '/api/choices.json?kind=city&seed=1&kind=city']) {
      const { status, text } = await site().get(`${path}&lang=en`);
      expect(status, path).toBe(400);
      expect(text, path).toMatch(/parameter kind has the value .*, but it may come once only/);
    }
    expect((await site().get('/compare?units=981100&units=981200&periods=2025-03')).status).toBe(200);
  });

  it.each([
    '/?kind=city',
    '/changes?kind=city&figure=averageScore',
    '/choices?kind=city&unit=981101',
    '/choices/uncertainty?kind=city&rows=256&seed=2',
    '/compare?kind=city',
    '/items?page=1&sort=ratings',
    '/editions?kind=city',
    '/refusals?page=1',
  ])('no form of %s sends a field twice', async (path) => {
    for (const form of (await site().page(path)).querySelectorAll('form')) {
      const names = form
        .querySelectorAll('input:not([type=checkbox], [type=radio]), select, textarea')
        .map((field) => field.getAttribute('name') ?? '');
      expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
    }
  });

  it('refuses an address beyond any length of ours', async () => {
    expect((await site().get(`/?x=${'a'.repeat(3000)}`)).status).toBe(414);
  });

  it('tells the reader nothing of a failure and the log everything', async () => {
    const lines: string[] = [];
    const logger = pino({}, { write: (line: string) => lines.push(line) });
    const store = scratch.store();
    const app = createApp(depsOf(store, { logger }));
    store.db.exec('DROP TABLE refusal');
    const response = await request(app).get('/refusals');
    expect(response.status).toBe(500);
    expect(response.text).toContain('程序出错');
    expect(response.text).not.toContain('refusal_reason');
    expect(response.text).not.toContain('no such table');
    expect(lines.join()).toContain('no such table');
  });
});

describe('the server', () => {
  it('listens on the loopback address and says which port is taken', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    try {
      const deps = depsOf(scratch.store());
      const failure = await startServer(deps, port).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Mistake);
      expect((failure as Mistake).text.en).toContain(String(port));
      const running = await startServer(deps, 0);
      expect((await fetch(`http://127.0.0.1:${String(running.port)}/healthz`)).status).toBe(200);
      await running.close();
    } finally {
      other.close();
    }
  });

  it('sees data that come while it runs', async () => {
    const store = scratch.store();
    const app = createApp(depsOf(store));
    expect((await request(app).get('/')).text).toContain('数据库为空');
    await collect(store, [aService(), aRating()]);
    const { text } = await request(app).get('/items');
    expect(text).not.toContain('数据库为空');
    expect(cellsOf(parsePage(text), '.items').map((cells) => cells[4])).toContain('1');
  });
});
