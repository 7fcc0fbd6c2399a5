import type { Language } from '../model/language.ts';

/**
 * A report (评估报告) as data, in one language: chapters of blocks. The page and every file print the same blocks, so that a number
 * stands everywhere as it is here: its full value, and how many decimals readers see.
 */
export interface Report {
  readonly language: Language;
  /** The label of the reported period, like 2021 or 2023-07. */
  readonly period: string;
  readonly title: string;
  /** What a reader must know before anything else: that all is simulated, and must not be quoted as an assessment. */
  readonly notices: readonly string[];
  /** Where it comes from: scenario, seed, digest, versions. */
  readonly facts: readonly ReportFact[];
  readonly chapters: readonly ReportChapter[];
}

export interface ReportFact {
  readonly name: string;
  readonly value: string;
}

/** A heading with what stands below it; the sections of a chapter have none of their own. */
export interface ReportChapter {
  /** Part of an address: unique in the report, the same in both languages. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
  readonly sections: readonly Omit<ReportChapter, 'sections'>[];
}

export type ReportBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** What limits the meaning of what stands before it. */
  | { readonly kind: 'note'; readonly text: string }
  | ReportTable
  | ReportFigure;

/** A number as it is, and as readers see it. Null where there is no figure. */
export interface ReportNumber {
  /** A share of 0..1 where it is printed as a percentage. */
  readonly value: number | null;
  readonly print: 'count' | 'score' | 'mean' | 'share' | 'difference' | 'rank';
}

export type ReportCell = string | ReportNumber;

export interface ReportColumn {
  readonly name: string;
  readonly numeric: boolean;
}

/** Rows that a table shows, and files write. Every row has as many cells as there are columns; the first names the row. */
export interface ReportRows {
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/** What tables and figures have in common. */
interface Numbered {
  /** Part of an address and of a file name, like table-2-1: the same in both languages. */
  readonly id: string;
  /** The number in the report, like 2-1 or A-3; empty of tables that the report does not have. */
  readonly number: string;
  /** Without the number, marked as simulated. */
  readonly title: string;
  readonly notes: readonly string[];
  /** How the numbers are computed, in a sentence. */
  readonly how: string;
  /** True of scores and ranks of units in years for which most were not published: a page shows them one click further. */
  readonly isFurther?: boolean;
}

export interface ReportTable extends Numbered, ReportRows {
  readonly kind: 'table';
}

/** A chart with the numbers it draws. */
export interface ReportFigure extends Numbered {
  readonly kind: 'figure';
  /** Inline SVG with title and description; its looks come from the classes of charts. */
  readonly svg: string;
  /** Undefined of a drawing without numbers. */
  readonly table: ReportRows | undefined;
}
