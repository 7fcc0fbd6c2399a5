import { partBar } from '../../charts/part-bar.ts';
import { printCount, printShare, shareOf } from '../../wording/print-number.ts';
import { countOf, type RatingTable } from './rating-table.ts';
import type { RequestContext } from '../request-context.ts';
import { ratingTexts } from './rating-texts.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { simulatedCaption } from './simulated.ts';

export interface LevelTable {
  readonly chart: string;
  readonly rows: readonly {
    readonly name: string;
    readonly className: string;
    readonly active: string;
    readonly defaulted: string;
    readonly total: string;
    readonly share: string;
  }[];
  readonly sum: { readonly active: string; readonly defaulted: string; readonly total: string };
  readonly asides: readonly { readonly name: string; readonly value: string }[];
}

/** Levels 5 to 1 of some ratings, those given and those set by default apart. */
export function levelTable(context: RequestContext, table: RatingTable, name: string): LevelTable {
  const { language, site } = context;
  const t = translator(ratingTexts, language);
  const levels = [...site.reference.levels].sort((a, b) => b.level - a.level);
  const all = levels.map(({ level }) => level);
  const levelled = countOf(table, { levels: all });
  const counted = levels.map((level) => ({
    name: nameIn(language, level),
    className: `level-${String(level.level)}`,
    active: countOf(table, { levels: [level.level], defaulted: 0 }),
    defaulted: countOf(table, { levels: [level.level], defaulted: 1 }),
    total: countOf(table, { levels: [level.level] }),
  }));
  return {
    chart: partBar(
      simulatedCaption(language, { id: 'level-chart', title: t('levels'), desc: t('levelsDesc', { name }) }),
      counted.map((row) => ({
        name: row.name,
        n: row.total,
        printed: `${printCount(row.total)} (${printShare(shareOf(row.total, levelled), '—')})`,
        className: row.className,
      })),
      t('enlarged'),
    ),
    rows: counted.map((row) => ({
      name: row.name,
      className: row.className,
      active: printCount(row.active),
      defaulted: printCount(row.defaulted),
      total: printCount(row.total),
      share: printShare(shareOf(row.total, levelled), '—'),
    })),
    sum: {
      active: printCount(countOf(table, { levels: all, defaulted: 0 })),
      defaulted: printCount(countOf(table, { levels: all, defaulted: 1 })),
      total: printCount(levelled),
    },
    asides: [
      { name: t('unlevelled'), value: printCount(countOf(table, { levels: [0] })) },
      { name: t('additional'), value: printCount(table.additional) },
      { name: t('flagged'), value: printCount(table.flagged) },
    ],
  };
}
