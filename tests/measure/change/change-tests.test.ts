import { describe, expect, it } from 'vitest';
import { testAgainstNothing } from '../../../src/measure/change/test-estimate.ts';
import { testRatingDifference, type GroupedRatings } from '../../../src/measure/change/rating-difference.ts';
import { figureOf, testGroups, type RatingGroups } from '../../../src/measure/change/rating-groups.ts';
import { testTrend, type MonthFigure } from '../../../src/measure/change/trend.ts';
import { approximateNormalQuantile, draw, uniform } from '../../../src/model/math/random.ts';

/** Keyed standard normal values of a seed. */
const normals =
  (seed: number): ((n: number) => number) =>
  (n) =>
    approximateNormalQuantile(uniform(draw(seed, 1, 0, 0, n)));

const TRIALS = 4000;
/** Share of trials that a test of 5% calls different. */
const calls = (pOf: (trial: number) => number, trials = TRIALS): number =>
  Array.from({ length: trials }, (_, trial) => pOf(trial)).filter((p) => p < 0.05).length / trials;

/** The ratings of a unit by 32 groups of persons: 100 a group, bad with this chance, drawn by a word for each. */
const ratings = (seed: number, badChance: number, persons = seed): RatingGroups => {
  const bad = Array.from({ length: 32 }, (_, group) => {
    // What the people of a group have in common, and what they met with at this unit.
    const shared = 0.03 * approximateNormalQuantile(uniform(draw(persons, 2, 0, group, 0)));
    const own = 0.03 * approximateNormalQuantile(uniform(draw(seed, 3, 0, group, 0)));
    return 100 * (badChance + shared + own);
  });
  return {
    levelled: bad.map(() => 100),
    good: bad.map((n) => 100 - n),
    points: bad.map((n) => 10 * (100 - n) + 2 * n),
    squares: bad.map((n) => 100 * (100 - n) + 4 * n),
  };
};

describe('a test of a difference', () => {
  it('by hand: four groups of ten, figures 0.75 and 0.5, each group as far off as the others', () => {
    const groups = (good: readonly number[]): RatingGroups => ({
      levelled: good.map(() => 10),
      good,
      points: good,
      squares: good,
    });
    const tested = testGroups(groups([8, 7, 8, 7]), groups([5, 5, 5, 5]), 'goodRate', 30);
    expect(tested?.value).toBeCloseTo(0.25, 12);
    // z = (good − 0.75 × 10) / 40 = ±0.0125; variance 4/3 × 4 × z².
    expect(tested?.error).toBeCloseTo(Math.sqrt((4 / 3) * 4 * 0.0125 ** 2), 12);
    expect(tested?.freedom).toBe(3);
  });

  it.each(['goodRate', 'averageScore'] as const)(
    'is false in 5%% of cases where nothing differs: %s',
    (figure) => {
      const share = calls(
        (trial) => testGroups(ratings(trial, 0.1), ratings(trial + 1e6, 0.1), figure, 100)?.p ?? 1,
      );
      expect(share).toBeGreaterThan(0.04);
      expect(share).toBeLessThan(0.06);
    },
  );

  it('is just as often false where the same persons came to both, and then sees more', () => {
    const same = (trial: number, chance: number): number =>
      testGroups(ratings(trial, chance, trial), ratings(trial + 1e6, 0.1, trial), 'goodRate', 100)?.p ?? 1;
    const others = (trial: number, chance: number): number =>
      testGroups(ratings(trial, chance), ratings(trial + 1e6, 0.1), 'goodRate', 100)?.p ?? 1;
    expect(calls((trial) => same(trial, 0.1))).toBeGreaterThan(0.04);
    expect(calls((trial) => same(trial, 0.1))).toBeLessThan(0.06);
    expect(calls((trial) => same(trial, 0.12))).toBeGreaterThan(0.1 + calls((trial) => others(trial, 0.12)));
  });

  it('has no figure below its minimum or without groups', () => {
    expect(testGroups(ratings(1, 0.1), null, 'goodRate', 100)).toBeNull();
    expect(testGroups(ratings(1, 0.1), ratings(2, 0.1), 'goodRate', 3201)).toBeNull();
    expect(figureOf(ratings(1, 0.1), 'goodRate', 3201)).toBeNull();
  });

  it('has no doubt where no group differs', () => {
    const sure = (value: number) => ({ value, error: 0, freedom: 5 });
    expect(testAgainstNothing(sure(0))).toMatchObject({ p: 1, interval: { low: 0, high: 0 } });
    expect(testAgainstNothing(sure(1))).toMatchObject({ p: 0, interval: { low: 1, high: 1 } });
  });
});

