import { expect, it } from 'vitest';
import { evenScenarios, firstMonthAway } from '../whole-way/first-month.ts';

const SEEDS = 20;

it.each(evenScenarios)(
  'the first month of %s is like the later ones, over many seeds',
  async (_, scenario) => {
    const seeds = Array.from({ length: SEEDS }, (_, i) => 1 + i);
    const away = await firstMonthAway(scenario, seeds);
    for (const [share, errors] of Object.entries(away)) expect(Math.abs(errors), share).toBeLessThan(2);
  },
  120_000,
);
