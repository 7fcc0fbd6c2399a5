import type { DimensionId } from '../../model/reference.ts';
import type { Store } from '../open.ts';

/** What was really felt behind a rating, and how the rating came about (model/truth.ts). */
export interface RatingTruth {
  readonly key: number;
  readonly level: number;
  readonly mechanism: number;
}

/** The truth of every rating, run by run, in the order made. */
export function* eachRatingTruth(truth: Store): Iterable<RatingTruth> {
  const segments = truth.db
    .prepare<[], { keys: Buffer; levels: Buffer; mechanisms: Buffer; n: number }>(
      `SELECT rating_key AS keys, true_level AS levels, mechanism AS mechanisms, n
       FROM truth_segment ORDER BY run, segment`,
    )
    .iterate();
  for (const { keys, levels, mechanisms, n } of segments) {
    for (let row = 0; row < n; row++) {
      yield { key: keys.readDoubleLE(row * 8), level: levels[row] ?? 0, mechanism: mechanisms[row] ?? 0 };
    }
  }
}

export interface UnitTruth {
  readonly unit: number;
  readonly dimension: DimensionId;
  /** Standard deviations from the mean of all units. */
  readonly quality: number;
}

/** Latent qualities of the units of all runs: one world, so the first run that made a unit speaks for it. */
export const unitTruths = (truth: Store): UnitTruth[] =>
  truth.db
    .prepare<[], UnitTruth>(
      `SELECT unit, dimension, quality FROM truth_unit AS t
       WHERE run = (SELECT min(run) FROM truth_unit WHERE unit = t.unit) ORDER BY unit, dimension`,
    )
    .all();

export interface LevelTruth {
  readonly unit: number;
  /** 0 = all services, else why a bad rating was never recorded (model/truth.ts). */
  readonly cause: number;
  readonly level: number;
  readonly n: number;
}

/** Levels felt by the users of all services of a unit, and those of ratings that were never recorded. */
export const levelTruths = (truth: Store): LevelTruth[] =>
  truth.db
    .prepare<[], LevelTruth>(
      `SELECT unit, 0 AS cause, level, sum(n) AS n FROM truth_services GROUP BY unit, level
       UNION ALL SELECT unit, cause, level, sum(n) FROM truth_loss GROUP BY unit, cause, level ORDER BY 1, 2, 3`,
    )
    .all();

/** An injected defect: which record, what it would have said, what collection makes of it (model/defect.ts). */
export interface DefectTruth {
  readonly record: 'service' | 'rating' | 'rectification';
  readonly key: number;
  readonly defect: string;
  readonly rung: number;
  readonly field: string;
  readonly was: string;
  readonly outcome: string;
  readonly sent: string | null;
}

/** All injected defects, run by run, in the order made. */
export const eachDefectTruth = (truth: Store): IterableIterator<DefectTruth> =>
  truth.db
    .prepare<[], DefectTruth>(
      'SELECT record, key, defect, rung, field, was, outcome, sent FROM truth_defect ORDER BY run, entry',
    )
    .iterate();

/** How often an injection of the scenario could have affected a record, and did. */
export interface DefectTotalTruth {
  readonly run: number;
  readonly defect: string;
  readonly rung: number;
  readonly rate: number;
  readonly eligible: number;
  readonly injected: number;
}

export const defectTotals = (truth: Store): DefectTotalTruth[] =>
  truth.db
    .prepare<[], DefectTotalTruth>(
      `SELECT run, defect, rung, rate, sum(eligible) AS eligible, sum(injected) AS injected
       FROM truth_defect_total GROUP BY run, position ORDER BY run, position`,
    )
    .all();
