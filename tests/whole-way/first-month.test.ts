import { expect, it } from 'vitest';
import { evenScenarios, firstMonthAway } from './first-month.ts';

// Twenty seeds in tests/prove/first-month.prove.ts.
it.each(evenScenarios)('the first month of %s is like the later ones', async (_, scenario) => {
  const away = await firstMonthAway(scenario, [1, 2, 3]);
  for (const [share, errors] of Object.entries(away)) expect(Math.abs(errors), share).toBeLessThan(2);
});
