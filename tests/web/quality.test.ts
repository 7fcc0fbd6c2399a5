import { describe, expect, it } from 'vitest';
import { validityNames } from '../../src/jobs/quality-findings.ts';
import { useScratch } from '../builders.ts';
import { cellsOf, useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());

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
    expect(words).toMatch(/看了 [\d,]+ 条服务记录/);
    expect(words).toContain('Holm');
  });

  it('keeps the truth in a part of its own, labelled', async () => {
    const page = await site().page('/runs/1/quality');
    const truth = page.querySelector('.quality-truth')!;
    expect(wordsOf(truth.querySelector('h2'))).toBe('三、真值（不进入任何结果）');
    expect(wordsOf(truth)).toContain('如实提交');
    truth.remove();
    expect(wordsOf(page.querySelector('main'))).not.toContain('如实提交');
  });

  it('has no likeness for collected records', async () => {
    const page = await site().page('/runs/2/quality?lang=en');
    expect(wordsOf(page.querySelector('main'))).toContain('Collected records have no scenario');
    expect(page.querySelector('.quality-lines')).toBeNull();
  });

  it.each(['/runs/9/quality', '/runs/x/quality', '/runs/0/quality'])('%s does not exist', async (path) => {
    expect((await site().get(path)).status).toBe(404);
  });
});
