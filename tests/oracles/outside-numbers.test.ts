import { expect, it } from 'vitest';
import { describeOracle } from '../oracle.ts';
import { everyOracle } from './every-oracle.ts';

for (const { id, folder, what, tolerance, check } of everyOracle) {
  describeOracle(`outside numbers: ${id}`, folder, (read) => {
    it(`are met within ${String(tolerance)}: ${what.en}`, () => {
      const { largest, compared } = check(read);
      expect(compared).toBeGreaterThan(0);
      expect(largest).toBeLessThanOrEqual(tolerance);
    });
  });
}
