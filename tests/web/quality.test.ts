import { beforeAll, describe, expect, it } from 'vitest';
import { validityNames } from '../../src/model/quality-report.ts';
import { realismIds } from '../../src/model/realism/realism-range.ts';
import { readScenario } from '../../src/store/reference.ts';
import { simulate, useScratch } from '../builders.ts';
import { cellsOf, useSite, wordsOf } from './fixture.ts';

const scratch = useScratch();
const site = useSite(scratch);
const empty = useSite(scratch, { empty: true });

describe('the page of a run’s quality', () => {
  it('is linked from its row of the page of runs', async () => {
    const page = await site().page('/runs?lang=en');
    const links = page.querySelectorAll('.runs a').map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/runs/2/quality?lang=en', '/runs/1/quality?lang=en']);
  });

  it('gives every check, every line with its verdict, and how much was looked at', async () => {
    const page = await site().page('/runs/1/quality');
    expect(cellsOf(page, '.quality-checks')).toHaveLength(validityNames.length);
    const lines = page.querySelectorAll('.quality-lines tr[data-line]');
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(wordsOf(line)).toMatch(/相符|不符|数量不足/);
    const words = wordsOf(page.querySelector('main'));
    expect(words).toContain('有效');
    expect(words).toMatch(/抽查 [\d,]+ 条服务记录/);
    expect(words).toContain('Holm');
  });

  it('keeps the truth in a part of its own, labelled', async () => {
    const page = await site().page('/runs/1/quality');
    const truth = page.querySelector('.quality-truth')!;
    expect(wordsOf(truth.querySelector('h2'))).toBe('四、真值（不进入任何结果）');
    expect(wordsOf(truth)).toContain('如实提交');
    truth.remove();
    expect(wordsOf(page.querySelector('main'))).not.toContain('如实提交');
  });

  it.each([
    ['zh', '三、逼真度', /^(✓ ?)?(范围内|范围外|数量不足)$/],
    ['en', '3. Realism', /^(inside|outside|too few)$/],
  ])('gives the realism in a part of its own with a link to it, in %s', async (lang, heading, verdict) => {
    const page = await site().page(`/runs/1/quality?lang=${lang}`);
    const part = page.querySelector('#realism')!;
    expect(wordsOf(part.querySelector('h2'))).toBe(heading);
    expect(part.querySelector('a')?.getAttribute('href')).toBe(`/runs/1/quality?lang=${lang}#realism`);
    const rows = cellsOf(page, '.quality-realism');
    expect(rows).toHaveLength(realismIds.length);
    for (const [name, judged = '', value, range, n, source] of rows) {
      expect(judged).toMatch(verdict);
      for (const cell of [name, value, range, n, source]) expect(cell).not.toBe('');
    }
    for (const id of realismIds) expect(part.querySelector(`#realism-${id}`), id).not.toBeNull();
    // Each source is printed once, and every row leads to its own.
    const links = part.querySelectorAll('.quality-realism a').map((link) => link.getAttribute('href') ?? '');
    expect(links).toHaveLength(realismIds.length);
    for (const link of links) expect(wordsOf(part.querySelector(`.sources ${link}`)), link).toMatch(/.{20}/);
    if (lang === 'en') expect(wordsOf(part)).not.toMatch(/\p{Script=Han}/u);
    // The page has a sample: what needs all rows says nothing there.
    expect(rows.at(-1)?.slice(2, 3)).toEqual(['—']);
  });

  it('rests each table on one basis and says which', async () => {
    const page = await site().page('/runs/1/quality?lang=en');
    const captions = page.querySelectorAll('table:not(.unseen table):not(.sources) caption').map(wordsOf);
    for (const caption of captions) expect(caption).toMatch(/[Bb]asis: |the whole run/);
    const sample = /Basis: the sample of [\d,]+ service records and [\d,]+ ratings/;
    const levels = page
      .querySelectorAll('.quality-truth table')
      .filter((table) => /levels/i.test(wordsOf(table.querySelector('caption'))));
    expect(
      levels.map((table) => [
        table.querySelectorAll('thead th').length,
        sample.test(wordsOf(table.querySelector('caption'))),
      ]),
    ).toEqual([
      [3, false],
      [2, true],
    ]);
    // What was not looked at is not “0 looked at, 0 wrong”.
    const rows = cellsOf(page, '.quality-checks');
    expect(rows.find(([name]) => name === 'As many rows as the run says')?.slice(1, 3)).toEqual(['—', '—']);
    expect(rows.filter(([, checked]) => checked === '0')).toEqual([]);
  });

  it('has no likeness for collected records', async () => {
    const page = await site().page('/runs/2/quality?lang=en');
    expect(wordsOf(page.querySelector('main'))).toContain('Collected records have no scenario');
    expect(page.querySelector('.quality-lines')).toBeNull();
    // They were all checked, so there is no command that checks more of them.
    expect(wordsOf(page.querySelector('main'))).toMatch(
      /All \d+ service records and \d+ ratings were checked/,
    );
    expect(page.querySelector('.command')).toBeNull();
  });

  it.each(['/runs/9/quality', '/runs/x/quality', '/runs/0/quality'])('%s does not exist', async (path) => {
    expect((await site().get(path)).status).toBe(404);
  });
});

describe('the page of a run in which cases have a whole life', () => {
  beforeAll(async () => {
    const { store } = empty();
    const scenario = { ...readScenario('case-life'), to: '2025-03-31' };
    await simulate(store, scratch.truth(store), { scenario });
  });

  it('has its rectifications counted on the pages of runs', async () => {
    const { store } = empty();
    const n = String(store.db.prepare('SELECT count(*) FROM rectification').pluck().get());
    expect(Number(n)).toBeGreaterThan(100);
    const runs = await empty().page('/runs?lang=en');
    expect(wordsOf(runs.querySelector('main'))).toContain(`ratings and ${n} rectifications`);
    expect(cellsOf(runs, '.runs')[0]![6]).toBe(n);
    const compared = await empty().page('/runs/compare?a=1&b=1&lang=en');
    const row = cellsOf(compared, '#counts').find(([name]) => name?.startsWith('Rectifications'));
    expect(row?.slice(1, 3)).toEqual([n, n]);
  });

  it.each([
    ['zh', /公布值/, ['办件量（4）', '办件（9）', '评价（15）', '差评整改（4）']],
    [
      'en',
      /Published figure|\p{Script=Han}/u,
      ['Volumes (4)', 'Cases (9)', 'Ratings (15)', 'Rectification of bad ratings (4)'],
    ],
  ])('names every line, and folds its distributions by group, in %s', async (lang, unnamed, groups) => {
    const page = await empty().page(`/runs/1/quality?lang=${lang}`);
    const names = page.querySelectorAll('.quality-lines tr[data-line] th').map(wordsOf);
    expect(names.length).toBeGreaterThan(45);
    for (const name of names) expect(name).not.toMatch(unnamed);
    expect(page.querySelectorAll('details:not([open]) summary').map(wordsOf)).toEqual(groups);
    expect(page.querySelectorAll('.quality-distribution')).toHaveLength(32);
  });
});
