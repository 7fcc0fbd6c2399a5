import type { DefectId } from '../defect.ts';
import type { Bilingual } from '../language.ts';

/** What detectors say of records: leads that have to be verified (线索), never a finding about a unit or a person. */

/** What a detector flags (识别单位): a record of a kind, a refused record, or all ratings of an office in a month. */
export const flaggedKinds = ['rating', 'rectification', 'refusal', 'office-month'] as const;
export type FlaggedKind = (typeof flaggedKinds)[number];

/** A rule that flags suspicious records, as people read it; each has a file of its own in the room of detectors. */
export interface DetectorRule {
  readonly id: string;
  /** The anomaly of the catalogue (model/defect.ts) that it looks for. */
  readonly anomaly: DefectId;
  readonly flags: FlaggedKind;
  readonly name: Bilingual;
  /** What is counted or computed, and what it is compared with. */
  readonly statistic: Bilingual;
  /** From where on it flags. */
  readonly threshold: Bilingual;
  /** Records that it needs before it says anything. */
  readonly minimum: number;
  /** Why that is suspicious, and what honest reason there may be. */
  readonly explanation: Bilingual;
}

/** Something that a detector found: the records that it flags, and how likely they are by chance. */
export interface Suspicion {
  /** Id of the detector. */
  readonly detector: string;
  /** Index of the unit in the reference list. */
  readonly unit: number;
  /** Register id of the office that most of the records belong to; null where the office is not known. */
  readonly office: number | null;
  /** Month, counted from January 2000, of what is flagged as a whole; null where single records are flagged. */
  readonly month: number | null;
  /** Chance of something at least as unlikely among honest records; null where a written rule is broken and no chance is involved. */
  readonly p: number | null;
  /** What was counted, what was expected of honest records, and of how many. */
  readonly observed: number;
  readonly expected: number;
  readonly of: number;
  /** Keys of the records flagged: of ratings, of ratings with a rectification, or ids of refusals; none of a whole month. */
  readonly keys: readonly number[];
}
