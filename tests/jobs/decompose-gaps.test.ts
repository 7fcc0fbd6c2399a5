import { beforeAll, describe, expect, it } from 'vitest';
import { decomposeGaps, type DecomposedGaps } from '../../src/jobs/audit/decompose-gaps.ts';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import type { Store } from '../../src/store/open.ts';
import { knowledge, simulate, tiny, useScratch } from '../builders.ts';

const scratch = useScratch();
let store: Store;
let gaps: DecomposedGaps;

/** What a single reason gives: the only parts that may differ from 0 beside those of every run. */
async function gapsOf(given: Readonly<Record<string, unknown>>): Promise<DecomposedGaps> {
  const own = scratch.store();
  await simulate(own, scratch.truth(own), { scenario: tiny({ casesPerYear: 20_000, ...given }) });
  return decomposeGaps(own, knowledge)!;
}
const valueOf = ({ all }: DecomposedGaps, part: string): number =>
  all.steps.find((step) => step.part === part)!.value;

beforeAll(async () => {
  store = scratch.store();
  const units = ['990000', '990100', '990200', '330000', '330100'];
  const rates = { A1: 0.1, A2: 0.1, A3: 0.05, A4: 0.05, A6: 0.01, A9: 0.02, A11: 0.02, A12: 0.02, A13: 0.5 };
  const defects = Object.entries(rates).map(([id, rate]) => ({ id, rate }));
  await simulate(store, scratch.truth(store), {
    scenario: tiny({
      units,
      casesPerYear: 30_000,
      defects: defects.map((one) => ({ ...one, units: ['990000', '990100', '990200'] })),
    }),
  });
  gaps = decomposeGaps(store, knowledge)!;
});

describe('the gap between published and felt', () => {
  it('is the sum of its parts within 1e-9, of every unit and of all', () => {
    expect(gaps.units.length).toBeGreaterThan(3);
    for (const { gap } of [{ gap: gaps.all }, ...gaps.units]) {
      const sum = gap.steps.reduce((total, { value }) => total + value, 0);
      expect(Math.abs(sum - gap.gap!)).toBeLessThan(1e-9);
      expect(gap.steps.at(-1)!.mean).toBe(gap.published);
    }
  });

  it('ends at the mean score that the results publish', () => {
    const { units } = measurePeriod(store, knowledge, parsePeriod('2025'));
    for (const { code, gap } of gaps.units) {
      const shown = units
        .find((unit) => unit.code === code)!
        .indicators.find(({ id }) => id === 'meanScore')!;
      if (shown.value !== null) expect(shown.value).toBeCloseTo(gap.published!, 9);
    }
  });

  it('never counts a rating that is not there', () => {
    for (const { gap } of gaps.units)
      for (const { part, levels } of gap.steps)
        for (const n of levels) expect(n, part).toBeGreaterThanOrEqual(0);
  });

  it('names manipulation where there is some', () => {
    const fiction = gaps.units.find(({ code }) => code === '990000')!.gap;
    const parts = fiction.steps.filter(({ value }) => value !== 0).map(({ part }) => part);
    for (const part of ['withheld', 'staff', 'script', 'malicious']) expect(parts).toContain(part);
  });

  it('has the part of what a scenario changes, with its sign', async () => {
    const honest = await gapsOf({
      answering: { retained: { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 }, defaulting: { share: 0 } },
    });
    expect([valueOf(honest, 'lifted'), valueOf(honest, 'automatic')]).toEqual([0, 0]);
    const usual = await gapsOf({});
    expect(valueOf(usual, 'lifted')).toBeGreaterThan(0);
    // Every rating of a clean run is found in the store, as it was submitted.
    for (const part of ['unrecorded', 'changed', 'other']) expect(valueOf(usual, part), part).toBe(0);
    expect(valueOf(usual, 'automatic')).toBeGreaterThan(0);
  });

  it('moves a rank from felt to published by the shifts of its groups', () => {
    for (const ranks of Object.values(gaps.ranks))
      for (const { felt, published, shifts, method } of ranks) {
        expect(Object.values(shifts).reduce((sum, n) => sum + n, felt)).toBe(published);
        expect(published).toBeGreaterThanOrEqual(method.low);
        expect(published).toBeLessThanOrEqual(method.high);
      }
  });

  it('is unknown without a truth', () => {
    expect(decomposeGaps(scratch.store(), knowledge)).toBeNull();
  });
});
