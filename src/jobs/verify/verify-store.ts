import { integrityReport, type IntegrityReport } from '../../audit/integrity/integrity-report.ts';
import { judgeRecomputed } from '../../audit/integrity/judge-recomputed.ts';
import { judgeRecount, judgeStoredCounts } from '../../audit/integrity/judge-records.ts';
import { judgeSides, type Sides } from '../../audit/integrity/judge-sides.ts';
import { judgeSuspicions } from '../../audit/integrity/judge-suspicions.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { printDigest } from '../../model/record/digest.ts';
import type { Reference } from '../../model/reference.ts';
import type { Register } from '../../model/register.ts';
import type { Run } from '../../model/run.ts';
import type { Store } from '../../store/open.ts';
import { contentOf } from '../../store/read/content.ts';
import { integrityFaults } from '../../store/read/integrity.ts';
import {
  countRefusalRows,
  miscountedRefusals,
  refusalCounts,
  retentionOf,
} from '../../store/read/refusals.ts';
import { readRegister } from '../../store/read/register.ts';
import { rollupTotals } from '../../store/read/rollups.ts';
import { countRows } from '../../store/read/rows.ts';
import { listRuns, runWithoutRows } from '../../store/read/runs.ts';
import { recomputeSide, sideDigests } from '../../store/read/side-digests.ts';
import { flaggedRecords, keptDetection } from '../../store/read/detection/suspicions.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';
import { recomputeAnswers } from './recompute-answers.ts';
import { recomputeMeasurements } from './recompute-measurements.ts';
import { recountRecords } from './recount-records.ts';

/**
 * Runs the integrity check of the engine, then reads every row again and compares counts, digest, rollups, results and answers
 * with those stored. Where the runs kept no rows, the stored counts are compared with one another.
 */
export async function verifyStore(
  store: Store,
  knowledge: Knowledge,
  programVersion: string,
): Promise<IntegrityReport> {
  const faults = integrityFaults(store);
  const content = contentOf(store);
  const runs = listRuns(store);
  const records = runWithoutRows(store)
    ? judgeStoredCounts({
        content,
        runs,
        rollups: rollupTotals(store),
        rows: countRows(store),
      })
    : judgeRecount(recountRecords(store, knowledge), content, runs);
  const recomputed = [
    judgeRecomputed('measurements', recomputeMeasurements(store, knowledge)),
    judgeRecomputed('answers', await recomputeAnswers(store, knowledge, programVersion)),
  ];
  const sides = judgeSides(sidesOf(store, knowledge, runs));
  const suspicions = keptDetection(store) === undefined ? [] : [judgeSuspicions(flaggedRecords(store))];
  return integrityReport(faults, records, recomputed, sides, suspicions);
}

const sidesOf = (store: Store, { reference }: Pick<Knowledge, 'reference'>, runs: readonly Run[]): Sides => ({
  stored: sideDigests(store),
  digests: {
    register: printDigest(recomputeSide(store, 'register')),
    refusals: printDigest(recomputeSide(store, 'refusals')),
    settings: printDigest(recomputeSide(store, 'settings')),
  },
  misplaced: misplacedIn(readRegister(store), referenceOfStore(store, reference)),
  refusals: {
    stored: retentionOf(store),
    counted: countRefusalRows(store),
    miscounted: miscountedRefusals(store),
    ofRuns: runs.map(({ id, refused }) => ({
      run: id,
      said: refused,
      counted: refusalCounts(store, id).reduce((sum, { n }) => sum + n, 0),
    })),
  },
});

/** An office counts for the unit of its code, an item for that of its office. */
const misplacedIn = ({ offices, tasks }: Register, { units }: Pick<Reference, 'units'>): string[] => [
  ...offices.filter(({ unit, unitIndex }) => units[unitIndex]?.code !== unit).map(({ code }) => code),
  ...tasks
    .filter(({ officeId, unitIndex }) => offices[officeId]?.unitIndex !== unitIndex)
    .map(({ taskCode }) => taskCode),
];
