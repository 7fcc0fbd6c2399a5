import { describe, expect, it } from 'vitest';
import { runNonResponse } from '../../src/jobs/audit/non-response.ts';
import { printCount } from '../../src/wording/print-number.ts';
import { reference, useScratch } from '../builders.ts';
import { useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());
const empty = useSite(useScratch(), { empty: true });

describe('the weighting page', () => {
  it('opens with what it is, and puts the ways side by side', async () => {
    const words = wordsOf(await site().page('/weighting'));
    for (const part of ['以下为方法研究假设', '不加权', '事后分层', '边际校准', '轮后收敛']) {
      expect(words).toContain(part);
    }
  });

  it('has the true value beside, and says that it cannot be reached by weighting', async () => {
    const words = wordsOf(await site().page('/weighting?lang=en&run=1'));
    expect(words).toContain('Truth: what was felt in all services');
    expect(words).toContain('depends on the level they felt itself');
  });

  it('says that it cannot compute where nothing was simulated', async () => {
    expect(wordsOf(await empty().page('/weighting?lang=en'))).toContain('nothing can be computed');
  });

  it('refuses a run that there is not, by name', async () => {
    const answer = await site().get('/weighting?lang=en&run=99');
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('run');
  });
});

interface WeightingDocument {
  readonly notice: string;
  readonly run: { readonly id: number; readonly scenario: string };
  readonly ways: readonly {
    readonly way: string;
    readonly averageScore: number;
    readonly gap: number;
    readonly goodRate: number;
  }[];
  readonly levels: readonly { readonly ratings: number }[];
}

describe('the files of the weighting page', () => {
  it('have the rows of the page, unrounded, under the mark of simulated data', async () => {
    const page = await site().page('/weighting?lang=en&run=1');
    const body = (await site().get('/api/weighting.json?run=1')).body as WeightingDocument;
    expect(body.notice).toContain('模拟数据');
    expect(body.run).toMatchObject({ id: 1, scenario: 'tiny' });
    const ways = ['plain', 'postStratified', 'raked', 'feltRated', 'feltAll'];
    expect(body.ways.map(({ way }) => way)).toEqual(ways);
    const rows = page.querySelectorAll('table')[0]?.querySelectorAll('tbody tr') ?? [];
    expect(rows.map((row) => row.querySelector('td')?.text)).toEqual(
      body.ways.map(({ averageScore }) => averageScore.toFixed(4)),
    );
    const levels = page.querySelectorAll('table.small-table tbody tr');
    expect(levels.map((row) => row.querySelectorAll('td')[1]?.text)).toEqual(
      body.levels.map(({ ratings }) => printCount(ratings)),
    );
    const file = (await site().get('/files/weighting.csv?run=1')).text;
    expect(file).toContain('模拟数据');
    const lines = file.split('\r\n').filter((line) => line.startsWith('1,'));
    expect(lines.map((line) => line.split(',').slice(0, 5))).toEqual(
      body.ways.map(({ way, averageScore, gap, goodRate }) => [
        '1',
        way,
        ...[averageScore, gap, goodRate].map(String),
      ]),
    );
    expect(page.querySelectorAll('.downloads a').map((one) => one.getAttribute('href'))).toEqual([
      '/files/weighting.csv?lang=en&run=1',
      '/api/weighting.json?lang=en&run=1',
    ]);
  });

  it('are not found where nothing was simulated', async () => {
    for (const address of ['/files/weighting.csv', '/api/weighting.json']) {
      const answer = await empty().get(`${address}?lang=en`);
      expect(answer.status).toBe(404);
      expect(answer.text).toContain('nothing can be computed');
    }
  });
});

describe('the answers of a run', () => {
  it('are the first ratings that somebody gave a level, of all its services', async () => {
    const { store } = site();
    const found = runNonResponse(store, reference, 1);
    const days = store.db.prepare('SELECT first_day, last_day FROM run WHERE id = 1').raw().get();
    const [first, last] = days as [number, number];
    const count = (condition: string): unknown =>
      store.db
        .prepare(
          `SELECT count(*) FROM service LEFT JOIN rating ON rating.service_key = service.key AND rating.assess_number = 1
           WHERE service_at BETWEEN ? AND ? AND ${condition}`,
        )
        .pluck()
        .get(first * 86_400, (last + 1) * 86_400 - 1);
    expect(found?.services).toBe(count('1'));
    expect(found?.answers).toBe(count('rating.level > 0 AND rating.defaulted = 0'));
    expect(found?.answers).toBeGreaterThan(100);
    expect(found?.raked.weighting.effective).toBeLessThanOrEqual(found?.answers ?? 0);
    expect(wordsOf(await site().page('/weighting?run=1'))).toContain(printCount(found?.answers ?? 0));
  });

  it('have no true value beside them where other records lie in the same days', () => {
    const { store } = site();
    expect(runNonResponse(store, reference, 1)?.truth).not.toBeNull();
    store.db.exec("UPDATE run SET services = 1 WHERE kind = 'collect'");
    expect(runNonResponse(store, reference, 1)?.truth).toBeNull();
  });
});
