import { aggregate } from './aggregate.ts';
import { overallScores, type Choices } from './choices.ts';
import type { Composite } from './composite.ts';
import { normaliseLeaves } from './normalise-leaves.ts';

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
  const leaves = normaliseLeaves(values, choices.goalposts, choices);
  const scoreOf = (given: Float64Array): number | null =>
    overallScores(composite, aggregate(composite, given, choices))[unit] ?? null;
  const overall = scoreOf(leaves);
  if (overall === null) return [];
  return choices.goalposts
    .flatMap((posts, leaf): Strength[] => {
      const column = values.subarray(leaf * units, (leaf + 1) * units);
      const value = column[unit] ?? NaN;
      if (Number.isNaN(value)) return [];
      const there = column.filter((one) => !Number.isNaN(one));
      const mean = there.reduce((sum, one) => sum + one, 0) / there.length;
      const changed = leaves.slice();
      changed.set(normaliseLeaves(column.with(unit, mean), [posts], choices), leaf * units);
      const score = scoreOf(changed);
      return score === null ? [] : [{ leaf, value, mean, points: overall - score }];
    })
    .sort((a, b) => b.points - a.points);
}
