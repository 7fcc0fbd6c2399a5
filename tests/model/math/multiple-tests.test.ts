import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg, holm } from '../../../src/model/math/multiple-tests.ts';
import { holmAdjusted } from '../../facts/chi-square-tests.ts';

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('p-values adjusted for several tests', () => {
  it('are those of R, by Holm', () => {
    holm(holmAdjusted.p).forEach((p, i) => {
      expect(p).toBeCloseTo(holmAdjusted.adjusted[i]!, 12);
    });
  });

  it('by hand: the second of two is doubled by neither way, the first by both', () => {
    expect(holm([0.04, 0.01])).toEqual([0.04, 0.02]);
    expect(benjaminiHochberg([0.04, 0.01])).toEqual([0.04, 0.02]);
    expect(benjaminiHochberg([0.03, 0.04])).toEqual([0.04, 0.04]);
  });

  it.each([
    ['Holm', holm],
    ['Benjamini and Hochberg', benjaminiHochberg],
  ])('keep their order, stay chances and never shrink: %s', (_, adjust) => {
    fc.assert(
      fc.property(pValues, (ps) => {
        const adjusted = adjust(ps);
        ps.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          ps.forEach((other, j) => {
            if (p < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
          });
        });
      }),
    );
  });

  it('are never stricter by Benjamini and Hochberg than by Holm', () => {
    fc.assert(
      fc.property(pValues, (ps) => {
        const strict = holm(ps);
        benjaminiHochberg(ps).forEach((p, i) => expect(p).toBeLessThanOrEqual(strict[i]! + 1e-12));
      }),
    );
  });
});
