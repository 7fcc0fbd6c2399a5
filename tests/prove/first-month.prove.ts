import { expect, it } from 'vitest';
import { evenScenarios, firstMonthAway } from '../whole-way/first-month.ts';

/** Forty seeds and three standard errors find as small a difference as twenty and two, and chance alone hardly ever does. */
const SEEDS = 40;

it.each(evenScenarios)(
  'the first month of %s is like the later ones, over many seeds',
  async (_, scenario) => {
    const seeds = Array.from({ length: SEEDS }, (_, i) => 1 + i);
    const away = await firstMonthAway(scenario, seeds);
    for (const [share, errors] of Object.entries(away)) expect(Math.abs(errors), share).toBeLessThan(3);
  },
  120_000,
);
