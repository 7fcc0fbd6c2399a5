import { describe, expect, it } from 'vitest';
import { compareNational } from '../../src/jobs/measure/compare-targets.ts';
import { readScenario, readTargets } from '../../src/store/reference.ts';
import { knowledge, simulate, useScratch } from '../builders.ts';

const scratch = useScratch();

describe('the shipped national scenarios', () => {
  it.each([
    ['national-2021', 41],
    ['national-2019', 32],
  ] as const)(
    '%s meets its targets with seed %d, which no calibration has seen',
    async (name, seed) => {
      const store = scratch.store();
      await simulate(store, scratch.truth(store), {
        ...{ scenario: readScenario(name), seed, threads: 2 },
        // Results come from counts: the rows are not looked at.
        keepRows: false,
      });
      const targets = readTargets(name);
      if (targets.kind !== 'national') throw new Error(`${name} is no national report`);
      const missed = compareNational(store, knowledge, targets).filter(({ inside }) => inside !== true);
      expect(missed).toEqual([]);
    },
    120_000,
  );
});
