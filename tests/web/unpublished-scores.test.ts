import { beforeAll, describe, expect, it } from 'vitest';
import type { HTMLElement } from 'node-html-parser';
import { parseScenario } from '../../src/model/scenario/check-scenario.ts';
import { readScenario } from '../../src/store/reference.ts';
import { reference, simulate, useScratch } from '../builders.ts';
import { cellsOf, useSite, wordsOf } from './fixture.ts';

const scratch = useScratch();
const onlyBands = useSite(scratch, { empty: true });
const withScores = useSite(scratch, { empty: true });
const bothYears = useSite(scratch, { empty: true });

const units = ['440000', '110000', '440100', '330000', '440300', '330100'];
const administrative = reference.places.real.units.filter(({ code }) => units.includes(code));
const link = 'a[href*="ranks=1"]';
const sentence = '本页的指数和名次均由模拟产生';

beforeAll(async () => {
  for (const [site, from, to] of [
    [onlyBands, '2021-01-01', '2021-01-31'],
    [withScores, '2019-01-01', '2019-01-31'],
    [bothYears, '2018-12-01', '2019-01-31'],
  ] as const) {
    const { store } = site();
    const days = { from, to, units, casesPerYear: 60_000, defects: [], reforms: [] };
    const scenario = parseScenario({ ...readScenario('national-series'), ...days }, 'test');
    await simulate(store, scratch.truth(store), { scenario });
  }
});

const codesOf = (page: HTMLElement, table: string): (string | undefined)[] =>
  page.querySelectorAll(`${table} tbody tr`).map((row) => row.getAttribute('data-code'));

