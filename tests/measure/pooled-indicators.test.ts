import { describe, expect, it } from 'vitest';
import { pooledIndicator, testEstimates } from '../../src/measure/change/pooled-indicators.ts';
import type { IndicatorValue, UnitResult } from '../../src/model/measurement.ts';
import { madeMeasurement } from '../report/made-results.ts';
import { anIndicator } from './samples.ts';

const [unit] = madeMeasurement('2021', [{ code: '330000', score: 80 }]).units;
const withValue = (given: Partial<IndicatorValue>): UnitResult => ({
  ...unit!,
  indicators: [
    {
      id: 'sample',
      value: 0.5,
      numerator: 50,
      denominator: 100,
      low: 0.4,
      high: 0.6,
      redraw: { low: 0.5 - 1.96 * 0.1, high: 0.5 + 1.96 * 0.1, designEffect: 4 },
      normalised: 50,
      ...given,
    },
  ],
});

describe('an indicator of several units together', () => {
  it('is the numerators over the denominators, with errors weighed by the denominators', () => {
    const large = withValue({ value: 0.9, numerator: 270, denominator: 300 });
    const pooled = pooledIndicator([withValue({}), large], anIndicator)!;
    expect(pooled).toMatchObject({ numerator: 320, denominator: 400, units: 2, value: 0.8 });
    expect(pooled.error).toBeCloseTo(Math.hypot(0.25 * 0.1, 0.75 * 0.1), 4);
  });

  it('leaves out units without a figure, and is none where no unit has one', () => {
    const missing = withValue({ value: null, numerator: 3, denominator: 5 });
    expect(pooledIndicator([withValue({}), missing], anIndicator)).toMatchObject({ units: 1, value: 0.5 });
    expect(pooledIndicator([missing], anIndicator)).toBeNull();
    expect(pooledIndicator([], anIndicator)).toBeNull();
  });

  it('holds no error where the register alone is counted, and that of single records where groups are not known', () => {
    expect(pooledIndicator([withValue({})], { ...anIndicator, basis: 'register' })!.error).toBe(0);
    expect(pooledIndicator([withValue({ redraw: null })], anIndicator)!.error).toBeCloseTo(0.1 / 1.96, 4);
  });

  it('differs from another one by more than both errors, or not', () => {
    const a = { value: 0.6, error: 0.03, freedom: 31 };
    expect(testEstimates(a, { value: 0.4, error: 0.04, freedom: 31 })).toMatchObject({ error: 0.05 });
    expect(testEstimates(a, { value: 0.4, error: 0.04, freedom: 31 }).p).toBeLessThan(0.001);
    expect(testEstimates(a, { value: 0.55, error: 0.04, freedom: 31 }).p).toBeGreaterThan(0.3);
  });
});
