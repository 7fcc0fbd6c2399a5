import type { PeriodCounts } from '../../measure/totals/period-counts.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Run } from '../../model/run.ts';
import type { Period } from '../../model/time/period.ts';

/** What a bulletin is written from: stored counts alone, no indexes and nothing of the truth. */
export interface BulletinFacts {
  /** A month, a quarter or a year. */
  readonly period: Period;
  /** With the places named as in the data. */
  readonly knowledge: Pick<Knowledge, 'reference' | 'methods'>;
  readonly counts: PeriodCounts;
  /** The period of the same length before it; undefined where there are no data of all of it. */
  readonly before: { readonly period: Period; readonly counts: PeriodCounts } | undefined;
  /** Digest of the data. */
  readonly data: string;
  /** Runs and collections that hold data of the period. */
  readonly runs: readonly Run[];
  readonly programVersion: string;
}
