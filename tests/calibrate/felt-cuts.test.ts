import { describe, expect, it } from 'vitest';
import { cutsFor } from '../../src/calibrate/felt-cuts.ts';
import { normalCdf } from '../../src/model/math/normal.ts';

/** Ratings of people most of whom feel alike, and a few much worse. */
const below = (cuts: readonly number[]): number[] =>
  cuts.map((cut) => 0.97 * normalCdf(cut - 0.1) + 0.03 * normalCdf(cut + 0.8));

describe('the cuts between felt levels', () => {
  it('are where the published shares lie below them, after some trials', () => {
    const wanted = [0.0000728, 0.0000947, 0.001437, 0.002211];
    let cuts = [-2.55, -2.25, -1.85, -1.35];
    for (let n = 0; n < 3; n++) cuts = cutsFor(wanted, [{ cuts, below: below(cuts) }]);
    below(cuts).forEach((share, k) => {
      expect(share / wanted[k]!).toBeCloseTo(1, 2);
    });
  });

  it('rest on all trials together, so that the noise of one averages out', () => {
    const cuts = [-2.55, -2.25, -1.85, -1.35];
    const noisy = [0.7, 1.3].map((factor) => ({ cuts, below: below(cuts).map((share) => share * factor) }));
    const found = cutsFor(below(cuts), noisy);
    found.forEach((cut, k) => {
      expect(cut).toBeCloseTo(cuts[k]!, 3);
    });
  });

  it('rise, where a level was published of nobody too', () => {
    const cuts = [-2.55, -2.25, -1.85, -1.35];
    const found = cutsFor([0.001, 0.001, 0.001, 0.01], [{ cuts, below: below(cuts) }]);
    found.forEach((cut, k) => {
      if (k > 0) expect(cut).toBeGreaterThan(found[k - 1]!);
    });
    expect(cutsFor([0, 0, 0, 0], [{ cuts, below: [0, 0, 0, 0] }]).every(Number.isFinite)).toBe(true);
  });
});
