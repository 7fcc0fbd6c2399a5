import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../src/model/time/period.ts';
import { taskRatingCells } from '../../src/store/read/cells.ts';
import { useScratch } from '../builders.ts';
import { cellsOf, hostile, useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());
const number = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''));

describe('the item page', () => {
  it('adds up to all first ratings over its pages', async () => {
    let sum = 0;
    let path: string | undefined = '/items';
    while (path !== undefined) {
      const page = await site().page(path);
      sum += cellsOf(page, '.items').reduce((total, cells) => total + number(cells[4]), 0);
      path = page.querySelector('.pager a[rel="next"]')?.getAttribute('href')?.replaceAll('&amp;', '&');
    }
    const cells = taskRatingCells(site().store, parsePeriod('2025-03'));
    expect(sum).toBe(cells.reduce((total, { n }) => total + n, 0));
  });

  it('finds by name and by code, and narrows by department, type and unit', async () => {
    const byName = await site().page(`/items?q=${encodeURIComponent('社会保障卡')}`);
    const rows = cellsOf(byName, '.items');
    expect(rows.length).toBeGreaterThan(0);
    for (const [name] of rows) expect(name).toContain('社会保障卡');
    const code = byName.querySelector('.items tbody code')!.text;
    expect(cellsOf(await site().page(`/items?q=${code}`), '.items')).toHaveLength(1);
    const department = await site().page('/items?department=public-security&type=07&unit=981100');
    for (const cells of cellsOf(department, '.items')) expect(cells[1]).toBe('行政确认');
  });

  it('gives no share where too few were rated', async () => {
    const page = await site().page('/items?sort=ratings&order=asc');
    const few = cellsOf(page, '.items').filter((cells) => number(cells[5]) < 30);
    expect(few.length).toBeGreaterThan(0);
    for (const cells of few) expect(cells[7]).toBe('无数据');
  });

  it('prints a hostile name as text', async () => {
    const response = await site().get(`/items?q=${encodeURIComponent('<script>')}`);
    expect(response.text).not.toContain('<script>alert');
    expect(response.text).toContain('&lt;script&gt;alert');
    const file = await site().get(`/files/items.csv?q=${encodeURIComponent('<script>')}`);
    expect(file.text).toContain(`"${hostile.replaceAll('"', '""')}"`);
  });

  it.each([
    ['/items?sort=nothing', 'sort'],
    ['/items?page=0', 'page'],
    ['/items?page=9999', 'page'],
    ['/items?page=x', 'page'],
    ['/items?unit=1', 'unit'],
    ['/items?type=zz', 'type'],
    [`/items?q=${'a'.repeat(61)}`, 'q'],
  ])('refuses %s and names the field', async (path, field) => {
    const response = await site().get(path);
    expect(response.status).toBe(400);
    expect(response.text).toContain(`参数 ${field} `);
  });
});

describe('the channel page', () => {
  it('adds up to the same total by channel, by place and by level', async () => {
    const page = await site().page('/channels');
    const total = (id: string): number => cellsOf(page, id).reduce((sum, cells) => sum + number(cells[1]), 0);
    expect(total('#by-channel')).toBeGreaterThan(0);
    expect(total('#by-place')).toBe(total('#by-channel'));
    expect(cellsOf(page, '.channels').reduce((sum, cells) => sum + number(cells[2]), 0)).toBe(
      total('#by-channel'),
    );
  });

  it('narrows to a unit, and refuses one that is none', async () => {
    const page = await site().page('/channels?unit=981100');
    expect(wordsOf(page.querySelector('main'))).toContain('范围：省份11');
    expect((await site().get('/channels?unit=x')).status).toBe(400);
  });
});
