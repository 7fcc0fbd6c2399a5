import type { Recomputed } from '../../audit/integrity/judge-recomputed.ts';
import type { EditionRow } from '../../measure/editions/compare-editions.ts';
import type { TargetComparison } from '../../measure/targets/compare-month.ts';
import type { ResponsibleDepartments } from '../../measure/losses/responsible-departments.ts';
import type { PeriodCounts } from '../../measure/totals/period-counts.ts';
import type { RatingCell } from '../../model/cells.ts';
import type { Measurement } from '../../model/measurement.ts';
import type { QualityReport } from '../../model/quality-report.ts';
import type { UnitKind } from '../../model/reference.ts';
import type { FeltCount, TruthTotals } from '../../model/truth-totals.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import type { TargetRow } from '../../model/targets.ts';
import type { Language } from '../../model/language.ts';
import type { Period } from '../../model/time/period.ts';
import type { RankUncertainty, UncertaintyRequest } from '../measure/choices/choice-uncertainty.ts';
import type { TwoWorlds } from '../audit/two-worlds.ts';
import type { DecomposedGaps } from '../audit/decompose-gaps.ts';
import type { RecordSample } from '../measure/explain/sample-records.ts';
import type { RunNonResponse } from '../audit/non-response.ts';
import type { ReportFormat } from '../../report/report-file-names.ts';
import type { ReportFile } from '../report/report-files.ts';
import type { UnitRatings } from '../measure/compare-ratings.ts';
import type { RatingEffects } from '../measure/rating-effects.ts';
import type { PeriodOrigin } from '../../report/report-facts.ts';
import type { DetectionFigures } from '../detect/detection-figures.ts';
import type { UnitWithoutFlagged } from '../detect/leave-out-flagged.ts';
import type { SubjectAnalysis } from '../evaluate/analyse-evaluators.ts';
import type { BiasChoice } from '../laboratory/bias-scenario.ts';
import type { BiasComparison } from '../laboratory/compare-regimes.ts';
import type { LadderChoice, LadderStep } from '../laboratory/concealment-ladder.ts';
import type { RunFigures } from '../runs/compare-runs.ts';
import type { Preview } from '../simulate/preview-run.ts';
import type { BentProvince, EqualProvinces, LessonRanking } from '../train/lesson-worlds.ts';
import type { ExerciseWorld } from '../../train/exercise-world.ts';

/** Questions whose answers take a server long: what each one says, by its name. */
export interface Asked {
  /** A small sample of a scenario. */
  readonly preview: { readonly scenario: Scenario; readonly seed: number };
  /** A small world that exercises are made from, with its truth: only the training room asks. */
  readonly exerciseWorld: { readonly number: number };
  /** A coded province in which much comes between what is felt and what is published. */
  readonly bentProvince: null;
  /** Provinces under coded names, ranked in a small world of its own. */
  readonly lessonRanking: null;
  /** Two provinces of the same quality, measured in many draws. */
  readonly equalProvinces: null;
  /** The same people under several regimes, beside the truth of their ratings: for the bias laboratory alone. */
  readonly regimeBias: BiasChoice;
  /** Two worlds that publish the same counts, one as felt and one bent: only the laboratory asks. */
  readonly twoWorlds: { readonly seed: number };
  /** The detectors of an anomaly in worlds where it is better and better concealed, beside their truth. */
  readonly concealmentLadder: LadderChoice;
  /** Months that have data, rising. */
  readonly months: null;
  /** The quality of a run without the truth, from some of its days where it is large. */
  readonly quality: { readonly run: number };
  /** The totals of the truth of a run, beside the levels as they were published. */
  readonly truth: { readonly run: number; readonly levels: readonly FeltCount[] };
  /** The result of a period by an edition of the methods. */
  readonly measurement: { readonly period: Period; readonly edition: string };
  /** What bad ratings would do to the overall score of a unit. */
  readonly ratingEffects: { readonly period: Period; readonly edition: string; readonly unit: string };
  /** The result of a period by a method that a reader brought, found by its digest. */
  readonly ownMeasurement: { readonly period: Period; readonly own: string };
  /** How sure the ranks of a kind of units are when choices of its method move within bounds. */
  readonly choiceUncertainty: {
    readonly period: Period;
    readonly edition: string;
    readonly kind: UnitKind;
    readonly request: UncertaintyRequest;
  };
  /** The units in a period by two editions of the methods. */
  readonly editions: { readonly period: Period; readonly from: string; readonly to: string };
  /** Whether the results that are kept can be computed again. */
  readonly rebuilt: null;
  /** The gap between what was published and felt; null without a truth. Computed by an audit, and shown in the laboratory alone. */
  readonly gaps: null;
  /**
   * What detectors flag, and how right they are where there is a truth: for the laboratory alone. The leads are kept in their tables,
   * unless the database is read-only.
   */
  readonly detection: null;
  /** Results of a period with all ratings and without the flagged ones; null where a read-only database keeps no leads. */
  readonly flagEffects: { readonly period: Period; readonly edition: string };
  /** A sample of the records that an indicator of a unit counts; null where there is no such unit or indicator. */
  readonly recordSample: {
    readonly period: Period;
    readonly edition: string;
    /** A method that a reader brought, found by its digest, in place of the edition. */
    readonly own?: string;
    readonly unit: string;
    readonly indicator: string;
  };
  /** The answers of a run weighed to the register of its cases, beside the truth. */
  readonly nonResponse: { readonly run: number };
  /** The ratings of each unit in a period by random group of persons. */
  readonly periodRatings: { readonly period: Period };
  /** Ratings of all units in a period, offices and months taken together. */
  readonly nationalRatings: { readonly period: Period };
  /** First ratings of each task by level. */
  readonly taskLevels: { readonly period: Period };
  /** What was counted in a period: of all units, of each, by department and by item. */
  readonly periodCounts: { readonly period: Period };
  /** Who answers for what the indicators of units lose in a period. */
  readonly responsible: { readonly period: Period; readonly edition: string };
  /** The data beside each of the published counts, in their order. */
  readonly comparisons: null;
  /** A period's results beside each of the national reports, in their order. */
  readonly nationalComparisons: { readonly period: Period };
  /** The report of a period as a file, or as those of its tables or figures. */
  readonly reportFiles: {
    readonly period: Period;
    readonly edition: string;
    readonly language: Language;
    readonly format: ReportFormat;
  };
  /** Where the results of a period come from: records, refusals, register. */
  readonly periodOrigin: { readonly period: Period };
  /** The error that the evaluators of a plan bring, subject by subject. */
  readonly evaluators: { readonly plan: string };
  /** What a run says of itself; `database` is empty for the served one. */
  readonly figures: { readonly database: string; readonly run: number };
}

