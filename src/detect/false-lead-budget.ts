import type { Suspicion } from '../model/detection/suspicion.ts';
import { benjaminiHochberg } from '../model/math/multiple-tests.ts';
import type { Found } from './detector.ts';

/**
 * Of the leads of a detector in a unit, so large a part may be expected to be false. An assumption of ours: a lead that is
 * false costs an office a verification, and people the trust in the next one.
 */
export const FALSE_LEADS = 0.05;

/**
 * The candidates that stay within the budget of false leads of each unit (Benjamini–Hochberg over all tests that the detector made
 * there), in the order given. A broken rule has no chance and always stays.
 */
export function withinBudget({ candidates, tests }: Found, budget: number = FALSE_LEADS): Suspicion[] {
  const kept = new Set<Suspicion>();
  const byUnit = new Map<number, Suspicion[]>();
  for (const one of candidates) {
    if (one.p === null) kept.add(one);
    else {
      const own = byUnit.get(one.unit);
      if (own === undefined) byUnit.set(one.unit, [one]);
      else own.push(one);
    }
  }
  for (const [unit, found] of byUnit) {
    const quiet = Math.max(0, (tests.get(unit) ?? 0) - found.length);
    const pValues = [...found.map(({ p }) => p ?? 1), ...new Array<number>(quiet).fill(1)];
    const adjusted = benjaminiHochberg(pValues);
    found.forEach((one, i) => {
      if ((adjusted[i] ?? 1) <= budget) kept.add(one);
    });
  }
  return candidates.filter((one) => kept.has(one));
}
