import { compareNational, compareTargets } from '../jobs/measure/compare-targets.ts';
import { measurePeriod } from '../jobs/measure/measure-period.ts';
import { qualityReport } from '../jobs/audit/quality-report.ts';
import type { QualityReport } from '../model/quality-report.ts';
import type { Measurement } from '../model/measurement.ts';
import type { Period } from '../model/time/period.ts';
import type { Register } from '../model/register.ts';
import { taskLevels } from './shared/item-rows.ts';
import { addRatings, emptyRatingTable, type RatingTable } from './shared/rating-table.ts';
import { ratingCells, taskRatingCells } from '../store/read/cells.ts';
import { contentOf, type Content } from '../store/read/content.ts';
import { monthsWithData } from '../store/read/months.ts';
import { readRegister } from '../store/read/register.ts';
import { countRuns } from '../store/read/runs.ts';
import type { Deps } from './deps.ts';

/**
 * What pages ask of the data that stand now. Everything that costs more than the answer is kept until the data change;
 * of the results by period only the latest few.
 */
export interface Results {
  readonly content: Content;
  readonly months: readonly number[];
  register(): Register;
  measurement(period: Period): Measurement;
  /** Ratings of all units in a period. */
  nationalRatings(period: Period): RatingTable;
  /** First ratings of each task by level (publish/item-table.ts). */
  taskLevels(period: Period): Float64Array;
  /** The quality of a run, from some of its days where it is large. */
  quality(run: number): QualityReport;
  /** The data beside each of the published counts, in their order. */
  comparisons(): readonly TargetComparison[];
  /** A period's results beside each of the national reports, in their order. */
  nationalComparisons(period: Period): readonly NationalComparison[];
}

type NationalComparison = ReturnType<typeof compareNational>;
type TargetComparison = ReturnType<typeof compareTargets>;

const KEPT_PERIODS = 8;
/** Rows that a page looks at: well under a second, in which nobody else is answered. */
const QUALITY_ROWS = 60_000;

/** Remembers the answers of the last few periods. */
function byPeriod<T>(make: (period: Period) => T): (period: Period) => T {
  const kept = new Map<string, T>();
  return (period) => {
    const known = kept.get(period.label);
    if (known !== undefined) return known;
    const made = make(period);
    const oldest = kept.keys().next();
    if (kept.size >= KEPT_PERIODS && oldest.done !== true) kept.delete(oldest.value);
    kept.set(period.label, made);
    return made;
  };
}

function resultsOf(deps: Deps, content: Content): Results {
  const { store, reference } = deps;
  let held: Register | undefined;
  const qualities = new Map<number, QualityReport>();
  let comparisons: readonly TargetComparison[] | undefined;
  const register = (): Register => (held ??= readRegister(store));
  return {
    content,
    months: monthsWithData(store),
    register,
    measurement: byPeriod((period) => measurePeriod(store, deps, period)),
    nationalRatings: byPeriod((period) => {
      const table = emptyRatingTable();
      // Unit by unit: never more cells in memory than one unit has.
      reference.units.forEach((_, unit) => {
        addRatings(table, ratingCells(store, period, [unit]));
      });
      return table;
    }),
    taskLevels: byPeriod((period) => taskLevels(register(), taskRatingCells(store, period))),
    quality(run) {
      const known = qualities.get(run);
      if (known !== undefined) return known;
      const made = qualityReport(store, deps, deps.published, { run, most: QUALITY_ROWS });
      qualities.set(run, made);
      return made;
    },
    comparisons: () =>
      (comparisons ??= deps.published.map((counts) => compareTargets(store, reference, counts))),
    nationalComparisons: byPeriod((period) =>
      deps.national.map((targets) => compareNational(store, deps, targets, period)),
    ),
  };
}

/** Gives the results of the data as they stand at each call. A register can change without a record: hence the runs. */
export function createResults(deps: Deps): () => Results {
  let mark = '';
  let held: Results | undefined;
  return () => {
    const content = contentOf(deps.store);
    const now = `${content.digest}/${String(content.services)}/${String(content.ratings)}/${String(countRuns(deps.store))}`;
    if (held === undefined || now !== mark) {
      held = resultsOf(deps, content);
      mark = now;
    }
    return held;
  };
}
