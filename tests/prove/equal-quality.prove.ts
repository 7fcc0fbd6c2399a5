import { beforeAll, describe, expect, it } from 'vitest';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import { spearman } from '../../src/measure/correlation.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import { unitKinds, type UnitKind } from '../../src/model/reference.ts';
import type { Scenario } from '../../src/model/scenario/scenario.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { closeStore } from '../../src/store/open.ts';
import { knowledge, simulate, tiny, useScratch } from '../builders.ts';
import { bySize } from './size.ts';

const scratch = useScratch();
const SEEDS = bySize({ small: 4, full: 20 });
const PERIODS = ['2025', '2025-Q2', '2025-05'] as const;

/** All units, each as good as the next; they differ in volume alone. */
const equalWorld = (casesPerYear: number): Scenario =>
  tiny({
    units: 'all',
    from: '2025-01-01',
    to: '2025-12-31',
    casesPerYear,
    quality: {
      effectiveness: { spread: 0 },
      maturity: { mean: 0.815, spread: 0 },
      completeness: { mean: 0.9, spread: 0 },
      coverage: { mean: 0.93, spread: 0 },
      accuracy: { mean: 0.966, spread: 0 },
    },
    handling: { unitSpread: 0 },
    rectification: { chance: 0.97 },
    answering: { defaulting: { share: 0.1 } },
  });

type Results = Readonly<Record<(typeof PERIODS)[number], Measurement>>;

async function measured(casesPerYear: number, seed: number): Promise<Results> {
  const store = scratch.store(`${String(casesPerYear)}-${String(seed)}.db`);
  const truth = scratch.truth(store);
  await simulate(store, truth, { scenario: equalWorld(casesPerYear), seed, threads: 2, keepRows: false });
  const of = (period: string): Measurement => measurePeriod(store, knowledge, parsePeriod(period));
  const results = { '2025': of('2025'), '2025-Q2': of('2025-Q2'), '2025-05': of('2025-05') };
  closeStore(truth);
  closeStore(store);
  return results;
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

/** Rank correlation of the number of services with the overall score. */
function volumeAgainstScore({ units }: Measurement, kind: UnitKind): number {
  const ofKind = units.filter((unit) => unit.kind === kind);
  return spearman(
    ofKind.map(({ indicators }) => indicators.find(({ id }) => id === 'ratingRate')!.denominator),
    ofKind.map(({ overall }) => overall!.score),
  );
}

const meanOverall = (all: readonly Results[], period: (typeof PERIODS)[number], kind: UnitKind): number =>
  mean(all.map((results) => results[period].means[kind].overall!));

describe(`in a world of equal quality, over ${String(SEEDS)} seeds`, () => {
  const usual: Results[] = [];
  const large: Results[] = [];
  beforeAll(async () => {
    for (let seed = 1; seed <= SEEDS; seed++) usual.push(await measured(6500, seed));
    for (let seed = 1; seed <= SEEDS / 4; seed++) large.push(await measured(65_000, seed));
  }, 600_000);

  it.each(unitKinds)('the order of units does not follow their volume: %s', (kind) => {
    const correlations = usual.map((results) => volumeAgainstScore(results['2025'], kind));
    // A single seed has a standard deviation of 0.18; few seeds are allowed three of their mean.
    expect(Math.abs(mean(correlations))).toBeLessThan(
      bySize({ small: 0.15 + (3 * 0.18) / Math.sqrt(SEEDS), full: 0.15 }),
    );
  });

  it.each(unitKinds)('a month, a quarter and a year have the same mean: %s', (kind) => {
    const means = PERIODS.map((period) => meanOverall(large, period, kind));
    expect(Math.max(...means) - Math.min(...means)).toBeLessThan(bySize({ small: 0.4, full: 0.2 }));
  });

  it.each(unitKinds)('so they have where many units lack figures of a month: %s', (kind) => {
    const means = PERIODS.map((period) => meanOverall(usual, period, kind));
    // Few seeds are allowed more: the mean of a month has a standard deviation of some 0.2 over single ones.
    expect(Math.max(...means) - Math.min(...means)).toBeLessThan(bySize({ small: 0.5, full: 0.2 }));
  });

  it.each(unitKinds)('ten times the records move the mean by less than 0.2: %s', (kind) => {
    const seeds = usual.slice(0, large.length);
    expect(Math.abs(meanOverall(large, '2025', kind) - meanOverall(seeds, '2025', kind))).toBeLessThan(0.2);
  });
});
