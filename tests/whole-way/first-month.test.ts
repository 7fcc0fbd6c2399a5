import { expect, it } from 'vitest';
import { evenScenarios, firstMonthAway } from './first-month.ts';

/** So many that the clusters of one seed, which a standard error of single cases knows nothing of, do not tell. */
const seeds = Array.from({ length: 12 }, (_, i) => i + 1);

// Forty in tests/prove/first-month.prove.ts.
it.each(evenScenarios)('the first month of %s is like the later ones', async (_, scenario) => {
  const away = await firstMonthAway(scenario, seeds);
  for (const [share, errors] of Object.entries(away)) expect(Math.abs(errors), share).toBeLessThan(2);
});
