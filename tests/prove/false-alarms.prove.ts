import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { periodRatings } from '../../src/jobs/measure/compare-ratings.ts';
import { unitChanges, unitDifference, type ChangeFigure } from '../../src/jobs/measure/compare-units.ts';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import { watchMonths, type MonthSums } from '../../src/jobs/measure/watch-months.ts';
import type { Tested } from '../../src/measure/change/test-estimate.ts';
import { placesOf } from '../../src/model/register.ts';
import type { Scenario } from '../../src/model/scenario/scenario.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import type { Store } from '../../src/store/open.ts';
import { ratingCells } from '../../src/store/read/cells.ts';
import { referenceOfStore } from '../../src/store/read/unit-names.ts';
import { knowledge } from '../builders.ts';
import { equalUnits, inDraw } from '../../bench/replications.ts';
import { bySize } from './size.ts';

/** Worlds of each design: 16 units of equal quality make 16 trends, 16 changes and 8 differences of pairs that share no unit. */
const WORLDS = bySize({ small: 3, full: 125 });
/** Of few tests chance alone makes a share so large. */
const [LOW, HIGH] = bySize({ small: [0, 0.25], full: [0.035, 0.065] });
const PERIODS = ['2025-Q1', '2025-Q2'] as const;
const figures = ['goodRate', 'averageScore', 'overall'] as const;
const tests = [
  'trend goodRate',
  'trend averageScore',
  ...figures.map((figure) => `change ${figure}` as const),
  ...figures.map((figure) => `difference ${figure}` as const),
] as const;
type Test = (typeof tests)[number];

/** Months of a unit, as its page watches them. */
function monthSums(store: Store, code: string): MonthSums[] {
  const places = placesOf(referenceOfStore(store, knowledge.reference), code);
  const cells = PERIODS.flatMap((period) => ratingCells(store, parsePeriod(period), places));
  return [...new Set(cells.map(({ month }) => month))]
    .sort((a, b) => a - b)
    .map((month) => {
      const sum = (of: (level: { score: number; bad: boolean }) => number): number =>
        cells.reduce((total, cell) => {
          const level = knowledge.reference.levels.find((one) => one.level === cell.level);
          return total + (cell.month !== month || level === undefined ? 0 : cell.n * of(level));
        }, 0);
      return {
        month,
        levelled: sum(() => 1),
        good: sum(({ bad }) => (bad ? 0 : 1)),
        points: sum(({ score }) => score),
        squares: sum(({ score }) => score ** 2),
      };
    });
}

function testsIn(store: Store): Record<Test, readonly (Tested | null | undefined)[]> {
  const [before, now] = PERIODS.map((period) => ({
    ratings: periodRatings(store, knowledge.reference, parsePeriod(period)),
    measurement: measurePeriod(store, knowledge, parsePeriod(period)),
  }));
  const codes = before!.measurement.units.filter(({ overall }) => overall !== null).map(({ code }) => code);
  const watched = codes.map((code) => watchMonths(monthSums(store, code)));
  const changes = (figure: ChangeFigure) =>
    unitChanges(codes, now!, before!, figure).units.map(({ change }) => change);
  const differences = (figure: ChangeFigure) =>
    Array.from({ length: codes.length / 2 }, (_, i) =>
      unitDifference(codes, before!, [codes[2 * i]!, codes[2 * i + 1]!], figure),
    );
  return {
    'trend goodRate': watched.map((one) => one?.share.trend),
    'trend averageScore': watched.map((one) => one?.mean.trend),
    'change goodRate': changes('goodRate'),
    'change averageScore': changes('averageScore'),
    'change overall': changes('overall'),
    'difference goodRate': differences('goodRate'),
    'difference averageScore': differences('averageScore'),
    'difference overall': differences('overall'),
  };
}

describe.each([0, 0.1])('where nothing differs, with intraclass correlation %d', (correlation) => {
  const found = new Map<Test, Tested[]>(tests.map((test) => [test, []]));
  beforeAll(async () => {
    const scenario: Scenario = equalUnits(correlation);
    for (let seed = 1; seed <= WORLDS; seed++) {
      const drawn = await inDraw(scenario, 200 + seed, testsIn);
      for (const test of tests) found.get(test)!.push(...drawn[test].flatMap((one) => one ?? []));
    }
  }, 20_000_000);

  const falseShare = (test: Test): number => {
    const made = found.get(test)!;
    return made.filter(({ p }) => p < 0.05).length / made.length;
  };

  it.each(tests)('a test of 5%% calls about 5%% different: %s', (test) => {
    expect(found.get(test)!.length).toBeGreaterThanOrEqual(8 * WORLDS);
    expect(falseShare(test)).toBeGreaterThanOrEqual(LOW);
    expect(falseShare(test)).toBeLessThanOrEqual(HIGH);
  });

  afterAll(() => {
    for (const test of tests) {
      console.log(
        `correlation ${String(correlation)}:`,
        test,
        falseShare(test),
        'of',
        found.get(test)!.length,
      );
    }
  });
});
