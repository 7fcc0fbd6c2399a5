import { describe, expect, it } from 'vitest';
import { useScratch } from '../builders.ts';
import { useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());

interface Tested {
  readonly value: number;
  readonly p: number;
  readonly interval: { readonly low: number; readonly high: number };
}

interface ChangesDocument {
  readonly notice: string;
  readonly before: string;
  readonly units: readonly {
    readonly code: string;
    readonly now: number | null;
    readonly before: number | null;
    readonly change: Tested | null;
    readonly pAdjusted: number | null;
  }[];
  readonly difference: (Tested & { readonly a: string; readonly b: string }) | null;
}

const changesOf = async (query: string): Promise<ChangesDocument> =>
  (await site().get(`/api/changes.json?${query}`)).body as ChangesDocument;

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

  it.each(['overall', 'accuracy'])('compares scores as well: %s', async (figure) => {
    const page = await site().page(`/changes?lang=en&figure=${figure}`);
    expect(wordsOf(page)).toContain('Registers of items are counted in full');
    expect(page.querySelectorAll('nav.switch a[href*="figure="]').length).toBeGreaterThanOrEqual(7);
    expect(page.querySelector('a[href^="/api/changes.json"]')?.getAttribute('href')).toContain(figure);
  });

  it.each(['goodRate', 'averageScore', 'overall', 'coverage'])(
    'gives page, file and document the same figures: %s',
    async (figure) => {
      const body = await changesOf(`figure=${figure}&kind=city`);
      expect(body).toMatchObject({ kind: 'city', figure });
      expect(body.notice).toContain('模拟数据');
      const file = (await site().get(`/files/changes.csv?figure=${figure}&kind=city`)).text;
      const lines = file.split('\r\n').filter((line) => /^\d{6},/.test(line));
      expect(lines.map((line) => line.split(',')[0])).toEqual(body.units.map(({ code }) => code));
      for (const [i, line] of lines.entries()) {
        const { now, before, change, pAdjusted } = body.units[i]!;
        const cell = (value: number | null | undefined): string => String(value ?? '');
        const printed = [change?.value, change?.interval.low, change?.interval.high, change?.p, pAdjusted];
        expect(line.split(',').slice(-9)).toEqual([
          figure,
          ...[now, before].map(cell),
          body.before,
          ...printed.map(cell),
        ]);
      }
    },
  );

  it('names the two units of the address in the document', async () => {
    const { difference } = await changesOf('figure=overall');
    const { a = '', b = '', value = NaN } = difference ?? {};
    expect(a).not.toBe(b);
    const back = (await changesOf(`figure=overall&a=${b}&b=${a}`)).difference;
    expect(back).toMatchObject({ a: b, b: a, value: -value });
  });
});