describe('a world whose targets publish no score of single units', () => {
  it('shows units in administrative order with their capability level alone', async () => {
    for (const query of ['', '?sort=overall', '?lang=en']) {
      const page = await onlyBands().page(`/${query}`);
      for (const [table, kind] of [
        ['#provinces', 'province'],
        ['#cities', 'city'],
      ] as const) {
        const codes = administrative.filter((unit) => unit.kind === kind).map(({ code }) => code);
        expect(codesOf(page, table).filter((code) => units.includes(code ?? ''))).toEqual(codes);
        for (const row of cellsOf(page, table)) expect(row.join(' ')).not.toMatch(/\d/);
      }
      for (const tile of page.querySelectorAll('.tile-map .tile-group')) {
        expect(`${wordsOf(tile)} ${tile.getAttribute('aria-label') ?? ''}`).not.toMatch(/\d/);
      }
      expect(page.querySelectorAll('.ranking')).toHaveLength(0);
    }
  });

  it('has scores and ranks one plain link further, which keeps period and language', async () => {
    const first = await onlyBands().page('/?lang=zh&period=2021-01');
    const href = first.querySelector(`main ${link}`)?.getAttribute('href') ?? '';
    expect(href).toContain('lang=zh');
    expect(href).toContain('period=2021-01');
    const page = await onlyBands().page(href.replace(/#.*/, ''));
    expect(codesOf(page, '#provinces.ranking').length).toBeGreaterThan(0);
    expect(cellsOf(page, '#provinces')[0]?.[5]).toMatch(/^\d+\.\d\d$/);
    expect(wordsOf(page.querySelector('main'))).toContain(sentence);
    // Another language, period and order stay with the ranks.
    expect(page.querySelector('.languages a')?.getAttribute('href')).toContain('ranks=1');
    expect(page.querySelector('.period input[name="ranks"]')?.getAttribute('value')).toBe('1');
    expect(page.querySelector('#provinces thead a')?.getAttribute('href')).toContain('ranks=1');
    const back = page.querySelectorAll('main .callout a').map((one) => one.getAttribute('href'));
    expect(back).toEqual(['/?lang=zh&period=2021-01#ranking-heading']);
  });

  it('says so once beside the scores of a unit, a region and units compared', async () => {
    const compared = '/compare?units=440000,330000';
    for (const path of [
      '/?ranks=1',
      '/units/440000',
      '/units/440000/tasks',
      '/regions/south?ranks=1',
      compared,
    ]) {
      const words = wordsOf((await onlyBands().page(path)).querySelector('main'));
      expect(words.split(sentence)).toHaveLength(2);
      expect(words.split('未公布')).toHaveLength(2);
    }
  });

  it('shows the units of a region likewise, and their scores one plain link further', async () => {
    const southern = administrative.filter(({ region }) => region === 'south');
    for (const query of ['', '?sort=overall', '?lang=en']) {
      const page = await onlyBands().page(`/regions/south${query}`);
      for (const [table, kind] of [
        ['#provinces', 'province'],
        ['#cities', 'city'],
      ] as const) {
        const codes = southern.filter((unit) => unit.kind === kind).map(({ code }) => code);
        expect(codes.length).toBeGreaterThan(0);
        expect(codesOf(page, table).filter((code) => units.includes(code ?? ''))).toEqual(codes);
        for (const row of cellsOf(page, table)) expect(row.join(' ')).not.toMatch(/\d/);
      }
      expect(page.querySelectorAll('.ranking')).toHaveLength(0);
    }
    const href = (await onlyBands().page('/regions/south'))
      .querySelector(`main ${link}`)
      ?.getAttribute('href');
    const page = await onlyBands().page((href ?? '').replace(/#.*/, ''));
    expect(cellsOf(page, '#provinces.ranking')[0]?.[5]).toMatch(/^\d+\.\d\d$/);
    expect(wordsOf(page.querySelector('main'))).toContain(sentence);
  });

  it('hands out files with all figures', async () => {
    const { text } = await onlyBands().get('/files/ranking.csv');
    expect(text).toMatch(/province,1,\d{6},/);
    const { body } = await onlyBands().get('/api/results.json');
    expect(JSON.stringify(body)).toContain('"rank":1');
  });

  it('refuses another value, naming the field', async () => {
    const { status, text } = await onlyBands().get('/?ranks=yes&lang=en');
    expect(status).toBe(400);
    expect(text).toContain('ranks');
  });
});

describe('a world whose targets publish scores of units', () => {
  it('shows scores and ranks at once, without that sentence', async () => {
    for (const path of ['/', '/units/440000']) {
      const page = await withScores().page(path);
      expect(wordsOf(page.querySelector('main'))).not.toContain(sentence);
      expect(page.querySelector(`main ${link}`)).toBeNull();
    }
    const page = await withScores().page('/');
    expect(codesOf(page, '#provinces.ranking').length).toBeGreaterThan(0);
    expect(wordsOf(page.querySelector('.tile-map a'))).toMatch(/\d/);
  });
});

describe('a year whose scores of units are published beside one of which they are not', () => {
  const yearsOf = async (query: string): Promise<string[]> =>
    cellsOf(await bothYears().page(`/regions/south?period=2019${query}`), '#years')
      .filter(([name]) => name === '广东' || name === 'Guangdong')
      .flatMap(([, ...cells]) => cells);

  it('has the units of a region with scores, and the years side by side with levels until they are asked for', async () => {
    const page = await bothYears().page('/regions/south?period=2019');
    expect(cellsOf(page, '#provinces.ranking')[0]?.[5]).toMatch(/^\d+\.\d\d$/);
    for (const language of ['&lang=zh', '&lang=en']) {
      const levels = await yearsOf(language);
      expect(levels).toHaveLength(2);
      for (const cell of levels) expect(cell).not.toMatch(/\d/);
      for (const cell of await yearsOf(`&ranks=1${language}`)) expect(cell).toMatch(/^\d+\.\d\d \(\d\)$/);
    }
    const links = page.querySelectorAll(`main ${link}`).map((one) => one.getAttribute('href') ?? '');
    expect(links).toHaveLength(1);
    expect(links[0]).toMatch(/ranks=1.*#years-heading$/);
  });

  it('says so once beside the years of a unit and the changes from one year to the next', async () => {
    for (const path of ['/units/440000?period=2019', '/changes?period=2019&figure=overall']) {
      const words = wordsOf((await bothYears().page(path)).querySelector('main'));
      expect(words.split('所列数字均由模拟产生，不代表任何单位的实际水平'), path).toHaveLength(2);
    }
  });
});

describe('the page of published figures', () => {
  it('begins with those of the year that the database has data of', async () => {
    const page = await withScores().page('/targets');
    const [first, ...others] = page.querySelectorAll('main section');
    expect(wordsOf(first!.querySelector('h2'))).toContain('2019');
    expect(first!.querySelector('pre.command')).toBeNull();
    expect(others.map((section) => section.querySelector('pre.command') === null)).not.toContain(true);
  });
});
