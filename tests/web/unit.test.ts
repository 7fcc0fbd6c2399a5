import { describe, expect, it } from 'vitest';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { ratingCells } from '../../src/store/read/cells.ts';
import { knowledge, reference, unitAt, useScratch } from '../builders.ts';
import { cellsOf, useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());
const period = parsePeriod('2025-03');

describe('the page of a unit', () => {
  it('prints each indicator with its counts and leads to its explanation', async () => {
    const page = await site().page('/units/981100');
    const unit = measurePeriod(site().store, knowledge, period).units.find(({ code }) => code === '981100')!;
    const rows = page.querySelectorAll('.indicators tbody tr:not(.group-row)');
    expect(rows).toHaveLength(unit.indicators.length);
    unit.indicators.forEach((indicator, i) => {
      const cells = rows[i]!.querySelectorAll('th, td').map(wordsOf);
      expect(rows[i]!.querySelector('a')?.getAttribute('href')).toBe(
        `/units/981100/indicators/${indicator.id}`,
      );
      expect(Number(cells[2]!.replaceAll(',', ''))).toBe(indicator.denominator);
      expect(cells[8]).toBe(indicator.normalised?.toFixed(2) ?? '无数据');
    });
  });

  it('gives an interval to what was sampled, and none to what the register counts in full', async () => {
    const page = await site().page('/units/981100');
    const intervals = new Map(cellsOf(page, '.indicators').map((cells) => [cells[0], cells[4]]));
    expect(intervals.get('好评率')).toMatch(/^[\d.]+%–[\d.]+%$/);
    expect(intervals.get('全程网办率')).toBe('—');
    const explained = await site().page('/units/981100/indicators/fullyOnlineShare');
    expect(wordsOf(explained.querySelector('.working'))).toContain('95% 区间 —（按清单全数统计）');
  });

  it('leads from a province to its key cities and back', async () => {
    const province = await site().page('/units/981900');
    const cities = province
      .querySelectorAll('.related:not(.further) a')
      .map((link) => link.getAttribute('href'));
    expect(cities).toEqual(['/units/981901', '/units/981902']);
    const city = await site().page('/units/981902');
    expect(city.querySelector('.related a')?.getAttribute('href')).toBe('/units/981900');
  });

  it('counts the ratings of a province with those of its key cities', async () => {
    const indexes = reference.units.flatMap(({ code, province }) =>
      code === '440000' || province === '440000' ? [unitAt(code)] : [],
    );
    const n = ratingCells(site().store, period, indexes).reduce((sum, cell) => sum + cell.n, 0);
    const page = await site().page('/units/981900');
    const channels = cellsOf(page, '.channels').map((cells) => Number(cells[2]!.replaceAll(',', '')));
    expect(channels).toHaveLength(7);
    expect(channels.reduce((sum, count) => sum + count, 0)).toBe(n);
  });

  it.each([
    ['zh', '满意度等级', /^在 32 个省级政府中列第 \d+ 位$/],
    ['en', 'Satisfaction level', /^rank \d+ of 32 provincial governments$/],
  ])(
    'heads the table of levels by what it holds and says the rank in words, in %s',
    async (lang, level, rank) => {
      const page = await site().page(`/units/981100?lang=${lang}`);
      expect(wordsOf(page.querySelector('table.levels thead th'))).toBe(level);
      expect(wordsOf(page.querySelector('.facts dd small'))).toMatch(rank);
    },
  );

  it('says 404 for a code that is no unit', async () => {
    const response = await site().get('/units/999999');
    expect(response.status).toBe(404);
    expect(response.text).toContain('999999');
  });
});

describe('the explanation of an indicator', () => {
  it('adds its contributions up to the overall score', async () => {
    const page = await site().page('/units/981101/indicators/goodRate');
    const unit = measurePeriod(site().store, knowledge, period).units.find(({ code }) => code === '981101')!;
    const tables = page.querySelectorAll('.explained');
    expect(tables).toHaveLength(3);
    for (const table of tables) {
      const parts = table
        .querySelectorAll('tbody tr')
        .map((row) => row.querySelectorAll('td').at(-1)?.text)
        // What has no data adds nothing.
        .map((part) => (part === '无数据' ? 0 : Number(part)));
      const sum = Number(table.querySelectorAll('tfoot td').at(-1)?.text);
      expect(parts.reduce((total, part) => total + part, 0)).toBeCloseTo(sum, 2);
    }
    expect(wordsOf(tables[0]!.querySelector('tfoot'))).toContain(unit.overall!.score.toFixed(2));
  });

  it('prints the value with the digits that it takes to work the score out again', async () => {
    const page = await site().page('/units/981101/indicators/goodRate?lang=en');
    const working = wordsOf(page.querySelectorAll('.working span').at(-1)!);
    const found = /^\(([\d.]+) − ([\d.]+)\) ÷ \(([\d.]+) − \2\) × 100 = ([\d.]+),/.exec(working);
    const [value, from, to, score] = (found ?? []).slice(1).map(Number);
    expect((((value ?? 0) - (from ?? 0)) / ((to ?? 0) - (from ?? 0))) * 100).toBeCloseTo(score ?? 0, 2);
  });

  it('shows queries that give the counts', async () => {
    const page = await site().page('/units/981101/indicators/goodRate');
    const shown = page.querySelectorAll('pre').map((query) => query.text.trim());
    const rows = site()
      .store.db.prepare<[], { level: number; n: number }>(shown[0]!.replace('sum(n)', 'sum(n) AS n'))
      .all();
    const good = rows.reduce((sum, { level, n }) => sum + (level >= 3 ? n : 0), 0);
    const unit = measurePeriod(site().store, knowledge, period).units.find(({ code }) => code === '981101')!;
    expect(good).toBe(unit.indicators.find(({ id }) => id === 'goodRate')!.numerator);
  });

  it('runs every query it shows, for every indicator of both methods', async () => {
    for (const code of ['981100', '981101']) {
      const { indicators } = measurePeriod(site().store, knowledge, period).units.find(
        (unit) => unit.code === code,
      )!;
      for (const { id } of indicators) {
        const page = await site().page(`/units/${code}/indicators/${id}`);
        for (const query of page.querySelectorAll('pre')) {
          expect(() => site().store.db.prepare(query.text).all(), `${id}: ${query.text}`).not.toThrow();
        }
      }
    }
  });

  it('says 404 for an indicator that is none', async () => {
    expect((await site().get('/units/981101/indicators/nothing')).status).toBe(404);
    // A dimension has an explanation and no counts of its own.
    expect((await site().get('/units/981101/indicators/maturity')).status).toBe(404);
  });
});
