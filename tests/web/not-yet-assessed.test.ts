import { beforeAll, describe, expect, it } from 'vitest';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { knowledge, simulate, tiny, useScratch } from '../builders.ts';
import { useSite, wordsOf } from './fixture.ts';

const scratch = useScratch();
const site = useSite(scratch, { empty: true });
const sentence = {
  zh: '重点城市自 2018 年度起参评，时段 2017-12 没有其指数、名次、能力水平和平均值。',
  en: 'Key cities are assessed from 2018 on: for 2017-12 they have no scores, ranks, capability levels or means.',
};

beforeAll(async () => {
  const { store } = site();
  const scenario = tiny({ from: '2017-12-01', to: '2018-01-31', casesPerYear: 20_000 });
  await simulate(store, scratch.truth(store), { scenario });
});

describe('key cities before the year from which they are assessed', () => {
  it('are in no result, while provinces are, and are in those of the next month', () => {
    const of = (period: string) => measurePeriod(site().store, knowledge, parsePeriod(period));
    const [before, after] = [of('2017-12'), of('2018-01')];
    expect(new Set(before.units.map(({ kind }) => kind))).toEqual(new Set(['province']));
    expect(before.means.city.overall).toBeNull();
    expect(before.bands.city).toEqual({ veryHigh: 0, high: 0, medium: 0, low: 0 });
    expect(before.means.province.overall).not.toBeNull();
    expect(after.means.city.overall).not.toBeNull();
    expect(after.units.some(({ kind, rank }) => kind === 'city' && rank !== null)).toBe(true);
  });

  it('pages and files say why', async () => {
    for (const lang of ['zh', 'en'] as const) {
      for (const kind of ['', '&kind=city']) {
        const page = await site().page(`/?period=2017-12&lang=${lang}${kind}&ranks=1`);
        expect(wordsOf(page.querySelector('main'))).toContain(sentence[lang]);
        expect(page.querySelector('#cities')).toBeNull();
        // The sentence that says how many units there are does not count those that are none.
        expect(wordsOf(page.querySelector('.lead'))).not.toMatch(/ 0 |重点城市的指数|key cities after/);
      }
      expect(wordsOf(await site().page(`/?period=2018-01&lang=${lang}`))).not.toContain('2018 年度起');
    }
    const later = measurePeriod(site().store, knowledge, parsePeriod('2018-01'));
    const city = later.units.find(({ kind, rank }) => kind === 'city' && rank !== null)?.code ?? '';
    const unit = await site().get(`/units/${city}?period=2017-12&lang=en`);
    expect([unit.status, unit.text]).toEqual([404, expect.stringContaining(sentence.en)]);
    const ranking = (await site().get('/files/ranking.csv?period=2017-12')).text;
    expect(ranking).toContain(sentence.zh);
    expect(ranking).not.toMatch(/^city,/m);
    const results: unknown = (await site().get('/api/results.json?period=2017-12')).body;
    expect(results).toMatchObject({
      notAssessed: { kind: 'city', reason: `${sentence.zh} / ${sentence.en}` },
    });
  });
});
