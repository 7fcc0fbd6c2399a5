import type {
  DefectTotalTruth,
  DefectTruth,
  LevelTruth,
  LinkTruth,
  RatingTruth,
  ReformTruth,
  UnitTruth,
} from '../../../model/truth.ts';
import type { Store } from '../../open.ts';

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

/** The ratings of a batch, in the order made: keys that rise, levels felt and mechanisms. */
export interface TruthSegment {
  readonly keys: Float64Array;
  readonly levels: Uint8Array;
  readonly mechanisms: Uint8Array;
}

/** The truth of every rating, batch by batch. */
export function* eachTruthSegment(truth: Store): Iterable<TruthSegment> {
  const segments = truth.db
    .prepare<[], { keys: Buffer; levels: Buffer; mechanisms: Buffer; n: number }>(
      `SELECT rating_key AS keys, true_level AS levels, mechanism AS mechanisms, n
       FROM truth_segment WHERE n > 0 ORDER BY run, segment`,
    )
    .iterate();
  for (const { keys, levels, mechanisms, n } of segments) {
    yield {
      keys: Float64Array.from({ length: n }, (_, row) => keys.readDoubleLE(row * 8)),
      levels,
      mechanisms,
    };
  }
}

/** Latent qualities of the units of all runs: one world, so the first run that made a unit speaks for it. */
export const unitTruths = (truth: Store): UnitTruth[] =>
  truth.db
    .prepare<[], UnitTruth>(
      `SELECT unit, dimension, quality FROM truth_unit AS t
       WHERE run = (SELECT min(run) FROM truth_unit WHERE unit = t.unit) ORDER BY unit, dimension`,
    )
    .all();

/** The reforms of all runs, each once in each of its units, whichever run speaks of it. */
export const reformTruths = (truth: Store): ReformTruth[] =>
  truth.db
    .prepare<[], ReformTruth>(
      `SELECT DISTINCT unit, title_zh AS titleZh, title_en AS titleEn, departments, items, first_day AS "from", time,
         moved_online AS movedOnline, experience, tag_factors AS tagFactors, integrated
       FROM truth_reform ORDER BY unit, first_day, title_zh`,
    )
    .all();

/** The linked cases of all runs, each once, matter by matter. */
export function* eachLinkTruth(truth: Store): Iterable<LinkTruth> {
  const rows = truth.db
    .prepare<[], Omit<LinkTruth, 'integrated'> & { integrated: number }>(
      `SELECT unit, one_thing AS oneThing, begun, nth, place AS step, max(integrated) AS integrated, min(key) AS key
       FROM truth_link GROUP BY unit, one_thing, begun, nth, place ORDER BY begun, unit, one_thing, nth, place`,
    )
    .iterate();
  for (const { integrated, ...row } of rows) yield { ...row, integrated: integrated === 1 };
}

/** Levels felt by the users of all services of a unit, and those of ratings that were never recorded. */
export const levelTruths = (truth: Store): LevelTruth[] =>
  truth.db
    .prepare<[], LevelTruth>(
      `SELECT unit, 0 AS cause, level, sum(n) AS n FROM truth_services GROUP BY unit, level
       UNION ALL SELECT unit, cause, level, sum(n) FROM truth_loss GROUP BY unit, cause, level ORDER BY 1, 2, 3`,
    )
    .all();

/** All injected defects, run by run, in the order made. */
export function* eachDefectTruth(truth: Store): Iterable<DefectTruth> {
  yield* truth.db
    .prepare<[], DefectTruth>(
      'SELECT record, key, defect, rung, field, was, outcome, sent FROM truth_defect ORDER BY run, entry',
    )
    .iterate();
}

export const defectTotals = (truth: Store): DefectTotalTruth[] =>
  truth.db
    .prepare<[], DefectTotalTruth>(
      `SELECT run, defect, rung, rate, sum(eligible) AS eligible, sum(injected) AS injected
       FROM truth_defect_total GROUP BY run, position ORDER BY run, position`,
    )
    .all();
