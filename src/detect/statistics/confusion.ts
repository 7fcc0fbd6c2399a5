/** Which answers were given for which truths (混淆矩阵). */
export interface Confusion {
  /** counts[truth][answer]. */
  readonly counts: readonly (readonly number[])[];
  readonly right: number;
  readonly all: number;
}

/** A truth that was often answered with something else. */
export interface Pattern {
  readonly truth: number;
  readonly answer: number;
  readonly n: number;
}

export function confusionOf(truths: readonly number[], answers: readonly number[], k: number): Confusion {
  const counts = Array.from({ length: k }, () => Array.from({ length: k }, () => 0));
  for (const [item, truth] of truths.entries()) {
    const row = counts[truth];
    const answer = answers[item] ?? -1;
    if (row?.[answer] === undefined)
      throw new Error(`item ${String(item)} has a category beyond ${String(k)}`);
    row[answer] += 1;
  }
  const right = counts.reduce((total, row, i) => total + (row[i] ?? 0), 0);
  return { counts, right, all: truths.length };
}

/** The confusions that came most often, the first first; ties in the order of truths and answers. */
export function leadingPatterns({ counts }: Confusion, most: number): Pattern[] {
  return counts
    .flatMap((row, truth) => row.map((n, answer) => ({ truth, answer, n })))
    .filter(({ truth, answer, n }) => truth !== answer && n > 0)
    .sort((a, b) => b.n - a.n)
    .slice(0, most);
}
