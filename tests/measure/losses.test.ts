import { describe, expect, it } from 'vitest';
import { changeParts } from '../../src/measure/change/change-parts.ts';
import { attainedValues, gainsOf, meanGains } from '../../src/measure/losses/gains.ts';
import { lossesOf } from '../../src/measure/losses/losses.ts';
import { normalise } from '../../src/measure/normalise.ts';
import { scoreUnit } from '../../src/measure/score-unit.ts';
import type { UnitResult } from '../../src/model/measurement.ts';
import { indicatorsOf, type Indicator } from '../../src/model/method.ts';
import { knowledge } from '../builders.ts';
import { madeMeasurement } from '../report/made-results.ts';

const method = knowledge.methods.province;
const all = indicatorsOf(method);
const unitOf = (score: number | ((indicator: Indicator) => number | null), code = '330000'): UnitResult =>
  madeMeasurement('2021', [{ code, score }]).units[0]!;
const sum = (list: readonly { readonly points: number }[]): number =>
  list.reduce((total, { points }) => total + points, 0);
/** Every third-level indicator scores otherwise. */
const uneven = (indicator: Indicator): number => 40 + ((all.indexOf(indicator) * 37) % 61);

describe('lost points', () => {
  it('sum to what the overall score is short of 100', () => {
    const unit = unitOf(uneven);
    expect(sum(lossesOf(method, unit))).toBeCloseTo(100 - unit.overall!.score, 9);
    expect(lossesOf(method, unit)).toHaveLength(all.length);
  });

  it('sum to it where figures are missing, whose weight goes to those beside them', () => {
    const missing = ['meanScore', 'onlineTags', 'jointTags', 'feesAccuracy', 'dataTags'];
    const unit = unitOf((indicator) => (missing.includes(indicator.id) ? null : uneven(indicator)));
    const losses = lossesOf(method, unit);
    expect(sum(losses)).toBeCloseTo(100 - unit.overall!.score, 9);
    expect(losses.map(({ indicator }) => indicator.id)).not.toContain('meanScore');
    expect(losses.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1, 9);
    // Two groups have no figure at all.
    expect(unit.groups['fees']).toBeNull();
    expect(unit.groups['dataSharing']).toBeNull();
  });

  it('are none for a unit with full marks, and unknown for one without an overall score', () => {
    expect(sum(lossesOf(method, unitOf(100)))).toBeCloseTo(0, 9);
    const withoutGuides = method.dimensions
      .find(({ id }) => id === 'accuracy')!
      .groups.flatMap(({ indicators }) => indicators);
    expect(
      lossesOf(
        method,
        unitOf((one) => (withoutGuides.includes(one) ? null : 80)),
      ),
    ).toEqual([]);
  });
});

describe('the parts of a change', () => {
  it('sum to the change of the overall score', () => {
    const [now, before] = [unitOf((one) => Math.min(100, uneven(one) + 7)), unitOf(uneven)];
    expect(sum(changeParts(method, now, before))).toBeCloseTo(now.overall!.score - before.overall!.score, 9);
  });

  it('are weight × change of the score where the weights are the same', () => {
    const [now, before] = [unitOf((one) => (one.id === 'meanScore' ? 90 : 50)), unitOf(50)];
    const parts = changeParts(method, now, before).filter(({ points }) => Math.abs(points) > 1e-9);
    expect(parts.map(({ indicator }) => indicator.id)).toEqual(['meanScore']);
    expect(parts[0]!.points).toBeCloseTo(0.25 * 0.3 * 0.3 * 40, 9);
  });

  it('sum to it where an indicator has a figure in one of the years only', () => {
    const now = unitOf((one) => (one.id === 'kioskShare' ? null : Math.min(100, uneven(one) + 3)));
    const before = unitOf((one) => (one.id === 'sampleTags' ? null : uneven(one)));
    const parts = changeParts(method, now, before);
    expect(sum(parts)).toBeCloseTo(now.overall!.score - before.overall!.score, 9);
    expect(parts.find(({ indicator }) => indicator.id === 'kioskShare')!.now).toBeNull();
  });
});

describe('what would be gained', () => {
  it('is what the method makes of the unit with the value of the leading quarter', () => {
    const units = madeMeasurement('2021', [
      { code: '330000', score: 90 },
      { code: '440000', score: uneven },
      { code: '520000', score: 60 },
      { code: '420000', score: 75 },
      { code: '110000', score: 80 },
    ]).units;
    const targets = attainedValues(method, units);
    const unit = units[1]!;
    const gains = gainsOf(method, unit, targets);
    expect(gains.length).toBeGreaterThan(10);
    for (const { indicator, target, points } of gains) {
      const raised = unit.indicators.map((value) =>
        value.id === indicator.id
          ? { ...value, value: target, normalised: normalise(target, indicator.goalposts) }
          : value,
      );
      expect(points).toBeCloseTo(scoreUnit(method, raised).overall!.score - unit.overall!.score, 9);
    }
    expect(gains.map(({ points }) => points)).toEqual(
      gains.map(({ points }) => points).toSorted((a, b) => b - a),
    );
  });

  it('is nothing where all units are equal', () => {
    const { units } = madeMeasurement('2021', [
      { code: '330000', score: 70 },
      { code: '440000', score: 70 },
    ]);
    expect(meanGains(method, units, attainedValues(method, units))).toEqual([]);
  });

  it('counts the units that are behind, and averages over all', () => {
    const { units } = madeMeasurement('2021', [
      { code: '330000', score: 70 },
      { code: '440000', score: (one) => (one.id === 'dataTags' ? 30 : 70) },
    ]);
    const [gain, ...others] = meanGains(method, units, attainedValues(method, units));
    expect(others).toEqual([]);
    // The leading quarter of 30 and 70 begins at 60.
    expect(gain).toMatchObject({ behind: 1, indicator: { id: 'dataTags' } });
    expect(gain!.points).toBeCloseTo((0.25 * 0.25 * 30) / 2, 9);
  });
});
