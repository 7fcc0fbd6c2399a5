import { integrityReport, type IntegrityReport } from '../../audit/integrity/integrity-report.ts';
import { judgeRecount, judgeStoredCounts } from '../../audit/integrity/judge-records.ts';
import { judgeSides, type Sides } from '../../audit/integrity/judge-sides.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { printDigest } from '../../model/record/digest.ts';
import type { Store } from '../../store/open.ts';
import { contentOf } from '../../store/read/content.ts';
import { integrityFaults } from '../../store/read/integrity.ts';
import { countRefusalRows, refusalCounts, retentionOf } from '../../store/read/refusals.ts';
import { rollupTotals } from '../../store/read/rollups.ts';
import { countRows } from '../../store/read/rows.ts';
import { listRuns, runWithoutRows } from '../../store/read/runs.ts';
import { recomputeSide, sideDigests } from '../../store/read/side-digests.ts';
import { recountRecords } from './recount-records.ts';

/**
 * Runs the integrity check of the engine, then reads every row again and compares counts, digest and rollups with those
 * stored. Where the runs kept no rows, the stored counts are compared with one another.
 */
export function verifyStore(
  store: Store,
  knowledge: Pick<Knowledge, 'reference' | 'calendar'>,
): IntegrityReport {
  const faults = integrityFaults(store);
  const content = contentOf(store);
  const records = runWithoutRows(store)
    ? judgeStoredCounts({
        content,
        runs: listRuns(store),
        rollups: rollupTotals(store),
        rows: countRows(store),
      })
    : judgeRecount(recountRecords(store, knowledge), content);
  return integrityReport(faults, records, judgeSides(sidesOf(store)));
}

const sidesOf = (store: Store): Sides => ({
  stored: sideDigests(store),
  digests: {
    register: printDigest(recomputeSide(store, 'register')),
    refusals: printDigest(recomputeSide(store, 'refusals')),
    settings: printDigest(recomputeSide(store, 'settings')),
  },
  refusals: {
    stored: retentionOf(store),
    counted: countRefusalRows(store),
    ofRuns: listRuns(store).map(({ id, refused }) => ({
      run: id,
      said: refused,
      counted: refusalCounts(store, id).reduce((sum, { n }) => sum + n, 0),
    })),
  },
});
