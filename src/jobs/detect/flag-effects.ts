import { detectorRules } from '../../detect/detectors.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { isFictionalCode } from '../../model/names/unit-codes.ts';
import type { Period } from '../../model/time/period.ts';
import type { Store } from '../../store/open.ts';
import { keptDetection } from '../../store/read/detection/suspicions.ts';
import { detectDatabase } from './detect-database.ts';
import { scoresWithoutFlagged, type UnitWithoutFlagged } from './leave-out-flagged.ts';
import { isOnlyFictional } from './run-detectors.ts';

/** True where the leads that a database keeps are those of its data and of this version of the program. */
function holdsLeads(store: Store, programVersion: string): boolean {
  const kept = keptDetection(store);
  return kept?.isCurrent === true && kept.programVersion === programVersion;
}

/**
 * What leaving out all that detectors of ratings flagged does to the units that were looked at. Where no detection of these data is
 * kept it is made first; null where the database is read-only and keeps none.
 */
export function flagEffects(
  store: Store,
  knowledge: Pick<Knowledge, 'reference' | 'calendar' | 'methods'>,
  period: Period,
  programVersion: string,
): UnitWithoutFlagged[] | null {
  if (!holdsLeads(store, programVersion)) {
    if (store.db.readonly) return null;
    detectDatabase(store, knowledge, programVersion);
  }
  const ofRatings = detectorRules.filter(({ flags }) => flags === 'rating').map(({ id }) => id);
  const units = scoresWithoutFlagged(store, knowledge, period, ofRatings);
  return isOnlyFictional(store) ? units.filter(({ code }) => isFictionalCode(code)) : units;
}
