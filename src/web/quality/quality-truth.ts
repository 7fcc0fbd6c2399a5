import type { QualityReport } from '../../model/quality-report.ts';
import { defects } from '../../model/defect.ts';
import { translate, type Language } from '../../model/language.ts';
import { printCount, printShare, shareOf } from '../../wording/print-number.ts';
import type { RequestContext } from '../request-context.ts';
import { nameIn, type Translate } from '../../wording/translator.ts';

/** Something counted, with its name. */
export interface Counted {
  readonly name: string;
  readonly n: string;
}

interface LevelTable {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly values: readonly string[] }[];
}

/** The totals of the truth ledger. */
export interface TruthModel {
  /** Levels: one table for each basis. */
  readonly levels: readonly LevelTable[];
  readonly mechanisms: readonly Counted[];
  readonly losses: readonly { readonly name: string; readonly level: string; readonly n: string }[];
  readonly defects: readonly { readonly name: string; readonly rung: string; readonly n: string }[];
}

interface Column {
  readonly name: string;
  readonly counts: readonly { readonly level: number; readonly n: number }[];
}

/** A defect by its number and name in the catalogue. */
const defectName = (id: string, language: Language): string => {
  const known = Object.entries(defects).find(([key]) => key === id)?.[1];
  return known === undefined ? id : `${id} ${translate(known.name, language)}`;
};

/** Shown beside the report; null where there is none. */
export function truthModel(
  { truth }: QualityReport,
  { language, site }: RequestContext,
  rowsBasis: string,
  t: Translate,
): TruthModel | null {
  if (truth === null) return null;
  const levelName = (level: number): string => {
    const known = site.reference.levels.find((one) => one.level === level);
    return known === undefined ? t('levelNone') : nameIn(language, known);
  };
  const levelTable = (id: string, basis: string, columns: readonly Column[]): LevelTable => ({
    id,
    caption: `${t(`${id}Levels`)} · ${basis}`,
    columns: columns.map(({ name }) => name),
    rows: [5, 4, 3, 2, 1, 0]
      .filter((level) => columns.some(({ counts }) => counts.some((one) => one.level === level)))
      .map((level) => ({
        name: levelName(level),
        values: columns.map(({ counts }) => {
          const all = counts.reduce((sum, { n }) => sum + n, 0);
          const n = counts.find((one) => one.level === level)?.n ?? 0;
          return `${printCount(n)} (${printShare(shareOf(n, all), '—')})`;
        }),
      })),
  });
  return {
    levels: [
      levelTable('felt', t('basisWhole'), [
        { name: t('felt'), counts: truth.felt },
        { name: t('feltByRated'), counts: truth.feltByRated },
      ]),
      levelTable('published', rowsBasis, [{ name: t('published'), counts: truth.published }]),
    ],
    mechanisms: truth.mechanisms.map(({ mechanism, n }) => ({ name: t(mechanism), n: printCount(n) })),
    losses: truth.losses.map(({ cause, level, n }) => ({
      name: t(cause),
      level: levelName(level),
      n: printCount(n),
    })),
    defects: truth.defects.map(({ defect, rung, n }) => ({
      name: defectName(defect, language),
      rung: String(rung),
      n: printCount(n),
    })),
  };
}
