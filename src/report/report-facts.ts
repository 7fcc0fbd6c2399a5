import type { Knowledge } from '../model/knowledge.ts';
import type { Measurement } from '../model/measurement.ts';
import type { Run } from '../model/run.ts';
import type { Period } from '../model/time/period.ts';

/** What a report is written from: stored results and what is known of where they come from. Nothing of the truth. */
export interface ReportFacts {
  readonly period: Period;
  /** With the places named as in the data. */
  readonly knowledge: Pick<Knowledge, 'reference' | 'methods'>;
  /** Results of the reported period. */
  readonly measurement: Measurement;
  /** Results of the years up to the reported one that have data, rising, five at most; the last is the reported year. */
  readonly years: readonly Measurement[];
  /** Runs and collections that hold data of the period. */
  readonly runs: readonly Run[];
  /** True where no score of a single unit was published for the units' real names: lists then stand in administrative order. */
  readonly isUnpublished: boolean;
  readonly programVersion: string;
}
