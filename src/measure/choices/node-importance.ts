import type { Scored } from './aggregate.ts';
import type { Composite } from './composite.ts';

/** What a node weighs in the whole, and how much of the whole moves with it. */
export interface NodeImportance {
  readonly node: number;
  /** The product of its shares up the tree. */
  readonly nominal: number;
  /** Squared correlation of its scores with the whole, among the nodes beside it; null where nothing varies. */
  readonly effective: number | null;
}

/** Products of the shares of nodes up the tree. */
function nominalWeights({ leaves, parents }: Composite, shares: Float64Array): Float64Array {
  const nominal = new Float64Array(leaves.length + parents.length);
  nominal[nominal.length - 1] = 1;
  for (let p = parents.length - 1; p >= 0; p--) {
    for (const child of parents[p]?.children ?? []) {
      nominal[child] = (nominal[leaves.length + p] ?? 0) * (shares[child] ?? 0);
    }
  }
  return nominal;
}

/**
 * Effective against nominal weights of some nodes that make up the whole: the squared correlation with the overall score, the
 * linear main effect of Paruolo, Saisana and Saltelli (2013), divided by its sum over the nodes.
 */
export function nodeImportance(
  composite: Composite,
  { scores, shares, units }: Scored,
  nodes: readonly number[],
): NodeImportance[] {
  const nominal = nominalWeights(composite, shares);
  const columnOf = (node: number): Float64Array => scores.subarray(node * units, (node + 1) * units);
  const whole = columnOf(composite.leaves.length + composite.parents.length - 1);
  const squared = nodes.map((node) => squaredCorrelation(columnOf(node), whole));
  const sum = squared.reduce((all, one) => all + one, 0);
  return nodes.map((node, i) => ({
    node,
    nominal: nominal[node] ?? 0,
    effective: sum > 0 ? (squared[i] ?? 0) / sum : null,
  }));
}

/** Squared product-moment correlation over the places where both are there; 0 where one does not vary. */
function squaredCorrelation(a: Float64Array, b: Float64Array): number {
  const pairs = Array.from(a, (x, i): [number, number] => [x, b[i] ?? NaN]).filter(
    ([x, y]) => !Number.isNaN(x) && !Number.isNaN(y),
  );
  const mean = (side: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [ma, mb] = [mean(0), mean(1)];
  let [ab, aa, bb] = [0, 0, 0];
  for (const [x, y] of pairs) {
    ab += (x - ma) * (y - mb);
    aa += (x - ma) ** 2;
    bb += (y - mb) ** 2;
  }
  // Rounding alone leaves something where nothing varies.
  const flat = 1e-18 * pairs.length;
  return aa <= flat || bb <= flat ? 0 : (ab * ab) / (aa * bb);
}
