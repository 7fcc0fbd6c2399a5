import { beforeAll, describe, expect, it } from 'vitest';
import { coverageOf, type Coverage } from '../../bench/coverage.ts';
import { designs, replicate, replicatedScenario } from '../../bench/replications.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import { bySize } from './size.ts';

/** Draws of each design: the truth of a figure is its mean over them. */
const REPLICATIONS = bySize({ small: 4, full: 500 });
/** With few draws chance alone moves a share so far, and the mean of few is no truth. */
const [LOW, HIGH] = bySize({ small: [0.6, 1], full: [0.925, 0.975] });

describe.each(designs)(
  'intervals for a new draw, with correlation $correlation and volume ×$volume',
  (design) => {
    let coverage: Coverage;

    beforeAll(async () => {
      const scenario = replicatedScenario(design);
      const results: Measurement[] = [];
      for (let seed = 1; seed <= REPLICATIONS; seed++) results.push(await replicate(scenario, 7000 + seed));
      coverage = coverageOf(results);
      console.log(design, coverage);
    }, 20_000_000);

    it('hold 95% of what other draws give, of nearly every indicator', () => {
      const outside = coverage.indicators.filter(({ share }) => share < LOW || share > HIGH);
      expect(outside.length).toBeLessThanOrEqual(Math.ceil(0.05 * coverage.indicators.length));
    });

    it('hold 95% of the overall scores, and are hardly wider than these vary', () => {
      const { share, halfWidth } = coverage.overall;
      expect(share).toBeGreaterThanOrEqual(LOW);
      expect(share).toBeLessThanOrEqual(HIGH);
      expect(halfWidth).toBeLessThanOrEqual(bySize({ small: 3, full: 1.2 }));
    });

    it('hold the rank that a unit has by its mean, nearly always', () => {
      expect(coverage.ranks.share).toBeGreaterThanOrEqual(bySize({ small: 0.8, full: 0.93 }));
    });
  },
);
