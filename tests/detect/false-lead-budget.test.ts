import { describe, expect, it } from 'vitest';
import { withinBudget } from '../../src/detect/false-lead-budget.ts';
import type { Suspicion } from '../../src/model/detection/suspicion.ts';

const suspicion = (unit: number, p: number | null): Suspicion => ({
  ...{ detector: 'x', unit, office: 1, month: null, p, observed: 1, expected: 0, of: 1 },
  keys: [],
});

describe('the budget of false leads', () => {
  it('keeps by Benjamini and Hochberg, unit by unit, counting the tests that found nothing', () => {
    const candidates = [suspicion(1, 0.004), suspicion(1, 0.009), suspicion(2, 0.009)];
    // Unit 1: 0.004 × 10 / 1 and 0.009 × 10 / 2; unit 2: 0.009 × 10.
    const kept = withinBudget(
      {
        candidates,
        tests: new Map([
          [1, 10],
          [2, 10],
        ]),
      },
      0.05,
    );
    expect(kept).toEqual(candidates.slice(0, 2));
  });

  it('always keeps what breaks a written rule', () => {
    const candidates = [suspicion(1, null), suspicion(1, 0.5)];
    expect(withinBudget({ candidates, tests: new Map([[1, 1000]]) })).toEqual([candidates[0]]);
  });
});
