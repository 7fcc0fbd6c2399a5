import type {
  Judged,
  LikenessBasis,
  GoodnessOfFit,
  QualityReport,
  ValidityCheck,
} from '../model/quality-report.ts';
import { judge } from './likeness/goodness-of-fit.ts';
import type { TargetComparison } from '../measure/targets/compare-month.ts';
import type { ServiceCell } from '../model/cells.ts';
import { isFinished } from '../model/run.ts';
import { worldVersion } from '../model/world-version.ts';
import type { RealismFigures } from '../model/realism/realism-check.ts';
import { printDay } from '../model/time/time.ts';
import { comparableRun, type AuditScope } from './audit-scope.ts';
import { targetLines } from './likeness/target-lines.ts';
import { volumesByCounts } from './likeness/volumes-by-counts.ts';
import { judgeRealism } from './realism/judge-realism.ts';

/** What one pass over the rows of a run found. */
export interface SampledRows {
  readonly services: number;
  readonly ratings: number;
  readonly checks: readonly ValidityCheck[];
  readonly lines: readonly GoodnessOfFit[];
  /** Ratings by level. */
  readonly levels: readonly { readonly level: number; readonly n: number }[];
  /** Absent where no rows were kept. */
  readonly figures?: RealismFigures;
  /** All rows of the run were read. */
  readonly whole: boolean;
}

export const nothingSampled: SampledRows = {
  services: 0,
  ratings: 0,
  checks: [],
  lines: [],
  levels: [],
  whole: false,
};

/** What the report of a run is put together from. */
interface ReportParts {
  readonly sampled: SampledRows;
  /** False where the rows of the run were not kept. */
  readonly kept: boolean;
  /** Counts of the months of the run, where they stand in for rows that were not kept. */
  readonly services: readonly ServiceCell[] | undefined;
  /** The published figures that the scenario names, beside the simulated ones. */
  readonly targets: TargetComparison | undefined;
  readonly refused: QualityReport['validity']['refused'];
}

/** Judges what was found of a run; the truth is added by the one who asks for it. */
export function reportOf(scope: AuditScope, parts: ReportParts): QualityReport {
  const { run } = scope;
  const { sampled, kept, refused } = parts;
  const judged = judge(linesOf(scope, parts));
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
      everyDay: scope.rows.everyDay,
    },
    validity: {
      valid,
      checks: sampled.checks,
      refused,
    },
    likeness: {
      basis: basisOf(scope, kept),
      like: count('like'),
      unlike: count('unlike'),
      few: count('few'),
      lines: judged,
    },
    realism: judgeRealism(scope.knowledge.realism, sampled.figures, sampled.whole),
    truth: null,
    ok: failed.length === 0,
    failed,
  };
}

/** All that is compared with the scenario: what the rows gave, the counts in their place, the published figures. */
function linesOf(scope: AuditScope, { sampled, services, targets }: ReportParts): GoodnessOfFit[] {
  const run = comparableRun(scope);
  if (run === undefined) return [];
  return [
    ...sampled.lines,
    ...(services ? volumesByCounts(services, run, scope.register) : []),
    ...(targets ? targetLines(targets) : []),
  ];
}

/** On what the likeness of a run rests, or why there is none. */
function basisOf({ run, audited }: AuditScope, kept: boolean): LikenessBasis {
  if (audited === undefined) return 'no-scenario';
  if (!isFinished(run)) return 'unfinished';
  if (run.worldVersion !== worldVersion) return 'other-version';
  if (audited.clean.size === 0) return 'all-defects';
  return kept ? 'rows' : 'counts';
}
