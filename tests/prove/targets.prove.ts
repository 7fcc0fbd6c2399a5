import { beforeAll, describe, expect, it } from 'vitest';
import { compareNational } from '../../src/jobs/measure/compare-targets.ts';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import { simulateScenario } from '../../src/jobs/simulate/simulate-scenario.ts';
import type { NationalTargets, TargetRow } from '../../src/model/targets.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { readScenario, readTargets } from '../../src/store/reference.ts';
import { clock, knowledge, useScratch } from '../builders.ts';
import { bySize } from './size.ts';

/** Seeds that no calibration has seen, and the years that are made with each at full volume. */
const seeds = Array.from({ length: bySize({ small: 1, full: 20 }) }, (_, i) => 6001 + i);
const years = bySize({ small: [2019], full: [2017, 2018, 2019, 2020, 2021] });

const scratch = useScratch();
const targets = seriesTargets();
const rowsOf = new Map<number, TargetRow[]>();
/** Differences of each unit of 2019 from its published score, seed by seed. */
const differences = new Map<string, number[]>();

/** The bands of 2019 follow from printed scores, some of which lie nearer to a cut than any run could tell. */
const isDecided = ({ group }: TargetRow, { year }: NationalTargets): boolean =>
  year !== 2019 || group !== 'bands';

function seriesTargets(): readonly NationalTargets[] {
  const series = readTargets('national-series');
  if (series.kind !== 'series') throw new Error('national-series is no series');
  return series.years.filter(({ year }) => years.includes(year));
}

beforeAll(async () => {
  const days = { from: `${String(years[0])}-01-01`, to: `${String(years.at(-1))}-12-31` };
  const scenario = { ...readScenario('national-series'), ...days };
  for (const seed of seeds) {
    const store = scratch.store(`seed-${String(seed)}.db`);
    await simulateScenario(
      store,
      scratch.truth(store),
      // Results come from counts: the rows are not looked at.
      { scenario, seed, threads: 2, programVersion: 'test', keepRows: false },
      knowledge,
      clock,
    );
    rowsOf.set(
      seed,
      targets.flatMap((year) =>
        compareNational(store, knowledge, year).filter((row) => isDecided(row, year)),
      ),
    );
    const { units } = measurePeriod(store, knowledge, parsePeriod('2019'));
    const published = targets.find(({ year }) => year === 2019)?.units ?? {};
    for (const [code, score] of Object.entries(published)) {
      const simulated = units.find((unit) => unit.code === code)?.overall?.score ?? NaN;
      differences.set(code, [...(differences.get(code) ?? []), simulated - score]);
    }
  }
}, 7_200_000);

describe('the national series at full volume, with seeds that no calibration has seen', () => {
  it.each(seeds)('meets the targets with seed %d', (seed) => {
    const missed = rowsOf.get(seed)?.filter(({ inside }) => inside !== true) ?? [];
    // One year of one seed may miss a small unit or two.
    expect(missed.slice(bySize({ small: 3, full: 0 }))).toEqual([]);
  });

  it('misses the published score of no unit of 2019 in one direction', () => {
    const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
    const off = [...differences].map(([code, list]) => ({ code, mean: mean(list) }));
    // One seed alone has its noise.
    const most = bySize({ small: 1, full: 0.15 });
    expect(off.filter((one) => !(Math.abs(one.mean) <= most))).toEqual([]);
  });
});
