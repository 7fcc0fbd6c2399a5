import type { RealismCheck } from './realism/realism-check.ts';
import type { RefusalReason } from './refusal.ts';
import type { Run } from './run.ts';
import type { TruthTotals } from './truth-totals.ts';

/** Counts of one cell of a distribution. */
export interface Cell {
  readonly key: string;
  readonly observed: number;
  readonly expected: number;
}

/** What is measured of the difference: total variation distance of two distributions, or |observed / expected − 1|. */
export type Effect = 'distance' | 'ratio';

export const verdicts = ['like', 'unlike', 'few'] as const;
/** Like the model; unlike it; too few rows to tell a difference of the size of the limit from chance. */
export type Verdict = (typeof verdicts)[number];

export interface Comparison {
  readonly effect: Effect;
  /** Size of the difference. */
  readonly size: number;
  /** Greatest size that still counts as like. */
  readonly limit: number;
  /** Size that chance alone would make on average. */
  readonly noise: number;
  /** Chi-square statistic; null where something was found that the model rules out. */
  readonly statistic: number | null;
  readonly df: number;
  readonly p: number;
  /** Observations. */
  readonly n: number;
  readonly cells: readonly Cell[];
}

export interface Judged extends Comparison {
  /** P-value after Holm's adjustment. */
  readonly adjusted: number;
  readonly verdict: Verdict;
}

/** What is compared: published figures, how many cases, what they are like, their ratings, what follows bad ones. */
export const likenessGroups = ['target', 'volume', 'case', 'rating', 'rectification'] as const;
export type LikenessGroup = (typeof likenessGroups)[number];

/** One line of likeness before it is judged. */
export interface GoodnessOfFit extends Comparison {
  readonly group: LikenessGroup;
  readonly name: string;
  /** Of delays: factors of the median and of the log-spread against the scenario's. */
  readonly factors?: { readonly median: number; readonly spread: number };
  /** Of targets: 99% interval of the simulated figure. */
  readonly interval?: { readonly low: number; readonly high: number };
}

/** The checks of validity, in the order of the report. */
export const validityNames = [
  'rowCount',
  'status',
  'stage',
  'serviceChannel',
  'userType',
  'ratingChannel',
  'level',
  'tags',
  'reason',
  'text',
  'item',
  'officeCode',
  'taskCode',
  'caseNumber',
  'certificate',
  'person',
  'source',
  'keys',
  'orphans',
  'serviceTimes',
  'ratingTimes',
  'period',
  'workingHours',
] as const;
export type ValidityName = (typeof validityNames)[number];

export interface ValidityCheck {
  readonly name: ValidityName;
  /** Records or codes checked. */
  readonly checked: number;
  readonly wrong: number;
  /** The first wrong ones: case number masked, and what was found. */
  readonly examples: readonly string[];
}

/** Why there is no likeness, or on what it rests. */
export type LikenessBasis =
  'rows' | 'counts' | 'no-scenario' | 'all-defects' | 'unfinished' | 'other-version';

export interface QualityReport {
  readonly run: {
    readonly id: number;
    readonly kind: Run['kind'];
    readonly scenario: string;
    readonly seed: number | null;
    readonly programVersion: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly digest: string;
  };
  /** Rows sampled, and of how many; each unit on every n-th day. */
  readonly looked: {
    readonly services: number;
    readonly ratings: number;
    readonly ofServices: number;
    readonly ofRatings: number;
    readonly everyDay: number;
  };
  readonly validity: {
    /** Null where there are no rows to check: they were not kept. */
    readonly valid: boolean | null;
    readonly checks: readonly ValidityCheck[];
    readonly refused: Readonly<Partial<Record<RefusalReason, number>>>;
  };
  readonly likeness: {
    readonly basis: LikenessBasis;
    readonly like: number;
    readonly unlike: number;
    readonly few: number;
    readonly lines: readonly (GoodnessOfFit & Judged)[];
  };
  /** What makes the stored records look real, each statistic beside its range; `ok` does not depend on it. */
  readonly realism: readonly RealismCheck[];
  /** What really happened, apart: nothing above is computed from it. */
  readonly truth: TruthTotals | null;
  /** Valid, and every likeness that could be judged holds. */
  readonly ok: boolean;
  /** Names of what failed. */
  readonly failed: readonly string[];
}
