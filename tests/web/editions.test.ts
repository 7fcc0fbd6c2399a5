import { describe, expect, it } from 'vitest';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import { withEdition } from '../../src/model/knowledge.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { knowledge, useScratch } from '../builders.ts';
import { cellsOf, useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());
const period = parsePeriod('2025-03');

describe('/editions', () => {
  it('shows each unit by both editions, with the differences of score and rank', async () => {
    const by = (edition: string) =>
      new Map(
        measurePeriod(site().store, withEdition(knowledge, edition), period).units.map((unit) => [
          unit.nameEn,
          unit,
        ]),
      );
    const [before, after] = [by('2022-1'), by('2022-2')];
    const rows = cellsOf(await site().page('/editions?lang=en'), '#editions');
    expect(rows.length).toBeGreaterThan(20);
    for (const [name = '', one, other, , rankOne, rankOther, places] of rows) {
      expect(one).toBe(before.get(name)!.overall!.score.toFixed(2));
      expect(other).toBe(after.get(name)!.overall!.score.toFixed(2));
      expect(Number(rankOne) - Number(rankOther)).toBe(Number(places?.replace('−', '-')));
    }
    const same = cellsOf(await site().page('/editions?from=2022-1&to=2022-1&lang=en'), '#editions');
    expect(new Set(same.map(([, , , difference]) => difference))).toEqual(new Set(['0.00']));
  });

  it('leads from each score and rank to its explanation by that edition', async () => {
    const page = await site().page('/editions');
    const links = page.querySelectorAll('#editions tbody tr:first-child a.figure');
    const asked = links.map((link) => new URL(link.getAttribute('href')!, 'http://x').searchParams);
    expect(asked.map((one) => [one.get('figure'), one.get('method')])).toEqual([
      ['overall', '2022-1'],
      ['overall', '2022-2'],
      ['rank', '2022-1'],
      ['rank', '2022-2'],
    ]);
    const explained = await site().page(links[0]!.getAttribute('href')!);
    expect(wordsOf(explained.querySelector('main'))).toContain(wordsOf(links[0]!));
  });

  it('gives the same as CSV and JSON', async () => {
    const { body } = await site().get('/api/editions.json?period=2025-03');
    const csv = (await site().get('/files/editions.csv?period=2025-03')).text.trim().split('\r\n');
    expect([body.from, body.to]).toEqual(['2022-1', '2022-2']);
    expect(csv).toHaveLength(2 + body.units.length);
  });

  it.each([
    ['/editions?from=1999', 'from'],
    ['/editions/formula?series=2025-01 1 2 3', 'series'],
    ['/editions/formula?series=january 1 2 3 4 5 6', 'series'],
    ['/editions/formula?series=2025-01 1 2 3 4 5 101', 'series'],
    ['/editions/formula?series=2025-02 1 2 3 4 5 70%0A2025-01 1 2 3 4 5 70', 'series'],
    ['/editions/formula?series=2025-01 1 2 3 4 -5 70', 'series'],
  ])('%s is answered 400 and names the field', async (address, field) => {
    const response = await site().get(`${address}&lang=en`);
    expect([response.status, response.text.includes(`parameter ${field} has`)]).toEqual([400, true]);
  });
});

describe('/editions/formula', () => {
  it('finds the change of the example', async () => {
    const page = await site().page('/editions/formula?lang=en');
    expect(wordsOf(page.querySelector('.callout'))).toContain('changed with 2026-04');
    expect(cellsOf(page, '#months')).toHaveLength(12);
  });

  it('takes a series of the reader', async () => {
    const series = '2025-01, 10, 10, 10, 10, 60, 75.0%0A2025-02 0 0 0 50 50 87.5';
    const page = await site().page(
      `/editions/formula?lang=en&series=${encodeURI(series).replace('%250A', '%0A')}`,
    );
    expect(wordsOf(page.querySelector('main'))).toContain('The formula did not change.');
  });
});

describe('what is kept', () => {
  const other = useSite(useScratch());

  it('raises an alarm when it is not what the data give', async () => {
    const { store } = other();
    // Kept as they are made ready: the year and this month by an older edition, which stay as they are, and this month.
    store.db.exec(
      `UPDATE measurement SET document = replace(document, '"rank":1,', '"rank":9,')
       WHERE period = '2025-03' AND version = (SELECT max(version) FROM measurement WHERE period = '2025-03')`,
    );
    const page = await other().page('/editions?check=1&lang=en');
    expect(wordsOf(page.querySelector('[role=alert]'))).toMatch(/Alarm: of \d+ results 1 cannot be rebuilt/);
  });
});
