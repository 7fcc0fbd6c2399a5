import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { closeStore, openStore, openTruth } from '../../src/store/open.ts';
import { ratingCells } from '../../src/store/read/cells.ts';
import { knowledge, simulate, tiny, tinyUnits, unitAt, useScratch } from '../builders.ts';
import { cellsOf, useSite, wordsOf } from './fixture.ts';

const scratch = useScratch();
const mixed = useSite(scratch, { empty: true });
const wholly = useSite(scratch, { empty: true });
const fiction = ['990000', '990100', '991000'];
const scenario = tiny({ units: [...tinyUnits, ...fiction], casesPerYear: 12_000 });
const why = '虚构单位与参评单位并列时，不参加排名';

beforeAll(async () => {
  const { store, runStarter } = mixed();
  await simulate(store, scratch.truth(store), { scenario });
  mkdirSync(runStarter.folder, { recursive: true });
  const other = openStore(join(runStarter.folder, 'other.db'));
  const truth = openTruth(other.file);
  await simulate(other, truth, { scenario, seed: 8 });
  closeStore(truth);
  closeStore(other);
  const only = wholly().store;
  const names = { names: 'fictional', units: fiction };
  await simulate(only, scratch.truth(only), { scenario: tiny(names) });
});

const measurement = (): Measurement => measurePeriod(mixed().store, knowledge, parsePeriod('2025-03'));
const ratingsOf = (units: readonly string[]): number =>
  ratingCells(mixed().store, parsePeriod('2025-03'), units.map(unitAt)).reduce((sum, { n }) => sum + n, 0);

