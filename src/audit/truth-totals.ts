import { lossCause, mechanism } from '../model/truth.ts';
import type { FeltCount, MechanismCount, TruthCounts, TruthTotals } from '../model/truth-totals.ts';

const LABEL = '真值（不进入任何结果）';

/** Totals of the truth of a run, with the levels as published beside those felt; null where it does not know the run. */
export function totalsOf(counts: TruthCounts, published: readonly FeltCount[]): TruthTotals | null {
  const { felt, mechanisms, losses, defects } = counts;
  if (felt.length === 0) return null;
  return {
    label: LABEL,
    felt,
    mechanisms: [...sumBy(mechanisms, (count) => count.mechanism)].map(([number, n]) => ({
      mechanism: nameOf(mechanism, number),
      n,
    })),
    feltByRated: [...sumBy(mechanisms, ({ level }) => level)]
      .map(([level, n]) => ({ level, n }))
      .sort((a, b) => a.level - b.level),
    published,
    losses: losses.map(({ cause, level, n }) => ({ cause: nameOf(lossCause, cause), level, n })),
    defects,
  };
}

function sumBy(
  counts: readonly MechanismCount[],
  of: (count: MechanismCount) => number,
): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const count of counts) sums.set(of(count), (sums.get(of(count)) ?? 0) + count.n);
  return sums;
}

const nameOf = (names: Readonly<Record<string, number>>, number: number): string =>
  Object.entries(names).find(([, value]) => value === number)?.[0] ?? String(number);
