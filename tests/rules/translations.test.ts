import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markdownIn, read, readmes, rowsOf } from './doc-pages.ts';

/** Pages in two languages say the same: what a program can compare of them is compared. */

describe('both READMEs', () => {
  const [english = '', chinese = ''] = readmes.map(read);
  const headings = (text: string): string[] => [...text.matchAll(/^#+(?= )/gm)].map(([marks]) => marks);
  const code = (text: string): string[] => [...text.matchAll(/^```[\s\S]*?^```$/gm)].map(([block]) => block);

  it('have the same headings, rows and code', () => {
    expect(headings(english).length).toBeGreaterThan(8);
    expect(headings(chinese)).toEqual(headings(english));
    expect(code(english).length).toBeGreaterThan(4);
    expect(code(chinese)).toEqual(code(english));
    expect([...rowsOf(chinese).keys()]).toEqual([...rowsOf(english).keys()]);
  });

  it('point to one another and say that the data are simulated', () => {
    expect(english).toContain('(README.zh-CN.md)');
    expect(chinese).toContain('(README.md)');
    for (const text of [english, chinese]) expect(text).toContain('模拟数据');
  });
});

describe('translations', () => {
  const pairs = markdownIn('docs').flatMap((chinese): [string, string][] =>
    chinese.endsWith('.zh-CN.md') ? [[chinese.replace('.zh-CN', ''), chinese]] : [],
  );
  const headings = (text: string): string[] => [...text.matchAll(/^#+(?= )/gm)].map(([marks]) => marks);
  const json = (text: string): string[] =>
    [...text.matchAll(/^```json$[\s\S]*?^```$/gm)].map(([block]) => block);
  const codeIn = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');

  /** What names the rows of a page's tables, in order: the code of the first cell that has some, or that of the whole row. */
  function rowNames(text: string): string[] {
    return text.split('\n').flatMap((line) => {
      if (!line.startsWith('| ') && !line.startsWith('| |')) return [];
      const cell = line
        .slice(2)
        .split(' | ')
        .find((one) => codeIn(one).length > 0);
      return cell === undefined ? [] : [codeIn(cell).join(', ')];
    });
  }

  it('are there of the tour, the interface and scenarios', () => {
    expect(pairs.map(([english]) => english)).toEqual(
      expect.arrayContaining(['tour', 'interface', 'scenario'].map((name) => `docs/${name}.md`)),
    );
  });

  it.each(pairs)('of %s have the same headings and JSON', (english, chinese) => {
    expect(headings(read(chinese))).toEqual(headings(read(english)));
    expect(json(read(chinese))).toEqual(json(read(english)));
    expect(read(english)).toContain(`(${basename(chinese)})`);
    expect(read(chinese)).toContain(`(${basename(english)})`);
  });

  it.each(pairs)('of %s have the same table rows', (english, chinese) => {
    const [there, here] = [rowNames(read(english)), rowNames(read(chinese))];
    const untranslated = there.filter((name) => !here.includes(name));
    expect(untranslated, `rows of ${english} that ${chinese} lacks`).toEqual([]);
    expect(
      here.filter((name) => !there.includes(name)),
      `rows that only ${chinese} has`,
    ).toEqual([]);
    expect(here).toEqual(there);
  });

  it.each(pairs)('of %s name the same fields, options and values', (english, chinese) => {
    const [there, here] = [english, chinese].map(
      (page) => new Set(codeIn(read(page).replace(/^```[\s\S]*?^```$/gm, ''))),
    );
    expect(
      [...there!].filter((code) => !here!.has(code)),
      `said in ${english} only`,
    ).toEqual([]);
    expect(
      [...here!].filter((code) => !there!.has(code)),
      `said in ${chinese} only`,
    ).toEqual([]);
  });
});
