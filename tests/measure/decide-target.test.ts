import { beforeAll, describe, expect, it } from 'vitest';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import { compareWithMonth } from '../../src/measure/targets/compare-month.ts';
import { compareWithReport } from '../../src/measure/targets/compare-national.ts';
import type { Measurement, Score } from '../../src/model/measurement.ts';
import type { MonthTargets, NationalTargets, TargetRow } from '../../src/model/targets.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { readMonthTargets } from '../../src/store/reference.ts';
import { knowledge, simulate, useScratch } from '../builders.ts';

const { province, city } = knowledge.methods;
const bandEnds = { province: province.bands, city: city.bands };

/** A national report that says nothing but what is given. */
const report = (given: Partial<NationalTargets>): NationalTargets => ({
  ...{ kind: 'national', id: 'test', year: 2025, source: 'test', confidence: 'guessed' },
  ...{ name: '测试', nameEn: 'Test', note: '', noteEn: '' },
  ...{ means: {}, bands: {}, inBand: {}, units: {}, ranges: {}, above: [], progress: [], leading: [] },
  tolerance: { means: 0.15, units: 0.5, shares: 0.01 },
  ...given,
});

/** Provincial units with these scores, each as far from the ends of its interval as told. */
function measured(scores: readonly number[], half: number, like: Measurement): Measurement {
  const [first] = like.units as [Measurement['units'][number]];
  const units = scores.map((score, i) => ({
    ...first,
    code: `${String(11 + i)}0000`,
    kind: 'province' as const,
    rank: 1 + scores.filter((other) => other > score).length,
    band: 'high' as const,
    overall: { score, low: score - half, high: score + half } satisfies Score,
  }));
  const overall = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return {
    ...like,
    units,
    means: { ...like.means, province: { ...like.means.province, overall } },
    bands: { ...like.bands, province: { veryHigh: 0, high: scores.length, medium: 0, low: 0 } },
  };
}

describe('a target of a national report', () => {
  const scratch = useScratch();
  let small: Measurement;
  beforeAll(async () => {
    const store = scratch.store();
    await simulate(store, scratch.truth(store));
    small = measurePeriod(store, knowledge, parsePeriod('2025-03'));
  });

  const scores = [88, 86, 84, 82];
  const [a, b, c, d] = ['110000', '120000', '130000', '140000'];
  const rows = (half: number, given: Partial<NationalTargets>, before?: Measurement): TargetRow[] =>
    compareWithReport(measured(scores, half, small), report(given), { bandEnds, before });
  const verdicts = (half: number, given: Partial<NationalTargets>): (string | null)[] =>
    rows(half, given).map(({ verdict }) => verdict);

  it.each<[string, Partial<NationalTargets>, Partial<NationalTargets>]>([
    ['a mean', { means: { overall: 85.05 } }, { means: { overall: 60 } }],
    ['a score', { units: { [a]: 88.2 } }, { units: { [a]: 70 } }],
    ['a band', { inBand: { high: [a] } }, { inBand: { low: [a] } }],
    ['a count of a band', { bands: { province: { high: 4 } } }, { bands: { province: { veryHigh: 4 } } }],
    ['units above the mean', { aboveMean: 2 }, { aboveMean: 4 }],
    ['the first unit', { first: a }, { first: d }],
    ['who stood above whom', { above: [[a, b]] }, { above: [[d, a]] }],
    [
      'an order',
      { units: { [a]: 88, [b]: 86, [c]: 84, [d]: 82 }, spearman: 0.9, tolerance: { units: 99 } },
      { units: { [a]: 82, [b]: 84, [c]: 86, [d]: 88 }, spearman: 0.9, tolerance: { units: 99 } },
    ],
  ])('%s: met or missed where intervals are narrow, not decidable where they are wide', (_, right, wrong) => {
    const last = (half: number, given: Partial<NationalTargets>): string | null | undefined =>
      verdicts(half, given).findLast((verdict) => verdict !== null);
    expect(last(0.05, right)).toBe('met');
    expect(last(0.05, wrong)).toBe('missed');
    expect(last(20, right)).toBe('undecidable');
  });

  it('progress: decided by how wide the rises of two years may be', () => {
    const before = measured([80, 85, 83.5, 81.8], 0.05, small);
    const named = { progress: [a, b] };
    expect(rows(0.05, named, before).at(-1)).toMatchObject({ simulated: 2, verdict: 'met' });
    expect(rows(0.05, { progress: [c, d] }, before).at(-1)).toMatchObject({
      simulated: 0,
      verdict: 'missed',
    });
    expect(rows(3, named, before).at(-1)?.verdict).toBe('undecidable');
  });

  it('far outside is missed at a small volume too', () => {
    const [row] = rows(3, { units: { [a]: 60 } });
    expect(row).toMatchObject({ verdict: 'missed', interval: { low: 85, high: 91 } });
    expect(row?.accepted).toEqual({ low: 59.5, high: 60.5 });
  });

  it('is narrower for a mean than for a unit: chance in one unit makes up for chance in another', () => {
    const [row] = rows(1, { means: { overall: 85 } });
    expect(row?.interval?.low).toBeCloseTo(84.5, 10);
    expect(row?.interval?.high).toBeCloseTo(85.5, 10);
  });

  it('is mostly not decidable in a small simulated month', () => {
    const units = Object.fromEntries(
      small.units.flatMap(({ code, overall }) => (overall ? [[code, overall.score]] : [])),
    );
    // What was published is just what was simulated.
    const here = compareWithReport(
      { ...small, units: small.units.map((unit) => ({ ...unit, code: `11${unit.code.slice(2)}` })) },
      report({
        units: Object.fromEntries(Object.entries(units).map(([code, n]) => [`11${code.slice(2)}`, n])),
      }),
      { bandEnds },
    );
    expect(here.length).toBeGreaterThan(1);
    const undecidable = here.filter(({ verdict }) => verdict === 'undecidable');
    expect(undecidable.length).toBeGreaterThan(here.length / 2);
    expect(here.filter(({ verdict }) => verdict === 'missed')).toEqual([]);
  });

  it('has no verdict where nothing was simulated', () => {
    expect(verdicts(1, { units: { '650000': 80 } })).toEqual([null]);
  });
});

describe('a target of a month', () => {
  const [published] = readMonthTargets() as [MonthTargets];
  const cell = { month: 0, unit: 0, place: 0, userType: 0, automatic: 0, n: 0 };
  const verdictsAt = (scale: number, channels: Readonly<Record<string, number>>): (string | null)[] => {
    const cells = Object.entries(channels).map(([channel, n]) => ({
      ...cell,
      channel: Number(channel),
      level: 5,
      n: Math.round(n * scale),
    }));
    const counts = { cells: cells as never, cases: 10, perCase: undefined };
    return compareWithMonth(counts, published)
      .rows.filter(({ group }) => group === 'channels')
      .map(({ verdict }) => verdict);
  };

  it('is met in full, mostly not decidable in a hundred ratings', () => {
    expect(verdictsAt(1, published.channels)).toEqual(Array(6).fill('met'));
    const few = verdictsAt(100 / published.ratings, published.channels);
    expect(few).toEqual(Array(6).fill('undecidable'));
  });

  it('far outside is missed in a hundred ratings too', () => {
    expect(verdictsAt(100 / published.ratings, { '7': published.ratings }).at(-1)).toBe('missed');
  });

  it('is not decidable where the spread between cases is not known', () => {
    const row = compareWithMonth({ cells: [], cases: 10, perCase: undefined }, published).rows.at(-1);
    expect(row).toMatchObject({ simulated: 0, interval: null, verdict: 'undecidable' });
  });
});
