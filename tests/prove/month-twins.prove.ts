import { describe, expect, it } from 'vitest';
import { calibrateTwin } from '../../src/calibrate/calibrate-twin.ts';
import { compareTwoWorlds, twinIds, type TwoWorlds } from '../../src/jobs/audit/two-worlds.ts';
import { compareTargets } from '../../src/jobs/measure/compare-targets.ts';
import { readMonthTargets, readScenario } from '../../src/store/reference.ts';
import { clock, knowledge, reference, simulate, useScratch } from '../builders.ts';
import { bySize } from './size.ts';

const scratch = useScratch();
const [published] = readMonthTargets();
const SEEDS = bySize({ small: 3, full: 8 });
/** One count in a hundred lies outside by chance alone: as many seeds as may have one. */
const most = bySize({ small: 2, full: 6 });

/** What tells the worlds apart whichever seed they have, and what cannot, for nothing in them makes it differ. */
const named = [
  ...['survey', 'ratersAsked', 'automatic', 'tagged', 'late3Days', 'night', 'withText', 'ownChannels'],
  'lateCasesLow',
];
const equal = [...['ownTagged', 'ownDelay', 'repeatApplicants', 'upheld', 'calledBack', 'additional']];

describe('the two worlds of one published month', () => {
  const worlds: TwoWorlds[] = [];
  it('are made', { timeout: 600_000 }, async () => {
    for (let seed = 1; seed <= SEEDS; seed++)
      worlds.push(await compareTwoWorlds(seed, { knowledge, programVersion: 'test', clock }));
  });

  it.each(twinIds)('meet all counts with most seeds: %s', (twin) => {
    const met = worlds.filter((one) => one[twin].rows.every(({ inside }) => inside === true));
    expect(met.length).toBeGreaterThanOrEqual(most);
  });

  it('are told apart by the same data with all seeds but one at most', () => {
    for (const id of named) {
      const apart = worlds.filter(({ judged }) =>
        judged.every(({ signs }) => signs.find((sign) => sign.id === id)?.tellsApart === true),
      );
      expect(apart.length, id).toBeGreaterThanOrEqual(SEEDS - 1);
    }
  });

  it('are not told apart by what cannot differ, with any seed', () => {
    for (const id of equal)
      for (const { seed, judged } of worlds)
        for (const { signs } of judged)
          expect(signs.find((sign) => sign.id === id)?.tellsApart, `${id} ${String(seed)}`).toBe(false);
  });
});

describe('the bent twin', () => {
  it('is found again by the search that the command has', { timeout: 600_000 }, async () => {
    const found = await calibrateTwin(
      published!,
      readScenario('guangdong-2023-07'),
      async (scenario, seed) => {
        const store = scratch.store();
        await simulate(store, scratch.truth(store), { scenario, seed });
        return compareTargets(store, reference, published!);
      },
      knowledge,
      () => undefined,
    );
    expect(found).toEqual(readScenario('bent-2023-07'));
  });
});
