import { describe, expect, it } from 'vitest';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { knowledge, useScratch } from '../builders.ts';
import { cellsOf, useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());
const period = parsePeriod('2025-03');

describe('/explain', () => {
  it('is where every number of the overview and of a unit leads', async () => {
    for (const from of ['/?lang=en', '/units/981100?lang=en']) {
      const page = await site().page(from);
      const links = new Set(page.querySelectorAll('a.figure').map((link) => link.getAttribute('href') ?? ''));
      expect(links.size).toBeGreaterThan(10);
      for (const link of [...links].filter((_, i) => i % 9 === 0))
        expect((await site().get(link)).status, link).toBe(200);
    }
  });

  it('lists by itself which figures it explains, and leads to them', async () => {
    const page = await site().page('/explain?lang=en');
    const links = page.querySelectorAll('.panel li a').map((link) => link.getAttribute('href') ?? '');
    expect(links.length).toBeGreaterThan(20);
    for (const link of [...links.slice(0, 4), ...links.slice(-2)])
      expect((await site().get(link)).status, link).toBe(200);
  });

  it('says which units are next to a rank, and what sets them apart', async () => {
    const unit = measurePeriod(site().store, knowledge, period).units.find(({ rank }) => rank === 5)!;
    const page = await site().page(`/explain?unit=${unit.code}&figure=rank&lang=en`);
    const rows = cellsOf(page, 'table.standing');
    expect(rows.map(([, rank]) => rank)).toEqual(['2', '3', '4', '5', '6', '7', '8']);
    expect(wordsOf(page.querySelector('tr.current th'))).toBe(unit.nameEn);
    expect(wordsOf(page.querySelector('.panel p'))).toContain('4 units have a higher index');
  });

  it('gives a mean as a sum over its units', async () => {
    const { means } = measurePeriod(site().store, knowledge, period);
    const page = await site().page('/explain?kind=city&figure=coverage&lang=en');
    const words = wordsOf(page.querySelector('.panel p'));
    const [, sum, n, mean] = /: ([\d.,]+) ÷ (\d+) = ([\d.]+)\./.exec(words) ?? [];
    expect(Number(sum?.replaceAll(',', '')) / Number(n)).toBeCloseTo(Number(mean), 5);
    expect(Number(mean)).toBeCloseTo(means.city.coverage!, 5);
  });

  it('shows the interval of a composite part by part, and records that an indicator counts', async () => {
    const overall = await site().page('/explain?unit=981101&figure=overall&lang=en');
    expect(cellsOf(overall, '#interval table')).toHaveLength(5);
    const page = await site().page('/explain?unit=981101&figure=goodRate&lang=en');
    const records = cellsOf(page, '#sample table');
    expect(records.length).toBeGreaterThan(5);
    for (const [record] of records) expect(record).not.toMatch(/"1\d{10}"|"\d{17}[\dX]"/);
    expect(wordsOf(page.querySelector('#interval p'))).toContain('Wilson');
  });

  it.each([
    ['/explain?figure=rank', 400, 'kind'],
    ['/explain?kind=county&figure=overall', 400, 'kind'],
    ['/explain?unit=999999&figure=rank', 404, '999999'],
    ['/explain?unit=981101&figure=happiness', 404, 'happiness'],
    ['/explain?kind=city&figure=goodRate', 404, 'goodRate'],
    ['/explain?kind=city&figure=overall&region=nowhere', 404, 'nowhere'],
  ])('%s is answered %i and says why', async (address, status, word) => {
    const response = await site().get(`${address}${address.includes('?') ? '&' : '?'}lang=en`);
    expect([response.status, response.text.includes(word)]).toEqual([status, true]);
  });
});
