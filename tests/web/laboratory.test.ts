import { describe, expect, it } from 'vitest';
import { useScratch } from '../builders.ts';
import { cellsOf, useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());
const empty = useSite(useScratch(), { empty: true });
const numberIn = (text = ''): number => Number(text.replace('−', '-').replaceAll(',', ''));

describe('/laboratory', () => {
  it('says on its first line what it is for', async () => {
    const page = await site().page('/laboratory?lang=zh');
    expect(page.querySelector('.page-head p')!.text).toBe('以下为方法研究假设，用于识别和防范。');
  });

  it('shows parts that add up to the gap, of all and of a unit', async () => {
    for (const address of ['/laboratory?lang=en', '/laboratory?lang=en&unit=981100']) {
      const page = await site().page(address);
      const rows = cellsOf(page, '#gap-parts');
      const sum = rows.slice(1).reduce((total, [, value]) => total + numberIn(value), 0);
      const gap = numberIn(page.querySelector('#gap-parts tfoot td')?.text);
      expect(Math.abs(sum - gap)).toBeLessThan(0.0001 * rows.length);
      expect(page.querySelectorAll('figure, svg').length).toBeGreaterThan(0);
    }
  });

  it('gives each ranked unit its error budget', async () => {
    const page = await site().page('/laboratory?lang=en');
    for (const [unit, felt, ...rest] of cellsOf(page, 'table.rank-budget')) {
      const shifts = rest.slice(0, 5).map(numberIn);
      expect(
        shifts.reduce((sum, n) => sum + n, numberIn(felt)),
        unit,
      ).toBe(numberIn(rest[5]));
    }
  });

  it('says so where there is no truth, and names a unit that is none', async () => {
    const nothing = await empty().page('/laboratory?lang=en');
    expect(wordsOf(nothing.querySelector('main'))).toContain('There is no truth');
    expect((await site().get('/laboratory?unit=999999')).status).toBe(400);
  });
});
