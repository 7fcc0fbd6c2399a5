import { beforeAll, describe, expect, it } from 'vitest';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import { bandIds, measurementSchema, type Measurement } from '../../src/model/measurement.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { dimensionIds } from '../../src/model/reference.ts';
import { knowledge, simulate, tiny, useScratch } from '../builders.ts';
import { cellsOf, useSite, wordsOf } from './fixture.ts';

const scratch = useScratch();
const site = useSite(scratch);
const empty = useSite(scratch, { empty: true });
const fewUnits = useSite(scratch, { empty: true });
const realNames = useSite(scratch, { empty: true });

beforeAll(async () => {
  const { store } = realNames();
  const scenario = tiny({ names: 'real', targets: 'national-series', units: 'all', casesPerYear: 300 });
  await simulate(store, scratch.truth(store), { scenario });
});

const measurement = (): Measurement => measurePeriod(site().store, knowledge, parsePeriod('2025-03'));
const two = (value: number | null | undefined): string => value?.toFixed(2) ?? '无数据';

describe('the overview', () => {
  it('lists every unit with its figures of the measurement', async () => {
    const page = await site().page('/');
    const rows = page.querySelectorAll('.ranking tbody tr');
    expect(rows).toHaveLength(64);
    expect(new Set(rows.map((row) => row.getAttribute('data-code')))).toHaveProperty('size', 64);
    for (const unit of measurement().units) {
      const row = rows.find((one) => one.getAttribute('data-code') === unit.code);
      const words = wordsOf(row ?? null);
      expect(words).toContain(unit.name);
      expect(words).toContain(two(unit.overall?.score));
      for (const id of dimensionIds) expect(words).toContain(two(unit.dimensions[id]?.score));
    }
  });

  it('prints the means and the band counts of the group asked for', async () => {
    for (const kind of ['province', 'city'] as const) {
      const page = await site().page(`/?kind=${kind}`);
      const { means, bands } = measurement();
      const words = wordsOf(page.querySelector('section[aria-labelledby="dimension-heading"]'));
      for (const id of dimensionIds) expect(words).toContain(two(means[kind][id]));
      const counted = cellsOf(page, '#bands').map((cells) => cells[2]);
      expect(counted.slice(0, 4)).toEqual(bandIds.map((band) => String(bands[kind][band])));
    }
  });

  it('leads from each assessed tile to its unit, and from the others nowhere', async () => {
    const page = await realNames().page('/');
    expect(page.querySelectorAll('.tile-map a')).toHaveLength(32);
    const unassessed = page.querySelectorAll('.tile-map g');
    expect(unassessed.map(wordsOf).join()).toMatch(/台湾省.*香港特别行政区.*澳门特别行政区/);
    for (const tile of unassessed) expect(wordsOf(tile)).toContain('不在评估范围');
    expect(wordsOf(page.querySelector('main'))).toContain('方格排列图（非地图）');
  });

  it('arranges the tiles of a world under invented names by number, and has no others', async () => {
    const page = await site().page('/');
    const tiles = page.querySelectorAll('.tile-map a');
    expect(tiles.map((tile) => tile.querySelector('.tile-name')?.text)).toEqual(
      Array.from({ length: 32 }, (_, i) => `省份${String(i + 1).padStart(2, '0')}`),
    );
    expect(page.querySelectorAll('.tile-map g')).toHaveLength(0);
    expect(wordsOf(page.querySelector('main'))).toContain('名称和代码均为编造，不代表任何地区');
    expect(wordsOf((await site().page('/?lang=en')).querySelector('main'))).not.toContain('Guangdong');
  });

  it('sorts by the column asked for, and turns the order on the next click', async () => {
    const page = await site().page('/?sort=maturity');
    const scores = cellsOf(page, '#provinces').map((cells) => Number(cells[7]));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const heading = page.querySelector('#provinces th[aria-sort]');
    expect(heading?.getAttribute('aria-sort')).toBe('descending');
    expect(heading?.querySelector('a')?.getAttribute('href')).toContain('order=asc');
    const turned = await site().page('/?sort=maturity&order=asc');
    expect(cellsOf(turned, '#provinces').map((cells) => Number(cells[7]))).toEqual(scores.reverse());
  });

  it('keeps the state of the address in its links', async () => {
    const page = await site().page('/?lang=en&period=2025-Q1&sort=name');
    const links = page.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '');
    for (const link of links) {
      expect(link).toContain('lang=en');
      expect(link).toContain('period=2025-Q1');
    }
  });

  it('answers on an empty database, with 64 units and no figures', async () => {
    const page = await empty().page('/');
    expect(page.querySelectorAll('.ranking tbody tr')).toHaveLength(64);
    expect(wordsOf(page.querySelector('.callout'))).toContain('数据库为空');
    expect(wordsOf(page.querySelector('.facts'))).toContain('0 / 64');
  });

  it('says so where the period has no data', async () => {
    const page = await site().page('/?period=2019');
    expect(wordsOf(page.querySelector('.callout'))).toContain(
      '2019 没有服务和评价数据，只有按事项清单统计的指标有数值',
    );
  });

  it('says of the Corps that it is included only where it is', async () => {
    const { store } = fewUnits();
    const scenario = tiny({ units: ['990000', '990100'], casesPerYear: 20_000 });
    await simulate(store, scratch.truth(store), { scenario });
    for (const lang of ['zh', 'en']) {
      const corps = /新疆生产建设兵团|Corps/;
      expect(wordsOf((await realNames().page(`/?lang=${lang}`)).querySelector('.lead'))).toMatch(corps);
      expect(wordsOf((await fewUnits().page(`/?lang=${lang}`)).querySelector('main'))).not.toMatch(corps);
    }
  });

  it('hands out the measurement as it is stored', async () => {
    const { notice, unpublished, unranked, notAssessed, ...document } = (
      await site().get('/api/results.json')
    ).body;
    expect(notice).toContain('模拟数据');
    expect([unpublished, unranked, notAssessed]).toEqual([null, null, null]);
    expect(measurementSchema.parse(document)).toEqual(measurement());
  });
});
