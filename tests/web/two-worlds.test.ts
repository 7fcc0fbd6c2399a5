import { describe, expect, it } from 'vitest';
import type { TwoWorlds } from '../../src/jobs/audit/two-worlds.ts';
import type { JudgedSign } from '../../src/audit/two-worlds/judge-signs.ts';
import { useScratch } from '../builders.ts';
import { cellsOf, useSite, wordsOf } from './fixture.ts';

// No data of the database are shown, so it has none.
const site = useSite(useScratch(), { empty: true });
const numberIn = (text = ''): number => Number(text.replace('−', '-').replaceAll(/[,%+<]/g, ''));
const path = '/laboratory/two-worlds';
const document = async (query: string): Promise<Omit<TwoWorlds, 'judged'> & { signs: JudgedSign[] }> =>
  JSON.parse((await site().get(`/api${path}.json${query}`)).text) as Omit<TwoWorlds, 'judged'> & {
    signs: JudgedSign[];
  };

describe(path, { timeout: 120_000 }, () => {
  it('says on its first line what it is for, and puts nothing on a real place', async () => {
    const page = await site().page(`${path}?lang=zh`);
    expect(page.querySelector('.page-head p')!.text).toBe('以下为方法研究假设，用于识别和防范。');
    const text = wordsOf(page.querySelector('main'));
    expect(text).toContain('省份19');
    // The real name stands in the source of the published counts alone.
    const sources = page.querySelectorAll('main p').filter((one) => one.text.includes('广东'));
    expect(sources).toHaveLength(1);
    expect(sources[0]!.text).toMatch(/^公布数字的来源/);
    for (const heading of page.querySelectorAll('main caption')) expect(heading.text).toContain('模拟');
  });

  it('shows counts that hold the published ones in both worlds, as the document has them', async () => {
    const { felt, bent } = await document('');
    const rows = cellsOf(await site().page(`${path}?lang=en`), '#equal-counts').filter(
      (row) => row.length > 5,
    );
    expect(rows).toHaveLength(12);
    for (const [i, row] of rows.entries()) {
      const [of, other] = [felt.rows[i]!, bent.rows[i]!];
      expect(row.at(-1)).toBe('inside both');
      expect([of.inside, other.inside]).toEqual([true, true]);
      const scale = of.group === 'ratio' ? 1 : 100;
      for (const [cell, value] of [
        [row[1], of.published],
        [row[2], of.simulated],
        [row[4], other.simulated],
      ] as const)
        expect(numberIn(cell) / scale).toBeCloseTo(value!, 3);
    }
  });

  it('shows parts that add up to the gap of each world', async () => {
    const page = await site().page(`${path}?lang=en`);
    const rows = cellsOf(page, '#gap-parts').filter((row) => row.length === 3);
    const sums = page.querySelectorAll('#gap-parts tfoot td').map((cell) => numberIn(cell.text));
    const { felt, bent } = await document('');
    for (const [i, { gap }] of [felt, bent].entries()) {
      expect(sums[i]).toBeCloseTo(gap.gap!, 4);
      const inner = rows.slice(1).filter(([name]) => !/^(Mean|Sum)/.test(name!));
      const sum = inner.reduce((total, row) => total + numberIn(row[i + 1]), 0);
      expect(Math.abs(sum - sums[i]!)).toBeLessThan(0.0001 * rows.length);
    }
    expect(felt.gap.felt! - bent.gap.felt!).toBeGreaterThan(0.2);
    expect(Math.abs(felt.gap.published! - bent.gap.published!)).toBeLessThan(0.01);
  });

  it('names only what differs significantly, and lists all else with its p', async () => {
    for (const n of [400, 2500]) {
      const { signs } = await document(`?n=${String(n)}`);
      const page = await site().page(`${path}?lang=en&n=${String(n)}`);
      const apart = cellsOf(page, '#signs-apart').filter((row) => row.length === 8);
      const alike = cellsOf(page, '#signs-alike').filter((row) => row.length === 8);
      expect(apart.length + alike.length).toBe(signs.length);
      expect(apart.length).toBe(signs.filter(({ tellsApart }) => tellsApart).length);
      for (const row of apart) expect(numberIn(row.at(-1))).toBeLessThan(0.05);
      for (const row of alike) expect(numberIn(row.at(-1))).toBeGreaterThanOrEqual(0.05);
      const survey = page.querySelectorAll('#sign-survey td').map((cell) => cell.text);
      expect([survey[1], survey[3]]).toEqual([n, n].map((one) => one.toLocaleString('en')));
      // Corrected for the number of tests: no p is smaller than it was.
      for (const { p, adjusted } of signs) expect(adjusted!).toBeGreaterThanOrEqual(p!);
    }
  });

  it('refuses a seed or a number of people that it does not have', async () => {
    for (const [query, field] of [
      ['seed=0', 'seed'],
      ['seed=21', 'seed'],
      ['n=401', 'n'],
    ] as const) {
      const answer = await site().get(`${path}?lang=en&${query}`);
      expect([answer.status, answer.text.includes(`parameter ${field} has the value`)]).toEqual([400, true]);
    }
  });
});
