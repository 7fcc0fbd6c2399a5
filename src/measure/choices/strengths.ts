import { scoreUnder, overallScores, type Choices } from './choices.ts';
import type { Composite } from './composite.ts';

/** How far a unit's indicator is from the mean, in points that reach the overall score. */
export interface Strength {
  readonly leaf: number;
  readonly value: number;
  readonly mean: number;
  /** The overall score less what it would be with the mean of the units in place of the unit's own value. */
  readonly points: number;
}

/** Strengths and weaknesses of a unit, the most helpful indicator first; empty where it has no overall score. */
export function strengthsOf(
  composite: Composite,
  values: Float64Array,
  choices: Choices,
  unit: number,
): Strength[] {
  const units = values.length / composite.leaves.length;
  const scoreOf = (given: Float64Array): number | null =>
    overallScores(composite, scoreUnder(composite, given, choices))[unit] ?? null;
  const overall = scoreOf(values);
  if (overall === null) return [];
  return composite.leaves
    .flatMap((_, leaf): Strength[] => {
      const at = leaf * units + unit;
      const value = values[at] ?? NaN;
      if (Number.isNaN(value)) return [];
      const there = values.subarray(leaf * units, (leaf + 1) * units).filter((one) => !Number.isNaN(one));
      const mean = there.reduce((sum, one) => sum + one, 0) / there.length;
      const changed = scoreOf(values.with(at, mean));
      return changed === null ? [] : [{ leaf, value, mean, points: overall - changed }];
    })
    .sort((a, b) => b.points - a.points);
}
