import type { UnitResult } from '../../model/measurement.ts';
import { indicatorsOf, type Method } from '../../model/method.ts';

/** An indicator at the end of a tree: the second goalpost is the better one, and says which direction is good. */
export interface Leaf {
  readonly id: string;
  readonly goalposts: readonly [number, number];
}

/** A node above others. */
export interface Parent {
  readonly id: string;
  /** Numbers of the nodes below it. */
  readonly children: readonly number[];
  /** It has a score when children of at least this share of its weight have one. */
  readonly availability: number;
}

/**
 * A composite (综合指数) of any depth. Nodes are numbered: the leaves first, then their parents, each behind its children, the
 * whole last. A table of scores holds them node by node, the units of a node beside one another; NaN is no figure.
 */
export interface Composite {
  readonly leaves: readonly Leaf[];
  readonly parents: readonly Parent[];
  /** Weight of each node among those of its parent; the last has none. */
  readonly weights: Float64Array;
}

/** The composite of a method: indicators, groups, dimensions, and the overall score, which needs all dimensions. */
export function compositeOf(method: Pick<Method, 'availability' | 'dimensions'>): Composite {
  const { availability, dimensions } = method;
  const indicators = indicatorsOf(method);
  const groups = dimensions.flatMap((dimension) => dimension.groups);
  let below = 0;
  const take = (n: number): number[] => Array.from({ length: n }, () => below++);
  const above = (part: { readonly id: string }, n: number): Parent => ({
    id: part.id,
    children: take(n),
    availability,
  });
  return {
    leaves: indicators.map(({ id, goalposts }) => ({ id, goalposts })),
    parents: [
      ...groups.map((group) => above(group, group.indicators.length)),
      ...dimensions.map((dimension) => above(dimension, dimension.groups.length)),
      { id: 'overall', children: take(dimensions.length), availability: 1 },
    ],
    weights: Float64Array.from([...indicators, ...groups, ...dimensions].map(({ weight }) => weight)),
  };
}

/** The values of units at the leaves of a composite. */
export const leafValues = (
  { leaves }: Pick<Composite, 'leaves'>,
  units: readonly Pick<UnitResult, 'indicators'>[],
): Float64Array =>
  Float64Array.from(
    leaves.flatMap(({ id }) =>
      units.map(({ indicators }) => indicators.find((known) => known.id === id)?.value ?? NaN),
    ),
  );
