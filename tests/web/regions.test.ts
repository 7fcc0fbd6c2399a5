import { describe, expect, it } from 'vitest';
import type { Measurement } from '../../src/model/measurement.ts';
import { useScratch } from '../builders.ts';
import { cellsOf, parsePage, useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());

const measured = async (): Promise<Measurement> =>
  (await site().get('/api/results.json')).body as Measurement;
const printed = (value: number | null): string => (value === null ? '—' : value.toFixed(2));

describe('the regions', () => {
  it('are reached from the table of the overview, by their names', async () => {
    const rows = (await site().page('/?lang=en')).querySelectorAll('table.regions tbody th');
    const links = rows.flatMap((row) => row.querySelector('a')?.getAttribute('href') ?? []);
    const { regions } = await measured();
    expect(links).toEqual(regions.map(({ id }) => `/regions/${id}?lang=en`));
    expect(rows).toHaveLength(regions.length + 1);
  });

  it('have the means of the measurement, beside those of all units', async () => {
    const page = await site().page('/regions');
    const { regions, means } = await measured();
    for (const kind of ['province', 'city'] as const) {
      const rows = cellsOf(page, `#means-${kind}`).map(([, ...cells]) => cells);
      const expected = [...regions.map((one) => one[kind]), means[kind]].map(
        ({ overall, effectiveness, maturity, completeness, coverage, accuracy }) =>
          [overall, effectiveness, maturity, completeness, coverage, accuracy].map(printed),
      );
      expect(rows).toEqual(expected);
    }
  });
});

describe('the page of a region', () => {
  it('says its means, their difference from those of all units, and the same as the overview', async () => {
    const page = await site().page('/regions/region-3');
    const { regions, means } = await measured();
    const third = regions.find(({ id }) => id === 'region-3')!;
    const rows = cellsOf(page, '#dimensions-province');
    expect(rows[0]!.slice(1)).toEqual([
      printed(third.province.effectiveness),
      printed(means.province.effectiveness),
      expect.stringMatching(/^[+−]?\d+\.\d\d$/),
    ]);
    const fact = wordsOf(page.querySelector('.facts div'));
    expect(fact).toContain(printed(third.province.overall));
    expect(fact).toContain(printed(means.province.overall));
    const overview = cellsOf(await site().page('/'), 'table.regions');
    expect(overview.map((cells) => cells[1])).toContain(printed(third.province.overall));
  });

  it('lists the units of the region and no others, with their ranks among all units', async () => {
    const page = await site().page('/regions/region-3');
    const { units } = await measured();
    for (const [id, kind] of [
      ['provinces', 'province'],
      ['cities', 'city'],
    ] as const) {
      const own = units.filter((unit) => unit.kind === kind && unit.region === 'region-3');
      const rows = page.querySelectorAll(`#${id} tbody tr`);
      expect(rows.map((row) => row.getAttribute('data-code')).sort()).toEqual(
        own.map(({ code }) => code).sort(),
      );
      for (const row of rows) {
        const unit = own.find(({ code }) => code === row.getAttribute('data-code'))!;
        expect(wordsOf(row.querySelector('.rank'))).toBe(String(unit.rank ?? '—'));
      }
    }
  });

  it('leads to the other regions with the sorting kept', async () => {
    const page = await site().page('/regions/region-3?sort=name&lang=en');
    const links = page
      .querySelectorAll('.switch a')
      .map((link) => link.getAttribute('href')!.replaceAll('&amp;', '&'));
    expect(links).toContain('/regions/region-1?sort=name&lang=en');
    expect(page.querySelectorAll('.switch [aria-current]').map(wordsOf)).toEqual([
      wordsOf(page.querySelector('h1')),
    ]);
  });

  it('that does not exist says which ones there are', async () => {
    const response = await site().get('/regions/atlantis?lang=en');
    expect(response.status).toBe(404);
    expect(wordsOf(parsePage(response.text).querySelector('.message'))).toMatch(
      /atlantis.*region-1.*region-7/,
    );
  });
});

describe('the list of units', () => {
  it('has every unit with results once, and each leads to its page', async () => {
    const page = await site().page('/units');
    const { units } = await measured();
    const links = page.querySelectorAll('.unit-list a').map((link) => link.getAttribute('href'));
    expect(links.sort()).toEqual(units.map(({ code }) => `/units/${code}`).sort());
  });
});
