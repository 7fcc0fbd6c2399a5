import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Measurement } from '../../src/model/measurement.ts';
import { closeStore, openTruth } from '../../src/store/open.ts';
import { createApp } from '../../src/web/app.ts';
import { reference, simulate, tiny, useScratch } from '../builders.ts';
import { cellsOf, depsOf, FILLING, parsePage, prepare, wordsOf } from './fixture.ts';

/** Pages on a database that reaches over the end of a year. */

const scratch = useScratch();
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  const store = scratch.store();
  const truth = openTruth(store.file);
  const units = reference.units.filter(({ fictional }) => !fictional).slice(0, 6);
  const scenario = tiny({
    units: units.map(({ code }) => code),
    from: '2024-12-01',
    to: '2025-01-31',
    casesPerYear: 20_000,
  });
  await simulate(store, truth, { scenario });
  closeStore(truth);
  await prepare(store);
  app = createApp(depsOf(store));
}, FILLING);

const get = async (path: string): Promise<request.Response> => {
  const response = await request(app).get(path);
  expect(response.status, path).toBe(200);
  return response;
};
const page = async (path: string) => parsePage((await get(path)).text);
const measured = async (period: string): Promise<Measurement> =>
  (await get(`/api/results.json?period=${period}`)).body as Measurement;
const printed = (value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : value.toFixed(2);

describe('two years with data', () => {
  it('stand side by side on the page of a unit, with their results', async () => {
    const years = [await measured('2024'), await measured('2025')];
    const unit = years[0]!.units.find(({ overall }) => overall !== null)!;
    const shown = await page(`/units/${unit.code}?lang=en`);
    const rows = cellsOf(shown, '#years');
    expect(rows.map(([year]) => year)).toEqual(['2024 (1 mo.)', '2025 (1 mo.)']);
    years.forEach(({ units }, i) => {
      const then = units.find(({ code }) => code === unit.code)!;
      expect(rows[i]![1]).toBe(printed(then.overall?.score));
      expect(rows[i]![3]).toBe(String(then.rank ?? '—'));
      expect(rows[i]!.at(-1)).toBe(printed(then.dimensions.accuracy?.score));
    });
    const charts = shown.querySelectorAll('svg.year-intervals');
    expect(charts).toHaveLength(6);
    expect(wordsOf(charts[0]!.querySelector('desc'))).toContain(`2024 ${rows[0]![1]!}`);
    expect(wordsOf(shown.querySelector('svg.rank-slopes desc'))).toContain(`2025 ${rows[1]![3]!}`);
  });

  it('stand side by side on the page of a region', async () => {
    const years = [await measured('2024'), await measured('2025')];
    const region = years[0]!.regions[0]!;
    const rows = cellsOf(await page(`/regions/${region.id}`), '#years');
    expect(rows[1]!.slice(1)).toEqual(
      years.map(({ regions }) => printed(regions.find(({ id }) => id === region.id)?.province.overall)),
    );
    expect(rows[0]!.slice(1)).toEqual(years.map(({ means }) => printed(means.province.overall)));
  });

  it('are compared from one to the next, with a test', async () => {
    const { units } = await measured('2024');
    const unit = units.find(({ overall }) => overall !== null)!;
    const shown = await page(`/compare?units=${unit.code}&periods=2025,2024&lang=en`);
    expect(shown.querySelectorAll('#beside thead tr')[1]!.querySelectorAll('th').map(wordsOf)).toEqual([
      '2024',
      '2025',
    ]);
    const { body } = await get(`/api/compare.json?units=${unit.code}&periods=2024,2025`);
    const [change] = (body as { differences: { figure: string; tested: { value: number } | null }[] })
      .differences;
    const after = (await measured('2025')).units.find(({ code }) => code === unit.code)!;
    expect(change!.tested?.value).toBeCloseTo(after.overall!.score - unit.overall!.score, 9);
    const link = (await page(`/units/${unit.code}`))
      .querySelectorAll('.further a')
      .map((one) => one.getAttribute('href')!)
      .find((href) => href.startsWith('/compare'));
    expect(decodeURIComponent(link!)).toContain('periods=2025,2024');
  });

  it('are in the choice of periods, newest first', async () => {
    const options = (await page('/items?lang=en')).querySelectorAll('#period option').map(wordsOf);
    expect(options).toEqual(['2025 (1 mo.)', '2024 (1 mo.)', '2025-Q1', '2024-Q4', '2025-01', '2024-12']);
  });
});
