import { FALSE_LEADS } from '../../detect/false-lead-budget.ts';
import type { Scorecard } from '../../detect/score-detection.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { closeStore, type Store } from '../../store/open.ts';
import { detectedData } from '../../store/read/detection/suspicions.ts';
import { replaceSuspicions } from '../../store/write/suspicions.ts';
import { truthBeside } from '../audit/truth-beside.ts';
import { runDetectors, type DetectedDatabase } from './run-detectors.ts';
import { scoreDetected } from './score-detected.ts';

/** What a detection found, and how right it was: null where there is no truth beside the database, or it knows of no defect. */
export interface ScoredDatabase extends DetectedDatabase {
  readonly scorecard: Scorecard | null;
}

/**
 * Runs every detector over a database and keeps what they flag in its own tables, in the place of what an earlier detection left.
 * No record changes. Where the truth is beside the database, the detectors are scored against it. A database opened read-only is
 * looked at all the same, and nothing is kept.
 */
export function detectDatabase(
  store: Store,
  knowledge: Pick<Knowledge, 'reference' | 'calendar'>,
  programVersion: string,
  progress?: (unit: string) => void,
): ScoredDatabase {
  const detected = runDetectors(store, knowledge, progress);
  if (!store.db.readonly)
    replaceSuspicions(
      store,
      { data: detectedData(store), programVersion, budget: FALSE_LEADS },
      detected.results.flatMap(({ suspicions }) => suspicions),
    );
  const truth = truthBeside(store);
  if (truth === null) return { ...detected, scorecard: null };
  try {
    return { ...detected, scorecard: scoreDetected(store, truth, detected) };
  } finally {
    closeStore(truth);
  }
}
