import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../src/model/math/interval.ts';
import { underRegime } from '../../src/model/scenario/check-scenario.ts';
import { closeStore, openStore, openTruth } from '../../src/store/open.ts';
import { reference, simulate, tiny, tinyUnits, unitAt, useScratch } from '../builders.ts';
import { cellsOf, parsePage, useSite, wordsOf } from './fixture.ts';

const scratch = useScratch();
const site = useSite(scratch, { empty: true });
const scenario = tiny({ casesPerYear: 40_000 });

/** Makes a run in a database of the folder, as a run started from a page would. */
async function make(name: string, given: Parameters<typeof simulate>[2]): Promise<void> {
  const store = openStore(join(site().runStarter.folder, `${name}.db`));
  const truth = openTruth(store.file);
  await simulate(store, truth, given);
  closeStore(truth);
  closeStore(store);
}

beforeAll(async () => {
  const regime = reference.regimes.find(({ id }) => id === 'prompted')!;
  const { store } = site();
  await simulate(store, scratch.truth(store), { scenario });
  mkdirSync(site().runStarter.folder, { recursive: true });
  await make('same-7', { scenario });
  await make('prompted-7', { scenario: underRegime(scenario, regime) });
  await make('few-7', { scenario: tiny({ casesPerYear: 120, units: ['330100', '520100'] }) });
  const units = reference.units.filter(({ fictional }) => !fictional).map(({ code }) => code);
  await make('more-7', { scenario: tiny({ casesPerYear: 6000, units }) });
  await make('part-7', { scenario });
  const part = openStore(join(site().runStarter.folder, 'part-7.db'));
  part.db.exec('UPDATE run SET parts = 9, parts_done = 4');
  closeStore(part);
  await make('counted-7', { scenario, keepRows: false });
  writeFileSync(
    join(site().runStarter.folder, 'broken-7.db'),
    'no database at all, only some words that are long enough to be read',
  );
});

const cellAt = (rows: string[][], name: string): string[] => rows.find(([first]) => first === name) ?? [];

describe('the page of runs', () => {
  it('lists the served database first, then those of the folder, and what cannot be read', async () => {
    const page = await site().page('/runs?lang=en');
    expect(page.querySelectorAll('.runs .run-name').map(wordsOf)).toEqual([
      'this site #1',
      'counted-7 #1',
      'few-7 #1',
      'more-7 #1',
      'part-7 #1',
      'prompted-7 #1',
      'same-7 #1',
    ]);
    expect(cellsOf(page, '.runs').map((cells) => cells[1])).toContain(
      'tiny Prompting at the window and pre-selected stars',
    );
    const said = wordsOf(page.querySelector('main'));
    expect(said).toContain('broken-7: broken-7.db is not a usable SQLite database');
    // Visitors need not know where it lies.
    expect(said).not.toContain(site().runStarter.folder);
    expect(page.querySelectorAll('#run-a option').map((one) => one.getAttribute('value'))).toEqual([
      '1',
      'counted-7/1',
      'few-7/1',
      'more-7/1',
      'part-7/1',
      'prompted-7/1',
      'same-7/1',
    ]);
  });

  it('says of a run what is missing of it', async () => {
    const rows = cellsOf(await site().page('/runs?lang=en'), '.runs');
    expect(rows.map(([run]) => run)).toEqual([
      'this site #1 simulation Quality report 1',
      'counted-7 #1 simulation rows not kept',
      'few-7 #1 simulation',
      'more-7 #1 simulation',
      'part-7 #1 simulation unfinished (4 of 9 parts)',
      'prompted-7 #1 simulation',
      'same-7 #1 simulation',
    ]);
  });
});

