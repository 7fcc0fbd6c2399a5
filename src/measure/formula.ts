import type { Bilingual } from '../model/language.ts';
import type { Scale } from './scale.ts';
import type { UnitCounts } from './unit-counts.ts';

/** Numerator and denominator as counted; a mean carries its value and sample variance besides. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
  readonly mean?: { readonly value: number; readonly variance: number };
}

/** Where a formula is from; `assumption` where no source states it. */
export interface FormulaSource extends Bilingual {
  readonly assumption: boolean;
}

/** How an indicator comes from counts. */
export interface Formula {
  readonly id: string;
  /** Name in the field (指标名). */
  readonly name: Bilingual;
  readonly numerator: Bilingual;
  readonly denominator: Bilingual;
  readonly source: FormulaSource;
  readonly ratio: (counts: UnitCounts, scale: Scale) => Ratio;
}

export const text = (zh: string, en: string): Bilingual => ({ zh, en });

/** A public source of a formula. */
export const stated = (zh: string, en: string): FormulaSource => ({ zh, en, assumption: false });

/** A formula of this project: no source states it. */
export const ours = (zh = '', en = ''): FormulaSource => ({
  zh: `本项目设定${zh === '' ? '' : `：${zh}`}`,
  en: `set by this project${en === '' ? '' : `: ${en}`}`,
  assumption: true,
});
