/**
 * Ranks (排名) from unrounded scores, 1 = highest, null for a score of null. Ties share a rank; the next rank is one
 * more in `dense` ranking (the report's, as its published ranks show) and skips in `competition` ranking.
 */
export function rank(scores: readonly (number | null)[], kind: 'dense' | 'competition'): (number | null)[] {
  const sorted = scores.filter((score) => score !== null).sort((a, b) => b - a);
  const ranks = new Map<number, number>();
  sorted.forEach((score, i) => {
    if (!ranks.has(score)) ranks.set(score, kind === 'dense' ? ranks.size + 1 : i + 1);
  });
  return scores.map((score) => (score === null ? null : (ranks.get(score) ?? null)));
}
