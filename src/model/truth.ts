import type { DefectTotal, LedgerEntry } from './defect.ts';
import { MAX_UNITS } from './record/key.ts';
import type { DimensionId } from './reference.ts';

/** How a rating came about (机制); numbers go to the truth file: append only. */
export const mechanism = {
  /** The person submitted the level felt. */
  own: 0,
  /** The person felt a lower level and submitted “very satisfied”. */
  lifted: 1,
  /** Nobody rated; the system did. */
  defaulted: 2,
  /** The pre-selected five stars were submitted unchanged. */
  preselected: 3,
  /** The clerk pressed someone who felt a bad level to submit “very satisfied”. */
  pressed: 4,
  /** Staff rated in the person’s place (抢评、代评). */
  staff: 5,
  /** A script rated (刷好评). */
  script: 6,
  /** A ring of staff rated one another’s services (互刷). */
  ring: 7,
  /** Somebody set out to harm the office (恶意差评). */
  malicious: 8,
  /** The person meant another level (误评). */
  misclick: 9,
} as const;

/** Why a bad rating that somebody wanted to give was never recorded; numbers go to the truth file: append only. */
export const lossCause = {
  /** The form did not take levels 1 and 2. */
  suppressed: 1,
  /** It was submitted and lost on upload. */
  lost: 2,
} as const;

/** The truth of a batch of ratings, row by row. Two jobs read it back: the one that exports it, and the audit of a run. */
export interface TruthBatch {
  /** Rating keys as they were before any record was corrupted. */
  readonly keys: Float64Array;
  readonly level: Uint8Array;
  readonly mechanism: Uint8Array;
  /** True levels of all services of the batch, rated or not: index unit * 6 + level. */
  readonly serviceLevels: Int32Array;
  /** Bad ratings that were never recorded: index (unit * 3 + cause) * 6 + level felt. */
  readonly losses: Int32Array;
  /** What was injected into the batch, record by record, and how often each injection of the scenario could have been. */
  readonly ledger: readonly LedgerEntry[];
  readonly totals: readonly DefectTotal[];
  readonly links: readonly LinkTruth[];
}

/** A case that belongs to a matter of several departments (一件事). */
export interface LinkTruth {
  readonly unit: number;
  /** Key of the matter in db/reference/one-things.json. */
  readonly oneThing: string;
  /** The day on which the matter began, and which of those of its day it is. */
  readonly begun: number;
  readonly nth: number;
  /** Which case of the matter it is, from 0. */
  readonly step: number;
  readonly integrated: boolean;
  /** Key of a service of the case. */
  readonly key: number;
}

/** Length of the column of losses. */
export const LOSS_CELLS = MAX_UNITS * 3 * 6;

/** What was really felt behind a rating, and how the rating came about. */
export interface RatingTruth {
  readonly key: number;
  readonly level: number;
  readonly mechanism: number;
}

/** A latent quality of a unit. */
export interface UnitTruth {
  readonly unit: number;
  readonly dimension: DimensionId;
  /** Standard deviations from the mean of all units. */
  readonly quality: number;
}

/** A reform of a unit that has begun (model/scenario/reforms.ts); null where it concerns all departments, or all items. */
export interface ReformTruth {
  readonly unit: number;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly departments: string | null;
  readonly items: string | null;
  readonly from: string;
  readonly time: number;
  readonly movedOnline: number;
  readonly experience: number;
  readonly tagFactors: string;
  readonly integrated: number;
}

/** How often a level was felt in a unit. */
export interface LevelTruth {
  readonly unit: number;
  /** 0 = all services, else why a bad rating was never recorded. */
  readonly cause: number;
  readonly level: number;
  readonly n: number;
}

/** An injected defect: which record, what it would have said, what collection makes of it (defect.ts). */
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

/** How often an injection of the scenario could have affected a record, and did. */
export interface DefectTotalTruth {
  readonly run: number;
  readonly defect: string;
  readonly rung: number;
  readonly rate: number;
  readonly eligible: number;
  readonly injected: number;
}
