import type { Bilingual } from '../../../model/language.ts';

/** Records of an office as they are checked (数据核查). Times are seconds since 2000-01-01, Beijing time. */

export interface AuditedRecord {
  readonly caseNumber: string;
  /** 1 the first rating of a case, 2 the supplementary one (追评). */
  readonly assessNumber: 1 | 2;
  /** Where the case is found: among those of the month, of the month before, or nowhere. */
  readonly booked: 'month' | 'month-before' | 'nowhere';
  readonly item: Bilingual;
  readonly acceptedAt: number;
  readonly servedAt: number;
  readonly dueAt: number;
  readonly finishedAt: number;
  readonly ratedAt: number;
  readonly uploadedAt: number;
  readonly channel: number;
  readonly device: string;
  /** Masked; '0' or zeros where somebody filled the field with nothing, empty where none was left. */
  readonly phone: string;
  /** Another number that the rater left; empty where there is none. */
  readonly otherPhone: string;
  /** Null where the case was not rated. */
  readonly level: number | null;
  readonly tags: readonly string[];
  readonly isAutomatic: boolean;
  readonly remark: Remark | null;
  /** The program printed a hint when the rating was entered: something rare or empty, which need not be a fault. */
  readonly hasHint: boolean;
  /** The national platform took it. */
  readonly isTaken: boolean;
  readonly rectifiedAt: number | null;
  readonly calledAt: number | null;
  readonly calledPhone: string;
  /** An anomaly or a decoy was made of this record; what is shown does not say so. */
  readonly isMade: boolean;
}

export interface Remark {
  readonly text: Bilingual;
  readonly isPraise: boolean;
}

export interface AuditedUnit {
  readonly letter: string;
  readonly records: readonly AuditedRecord[];
  /** Telephones of its staff, masked as those of raters are. */
  readonly staff: readonly string[];
  readonly opensSaturdays: boolean;
}

export const unitName = (letter: string): Bilingual => ({ zh: `单位 ${letter}`, en: `Office ${letter}` });