/** The quality of a run, and what the truth of it is compared with. */
export interface JudgedRun {
  readonly report: QualityReport;
  readonly levels: readonly FeltCount[];
}

export interface Answered {
  readonly exerciseWorld: ExerciseWorld;
  readonly bentProvince: BentProvince;
  readonly lessonRanking: LessonRanking;
  readonly equalProvinces: EqualProvinces;
  readonly regimeBias: BiasComparison;
  readonly twoWorlds: TwoWorlds;
  readonly concealmentLadder: {
    readonly steps: readonly LadderStep[];
    /** An office and month counts as manipulated from so many records on. */
    readonly manipulatedMonth: number;
  };
  readonly preview: Preview;
  readonly months: readonly number[];
  readonly quality: JudgedRun;
  readonly truth: TruthTotals | null;
  readonly measurement: Measurement;
  readonly ratingEffects: RatingEffects;
  readonly ownMeasurement: Measurement;
  readonly choiceUncertainty: RankUncertainty;
  readonly editions: readonly EditionRow[];
  readonly rebuilt: Recomputed;
  readonly gaps: DecomposedGaps | null;
  readonly detection: DetectionFigures;
  readonly flagEffects: readonly UnitWithoutFlagged[] | null;
  readonly recordSample: RecordSample | null;
  readonly nonResponse: RunNonResponse | null;
  readonly periodRatings: readonly UnitRatings[];
  readonly nationalRatings: readonly RatingCell[];
  readonly taskLevels: Float64Array;
  readonly periodCounts: PeriodCounts;
  readonly responsible: ResponsibleDepartments;
  readonly comparisons: readonly TargetComparison[];
  readonly nationalComparisons: readonly (readonly TargetRow[])[];
  readonly reportFiles: readonly ReportFile[];
  readonly periodOrigin: PeriodOrigin;
  readonly evaluators: readonly SubjectAnalysis[];
  readonly figures: RunFigures;
}

export type QuestionName = keyof Asked;

/** Questions about worlds that are made for them: no data decide about the answers. */
const worldQuestions = [
  'bentProvince',
  'lessonRanking',
  'equalProvinces',
  'regimeBias',
  'twoWorlds',
  'concealmentLadder',
  'exerciseWorld',
] as const satisfies readonly QuestionName[];
export type WorldQuestion = (typeof worldQuestions)[number];

/** The mark of answers that rest on no data. */
export const NO_DATA = '';

export const isWorldQuestion = (name: string): boolean => worldQuestions.some((one) => one === name);

/** The mark that the answer to a question is kept with, where `data` is that of the data. */
export const markOfAnswer = (name: string, data: string): string => (isWorldQuestion(name) ? NO_DATA : data);

/** Answers a question, here or elsewhere. Throws a Mistake where there is no answer. */
export type Answerer = <K extends QuestionName>(name: K, asked: Asked[K]) => Promise<Answered[K]>;
