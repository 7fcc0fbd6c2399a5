/** The largest and the smallest of some figures, with all that share the place. */

export interface Extremes<Id> {
  readonly highest: readonly Id[];
  readonly high: number;
  readonly lowest: readonly Id[];
  readonly low: number;
  readonly areAllEqual: boolean;
}

/** Sums of the same scores in another order differ in the last digits: so much is no difference. */
const NOTHING = 1e-9;

/** Null for no figure at all. */
export function extremesOf<Id>(
  figures: readonly { readonly id: Id; readonly value: number }[],
): Extremes<Id> | null {
  if (figures.length === 0) return null;
  const values = figures.map(({ value }) => value);
  const [high, low] = [Math.max(...values), Math.min(...values)];
  const at = (place: number): Id[] =>
    figures.filter(({ value }) => Math.abs(value - place) <= NOTHING).map(({ id }) => id);
  return { highest: at(high), high, lowest: at(low), low, areAllEqual: high - low <= NOTHING };
}

/** How many of some figures are above a value. */
export const countAbove = (values: readonly number[], limit: number): number =>
  values.filter((value) => value > limit + NOTHING).length;