describe('a test of the difference of two units', () => {
  const shares = (offices: readonly number[], levelled: number): RatingGroups => {
    const good = offices.map((share) => share * levelled);
    return { levelled: offices.map(() => levelled), good, points: good, squares: good };
  };
  /** A unit of 10 offices with 320 ratings each, whose persons are alike but for chance of this size. */
  const unit = (seed: number, sharedByOffice: number): GroupedRatings => {
    const z = (stream: number, n: number): number =>
      approximateNormalQuantile(uniform(draw(seed, stream, 0, 0, n)));
    const single = 0.8 * 0.2;
    const ofOffices = Array.from({ length: 10 }, (_, i) => Math.sqrt(sharedByOffice * single) * z(1, i));
    const chance = ofOffices.map((_, i) => Math.sqrt(single / 320) * z(2, i));
    const whole = 0.8 + ofOffices.reduce((sum, one, i) => sum + one + (chance[i] ?? 0), 0) / 10;
    const persons = Array.from({ length: 32 }, (_, i) => Math.sqrt(single / 100) * z(3, i));
    const middle = persons.reduce((sum, one) => sum + one, 0) / 32;
    return {
      persons: shares(
        persons.map((one) => whole + one - middle),
        100,
      ),
      offices: [
        shares(
          ofOffices.map((one, i) => 0.8 + one + (chance[i] ?? 0)),
          320,
        ),
      ],
    };
  };
  const world = (trial: number, shared: number): GroupedRatings[] =>
    Array.from({ length: 8 }, (_, i) => unit(trial * 8 + i, shared));

  it.each([0, 0.01, 0.1])(
    'is false in 5%% of cases where nothing differs but offices: share %d',
    (shared) => {
      const share = calls((trial) => {
        const units = world(trial, shared);
        return testRatingDifference([units[0]!, units[1]!], units, 'goodRate', 100)?.p ?? 1;
      }, 1000);
      expect(share).toBeGreaterThan(0.03);
      expect(share).toBeLessThan(0.07);
    },
  );

  it('of the same offices calls such a difference far too often', () => {
    const share = calls((trial) => {
      const [a, b] = world(trial, 0.1);
      return testGroups(a!.persons, b!.persons, 'goodRate', 100)?.p ?? 1;
    }, 1000);
    expect(share).toBeGreaterThan(0.3);
  });

  it('has no figure below its minimum', () => {
    const units = world(1, 0);
    expect(testRatingDifference([units[0]!, units[1]!], units, 'goodRate', 3201)).toBeNull();
  });

  it('rests on persons alone where no unit has two offices', () => {
    const units = world(1, 0.1).map((one) => ({ ...one, offices: [shares([0.8], 3200)] }));
    const [a, b] = units;
    expect(testRatingDifference([a!, b!], units, 'averageScore', 100)?.error).toBeCloseTo(
      testGroups(a!.persons, b!.persons, 'averageScore', 100)?.error ?? NaN,
      12,
    );
  });
});

describe('a test of a trend', () => {
  const months = (count: number, valueOf: (month: number) => number): MonthFigure[] =>
    Array.from({ length: count }, (_, i) => ({ month: 300 + i, value: valueOf(i), n: 100 + 40 * (i % 3) }));

  it('by hand: months on a line have its slope and no doubt', () => {
    const trend = testTrend(months(8, (i) => 5 + 0.25 * i));
    expect(trend?.value).toBeCloseTo(0.25, 12);
    expect(trend?.error).toBeLessThan(1e-12);
    expect(trend?.p).toBeLessThan(1e-10);
  });

  it.each([6, 12, 24])('is false in 5%% of cases where nothing changes, over %d months', (count) => {
    const share = calls((trial) => {
      const z = normals(trial);
      return testTrend(months(count, (i) => 9 + z(i) / Math.sqrt(100 + 40 * (i % 3))))?.p ?? 1;
    });
    expect(share).toBeGreaterThan(0.04);
    expect(share).toBeLessThan(0.06);
  });

  it('leaves out months without records, and has no figure for fewer than six', () => {
    expect(testTrend(months(5, (i) => i))).toBeNull();
    const seven = months(7, (i) => (i === 3 ? 900 : i)).map((one, i) => (i === 3 ? { ...one, n: 0 } : one));
    expect(testTrend(seven)?.value).toBeCloseTo(1, 12);
  });
});
