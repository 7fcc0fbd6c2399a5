import type { Bilingual } from '../../model/language.ts';
import type { Content, SideName } from '../../model/record/content.ts';

/** Something that must hold of a database, and what was found. */
export interface IntegrityCheck {
  readonly name:
    | 'integrity'
    | 'rows'
    | 'services'
    | 'ratings'
    | 'rectifications'
    | 'digest'
    | 'orphans'
    | 'rollups'
    | 'measurements'
    | 'answers'
    | 'suspicions'
    | SideName;
  readonly ok: boolean;
  readonly detail: Bilingual;
}

/** What was found of the records: counts and digest as they were computed, and the checks of them. */
export interface RecordFindings extends Content {
  readonly checks: readonly IntegrityCheck[];
  /** Checks that this database does not allow, and why. */
  readonly leftOut: readonly Omit<IntegrityCheck, 'ok'>[];
}

/** What was found of the register, the refused records kept and the settings of runs. */
export interface SideFindings {
  readonly digests: Readonly<Record<SideName, string>>;
  readonly checks: readonly IntegrityCheck[];
}

export interface IntegrityReport extends RecordFindings {
  readonly ok: boolean;
  /** Digests of the sides, computed anew. */
  readonly sideDigests: SideFindings['digests'];
}

/** Puts together what the engine says of its file, and what was found of records, what is kept of computing, sides, and suspicions. */
export function integrityReport(
  fileFaults: readonly string[],
  records: RecordFindings,
  recomputed: readonly IntegrityCheck[],
  sides: SideFindings,
  suspicions: readonly IntegrityCheck[],
): IntegrityReport {
  const file: IntegrityCheck = {
    name: 'integrity',
    ok: fileFaults.length === 0,
    detail: {
      zh: fileFaults.join('；') || '数据库文件完好',
      en: fileFaults.join('; ') || 'the file is sound',
    },
  };
  const checks = [file, ...records.checks, ...recomputed, ...sides.checks, ...suspicions];
  return { ...records, ok: checks.every(({ ok }) => ok), sideDigests: sides.digests, checks };
}
