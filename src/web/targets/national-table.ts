import { holdsData, parsePeriod } from '../../model/time/period.ts';
import type { PublishedYear, TargetRow } from '../../model/targets.ts';
import { nameTarget, printOff, printTarget } from '../../wording/target-names.ts';
import { countedVerdicts } from '../../wording/target-verdicts.ts';
import { cellsWithoutVerdict, verdictCells, type TargetCells } from './verdict-cells.ts';
import type { RequestContext } from '../request-context.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { compareCommands } from './compare-commands.ts';
import { nameIn, translator, sourceIn } from '../../wording/translator.ts';
import { targetsTexts } from './targets-texts.ts';

export interface NationalTable {
  readonly id: string;
  readonly name: string;
  /** The name with what its table and figure set side by side. */
  readonly caption: string;
  readonly facts: string;
  /** Which edition of the methods the simulated figures are by. */
  readonly method: string;
  /** What makes the data that it could be compared with. */
  readonly commands: readonly string[];
  readonly groups: readonly {
    readonly name: string;
    readonly rows: readonly (TargetCells & { readonly difference: string })[];
  }[];
  readonly note: string;
  readonly source: string;
}

const groups = [
  'means',
  'shares',
  'bands',
  'aboveMean',
  'first',
  'above',
  'progress',
  'inBand',
  'units',
  'order',
] as const;
/** What was published of these is no figure. */
const withoutFigure: readonly string[] = ['order', 'above'];
/** What is worth a look in the data of another year. */
const ofAnyYear: readonly string[] = ['means', 'bands'];

/**
 * One national report beside the simulated results: those of its own year where the data hold it, else means and bands of
 * the chosen period, without a verdict.
 */
export async function nationalTable(
  context: RequestContext,
  targets: PublishedYear,
  at: number,
): Promise<NationalTable> {
  const { language, results, site } = context;
  const t = translator({ ...siteTexts, ...targetsTexts }, language);
  const year = parsePeriod(String(targets.year));
  const isSimulated = holdsData(results.months, year);
  const period = isSimulated ? year : context.period;
  const rows = ((await results.nationalComparisons(period))[at] ?? []).filter(
    ({ group }) => isSimulated || ofAnyYear.includes(group),
  );
  const none = targetsTexts.noFigure;
  const print = (row: TargetRow, value: number | null): string => printTarget(row, value, none)[language];
  return {
    id: targets.id,
    name: nameIn(language, targets),
    caption: t('caption', { name: nameIn(language, targets) }),
    method: t('byEdition', { edition: targets.method ?? site.methods.edition }),
    facts: isSimulated
      ? t('nationalFacts', { period: period.label, counted: countedVerdicts(rows)[language] })
      : t('otherYear', { year: String(targets.year), period: period.label }),
    commands: isSimulated ? [] : compareCommands(targets.series ?? targets.id),
    groups: groups.flatMap((group) => {
      const own = rows.filter((row) => row.group === group);
      if (own.length === 0) return [];
      return [
        {
          name: t(group),
          rows: own.map((row) => ({
            name: nameTarget(row, site.reference, site.methods.province)[language],
            published: withoutFigure.includes(group) ? '—' : print(row, row.published),
            simulated: print(row, row.simulated),
            difference: withoutFigure.includes(group) ? '—' : printOff(row),
            ...(isSimulated ? verdictCells(row, language) : cellsWithoutVerdict(row, language)),
          })),
        },
      ];
    }),
    note: language === 'zh' ? targets.note : targets.noteEn,
    source: sourceIn(language, targets),
  };
}
