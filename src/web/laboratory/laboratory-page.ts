import { barList } from '../../charts/bar-list.ts';
import type { Answered } from '../../jobs/answers/questions.ts';
import { unitKinds } from '../../model/reference.ts';
import { gapGroupNames, gapPartNames } from '../../wording/gap-names.ts';
import { printCount, printFixed } from '../../wording/print-number.ts';
import type { Page } from '../page.ts';
import { readChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import { simulatedCaption } from '../shared/simulated.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';
import { laboratoryLinks, laboratoryWords } from './laboratory-head.ts';
import { laboratoryTexts } from './laboratory-texts.ts';

type Gaps = NonNullable<Answered['gaps']>;
type Gap = Gaps['all'];

interface GapModel {
  readonly facts: readonly { readonly name: string; readonly value: string; readonly text: string }[];
  readonly start: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
  readonly sum: readonly string[];
}

interface RankTable {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly current: boolean;
    readonly cells: readonly string[];
  }[];
}

export interface LaboratoryModel {
  readonly laboratory: ReturnType<typeof laboratoryLinks>;
  readonly action: string;
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly choices: readonly { readonly value: string; readonly name: string; readonly current: boolean }[];
  readonly name: string;
  /** Undefined where there is no truth. */
  readonly gap: GapModel | undefined;
  readonly gapChart: string;
  readonly ranks: readonly RankTable[];
}

const words = { ...laboratoryWords, ...laboratoryTexts };
const signed = (value: number): string => `${value > 0 ? '+' : ''}${printFixed(value, 4)}`;

/** The gap between what is published and what was felt, taken apart; read by nothing else. */
export async function laboratoryPage(context: RequestContext): Promise<Page<LaboratoryModel>> {
  const { language, query, results } = context;
  const t = translator(words, language);
  const gaps = await results.gaps();
  const units = gaps?.units ?? [];
  const code = readChoice(query, 'unit', ['', ...units.map((unit) => unit.code)], '');
  const chosen = units.find((unit) => unit.code === code);
  const name = chosen ? nameIn(language, chosen) : t('allUnits');
  const gap = chosen?.gap ?? gaps?.all;
  return {
    view: 'laboratory',
    title: t('title'),
    words,
    periodFree: true,
    model: {
      laboratory: laboratoryLinks(context),
      action: context.path,
      kept: context.kept(),
      choices: [
        { value: '', name: t('allUnits'), current: code === '' },
        ...units.map((unit) => ({
          value: unit.code,
          name: nameIn(language, unit),
          current: unit.code === code,
        })),
      ],
      name,
      gap: gap && gapModel(context, gap, t),
      gapChart: gap ? chartOf(context, gap, name, t) : '',
      ranks: gaps ? rankTables(context, gaps, code, t) : [],
    },
  };
}

/** Parts that change nothing are left out, but for the first. */
const shownSteps = ({ steps }: Gap): Gap['steps'] =>
  steps.filter(({ value, part }) => value !== 0 || part === 'nonResponse');

const print = (value: number | null, t: Translate): string =>
  value === null ? t('missing') : printFixed(value, 4);

function gapModel({ language }: RequestContext, gap: Gap, t: Translate): GapModel {
  const { felt, published, services, ratings } = gap;
  const difference = gap.gap === null ? t('missing') : signed(gap.gap);
  const count = (levels: readonly number[]): string =>
    printCount(levels.slice(1).reduce((sum, n) => sum + n, 0));
  return {
    facts: [
      { name: t('felt'), value: print(felt, t), text: t('services', { n: printCount(services) }) },
      { name: t('published'), value: print(published, t), text: t('ratings', { n: printCount(ratings) }) },
      { name: t('gap'), value: difference, text: '' },
    ],
    start: [print(felt, t), printCount(services)],
    rows: shownSteps(gap).map(({ part, value, mean, levels }) => ({
      name: gapPartNames[part][language],
      cells: [signed(value), print(mean, t), count(levels)],
    })),
    sum: [difference, print(published, t), printCount(ratings)],
  };
}

function chartOf({ language }: RequestContext, gap: Gap, name: string, t: Translate): string {
  const { felt } = gap;
  const shown = shownSteps(gap);
  const means = [felt, ...shown.map(({ mean }) => mean)].flatMap((mean) => mean ?? []);
  const from = Math.floor(Math.min(10, ...means) * 2 - 0.2) / 2;
  return barList(
    simulatedCaption(language, {
      id: 'gap-chart',
      title: `${name} · ${t('chart')}`,
      desc: t('chartDesc', { from }),
    }),
    { from, to: 10, ticks: [] },
    [
      { name: t('start'), value: felt, printed: print(felt, t) },
      ...shown.map(({ part, mean }) => ({
        name: gapPartNames[part][language],
        value: mean,
        printed: print(mean, t),
        mark: felt,
      })),
    ],
  );
}

function rankTables(
  { language }: RequestContext,
  { ranks, units }: Gaps,
  code: string,
  t: Translate,
): RankTable[] {
  const places = (n: number): string => `${n > 0 ? '+' : ''}${printFixed(n, 0)}`;
  const groups = ['nonResponse', 'suppression', 'lifting', 'automatic', 'manipulation'] as const;
  return unitKinds
    .map((kind) => ({
      caption: t(kind),
      headings: [
        t('feltRank'),
        ...groups.map((group) => gapGroupNames[group][language]),
        t('publishedRank'),
        t('sampling'),
        t('method'),
      ],
      rows: [...ranks[kind]]
        .sort((a, b) => a.published - b.published || a.code.localeCompare(b.code))
        .map((rank) => {
          const unit = units.find((one) => one.code === rank.code);
          return {
            name: unit ? nameIn(language, unit) : rank.code,
            current: rank.code === code,
            cells: [
              String(rank.felt),
              ...groups.map((group) => places(rank.shifts[group])),
              String(rank.published),
              printFixed(rank.sampling, 2),
              `${String(rank.method.low)}–${String(rank.method.high)}`,
            ],
          };
        }),
    }))
    .filter(({ rows }) => rows.length > 1);
}
