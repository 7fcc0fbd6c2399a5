import type { Bilingual } from '../../../model/language.ts';
import type { AnomalyId } from './anomaly-names.ts';
import type { AuditedRecord } from './audited-unit.ts';
import type { RecordColumnId, SummaryColumnId } from './shown-columns.ts';
import type { RecordChange, UnitScene } from './unit-scene.ts';

/** What looks like an anomaly in the summary and is none. */
export interface Decoy {
  /** What it looks like. */
  readonly like: AnomalyId;
  /** Already the summary tells it from the anomaly. */
  readonly isMild?: boolean;
  /** The office opens on Saturdays, which is printed. */
  readonly opensSaturdays?: boolean;
  /** Why it is no anomaly, said of its records. */
  readonly why: Bilingual;
  readonly make: RecordChange;
}

/** A template of data checks: a group of anomalies that look alike, and what tells them apart. */
export interface CheckTemplate {
  readonly name: Bilingual;
  /** Anomalies whose definitions are printed and that are asked about: the columns suffice to decide each. */
  readonly listed: readonly AnomalyId[];
  /** Those that occur. */
  readonly anomalies: Readonly<Partial<Record<AnomalyId, RecordChange>>>;
  readonly decoys: readonly Decoy[];
  readonly ordinary: (scene: UnitScene) => AuditedRecord[];
  readonly summary: readonly SummaryColumnId[];
  readonly columns: readonly RecordColumnId[];
  /** What a record is, in the lead. */
  readonly what: Bilingual;
}

export const eightRatings: Bilingual = {
  zh: '每个单位连续收到的 8 条评价',
  en: '8 ratings in a row of each office',
};
