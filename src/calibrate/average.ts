/** Mean of some numbers, all of equal weight. */
export const average = (list: readonly number[]): number =>
  list.reduce((sum, value) => sum + value, 0) / list.length;
