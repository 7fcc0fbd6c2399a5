import { rank } from '../rank.ts';
import { aggregate } from './aggregate.ts';
import { overallScores, type Choices } from './choices.ts';
import type { Composite } from './composite.ts';
import { normaliseLeaves } from './normalise-leaves.ts';

/** What leaving a node out does to the ranks. */
export interface Removal {
  readonly node: number;
  /** Mean distance of the new ranks from those in use; null where no unit has both. */
  readonly meanShift: number | null;
  /** The unit whose rank moves most, and its new rank; null where none moves. */
  readonly most: { readonly unit: number; readonly from: number; readonly to: number } | null;
}

/** Leaves each of some nodes out in turn; the others below its parent take its weight in proportion. */
export function removeEach(
  composite: Composite,
  values: Float64Array,
  choices: Choices,
  nominal: readonly (number | null)[],
  nodes: readonly number[],
): Removal[] {
  // What a leaf scores does not depend on the others.
  const leaves = normaliseLeaves(values, choices.goalposts, choices);
  return nodes.map((node) => {
    const overall = overallScores(composite, aggregate(without(composite, node), leaves, choices));
    const ranks = rank(overall, 'dense');
    let [sum, n] = [0, 0];
    let most: Removal['most'] = null;
    nominal.forEach((from, unit) => {
      const to = ranks[unit] ?? null;
      if (from === null || to === null) return;
      const shift = Math.abs(to - from);
      if (shift > (most === null ? 0 : Math.abs(most.to - most.from))) most = { unit, from, to };
      sum += shift;
      n++;
    });
    return { node, meanShift: n === 0 ? null : sum / n, most };
  });
}

/** The tree without a node; a parent that loses its last child goes with it. */
function without(composite: Composite, node: number): Composite {
  const count = composite.leaves.length;
  const at = composite.parents.findIndex(({ children }) => children.includes(node));
  const parent = composite.parents[at];
  if (parent === undefined) return composite;
  if (parent.children.length === 1) return without(composite, count + at);
  const children = parent.children.filter((child) => child !== node);
  return { ...composite, parents: composite.parents.with(at, { ...parent, children }) };
}
