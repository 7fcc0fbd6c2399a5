import { officeMonthNumber } from '../../detect/office-months.ts';
import {
  scoreDetection,
  type InjectedRecord,
  type PlacedLevel,
  type Scorecard,
} from '../../detect/score-detection.ts';
import { defectIds } from '../../model/defect.ts';
import { FICTIONAL_BASE } from '../../model/record/key.ts';
import type { DefectTruth } from '../../model/truth.ts';
import { monthOfSecond } from '../../rollup/month-of-day.ts';
import { taskColumns } from '../../rollup/task-columns.ts';
import type { Store } from '../../store/open.ts';
import {
  holdsCollected,
  placedRatings,
  ratingsOfLevel,
  rectifiedRatings,
} from '../../store/read/detection/placed-ratings.ts';
import { eachRefusal } from '../../store/read/refusals.ts';
import { readRegister } from '../../store/read/register.ts';
import { eachDefectTruth } from '../../store/read/truth/truth.ts';
import type { DetectedDatabase } from './run-detectors.ts';

const BEST = 5;

/**
 * The scorecard of what was detected, by the truth that is at hand; null where the truth knows of no defect, and where other records
 * were collected besides, of which it knows nothing.
 */
export function scoreDetected(
  store: Store,
  truth: Store,
  { results, ratings, rectifications, refused, officeMonths, onlyFictional }: DetectedDatabase,
): Scorecard | null {
  if (holdsCollected(store)) return null;
  const placedLevel = placesIn(store);
  const injected = injectedRecords(store, truth);
  if (injected.length === 0) return null;
  return scoreDetection(results, injected, placedLevel, {
    rating: ratings,
    rectification: rectifications,
    refusal: refused,
    'office-month': officeMonths,
    topLevel: ratingsOfLevel(store, BEST, onlyFictional ? FICTIONAL_BASE * 2 : 0),
  });
}

function placesIn(store: Store): PlacedLevel {
  const { office } = taskColumns(readRegister(store));
  const find = placedRatings(store);
  return (key) => {
    const found = find(key);
    return (
      found && {
        place: officeMonthNumber(office[found.task] ?? 0, Math.max(0, monthOfSecond(found.serviceAt))),
        level: found.level,
      }
    );
  };
}

/** The ledger as records that could be flagged: what is only counted, or was refused with its service, is none. */
function injectedRecords(store: Store, truth: Store): InjectedRecord[] {
  const refusals = new Map([...eachRefusal(store)].map(({ id, raw }) => [raw, id]));
  const injected: InjectedRecord[] = [];
  const placed = placedRatings(store);
  const isRectified = rectifiedRatings(store);
  for (const entry of eachDefectTruth(truth)) {
    const anomaly = defectIds.find((id) => id === entry.defect);
    const record = recordOf(entry, refusals);
    if (anomaly === undefined || record === undefined) continue;
    // What was refused for another defect cannot be flagged.
    const { kind, key } = record;
    const isThere =
      kind === 'rating' ? placed(key)?.stored === 1 : kind !== 'rectification' || isRectified(key);
    if (isThere) injected.push({ ...record, anomaly, level: entry.rung });
  }
  return injected;
}

function recordOf(
  { record, key, outcome, sent }: DefectTruth,
  refusals: ReadonlyMap<string, number>,
): Pick<InjectedRecord, 'kind' | 'key'> | undefined {
  if (outcome === 'absent') return { kind: 'office-month', key };
  if (outcome === 'accepted' && record !== 'service')
    return { kind: record === 'rating' ? 'rating' : 'rectification', key };
  const id = refusals.get(sent ?? '');
  return id === undefined ? undefined : { kind: 'refusal', key: id };
}
