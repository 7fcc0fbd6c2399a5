import type {
  Judged,
  LikenessBasis,
  GoodnessOfFit,
  QualityReport,
  ValidityCheck,
} from '../model/quality-report.ts';
import { judge } from './likeness/goodness-of-fit.ts';
import { isFinished, type Run } from '../model/run.ts';
import { printDay } from '../model/time/time.ts';
import type { TruthTotals } from '../model/truth-totals.ts';
import type { AuditedRun } from './audited-run.ts';

/** What one pass over the rows of a run found. */
export interface SampledRows {
  readonly services: number;
  readonly ratings: number;
  readonly checks: readonly ValidityCheck[];
  readonly lines: readonly GoodnessOfFit[];
  /** Ratings by level. */
  readonly levels: readonly { readonly level: number; readonly n: number }[];
}

export const nothingSampled: SampledRows = { services: 0, ratings: 0, checks: [], lines: [], levels: [] };

/** What the report of a run is put together from. */
interface ReportParts {
  readonly sampled: SampledRows;
  readonly everyDay: number;
  /** False where the rows of the run were not kept. */
  readonly kept: boolean;
  readonly lines: readonly GoodnessOfFit[];
  readonly basis: LikenessBasis;
  readonly refused: QualityReport['validity']['refused'];
  readonly truth: TruthTotals | null;
}

/** Judges what was found of a run. */
export function reportOf(
  run: Run,
  { sampled, everyDay, kept, lines, basis, refused, truth }: ReportParts,
): QualityReport {
  const judged = judge(lines);
  const count = (verdict: Judged['verdict']): number =>
    judged.filter((line) => line.verdict === verdict).length;
  const valid = kept ? sampled.checks.every(({ wrong }) => wrong === 0) : null;
  const failed = [
    ...sampled.checks.flatMap(({ name, wrong }) => (wrong > 0 ? [name] : [])),
    ...judged.flatMap(({ name, verdict }) => (verdict === 'unlike' ? [name] : [])),
  ];
  return {
    run: {
      id: run.id,
      kind: run.kind,
      scenario: run.scenario,
      seed: run.seed,
      programVersion: run.programVersion,
      from: run.firstDay === null ? null : printDay(run.firstDay),
      to: run.lastDay === null ? null : printDay(run.lastDay),
      digest: run.digest,
    },
    looked: {
      services: sampled.services,
      ratings: sampled.ratings,
      ofServices: run.services,
      ofRatings: run.ratings,
      everyDay,
    },
    validity: {
      valid,
      checks: sampled.checks,
      refused,
    },
    likeness: {
      basis,
      like: count('like'),
      unlike: count('unlike'),
      few: count('few'),
      lines: judged,
    },
    truth,
    ok: failed.length === 0,
    failed,
  };
}

/** On what the likeness of a run rests, or why there is none. */
export function basisOf(run: Run, audited: AuditedRun | undefined, kept: boolean): LikenessBasis {
  if (audited === undefined) return 'no-scenario';
  if (!isFinished(run)) return 'unfinished';
  if (audited.clean.size === 0) return 'all-defects';
  return kept ? 'rows' : 'counts';
}
