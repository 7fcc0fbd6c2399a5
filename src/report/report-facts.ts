import type { ResponsibleDepartments } from '../measure/losses/responsible-departments.ts';
import type { TierReach } from '../measure/tier-reach.ts';
import type { PeriodCounts } from '../measure/totals/period-counts.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Measurement } from '../model/measurement.ts';
import type { RefusalReason } from '../model/refusal.ts';
import type { Run } from '../model/run.ts';
import type { NationalTargets } from '../model/targets.ts';
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
  /** Every month that has data, as month numbers, rising. */
  readonly months: readonly number[];
  /** Runs and collections that hold data of the period. */
  readonly runs: readonly Run[];
  readonly origin: PeriodOrigin;
  /** Labels of the years among them for which most scores of units, or all, were not published for the units' real names. */
  readonly unpublished: readonly string[];
  readonly programVersion: string;
  /** What the chapters of analysis read beside the results. */
  readonly analysis: AnalysisFacts;
}

/** Where the results of a period come from: what was taken and refused, the register, and what a simulation was made to meet. */
export interface PeriodOrigin {
  /** Records of the period. */
  readonly services: number;
  readonly ratings: number;
  readonly rectifications: number;
  /** Refused records of the runs that hold data of the period, most frequent first. */
  readonly refusals: readonly { readonly reason: RefusalReason; readonly n: number }[];
  readonly register: RegisterSnapshot;
  /** Published figures that runs of the period were calibrated to. */
  readonly published: readonly Pick<
    NationalTargets,
    'name' | 'nameEn' | 'note' | 'noteEn' | 'source' | 'sourceEn'
  >[];
  /** Ids of the regimes by which ratings came about in these runs. */
  readonly regimes: readonly string[];
}

/** The register of items at the end of a period. */
export interface RegisterSnapshot {
  readonly day: number;
  readonly items: number;
  readonly published: number;
  /** Provincial units that are compared and hold items. */
  readonly provinces: number;
  /** Share of their licence items that are accepted online with one visit at most; null where one of them has none. */
  readonly oneVisitLicences: number | null;
  /** How far down their published items are handled. */
  readonly tiers: TierReach;
}

/** What the chapters of analysis are written from beside the results. */
export interface AnalysisFacts {
  readonly counts: PeriodCounts;
  readonly responsible: ResponsibleDepartments;
}
