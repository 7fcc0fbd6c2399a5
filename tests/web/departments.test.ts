import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../src/model/math/interval.ts';
import { placesOf } from '../../src/model/register.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { ratingCells } from '../../src/store/read/cells.ts';
import { knownRegister } from '../../src/store/read/known-register.ts';
import { reference, useScratch } from '../builders.ts';
import { cellsOf, parsePage, useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());
const number = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''));

/** The page of a province whose cities hold offices, too. */
const unit = '981100';
const places = placesOf({ units: reference.places.coded.units }, unit);
const cells = () => ratingCells(site().store, parsePeriod('2025-03'), places);

describe('departments and offices of a unit', () => {
  it('add up to the ratings of the unit, its key cities among them', async () => {
    expect(places.length).toBeGreaterThan(1);
    const page = await site().page(`/units/${unit}/departments`);
    const all = cells().reduce((sum, { n }) => sum + n, 0);
    expect(all).toBeGreaterThan(0);
    expect(cellsOf(page, '#departments').reduce((sum, row) => sum + number(row[3]), 0)).toBe(all);
    expect(cellsOf(page, '#offices').reduce((sum, row) => sum + number(row[2]), 0)).toBe(all);
  });

  it('have mean score, good-rating rate and its interval from the counts alone', async () => {
    const { offices } = knownRegister(site().store);
    const file = (await site().get(`/files/departments.csv?unit=${unit}`)).text;
    const lines = file.split('\r\n').filter((line) => line.startsWith(`${unit},department,`));
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      const [, , rank, key, ...rest] = line.split(',');
      const own = cells().filter(({ office, level }) => level > 0 && offices[office]?.department === key);
      const levelled = own.reduce((sum, { n }) => sum + n, 0);
      const good = own.reduce((sum, { n, level }) => sum + (level >= 3 ? n : 0), 0);
      const points = own.reduce((sum, { n, level }) => {
        const { score } = reference.levels.find((one) => one.level === level)!;
        return sum + n * score;
      }, 0);
      const { low, high } = wilsonInterval(good, levelled) ?? { low: NaN, high: NaN };
      const figures =
        levelled < 30 ? ['', '', '', ''] : [points / levelled, good / levelled, low, high].map(String);
      expect(rest.slice(-6)).toEqual([String(levelled), String(good), ...figures]);
      expect(rank === '').toBe(levelled < 30);
    }
  });

  it.each(['goodRate', 'averageScore'])(
    'are ranked by %s, equal figures alike, and not below the minimum',
    async (by) => {
      const page = await site().page(`/units/${unit}/departments?by=${by}`);
      for (const [id, first] of [
        ['#departments', 3],
        ['#offices', 2],
      ] as const) {
        const rows = cellsOf(page, id).map((row) => ({
          rank: row[0],
          levelled: number(row[first + 1]),
          figure: by === 'goodRate' ? row[first + 3]! : row[first + 2]!,
        }));
        for (const { rank, levelled } of rows) expect(rank === '—').toBe(levelled < 30);
        const ranked = rows.filter(({ rank }) => rank !== '—');
        ranked.slice(1).forEach((row, i) => {
          const before = ranked[i]!;
          expect(number(row.rank)).toBeGreaterThanOrEqual(number(before.rank));
          expect(number(row.rank)).toBeLessThanOrEqual(number(before.rank) + 1);
          expect(parseFloat(row.figure)).toBeLessThanOrEqual(parseFloat(before.figure));
        });
      }
    },
  );

  it('say that a period has no ratings', async () => {
    const page = await site().page(`/units/${unit}/departments?period=2030&lang=en`);
    expect(new Set(cellsOf(page, '#departments').map((row) => row[0]))).toEqual(new Set(['—']));
  });

  it('are reached from the page of the unit', async () => {
    const links = (await site().page(`/units/${unit}`)).querySelectorAll('.further a');
    expect(links.map((link) => link.getAttribute('href'))).toContain(`/units/${unit}/departments`);
  });

  it.each([
    [`/units/${unit}/departments?by=luck`, 400, 'by'],
    ['/files/departments.csv?unit=1', 400, 'unit'],
    ['/units/1/departments', 404, '1'],
  ])('refuse %s', async (path, status, named) => {
    const response = await site().get(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
    expect(response.status).toBe(status);
    expect(wordsOf(parsePage(response.text).querySelector('.message'))).toContain(named);
  });
});
