import { describe, expect, it } from 'vitest';
import { expectedRecords, firstScenario, lacksYears } from '../../src/jobs/simulate/first-start.ts';
import { runsOfScenario } from '../../src/model/scenario/years.ts';
import { aService, collect, knowledge, simulate, tiny, useScratch } from '../builders.ts';

const scratch = useScratch();

/** Two years of some days each, with other qualities. */
const years = tiny({
  from: '2024-12-20',
  to: '2025-01-10',
  casesPerYear: 2000,
  quality: { years: { '2024': { units: {} }, '2025': { units: {} } } },
});
const [first, second] = runsOfScenario(years);

describe('the scenario of a first start', () => {
  it('has five years of more than two million records each', () => {
    const { scenario } = firstScenario();
    expect(runsOfScenario(scenario).map(({ from }) => from.slice(0, 4))).toEqual([
      '2017',
      '2018',
      '2019',
      '2020',
      '2021',
    ]);
    expect(expectedRecords(scenario, knowledge)).toBeGreaterThan(10e6);
  });
});

describe('a database that a first start fills', () => {
  it('is empty, or holds some of the years and nothing else', async () => {
    const store = scratch.store();
    expect(lacksYears(store, years, 7)).toBe(true);
    const truth = scratch.truth(store);
    await simulate(store, truth, { scenario: first!, seed: 7 });
    expect(lacksYears(store, years, 7)).toBe(true);
    expect(lacksYears(store, years, 8)).toBe(false);
    expect(lacksYears(store, { ...years, casesPerYear: 2001 }, 7)).toBe(false);
    await simulate(store, truth, { scenario: second!, seed: 7 });
    expect(lacksYears(store, years, 7)).toBe(false);
  });

  it('is not one with records of others', async () => {
    const store = scratch.store();
    await collect(store, [aService()]);
    expect(lacksYears(store, years, 7)).toBe(false);
  });
});
