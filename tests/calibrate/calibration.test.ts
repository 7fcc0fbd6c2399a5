import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf } from '../../src/measure/band.ts';
import { chooseScores, priorOf } from '../../src/calibrate/choose-scores.ts';
import { contradictionsIn } from '../../src/calibrate/contradictions.ts';
import { spearman } from '../../src/measure/correlation.ts';
import { damped, placeOf, slopeAt } from '../../src/calibrate/inverse.ts';
import {
  overallOf as partScore,
  planParts,
  registerShare,
  type Makeup,
} from '../../src/calibrate/plan-parts.ts';
import { profileAt, type Reach } from '../../src/calibrate/profile.ts';
import { registerShares } from '../../src/calibrate/register-method.ts';
import { dimensionWeights } from '../../src/measure/score-unit.ts';
import { dimensionIds } from '../../src/model/reference.ts';
import type { NationalTargets } from '../../src/model/targets.ts';
import { readNationalTargets } from '../../src/store/reference.ts';
import { knowledge, reference } from '../builders.ts';

const weights = dimensionWeights(knowledge.methods.province);
const { bands } = knowledge.methods.province;
const units = reference.units.filter(({ fictional }) => !fictional);
const years = [...readNationalTargets()].sort((a, b) => a.year - b.year);
const yearOf = (year: number): NationalTargets => years.find((one) => one.year === year)!;
const [of2021, of2019] = [yearOf(2021), yearOf(2019)];
const frame = { units: reference.units, weights, bands, citiesSince: 2018 };
const reach: Reach = {
  effectiveness: [58, 95.5],
  maturity: [30, 98.5],
  completeness: [30, 99.5],
  coverage: [40, 99.3],
  accuracy: [50, 99.5],
};
const overallOf = (profile: Readonly<Record<(typeof dimensionIds)[number], number>>): number =>
  dimensionIds.reduce((sum, id) => sum + weights[id] * profile[id], 0);
const means = of2021.means as Record<'overall' | (typeof dimensionIds)[number], number>;

describe('targets that contradict themselves', () => {
  const found = (given: Partial<NationalTargets>): string[] =>
    contradictionsIn({ ...of2021, ...given }, frame).map(({ en }) => en);

  it('are not those that are shipped', () => {
    expect(found({})).toEqual([]);
    expect(contradictionsIn(of2019, frame)).toEqual([]);
  });

  it('are told by field, value and rule, in both languages', () => {
    const given = { ...of2021, means: { ...means, overall: 101 } };
    expect(found(given).join()).toContain('means.overall = 101: a score lies between 0 and 100');
    for (const { zh } of contradictionsIn(given, frame)) expect(zh).toMatch(/[\u4e00-\u9fff]/);
  });

  it('are bands that allow no such mean', () => {
    const all = { province: { veryHigh: 32, high: 0, medium: 0, low: 0 } };
    const texts = found({ bands: all, means: { ...means, overall: 85 } });
    expect(texts.join()).toContain('bands of 32/0/0/0 units allow a mean between 90.00 and 100.00 only');
  });

  it('are five means whose weighted sum is another overall mean', () => {
    expect(found({ means: { ...means, effectiveness: 70 } }).join()).toContain('give 84.42');
  });

  it('are bands that do not hold all units, or hold fewer than must be there', () => {
    expect(found({ bands: { province: { veryHigh: 1, high: 1, medium: 0, low: 0 } } }).join()).toContain(
      'hold 2 units',
    );
    const few = { ...of2019, bands: { city: { veryHigh: 1, high: 20, medium: 11, low: 0 } } };
    expect(contradictionsIn(few, frame).length).toBe(1);
  });

  it('are judged by what is known where only some bands or means are', () => {
    expect(found({ means: { effectiveness: 84 }, bands: { province: { veryHigh: 5 } } })).toEqual([
      expect.stringContaining('band very high'),
    ]);
    expect(found({ means: { effectiveness: 84 }, bands: { province: { veryHigh: 6 } } })).toEqual([]);
    const crowd = { units: {}, ranges: {}, inBand: {}, bands: { province: { veryHigh: 40 } } };
    expect(found(crowd).join()).toContain(
      'band very high: its count is 40, the targets leave 32 units for it',
    );
    const beside = { ...crowd, units: { '420000': 88.04 }, bands: { province: { veryHigh: 32 } } };
    expect(found(beside).join()).toContain(
      'band very high: its count is 32, the targets leave 31 units for it',
    );
  });

  it('are units that nobody assesses', () => {
    expect(found({ units: { '999999': 80 } }).join()).toContain('999999 is no assessed unit');
    for (const given of [{ first: '999999' }, { above: [['999999', '440000']] }, { progress: ['999999'] }])
      expect(found(given as Partial<NationalTargets>)).toEqual(['999999 is no assessed unit']);
  });

  it('are cities in a year in which none was assessed', () => {
    expect(found({ year: 2017, bands: {}, units: { '440100': 80 } })).toContain(
      '440100: key cities are assessed from 2018 on',
    );
  });

  it.each<[string, Partial<NationalTargets>, string]>([
    ['a city that came first', { first: '440100' }, 'first = 440100: must be a provincial unit'],
    ['a unit named twice', { progress: ['440000', '440000'] }, 'progress: 440000 is named twice'],
    ['a unit above itself', { above: [['440000', '440000']] }, 'above = 440000, 440000: contradicts first'],
    [
      'three units above one another in turn',
      {
        above: [
          ['440000', '330000'],
          ['330000', '340000'],
          ['340000', '440000'],
        ],
      },
      'above = 340000, 440000: contradicts first, or another pair of above',
    ],
    [
      'a unit above the one that came first',
      { first: '440000', above: [['330000', '440000']] },
      'above = 330000, 440000: contradicts first',
    ],
    [
      'a first unit with a lower score than another',
      { first: '440000', units: { '340000': 99, '440000': 80 }, bands: {}, inBand: {} },
      'first = 440000: its score is 80.',
    ],
    [
      'a unit above another in a higher band',
      { above: [['340000', '440000']], inBand: { veryHigh: ['440000'], high: ['340000'] }, bands: {} },
      'above = 340000: its score is 90.',
    ],
  ])('are an order with %s', (_, given, text) => {
    expect(found(given).join()).toContain(text);
  });
});

