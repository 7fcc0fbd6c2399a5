import { describe, expect, it } from 'vitest';
import { useScratch } from '../builders.ts';
import { useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());

describe('the changes page', () => {
  it('says in both languages that a period without data before it cannot be compared', async () => {
    const [first] = site().store.db.prepare('SELECT min(month) FROM rating_rollup').pluck().all();
    const month = `${String(2000 + Math.floor(Number(first) / 12))}-${String((Number(first) % 12) + 1).padStart(2, '0')}`;
    expect(wordsOf(await site().page(`/changes?period=${month}`))).toContain('没有数据，无法比较');
    expect(wordsOf(await site().page(`/changes?period=${month}&lang=en`))).toContain(
      'nothing can be compared',
    );
  });

  it('tests the difference of the two units that the address names', async () => {
    const page = await site().page('/changes?lang=en');
    const [a, b] = page
      .querySelectorAll('select#a option')
      .map((option) => option.getAttribute('value') ?? '');
    const words = wordsOf(await site().page(`/changes?lang=en&a=${b!}&b=${a!}`));
    const there = /(\d+\.\d+)%; .*difference ([+−]?\d+\.\d+) percentage points/;
    const back = there.exec(wordsOf(page));
    if (back === null) expect(words).toContain('there is no test');
    else expect(there.exec(words)?.[2]?.replace(/^[+−]/, '')).toBe(back[2]?.replace(/^[+−]/, ''));
  });

  it.each([
    ['kind=planet', 'kind'],
    ['figure=joy', 'figure'],
    ['a=nobody', 'a'],
  ])('refuses %s and names the field', async (query, field) => {
    const answer = await site().get(`/changes?lang=en&${query}`);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(field);
  });

  it('gives every unit of its kind in the file', async () => {
    const file = await site().get('/files/changes.csv?kind=city');
    const lines = file.text.split('\n').filter((line) => /^\d{6},/.test(line));
    const page = await site().page('/changes?kind=city');
    expect(lines.length).toBe(page.querySelectorAll('select#a option').length);
    expect(lines.length).toBeGreaterThan(30);
  });
});
