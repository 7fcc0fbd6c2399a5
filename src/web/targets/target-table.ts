import { logDots } from '../../charts/log-dots.ts';
import { printCount, printFixed, printShare } from '../../wording/print-number.ts';
import type { MonthTargets } from '../../model/targets.ts';
import type { Answered } from '../../jobs/answers/questions.ts';
import type { RequestContext } from '../request-context.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { compareCommands } from './compare-commands.ts';
import { targetsTexts } from './targets-texts.ts';
import { countedVerdicts } from '../../wording/target-verdicts.ts';
import { verdictCells, type TargetCells } from './verdict-cells.ts';
import { nameIn, translator, sourceIn } from '../../wording/translator.ts';
import { simulatedCaption } from '../shared/simulated.ts';

type Comparison = Answered['comparisons'][number];
type Row = Comparison['rows'][number];

export interface TargetTable {
  readonly id: string;
  readonly name: string;
  /** The name with what its table and figure set side by side. */
  readonly caption: string;
  readonly facts: string;
  /** What makes the data that it could be compared with. */
  readonly commands: readonly string[];
  readonly chart: string;
  readonly groups: readonly {
    readonly name: string;
    readonly rows: readonly TargetCells[];
  }[];
  readonly source: string;
  readonly note: string;
}

const groups = ['levels', 'channels', 'ratio'] as const;

/** One set of published counts beside the simulated ones. */
export function targetTable(
  context: RequestContext,
  published: MonthTargets,
  comparison: Comparison,
): TargetTable {
  const { language, site } = context;
  const { levels, channels } = site.reference;
  const t = translator({ ...siteTexts, ...targetsTexts }, language);
  const nameOf = ({ group, key }: Row): string => {
    if (group === 'ratio') return t('ratingsPerCase');
    const known =
      group === 'levels'
        ? levels.find(({ level }) => String(level) === key)
        : channels.find(({ code }) => String(code) === key);
    return known ? nameIn(language, known) : key;
  };
  const print = (row: Row, value: number | null): string =>
    value === null ? t('missing') : row.group === 'ratio' ? printFixed(value, 3) : printShare(value, '');
  const shares = comparison.rows.filter(({ group }) => group !== 'ratio');
  return {
    id: published.id,
    name: nameIn(language, published),
    caption: t('caption', { name: nameIn(language, published) }),
    facts:
      comparison.ratings === 0
        ? t('notSimulated')
        : t('countsFacts', {
            period: published.period,
            cases: printCount(comparison.cases),
            ratings: printCount(comparison.ratings),
            counted: countedVerdicts(comparison.rows)[language],
          }),
    commands: comparison.ratings === 0 ? compareCommands(published.id) : [],
    chart: logDots(
      simulatedCaption(language, {
        id: `chart-${published.id}`,
        title: t('caption', { name: nameIn(language, published) }),
        desc: t('chartDesc'),
      }),
      shares.map((row) => ({ ...row, name: nameOf(row) })),
      (value) => `${String(Number((value * 100).toPrecision(1)))}%`,
    ),
    groups: groups.map((group) => ({
      name: t(group),
      rows: comparison.rows
        .filter((row) => row.group === group)
        .map((row) => ({
          name: nameOf(row),
          published: print(row, row.published),
          simulated: print(row, row.simulated),
          ...verdictCells(row, language),
        })),
    })),
    source: sourceIn(language, published),
    note: language === 'zh' ? published.note : published.noteEn,
  };
}