describe('fictional units beside assessed ones', () => {
  it('stand in a table of their own on the overview, which says why they are not ranked', async () => {
    const page = await mixed().page('/');
    const tables = page.querySelectorAll('.ranking').map((table) => table.id);
    expect(tables).toEqual(['provinces', 'cities', 'fictional']);
    for (const id of ['#provinces', '#cities'])
      for (const row of page.querySelectorAll(`${id} tbody tr`))
        expect(row.getAttribute('data-code')).toMatch(/^98/);
    const rows = cellsOf(page, '#fictional');
    expect(rows.map((cells) => cells.slice(0, 2))).toEqual([
      ['云湖（虚构）', '省级政府'],
      ['云州（虚构）', '重点城市'],
      ['松岭（虚构）', '省级政府'],
    ]);
    const [first] = measurement().units.filter(({ code }) => code === '990000');
    expect(rows[0]?.[2]).toBe(first?.overall?.score.toFixed(2));
    const words = wordsOf(page.querySelector('main'));
    expect(words).toContain(why);
    expect(words).toContain('虚构单位（不排名，不划分能力水平，不计入平均值）（模拟）');
    expect(wordsOf((await mixed().page('/?lang=en')).querySelector('main'))).toContain(
      'Beside assessed units, fictional ones have no rank and no capability level',
    );
  });

  it('are in no number of units, mean, band count or region of the overview', async () => {
    const page = await mixed().page('/');
    const words = wordsOf(page.querySelector('main'));
    expect(words).toContain('计算 32 个省级政府和 32 个重点城市的指数');
    expect(words).toContain('4 / 64');
    const counted = cellsOf(page, '#bands').map((cells) => Number(cells[2]));
    expect(counted.reduce((sum, n) => sum + n)).toBe(32);
    expect(cellsOf(page, '.regions').map(([name]) => name)).toEqual([
      ...Array.from({ length: 7 }, (_, i) => `区域${String(i + 1)}`),
      '2 个参评单位平均值',
    ]);
  });

  it('come last in the file of the ranking, without rank and band, and JSON names them', async () => {
    const { text } = await mixed().get('/files/ranking.csv');
    const lines = text.trim().split(/\r?\n/).slice(-3);
    expect(lines.map((line) => line.split(',').slice(0, 3).join())).toEqual([
      'province,,990000',
      'city,,990100',
      'province,,991000',
    ]);
    for (const line of lines) expect(line.split(',')[6]).toBe('');
    const { body } = await mixed().get('/api/results.json');
    expect(body).toMatchObject({ unranked: { units: fiction, reason: expect.stringContaining(why) } });
  });

  it('have a page with their figures, that says why there is no rank', async () => {
    const page = await mixed().page('/units/990000');
    expect(page.querySelectorAll('main .facts dd').map(wordsOf).slice(0, 2)).toEqual(['不适用', '不适用']);
    expect(wordsOf(page.querySelector('main'))).toContain(why);
    expect(wordsOf((await mixed().page('/units/981100')).querySelector('main'))).not.toContain(why);
    // Its other key city has no results here.
    expect(page.querySelectorAll('.related:not(.further) a').map(wordsOf)).toEqual(['云州（虚构）']);
  });

  it('count in no sum over all units', async () => {
    /** Sum of a column over the rows of a file that begin like this. */
    const sumOf = async (path: string, begin: RegExp, column: number): Promise<number> => {
      const { text } = await mixed().get(path);
      const rows = text.split(/\r?\n/).filter((line) => begin.test(line));
      return rows.reduce((sum, row) => sum + Number(row.split(',').at(column)), 0);
    };
    expect(await sumOf('/files/channels.csv', /^channel,/, 4)).toBe(ratingsOf(tinyUnits));
    expect(await sumOf('/files/channels.csv?unit=991000', /^channel,/, 4)).toBe(ratingsOf(['991000']));
    const sum = async (units: readonly string[]): Promise<number> => {
      const each = units.map((unit) => sumOf(`/files/items.csv?unit=${unit}`, /^\d{12},/, -7));
      return (await Promise.all(each)).reduce((total, n) => total + n);
    };
    // A province’s records are those of its key cities too.
    expect(await sumOf('/files/items.csv', /^\d{12},/, -7)).toBe(await sum(['981100', '982400']));
    expect(await sum(['990000', '991000'])).toBeGreaterThan(0);
  });

  it('do not move the mean difference of two editions', async () => {
    const page = await mixed().page('/editions?lang=en');
    const rows = cellsOf(page, '#editions');
    expect(rows.length).toBe(4);
    const differences = rows.filter(([, , , , rank]) => rank !== '—').map((row) => Number(row[3]));
    const mean = differences.reduce((sum, one) => sum + one, 0) / differences.length;
    const said = /mean difference of the scores is ([+−][\d.]+)\./.exec(wordsOf(page.querySelector('main')));
    expect(Number(said?.[1]?.replace('−', '-'))).toBeCloseTo(mean, 1);
  });

  it('are not among the units whose changes are tested together, and can be compared in pairs', async () => {
    const { body } = await mixed().get('/api/changes.json?figure=overall&a=981100&b=990000');
    const codes = (body.units as { readonly code: string }[]).map(({ code }) => code);
    expect([codes.length, codes.filter((code) => fiction.includes(code))]).toEqual([32, []]);
    expect(body.difference).toMatchObject({ a: '981100', b: '990000' });
    const alone = (await wholly().get('/api/changes.json')).body.units as { readonly code: string }[];
    expect(alone.map(({ code }) => code)).toEqual(['990000', '991000']);
  });

  it('are compared between two runs in a table of their own', async () => {
    const page = await mixed().page('/runs/compare?a=1&b=other/1');
    expect(
      cellsOf(page, '.moved')
        .map(([name]) => name)
        .sort(),
    ).toEqual(
      measurement()
        .units.filter(({ rank }) => rank !== null)
        .map(({ name }) => name)
        .sort(),
    );
    expect(cellsOf(page, '#fictional').map(([name]) => name)).toEqual([
      '云湖（虚构）',
      '云州（虚构）',
      '松岭（虚构）',
    ]);
    expect(wordsOf(page.querySelector('main'))).toContain(why);
  });
});

describe('a world of fictional units only', () => {
  it('is ranked like any other, in no other table', async () => {
    const page = await wholly().page('/');
    expect(page.querySelectorAll('.ranking').map((table) => table.id)).toEqual(['provinces', 'cities']);
    expect(page.querySelectorAll('#provinces td.rank').map(wordsOf).sort()).toEqual(['1', '2']);
    expect(wordsOf(page.querySelector('main'))).not.toContain(why);
    expect((await wholly().get('/api/results.json')).body).toMatchObject({ unranked: null });
  });
});
