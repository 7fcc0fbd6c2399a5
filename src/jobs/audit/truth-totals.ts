import { totalsOf } from '../../audit/truth-totals.ts';
import type { DefectCount, FeltCount, TruthTotals } from '../../model/truth-totals.ts';
import { closeStore, type Store } from '../../store/open.ts';
import { listRuns } from '../../store/read/runs.ts';
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

/** The defects that were injected in the runs of a database, with its truth at hand. */
export const injectedDefects = (store: Store, truth: Store): DefectCount[] =>
  listRuns(store).flatMap(({ id }) => truthCounts(truth, id).defects);
