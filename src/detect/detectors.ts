import type { DetectorRule, Suspicion } from '../model/detection/suspicion.ts';
import type { Detector, Found, Watch } from './detector.ts';
import { FALSE_LEADS, withinBudget } from './false-lead-budget.ts';
import { attacks } from './rules/attacks.ts';
import { otherCallBacks } from './rules/call-backs.ts';
import { closedHallRatings } from './rules/closed-hall.ts';
import { fewBad } from './rules/few-bad.ts';
import { lateUnrated } from './rules/late-unrated.ts';
import { lateUploads } from './rules/late-uploads.ts';
import { nightSeries } from './rules/night-series.ts';
import { padSurplus } from './rules/pad-surplus.ts';
import { placeholderTelephones } from './rules/placeholder-telephones.ts';
import { praiseAtOne } from './rules/praise-at-one.ts';
import { quickPadRatings } from './rules/quick-ratings.ts';
import {
  missingFields,
  orphanRatings,
  repeatedKeys,
  timesOutOfOrder,
  wrongCertificates,
  wrongCodes,
} from './rules/refused-records.ts';
import { sameSecond } from './rules/same-second.ts';
import { sharedAccounts } from './rules/shared-accounts.ts';
import { sharedTelephones } from './rules/shared-telephones.ts';
import { unhappySurplus } from './rules/unhappy-surplus.ts';
import type { RefusedLine, UnitRecords } from './unit-records.ts';

/** Every detector, in the order of the catalogue of anomalies; the simple one of an anomaly before the strong one. */
const detectors: readonly Detector[] = [
  quickPadRatings,
  padSurplus,
  sameSecond,
  nightSeries,
  sharedAccounts,
  sharedTelephones,
  placeholderTelephones,
  wrongCertificates,
  repeatedKeys,
  orphanRatings,
  timesOutOfOrder,
  wrongCodes,
  missingFields,
  attacks,
  unhappySurplus,
  praiseAtOne,
  fewBad,
  lateUnrated,
  lateUploads,
  otherCallBacks,
  closedHallRatings,
];

export const detectorRules: readonly DetectorRule[] = detectors.map(({ rule }) => rule);

/** What a detector found, before and after its budget of false leads. */
export interface DetectorResult {
  readonly rule: DetectorRule;
  readonly candidates: Found['candidates'];
  readonly suspicions: readonly Suspicion[];
  /** How many tests were made, by unit; none where a rule is broken or is not. */
  readonly tests: Found['tests'];
}

/** Looks at the records of a database unit by unit; keeps counts and the keys of candidates, never the records. */
export class DetectorRun {
  readonly #watches: readonly Watch[] = detectors.map((detector) => detector.watch());

  see(unit: UnitRecords): void {
    for (const watch of this.#watches) watch.see(unit);
  }

  /** What was found in all units. */
  results(refused: readonly RefusedLine[], budget: number = FALSE_LEADS): DetectorResult[] {
    return detectors.map(({ rule }, i) => {
      const found = this.#watches[i]?.found(refused) ?? { candidates: [], tests: new Map() };
      return { rule, ...found, suspicions: withinBudget(found, budget) };
    });
  }
}
