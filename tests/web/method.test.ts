import { describe, expect, it } from 'vitest';
import { compareTargets } from '../../src/jobs/measure/compare-targets.ts';
import { readNationalTargets, readMonthTargets } from '../../src/store/reference.ts';
import { knowledge, reference, useScratch } from '../builders.ts';
import { cellsOf, useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());

describe('the method page', () => {
  it.each(['province', 'city'] as const)('shows every indicator of the %s method, marked', async (kind) => {
    const page = await site().page(`/method?kind=${kind}`);
    const method = knowledge.methods[kind];
    for (const { groups } of method.dimensions) {
      for (const indicator of groups.flatMap(({ indicators }) => indicators)) {
        const row = page.querySelector(`tr#${indicator.id}`);
        expect(wordsOf(row)).toContain(indicator.name);
        expect(wordsOf(row)).toContain('÷');
        expect(wordsOf(row)).toContain(indicator.assumption ? '假设' : '有出处');
      }
    }
  });

  it('gives effective weights that sum to one', async () => {
    const page = await site().page('/method');
    const weights = page
      .querySelectorAll('.method-tree tbody tr[id]:not(.dimension-row)')
      .map((row) => Number.parseFloat(row.querySelectorAll('td')[1]!.text));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 0);
  });

  it('lists every assumption with its reason', async () => {
    const words = wordsOf(await site().page('/method?lang=en'));
    for (const method of [knowledge.methods.province, knowledge.methods.city]) {
      for (const dimension of method.dimensions)
        if (dimension.assumption) expect(words).toContain(dimension.reasonEn);
      expect(words).toContain(method.bands.reasonEn);
    }
  });
});

describe('the page of published figures', () => {
  it('prints both sides of every comparison', async () => {
    const page = await site().page('/targets');
    for (const published of readMonthTargets()) {
      const { rows } = compareTargets(site().store, reference, published);
      expect(cellsOf(page, '.targets').filter((cells) => cells.length === 5)).toHaveLength(rows.length);
    }
  });

  it('sets the published national means beside the simulated ones', async () => {
    const words = wordsOf(await site().page('/targets'));
    const means = readNationalTargets().flatMap((targets) => Object.values(targets.means ?? {}));
    expect(means).toHaveLength(6);
    for (const mean of means) expect(words).toContain(mean.toFixed(2));
  });
});
