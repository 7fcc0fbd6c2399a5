/**
 * The delete-a-group jackknife: how far a figure would move if other persons, or other offices, had come, seen from how far it
 * moves when one random group of them is left out. Sources: P. S. Kott, “The delete-a-group jackknife”, Journal of Official
 * Statistics 17 (2001), 521–526; K. M. Wolter, Introduction to Variance Estimation, 2nd edition (2007), chapter 4.
 */

/**
 * Variance of a figure from what it is without each of its G groups: (G − 1)/G × Σ (without − whole)². Zero for fewer than two
 * groups. Groups that hold nothing count: a draw that puts nobody into a group is one of those that could be.
 */
export function jackknifeVariance(whole: number, without: readonly number[]): number {
  const groups = without.length;
  if (groups < 2) return 0;
  return ((groups - 1) / groups) * without.reduce((sum, figure) => sum + (figure - whole) ** 2, 0);
}
