import { describe, expect, it } from 'vitest';
import { tablesOfHtml } from '../export/report/read-forms.ts';
import { useScratch } from '../builders.ts';
import { cellsOf, useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());
const unit = '981100';
const number = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''));

describe('the lost points of a unit', () => {
  it('sum to 100 less its overall index, the most first', async () => {
    const page = await site().page(`/units/${unit}/tasks?lang=en`);
    const rows = cellsOf(page, '.tasks');
    const lost = rows.slice(0, -1).map((row) => number(row[5]));
    const sum = rows.at(-1)!;
    expect(lost.length).toBeGreaterThan(5);
    expect(lost).toEqual(lost.toSorted((a, b) => b - a));
    expect(Math.abs(number(sum[5]) - (100 - number(sum[4])))).toBeLessThan(0.011);
    expect(wordsOf(page.querySelector('.lead'))).toContain(sum[4]!);
  });

  it('are those of the file and of the report', async () => {
    const file = (await site().get(`/files/tasks.csv?unit=${unit}&lang=zh`)).text;
    const ofFile = file
      .trimEnd()
      .split('\r\n')
      .slice(-(cellsOf(await site().page(`/units/${unit}/tasks`), '.tasks').length - 1))
      .map((line) => line.split(','));
    const page = cellsOf(await site().page(`/units/${unit}/tasks?lang=zh`), '.tasks').slice(0, -1);
    expect(ofFile.map(([, name]) => name)).toEqual(page.map(([name]) => name));
    for (const [i, row] of ofFile.entries())
      expect(Math.abs(Number(row[6]) - number(page[i]![5]))).toBeLessThan(0.005001);
    const report = tablesOfHtml((await site().get('/files/report.html?period=2025&lang=zh')).text);
    const name = report.get('tasks-province')!.map(([of]) => of);
    expect(name).toContain(wordsOf((await site().page(`/units/${unit}/tasks`)).querySelector('.eyebrow')));
  });

  it('are those of a unit that exists; in the file of all where none is named', async () => {
    const all = (await site().get('/files/tasks.csv')).text;
    for (const code of [unit, '981101']) expect(all).toContain(`\r\n${code},`);
    expect((await site().get('/files/tasks.csv?unit=1')).status).toBe(400);
    expect((await site().get('/units/123456/tasks')).status).toBe(404);
  });

  it('are led to from the page of the unit', async () => {
    const page = await site().page(`/units/${unit}?lang=en`);
    const links = page.querySelectorAll('a').map((link) => link.getAttribute('href') ?? '');
    expect(links.some((href) => href.startsWith(`/units/${unit}/tasks`))).toBe(true);
  });
});
