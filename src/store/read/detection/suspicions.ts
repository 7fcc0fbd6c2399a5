import type { Suspicion } from '../../../model/detection/suspicion.ts';
import type { RectificationRow } from '../../../model/record/row.ts';
import type { Store } from '../../open.ts';
import { contentOf } from '../content.ts';
import { retentionOf } from '../refusals.ts';
import { selected } from '../record-columns.ts';

/** What was looked at when the suspicions were found that a database keeps. */
export interface Detection {
  /** Digest of the data that were looked at. */
  readonly data: string;
  readonly programVersion: string;
  /** Share of false leads that was accepted in each unit and detector. */
  readonly budget: number;
  /** False where records have come since. */
  readonly isCurrent: boolean;
}

/** A suspicion as it is kept: how many records it flags, instead of their keys. */
export type StoredSuspicion = Omit<Suspicion, 'keys'> & { readonly id: number; readonly records: number };

/** What a detector found in a unit. */
export interface SuspicionCount {
  readonly detector: string;
  readonly unit: number;
  readonly suspicions: number;
  /** Whole office-months among them, which flag no record. */
  readonly months: number;
  /** Records flagged, each once. */
  readonly records: number;
}

/** What names the data that detectors look at: the digest of the records, and how many were refused. */
export const detectedData = (store: Store): string =>
  `${contentOf(store).digest}/${String(retentionOf(store).records)}`;

/** The detection whose suspicions are kept; undefined where nobody has looked yet. */
export function keptDetection(store: Store): Detection | undefined {
  const row = store.db
    .prepare<[], Omit<Detection, 'isCurrent'>>(
      'SELECT data, program_version AS programVersion, budget FROM detection',
    )
    .get();
  return row && { ...row, isCurrent: row.data === detectedData(store) };
}

/** How much each detector found in each unit. */
export const suspicionCounts = (store: Store): SuspicionCount[] =>
  store.db
    .prepare<[], SuspicionCount>(
      `SELECT detector, unit, count(DISTINCT id) AS suspicions, count(DISTINCT iif(month IS NULL, NULL, id)) AS months,
              count(DISTINCT key) AS records
       FROM suspicion LEFT JOIN suspicion_record ON suspicion_record.suspicion = suspicion.id
       GROUP BY detector, unit ORDER BY detector, unit`,
    )
    .all();

const KEPT = `id, detector, unit, office, month, p, observed, expected, n AS "of",
  (SELECT count(*) FROM suspicion_record WHERE suspicion = suspicion.id) AS records`;

/** Which suspicions of a detector are read, and from where on. */
export interface SuspicionPage {
  readonly detector: string;
  /** Of one unit alone. */
  readonly unit?: number;
  readonly limit: number;
  /** Id of the last suspicion that was read before. */
  readonly after?: number;
}

/** Suspicions of a detector, the most suspicious first: broken rules, then by chance, then as they were found. */
export function listSuspicions(
  store: Store,
  { detector, unit, limit, after }: SuspicionPage,
): StoredSuspicion[] {
  // A row of values is compared with that of the last one; a broken rule comes before every chance.
  return store.db
    .prepare<
      [{ detector: string; unit: number | null; after: number | null; limit: number }],
      StoredSuspicion
    >(
      `SELECT ${KEPT} FROM suspicion
       WHERE detector = @detector AND (@unit IS NULL OR unit = @unit)
         AND (@after IS NULL
              OR (ifnull(p, -1), id) > (SELECT ifnull(last.p, -1), last.id FROM suspicion AS last WHERE last.id = @after))
       ORDER BY p, id LIMIT @limit`,
    )
    .all({ detector, unit: unit ?? null, after: after ?? null, limit });
}

/** One suspicion by its id. */
export const suspicionById = (store: Store, id: number): StoredSuspicion | undefined =>
  store.db.prepare<[number], StoredSuspicion>(`SELECT ${KEPT} FROM suspicion WHERE id = ?`).get(id);

/** Keys of the records of a suspicion, in order. */
export const recordsOfSuspicion = (
  store: Store,
  id: number,
  { limit, after }: { readonly limit: number; readonly after?: number },
): number[] =>
  store.db
    .prepare<[number, number, number], number>(
      'SELECT key FROM suspicion_record WHERE suspicion = ? AND key > ? ORDER BY key LIMIT ?',
    )
    .pluck()
    .all(id, after ?? -1, limit);

/** Keys that detectors flagged; `detectors` are those that flag ratings, as JSON: the store does not know what a detector looks at. */
const FLAGGED = `SELECT key FROM suspicion_record
  WHERE suspicion IN (SELECT id FROM suspicion WHERE detector IN (SELECT value FROM json_each(@detectors)))`;

/** Flagged ratings, and additional ones (追评) of a flagged first rating: without the first they would not have been accepted. */
const LEFT_OUT = `SELECT key FROM (${FLAGGED}) UNION SELECT key + 1 FROM (${FLAGGED}) WHERE key % 2 = 0`;

/** Keys of all ratings that some detectors flagged, each once, in order. */
export const flaggedRatingKeys = (store: Store, detectors: readonly string[]): number[] =>
  store.db
    .prepare<[{ detectors: string }], number>(`SELECT key FROM rating WHERE key IN (${FLAGGED}) ORDER BY key`)
    .pluck()
    .all({ detectors: JSON.stringify(detectors) });

/** A rating that is left out, with what is counted of its service. */
export interface RatingLeftOut {
  readonly key: number;
  readonly packed: number;
  readonly assessedAt: number;
  readonly task: number;
  readonly serviceAt: number;
  readonly person: number;
}

/** The ratings that go when those are left out that some detectors flagged. */
export const ratingsLeftOut = (store: Store, detectors: readonly string[]): IterableIterator<RatingLeftOut> =>
  store.db
    .prepare<[{ detectors: string }], RatingLeftOut>(
      `SELECT rating.key AS key, rating.mark AS packed, rating.assessed_at AS assessedAt,
              service.task AS task, service.service_at AS serviceAt, service.person AS person
       FROM rating JOIN service ON service.key = rating.key / 2
       WHERE rating.key IN (${LEFT_OUT}) ORDER BY rating.key`,
    )
    .iterate({ detectors: JSON.stringify(detectors) });

/** The rectifications of these ratings. */
export const rectificationsLeftOut = (store: Store, detectors: readonly string[]): RectificationRow[] =>
  store.db
    .prepare<[{ detectors: string }], RectificationRow>(
      `SELECT ${selected('rectification')} FROM rectification WHERE key IN (${LEFT_OUT}) ORDER BY key`,
    )
    .all({ detectors: JSON.stringify(detectors) });

/** How many records are flagged, and how many of those are neither a rating nor a refused record that is kept. */
export function flaggedRecords(store: Store): { readonly flagged: number; readonly missing: number } {
  const count = (where: string): number =>
    store.db.prepare<[], number>(`SELECT count(*) FROM suspicion_record ${where}`).pluck().get() ?? 0;
  return {
    flagged: count(''),
    missing: count('WHERE key NOT IN (SELECT key FROM rating) AND key NOT IN (SELECT id FROM refusal)'),
  };
}