describe('two runs compared', () => {
  it('of one scenario and seed differ in nothing', async () => {
    const page = await site().page('/runs/compare?a=1&b=same-7/1&lang=en');
    expect(wordsOf(page.querySelector('main'))).toContain('Both runs have the same scenario');
    expect(page.querySelectorAll('.apart')).toHaveLength(0);
    for (const [, , , , moved] of cellsOf(page, '.moved')) expect(moved).toBe('same');
    expect(cellsOf(page, '.moved')).toHaveLength(4);
  });

  it('say that one is unfinished, whichever side it stands on', async () => {
    const said = 'The run of part-7 is unfinished (4 of 9 parts)';
    for (const sides of ['a=1&b=part-7/1', 'a=part-7/1&b=1']) {
      const page = await site().page(`/runs/compare?${sides}&lang=en`);
      expect(wordsOf(page.querySelector('main'))).toContain(said);
    }
    const whole = await site().page('/runs/compare?a=1&b=same-7/1&lang=en');
    expect(wordsOf(whole.querySelector('main'))).not.toContain('unfinished');
  });

  it('show what differs: settings, shares with intervals, scores and ranks', async () => {
    const page = await site().page('/runs/compare?a=1&b=prompted-7/1&lang=en');
    const settings = page.querySelectorAll('.settings tbody tr code').map((code) => code.text);
    expect(settings).toContain('regime');
    expect(settings).toContain('answering.pressed');
    expect(settings.every((path) => path === 'regime' || path.startsWith('answering.'))).toBe(true);

    const { store } = site();
    const levels = store.db.prepare('SELECT level, sum(n) AS n FROM rating_rollup GROUP BY level').all() as {
      level: number;
      n: number;
    }[];
    const all = levels.reduce((sum, { n }) => sum + n, 0);
    const five = levels.find(({ level }) => level === 5)!.n;
    const { low, high } = wilsonInterval(five, all);
    const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
    const row = cellAt(cellsOf(page, '#levels'), 'Very satisfied');
    expect(row[1]).toBe(`${percent(five / all)}${percent(low)}–${percent(high)}`);
    expect(row[4]).toBe('differs');
    expect(row[3]).toMatch(/^\+\d/);
    const counts = cellsOf(page, '#counts');
    const [services, ratings] = ['Services', 'Ratings'].map((name) =>
      Number(cellAt(counts, name)[1]!.replace(',', '')),
    );
    expect(cellAt(counts, 'Ratings per service')[1]).toBe((ratings! / services!).toFixed(3));
    expect(cellAt(counts, 'Seed')[4]).toBe('—');
    expect(cellAt(counts, 'Refused').slice(1, 3)).toEqual(['0', '0']);
    expect(page.querySelectorAll('svg.chart').length).toBeGreaterThanOrEqual(4);

    const names = reference.places.coded.units
      .filter((_, unit) => tinyUnits.map(unitAt).includes(unit))
      .map(({ nameEn }) => nameEn);
    const moved = cellsOf(page, '.moved');
    expect(moved.map(([name]) => name).sort()).toEqual(names.sort());
  });

  it('rank only the units that both measured', async () => {
    const page = await site().page('/runs/compare?a=1&b=more-7/1');
    const moved = cellsOf(page, '.moved');
    expect(moved).toHaveLength(4);
    // Two provinces and two cities: nobody can be third, however many others the second run has.
    for (const [, , a, b] of moved) for (const rank of [a, b]) expect(['1', '2']).toContain(rank);
  });

  it('give no figure where there are too few counts', async () => {
    const page = await site().page('/runs/compare?a=1&b=few-7/1&lang=en');
    const rows = cellsOf(page, '#levels');
    const ratings = Number(cellAt(cellsOf(page, '#counts'), 'Ratings')[2]);
    expect(ratings).toBeGreaterThan(5);
    expect(ratings).toBeLessThan(30);
    expect(rows.map((cells) => cells[2])).toEqual(rows.map(() => 'no data'));
    for (const cells of rows) expect(cells.slice(3)).toEqual(['—', 'cannot be told']);
    expect(wordsOf(page.querySelector('#results-heading')?.parentNode ?? null)).toContain(
      'No unit has an overall index in both',
    );
  });

  it('are asked for by names that exist', async () => {
    for (const wrong of ['2', 'broken-7/1', '../same-7/1', 'same-7/9', 'same-7']) {
      const response = await site().get(`/runs/compare?a=1&b=${encodeURIComponent(wrong)}&lang=en`);
      expect(response.status, wrong).toBe(400);
      expect(wordsOf(parsePage(response.text).querySelector('.message'))).toContain('page of runs lists');
    }
    const page = await site().page('/runs/compare?a=1');
    expect(page.querySelector('#counts')).toBeNull();
    expect(page.querySelectorAll('#run-b option')).toHaveLength(7);
  });

  it('write nothing', async () => {
    const file = join(site().runStarter.folder, 'same-7.db');
    const store = openStore(file, { readonly: true });
    const before = store.db.prepare('SELECT count(*) FROM measurement').pluck().get();
    await site().page('/runs/compare?a=same-7/1&b=prompted-7/1');
    expect(store.db.prepare('SELECT count(*) FROM measurement').pluck().get()).toBe(before);
    closeStore(store);
  });
});
