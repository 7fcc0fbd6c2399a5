import type { Bilingual } from '../model/language.ts';
import type { Interval } from '../model/math/interval.ts';
import type { SiteUnit } from '../portal/site-unit.ts';

/** What exercises are made from: a small simulated world of fictional units, with the truth behind it, as a job read it. */
export interface ExerciseWorld {
  readonly number: number;
  /** The month, like 2025-03. */
  readonly month: string;
  readonly units: readonly ExerciseUnit[];
  /** Bad ratings that name a reason or say something, with what is known of each. */
  readonly badRatings: readonly CaseFile[];
  /** Ratings of level 5 and 4 of the same offices. */
  readonly goodRatings: readonly CaseFile[];
  /** What the simulated service sites of some of the units are drawn from. */
  readonly sites: readonly SiteUnit[];
}

/** A unit as its results of the month are stored. */
export interface ExerciseUnit {
  readonly code: string;
  readonly name: Bilingual;
  readonly kind: 'province' | 'city';
  /** Services, and ratings by level: index 1 … 5; index 0 counts nothing. */
  readonly services: number;
  readonly levels: readonly number[];
  /** The same by channel, channel codes 1 … 7. */
  readonly channels: readonly {
    readonly channel: number;
    readonly name: Bilingual;
    readonly levels: readonly number[];
  }[];
  /** Bad ratings by what became of them. */
  readonly loop: {
    readonly bad: number;
    readonly contacted: number;
    readonly rectified: number;
    readonly calledBack: number;
    readonly satisfied: number;
  };
  /** Items of the register: all, those offered online, those done fully online, promised and legal days summed. */
  readonly register: {
    readonly items: number;
    readonly online: number;
    readonly fullyOnline: number;
    readonly promisedDays: number;
    readonly statutoryDays: number;
    readonly visits: number;
  };
  /** Null where there is no figure. */
  readonly overall: ({ readonly score: number } & Interval) | null;
  readonly rank: number | null;
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
}

/** A case with its rating, its rectification, and what really happened. Times are seconds since 2000-01-01, Beijing time. */
export interface CaseFile {
  readonly unit: string;
  readonly unitName: Bilingual;
  readonly office: Bilingual;
  readonly department: string;
  readonly item: Bilingual;
  readonly caseNumber: string;
  readonly isPromise: boolean;
  readonly statutoryDays: number;
  readonly promisedDays: number;
  readonly visits: number;
  readonly acceptedAt: number | null;
  readonly finishedAt: number | null;
  readonly serviceAt: number;
  readonly isOnline: boolean;
  readonly level: number;
  readonly tags: readonly { readonly code: string; readonly name: Bilingual }[];
  readonly text: string;
  readonly channel: number;
  readonly channelName: Bilingual;
  readonly assessedAt: number;
  readonly rectification: CaseRectification | null;
  readonly truth: { readonly level: number; readonly mechanism: number };
}

export interface CaseRectification {
  readonly contactedAt: number | null;
  readonly rectifiedAt: number | null;
  readonly calledBackAt: number | null;
  readonly isSatisfied: boolean;
  /** What the office decided: number of the verdict as stored. */
  readonly verdict: number;
  /** True where the call-back never took place, or went to a clerk (A16). */
  readonly isFalsified: boolean;
}
