import type { Bilingual } from '../../model/language.ts';
import type { Indicator } from '../../model/method.ts';
import type { Scale } from '../scale.ts';
import type { UnitCounts } from '../unit-counts.ts';

/** Numerator and denominator as counted; what is no plain share of them carries its value besides. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
  /** A mean over the denominator, with its sample variance. */
  readonly mean?: {
    readonly value: number;
    readonly variance: number;
    /** True of a mean of shares: its interval ends at 0 and 1. */
    readonly isShare?: boolean;
  };
  /** A share read from a sample of fixed size, with its standard error; null where there are fewer ratings than that. */
  readonly rarefied?: { readonly value: number; readonly error: number } | null;
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
  readonly ratio: (counts: UnitCounts, scale: Scale, settings: Pick<Indicator, 'ratingsPerItem'>) => Ratio;
}

export const text = (zh: string, en: string): Bilingual => ({ zh, en });

/** A public source of a formula. */
export const stated = (zh: string, en: string): FormulaSource => ({ zh, en, assumption: false });

/** The source of a formula that no public source states: this project set it. */
export const ours = (zh = '', en = ''): FormulaSource => ({
  zh: `本项目设定${zh === '' ? '' : `：${zh}`}`,
  en: `set by this project${en === '' ? '' : `: ${en}`}`,
  assumption: true,
});
