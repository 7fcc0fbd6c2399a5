import { describe, expect, it } from 'vitest';
import { compareWithReport } from '../../src/measure/targets/compare-national.ts';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import type { NationalTargets } from '../../src/model/targets.ts';
import { readNationalTargets } from '../../src/store/reference.ts';
import { knowledge, simulate, useScratch } from '../builders.ts';

const { province, city } = knowledge.methods;
const bandEnds = { province: province.bands, city: city.bands };

describe('a unit of which only a range is published', () => {
  const scratch = useScratch();

  it('may lie in it, or as far from its middle as a printed score may be missed', async () => {
    const store = scratch.store();
    await simulate(store, scratch.truth(store));
    const measurement = measurePeriod(store, knowledge, parsePeriod('2025-03'));
    const score = measurement.units.find(({ code }) => code === '981100')?.overall?.score ?? NaN;
    const [published] = readNationalTargets() as [NationalTargets];
    const accepts = (low: number, high: number): boolean | null | undefined =>
      compareWithReport(
        measurement,
        { ...published, tolerance: { units: 0.5 }, units: {}, ranges: { '981100': [low, high] } },
        { bandEnds },
      ).find(({ group, key }) => group === 'units' && key === '981100')?.inside;
    expect(score).toBeGreaterThan(0);
    expect(accepts(score - 0.1, score + 0.1)).toBe(true);
    // Wider than the tolerance: the range itself decides.
    expect(accepts(score - 1.9, score + 0.1)).toBe(true);
    expect(accepts(score - 2.1, score - 0.1)).toBe(false);
    // Narrower: the tolerance does.
    expect(accepts(score - 0.5, score - 0.3)).toBe(true);
    expect(accepts(score - 0.8, score - 0.6)).toBe(false);
  });
});
