import { describe, expect, it } from 'vitest';
import { compareNational } from '../../src/jobs/measure/compare-targets.ts';
import { simulateScenario } from '../../src/jobs/simulate/simulate-scenario.ts';
import { readScenario, readTargets } from '../../src/store/reference.ts';
import { clock, knowledge, useScratch } from '../builders.ts';

const scratch = useScratch();

describe('the shipped national series', () => {
  it('meets its targets with a seed that no calibration has seen', async () => {
    const store = scratch.store();
    await simulateScenario(
      store,
      scratch.truth(store),
      // Results come from counts: the rows are not looked at.
      {
        scenario: readScenario('national-series'),
        seed: 41,
        threads: 2,
        programVersion: 'test',
        keepRows: false,
      },
      knowledge,
      clock,
    );
    const targets = readTargets('national-series');
    if (targets.kind !== 'series') throw new Error('national-series is no series');
    const missed = targets.years.flatMap((year) =>
      compareNational(store, knowledge, year).filter(({ inside }) => inside !== true),
    );
    expect(missed).toEqual([]);
  }, 600_000);
});
