import { totalsOf } from '../../audit/truth-totals.ts';
import type { FeltCount, TruthTotals } from '../../model/truth-totals.ts';
import { closeStore, type Store } from '../../store/open.ts';
import { truthCounts } from '../../store/read/truth/truth-totals.ts';
import { truthBeside } from './truth-beside.ts';

/** The totals of the truth beside a database. Null where the truth is not at hand or does not know the run. */
export function truthTotals(store: Store, run: number, published: readonly FeltCount[]): TruthTotals | null {
  const truth = truthBeside(store);
  if (truth === null) return null;
  try {
    return totalsOf(truthCounts(truth, run), published);
  } finally {
    closeStore(truth);
  }
}