describe('the published figures of 2021', () => {
  it('have the overall mean that the default weights give their five means, to rounding', () => {
    expect(Math.abs(overallOf(means) - means.overall)).toBeLessThan(0.005);
  });
});

describe('chosen scores', () => {
  const scores = chooseScores(of2021, units, bands, priorOf(of2019));
  const provinces = units.filter(({ kind }) => kind === 'province').map(({ code }) => scores.get(code)!);

  it('have the published mean, bands and number above the mean, away from every cut', () => {
    expect(provinces.reduce((sum, score) => sum + score, 0) / 32).toBeCloseTo(means.overall, 6);
    const count = (band: string): number => provinces.filter((score) => bandOf(score, bands) === band).length;
    expect(['veryHigh', 'high', 'medium', 'low'].map(count)).toEqual([16, 12, 4, 0]);
    expect(provinces.filter((score) => score > means.overall)).toHaveLength(19);
    for (const cut of [90, 80, 65, means.overall]) {
      for (const score of provinces) expect(Math.abs(score - cut)).toBeGreaterThanOrEqual(0.4);
    }
  });

  it('place the units of known band into it', () => {
    for (const code of of2021.inBand.veryHigh!) expect(scores.get(code)!).toBeGreaterThan(90.4);
  });

  it('are the printed ones where there are any', () => {
    const printed = chooseScores(of2019, units, bands, priorOf(undefined));
    for (const [code, score] of Object.entries(of2019.units)) expect(printed.get(code)).toBe(score);
    expect(printed.size).toBe(64);
  });
});

describe('profiles', () => {
  it('have the overall score asked for, within reach', () => {
    fc.assert(
      fc.property(fc.double({ min: 60, max: 97, noNaN: true }), (overall) => {
        const profile = profileAt(overall, weights, reach);
        expect(overallOf(profile)).toBeCloseTo(overall, 6);
        for (const id of dimensionIds) {
          expect(profile[id]).toBeGreaterThanOrEqual(reach[id][0]);
          expect(profile[id]).toBeLessThanOrEqual(reach[id][1]);
        }
      }),
    );
  });

  it('of a province and weaker cities add up, even where the rest alone could not be that good', () => {
    const volumes = [0.5, 0.25, 0.25];
    const shares = registerShares(knowledge.methods.province);
    const makeup: Makeup = { weights, registerShares: shares, reach, recordReach: [45, 95] };
    const { rest, cities } = planParts(91.11, [86.73, 84.36], volumes, makeup);
    expect(partScore(cities[0]!, makeup)).toBeCloseTo(86.73, 4);
    expect(partScore(cities[1]!, makeup)).toBeCloseTo(84.36, 4);
    const parts = [rest, ...cities];
    const register = parts.reduce(
      (sum, part) =>
        sum + dimensionIds.reduce((all, id) => all + weights[id] * shares[id] * part.register[id], 0) / 3,
      0,
    );
    const records = parts.reduce((sum, part, i) => sum + volumes[i]! * part.records, 0);
    expect(Math.abs(register + (1 - registerShare(makeup)) * records - 91.11)).toBeLessThan(0.05);
  });
});

describe('the solver', () => {
  const curve = (x: number): number => 100 * (1 - Math.exp(-(x + 5) / 3));
  const trials = [-4, -2, -1, 0.5, 3].map((at) => ({ at, figure: curve(at) }));

  it('reads off where a rising function takes a value, and its slope there', () => {
    expect(placeOf(curve(-1), trials)).toBeCloseTo(-1, 9);
    expect(placeOf(1000, trials)).toBe(3);
    expect(placeOf(-1000, trials)).toBe(-4);
    expect(slopeAt(-1.5, trials)).toBeCloseTo(curve(-1) - curve(-2), 9);
  });

  it('approaches a target through noise', () => {
    const noise = [0.8, -0.6, 0.4, -0.7, 0.5, -0.2, 0.1, -0.3];
    let at = placeOf(80, trials);
    for (const [i, error] of noise.entries()) {
      at = damped({ at, figure: curve(at) + error }, 80, slopeAt(at, trials), i + 1);
    }
    expect(Math.abs(curve(at) - 80)).toBeLessThan(0.4);
  });
});

describe('the rank correlation', () => {
  it('is 1 for the same order, −1 for the reverse, and takes ties at their mean rank', () => {
    expect(spearman([1, 2, 3], [10, 20, 40])).toBeCloseTo(1, 12);
    expect(spearman([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
    // Ranks 1, 2.5, 2.5, 4 against 1, 3, 2, 4: covariance 4.5, variances 4.5 and 5.
    expect(spearman([1, 2, 2, 3], [1, 3, 2, 4])).toBeCloseTo(4.5 / Math.sqrt(22.5), 12);
  });
});
