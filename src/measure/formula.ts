import type { Bilingual } from '../model/language.ts';
import type { Scale } from './scale.ts';
import type { UnitCounts } from './unit-counts.ts';

/** Numerator and denominator as counted; a mean carries its value and sample variance besides. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
  readonly mean?: { readonly value: number; readonly variance: number };
}

/** How an indicator comes from counts. */
export interface Formula {
  readonly id: string;
  /** Name in the field (指标名). */
  readonly name: Bilingual;
  readonly numerator: Bilingual;
  readonly denominator: Bilingual;
  /** Where the formula is from; “ours” where no source states it. */
  readonly source: string;
  readonly ratio: (counts: UnitCounts, scale: Scale) => Ratio;
}

export const text = (zh: string, en: string): Bilingual => ({ zh, en });
