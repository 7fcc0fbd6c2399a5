import type {
  DefectCount,
  FeltCount,
  LossCount,
  MechanismCount,
  TruthCounts,
} from '../../../model/truth-totals.ts';
import type { Store } from '../../open.ts';

/** Counts of the truth of one run (model/truth.ts); empty where the truth does not know it. */
export const truthCounts = (truth: Store, run: number): TruthCounts => ({
  felt: feltLevels(truth, run),
  mechanisms: mechanismCounts(truth, run),
  losses: lossCounts(truth, run),
  defects: defectCounts(truth, run),
});

/** Levels felt in all services of a run, rated or not. */
const feltLevels = (truth: Store, run: number): FeltCount[] =>
  truth.db
    .prepare<[number], FeltCount>(
      'SELECT level, sum(n) AS n FROM truth_services WHERE run = ? GROUP BY level ORDER BY level',
    )
    .all(run);

/** Ratings of a run that were never recorded. */
const lossCounts = (truth: Store, run: number): LossCount[] =>
  truth.db
    .prepare<[number], LossCount>(
      'SELECT cause, level, sum(n) AS n FROM truth_loss WHERE run = ? GROUP BY cause, level ORDER BY cause, level',
    )
    .all(run);

/** Ratings of a run by how they came about and the level felt behind them. */
function mechanismCounts(truth: Store, run: number): MechanismCount[] {
  // A byte and three bits: an array, for a year of the country has ten million ratings.
  const counts = new Float64Array(256 * 8);
  const segments = truth.db
    .prepare<[number], { levels: Buffer; mechanisms: Buffer; n: number }>(
      'SELECT true_level AS levels, mechanism AS mechanisms, n FROM truth_segment WHERE run = ? ORDER BY segment',
    )
    .iterate(run);
  for (const { levels, mechanisms, n } of segments) {
    for (let row = 0; row < n; row++) {
      const cell = (mechanisms[row] ?? 0) * 8 + (levels[row] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  return [...counts].flatMap((n, cell) =>
    n === 0 ? [] : [{ mechanism: Math.floor(cell / 8), level: cell % 8, n }],
  );
}

/** Injected defects of a run, from its ledger. */
const defectCounts = (truth: Store, run: number): DefectCount[] =>
  truth.db
    .prepare<[number], DefectCount>(
      `SELECT defect, rung, count(*) AS n FROM truth_defect WHERE run = ?
       GROUP BY defect, rung ORDER BY CAST(substr(defect, 2) AS INTEGER), rung`,
    )
    .all(run);
