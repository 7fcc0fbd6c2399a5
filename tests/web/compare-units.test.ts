import { describe, expect, it } from 'vitest';
import type { Measurement } from '../../src/model/measurement.ts';
import { useScratch } from '../builders.ts';
import { cellsOf, parsePage, useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());

interface Differences {
  readonly kind: string;
  readonly periods: readonly {
    readonly period: string;
    readonly units: readonly { readonly code: string }[];
  }[];
  readonly differences: readonly {
    readonly figure: string;
    readonly a: { readonly code: string; readonly period: string };
    readonly b: { readonly code: string; readonly period: string };
    readonly tested: { readonly value: number; readonly p: number } | null;
    readonly pAdjusted: number | null;
  }[];
}
const document = async (query: string): Promise<Differences> =>
  (await site().get(`/api/compare.json?${query}`)).body as Differences;

const provinces = async (n: number): Promise<string[]> => {
  const { units } = (await site().get('/api/results.json')).body as Measurement;
  return units
    .filter(({ kind }) => kind === 'province')
    .slice(0, n)
    .map(({ code }) => code);
};

describe('units side by side', () => {
  it('asks for units first, and offers those of the kind and the periods with data', async () => {
    const page = await site().page('/compare?kind=city&lang=en');
    expect(wordsOf(page.querySelector('main'))).toContain('Choose units above');
    const { units } = (await site().get('/api/results.json')).body as Measurement;
    const offered = page.querySelectorAll('input[name="units"]').map((one) => one.getAttribute('value'));
    expect(offered).toEqual(units.filter(({ kind }) => kind === 'city').map(({ code }) => code));
    const periods = page.querySelectorAll('input[name="periods"]').map((one) => one.getAttribute('value'));
    expect(periods).toContain('2025-03');
    expect(page.querySelectorAll('table')).toHaveLength(0);
  });

  it('puts scores of several units beside one another, as their results have them', async () => {
    const codes = await provinces(3);
    const { units } = (await site().get('/api/results.json')).body as Measurement;
    const rows = cellsOf(await site().page(`/compare?units=${codes.join(',')}`), '#beside');
    expect(rows).toHaveLength(7);
    codes.forEach((code, i) => {
      const unit = units.find((one) => one.code === code)!;
      expect(rows[0]![i + 1]).toContain(unit.overall!.score.toFixed(2));
      expect(rows[1]![i + 1]).toMatch(new RegExp(`^${String(unit.rank)}\\b`));
      expect(rows[6]![i + 1]).toContain(unit.dimensions.accuracy!.score.toFixed(2));
    });
  });

  it('leads from each column to how its figure came about in the period of that column', async () => {
    const [a, b] = await provinces(2);
    const page = await site().page(`/compare?units=${a!},${b!}&periods=2025-03,2025&period=2025-Q1`);
    const headings = page.querySelectorAll('#beside thead tr:last-child th').map(wordsOf);
    const columns = headings.slice(-4).map((period, i) => ({ unit: i < 2 ? a! : b!, period }));
    expect(columns.map(({ period }) => period)).toEqual(['2025', '2025-03', '2025', '2025-03']);
    for (const row of page.querySelectorAll('#beside tbody tr')) {
      const led = row.querySelectorAll('td').map((cell) => {
        const href = cell.querySelector('a')?.getAttribute('href');
        if (href === undefined) return undefined;
        const { searchParams } = new URL(href, 'http://site');
        return { unit: searchParams.get('unit'), period: searchParams.get('period') };
      });
      expect(led).toEqual(columns.map((column, i) => led[i] && column));
      expect(led.some((one) => one !== undefined)).toBe(true);
    }
  });

  it('says the same for a form, which repeats its field, as for a link', async () => {
    const [a, b] = await provinces(2);
    const main = async (query: string): Promise<string> =>
      wordsOf((await site().page(`/compare?${query}`)).querySelector('#beside'));
    expect(await main(`units=${a!}&units=${b!}&detail=dimensions`)).toBe(await main(`units=${a!},${b!}`));
  });

  it('tests each unit against the first, as the page of differences does', async () => {
    const [a, b, c] = await provinces(3);
    const { differences } = await document(`units=${a!},${b!},${c!}`);
    expect(differences).toHaveLength(6 * 2);
    const one = differences.find(({ figure, b: other }) => figure === 'overall' && other.code === b)!;
    const changes = (await site().get(`/api/changes.json?figure=overall&a=${b!}&b=${a!}`)).body as {
      readonly difference: { readonly value: number; readonly p: number } | null;
    };
    expect(one.tested?.value).toBe(changes.difference?.value);
    expect(one.tested?.p).toBe(changes.difference?.p);
    if (one.tested !== null) expect(one.pAdjusted).toBeGreaterThanOrEqual(one.tested.p);
  });

  it('puts periods of a unit beside one another in the order of time, and tests none that share months', async () => {
    const [code] = await provinces(1);
    const { periods, differences } = await document(`units=${code!}&periods=2025,2025-03`);
    expect(periods.map(({ period }) => period)).toEqual(['2025', '2025-03']);
    expect(differences.map(({ tested }) => tested)).toEqual(Array(6).fill(null));
    const page = await site().page(`/compare?units=${code!}&periods=2025-03,2025&lang=en`);
    expect(page.querySelectorAll('#beside thead tr')[1]!.querySelectorAll('th').map(wordsOf)).toEqual([
      '2025',
      '2025-03',
    ]);
    expect(wordsOf(page.querySelector('#changes'))).toContain('not tested');
  });

  it('shows indicators on demand, each leading to its counts', async () => {
    const [code] = await provinces(1);
    const page = await site().page(`/compare?units=${code!}&detail=indicators&lang=en`);
    const links = page.querySelectorAll('#indicators td a').map((link) => link.getAttribute('href')!);
    expect(links.length).toBeGreaterThan(20);
    await site().page(links[0]!.replaceAll('&amp;', '&'));
    expect((await site().page(`/compare?units=${code!}`)).querySelector('#indicators')).toBeNull();
  });

  it('gives the same figures as a file', async () => {
    const codes = await provinces(2);
    const { text } = await site().get(`/files/compare.csv?units=${codes.join(',')}`);
    const lines = text.split('\r\n').filter((line) => line.startsWith('province,'));
    expect(lines).toHaveLength(codes.length * 6);
    const { units } = (await site().get('/api/results.json')).body as Measurement;
    const first = units.find(({ code }) => code === codes[0])!;
    expect(lines[0]!.split(',').slice(-2)).toEqual([String(first.overall!.score), String(first.rank ?? '')]);
  });

  it('is reached from the page of a unit', async () => {
    const [code] = await provinces(1);
    const links = (await site().page(`/units/${code!}`)).querySelectorAll('.further a');
    const link = links.map((one) => one.getAttribute('href')!).find((href) => href.startsWith('/compare'))!;
    expect(wordsOf((await site().page(link.replaceAll('&amp;', '&'))).querySelector('#beside'))).not.toBe('');
  });

  it.each([
    ['units=123456', /units.*123456.*\/units/],
    ['units=981100&periods=2025-3', /periods.*2025-3”.*2025-Q3/],
    ['units=981100&periods=2031', /periods.*2031.*data/],
    ['units=981100,981101', /units.*981101.*same kind/],
    ['periods=2025,2025-Q1,2025-01,2025-02,2025-03,2025-04', /periods.*5 periods at most.*6/],
    ['units=1,2,3,4,5,6,7,8,9', /units.*8 units at most.*9/],
    ['detail=all', /detail.*all.*indicators/],
    ['kind=planet', /kind.*planet/],
  ])('refuses %s and names field, value and rule', async (query, said) => {
    for (const path of ['/compare', '/files/compare.csv']) {
      if (path !== '/compare' && query.startsWith('detail')) continue;
      const response = await site().get(`${path}?${query}&lang=en`);
      expect(response.status, path).toBe(400);
      expect(wordsOf(parsePage(response.text).querySelector('.message'))).toMatch(said);
    }
  });
});
