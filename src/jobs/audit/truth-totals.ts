import { lossCause, mechanism } from '../../model/truth.ts';
import { closeStore, openTruth, type Store } from '../../store/open.ts';
import { defectCounts, feltLevels, lossCounts, mechanismCounts } from '../../store/read/truth-totals.ts';
import type { FeltCount, TruthTotals } from '../../model/truth-totals.ts';
import { Mistake } from '../../model/errors.ts';

const truthLabel = '真值（不进入任何结果）';

const nameOf = (names: Readonly<Record<string, number>>, number: number): string =>
  Object.entries(names).find(([, value]) => value === number)?.[0] ?? String(number);

/**
 * Reads the totals; `published` stands beside what was felt. Null where the truth is not at hand or does not know the run.
 */
export function truthTotals(store: Store, run: number, published: readonly FeltCount[]): TruthTotals | null {
  const truth = truthBeside(store);
  if (truth === null) return null;
  try {
    const felt = feltLevels(truth, run);
    if (felt.length === 0) return null;
    const counts = mechanismCounts(truth, run);
    const sumBy = (of: (count: (typeof counts)[number]) => number): Map<number, number> => {
      const sums = new Map<number, number>();
      for (const count of counts) sums.set(of(count), (sums.get(of(count)) ?? 0) + count.n);
      return sums;
    };
    return {
      label: truthLabel,
      felt,
      mechanisms: [...sumBy((count) => count.mechanism)].map(([number, n]) => ({
        mechanism: nameOf(mechanism, number),
        n,
      })),
      feltByRated: [...sumBy((count) => count.level)]
        .map(([level, n]) => ({ level, n }))
        .sort((a, b) => a.level - b.level),
      published,
      losses: lossCounts(truth, run).map(({ cause, level, n }) => ({
        cause: nameOf(lossCause, cause),
        level,
        n,
      })),
      defects: defectCounts(truth, run),
    };
  } finally {
    closeStore(truth);
  }
}

/** A database may have been handed over without its truth. */
function truthBeside(store: Store): Store | null {
  try {
    return openTruth(store.file, { readonly: true });
  } catch (error) {
    if (error instanceof Mistake) return null;
    throw error;
  }
}
