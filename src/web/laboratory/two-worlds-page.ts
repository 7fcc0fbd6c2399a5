import { logDots } from '../../charts/log-dots.ts';
import { surveySizes, twinIds, twinSeeds } from '../../jobs/audit/two-worlds.ts';
import type { Answered } from '../../jobs/answers/questions.ts';
import { gapPartNames } from '../../wording/gap-names.ts';
import { printCount, printFixed, printShare } from '../../wording/print-number.ts';
import { nameTarget, printInterval, printTarget } from '../../wording/target-names.ts';
import { nameIn, sourceIn, translator, type Translate } from '../../wording/translator.ts';
import type { Page } from '../page.ts';
import type { KeptField, RequestContext } from '../request-context.ts';
import { simulatedCaption } from '../shared/simulated.ts';
import { askedTwins } from './asked-twins.ts';
import { laboratoryLinks, laboratoryWords } from './laboratory-head.ts';
import { signRow, type SignRow } from './sign-rows.ts';
import { signTexts } from './sign-texts.ts';
import { twoWorldsTexts } from './two-worlds-texts.ts';

type Worlds = Answered['twoWorlds'];

interface NamedCells {
  readonly name: string;
  readonly cells: readonly string[];
}

export interface TwoWorldsModel {
  readonly laboratory: ReturnType<typeof laboratoryLinks>;
  readonly action: string;
  readonly kept: readonly KeptField[];
  readonly seed: number;
  readonly seeds: typeof twinSeeds;
  readonly sizes: readonly { readonly value: number; readonly name: string; readonly current: boolean }[];
  readonly json: string;
  readonly place: string;
  /** What each world is. */
  readonly worlds: readonly { readonly name: string; readonly text: string; readonly facts: string }[];
  readonly equal: {
    readonly text: string;
    readonly rows: readonly (NamedCells & { readonly isInside: boolean; readonly inside: string })[];
    readonly charts: readonly string[];
    readonly source: string;
  };
  readonly felt: {
    readonly facts: readonly NamedCells[];
    readonly levels: readonly NamedCells[];
    readonly parts: readonly NamedCells[];
    readonly sum: readonly string[];
  };
  readonly signs: {
    readonly text: string;
    readonly apart: readonly SignRow[];
    readonly alike: readonly SignRow[];
  };
}

const words = { ...laboratoryWords, ...twoWorldsTexts, ...signTexts };
const signed = (value: number): string => `${value > 0 ? '+' : ''}${printFixed(value, 4)}`;

/** Two worlds that publish the same counts, and what would tell them apart. */
export async function twoWorldsPage(context: RequestContext): Promise<Page<TwoWorldsModel>> {
  const { language, results } = context;
  const t = translator(words, language);
  const { seed, asked } = askedTwins(context);
  const worlds = await results.ask('twoWorlds', { seed });
  const signs = worlds.judged.find((one) => one.asked === asked)?.signs ?? [];
  const rows = signs.map((sign) => ({ ...sign, row: signRow(sign, asked, context, t) }));
  return {
    view: 'two-worlds',
    title: t('title'),
    words,
    periodFree: true,
    model: {
      laboratory: laboratoryLinks(context),
      action: context.path,
      kept: context.kept(),
      seed,
      seeds: twinSeeds,
      sizes: surveySizes.map((value) => ({ value, name: printCount(value), current: value === asked })),
      json: context.link('/api/laboratory/two-worlds.json', { seed, n: asked }),
      place: t('place', { name: nameIn(language, worlds.felt), period: worlds.period, seed }),
      worlds: twinIds.map((twin) => ({
        name: t(twin),
        text: t(`${twin}Text`),
        facts: t('records', {
          cases: printCount(worlds[twin].cases),
          services: printCount(worlds[twin].services),
          ratings: printCount(worlds[twin].ratings),
        }),
      })),
      equal: equalModel(context, worlds, t),
      felt: feltModel(context, worlds, t),
      signs: {
        text: t('signsText', {
          n: signs.filter(({ adjusted }) => adjusted !== null).length,
          apart: signs.filter(({ tellsApart }) => tellsApart).length,
          asked: printCount(asked),
          felt: printCount(worlds.felt.ratings),
          bent: printCount(worlds.bent.ratings),
        }),
        apart: rows.filter(({ tellsApart }) => tellsApart).map(({ row }) => row),
        alike: rows.filter(({ tellsApart }) => !tellsApart).map(({ row }) => row),
      },
    },
  };
}

function equalModel(context: RequestContext, worlds: Worlds, t: Translate): TwoWorldsModel['equal'] {
  const { language, site } = context;
  const missing = { zh: '—', en: '—' };
  const nameOf = (row: Worlds['felt']['rows'][number]): string =>
    nameTarget(row, site.reference, site.methods.province)[language];
  const all = twinIds.flatMap((twin) => worlds[twin].rows);
  const least = Math.min(1, ...all.flatMap(({ low }) => (low === null || low <= 0 ? [] : [low])));
  const outside = all.filter(({ inside }) => inside !== true).length;
  const published = site.published.find(({ id }) => id === worlds.targets);
  return {
    text: t(outside === 0 ? 'allInside' : 'someOutside', { n: all.length, outside }),
    rows: worlds.felt.rows.map((row, i) => {
      const pair = twinIds.flatMap((twin) => worlds[twin].rows[i] ?? []);
      const isInside = pair.every(({ inside }) => inside === true);
      return {
        name: nameOf(row),
        cells: [
          printTarget(row, row.published, missing)[language],
          ...pair.flatMap((one) => [
            printTarget(one, one.simulated, missing)[language],
            printInterval(one)[language],
          ]),
        ],
        isInside,
        inside: t(isInside ? 'inside' : 'outside'),
      };
    }),
    charts: twinIds.map((twin) =>
      logDots(
        simulatedCaption(language, {
          id: `equal-${twin}`,
          title: t('chart', { name: t(twin) }),
          desc: t('chartDesc'),
        }),
        worlds[twin].rows
          .filter(({ group }) => group !== 'ratio')
          .map((row) => ({ ...row, name: nameOf(row) })),
        (value) => `${String(Number((value * 100).toPrecision(1)))}%`,
        least,
      ),
    ),
    source: published === undefined ? '' : sourceIn(language, published),
  };
}

function feltModel({ language, site }: RequestContext, worlds: Worlds, t: Translate): TwoWorldsModel['felt'] {
  const gaps = twinIds.map((twin) => worlds[twin].gap);
  const sumOf = (levels: readonly number[]): number => levels.slice(1).reduce((sum, n) => sum + n, 0);
  const shareIn = (levels: readonly number[], level: number): string =>
    printShare((levels[level] ?? 0) / Math.max(1, sumOf(levels)), '—');
  const printed = (value: number | null): string => (value === null ? '—' : printFixed(value, 4));
  // A part that changes nothing in either world says nothing of them.
  const parts = (gaps[0]?.steps ?? []).flatMap(({ part }, i) => {
    const values = gaps.map(({ steps }) => steps[i]?.value ?? 0);
    return values.some((value) => Math.abs(value) >= 0.00005)
      ? [{ name: gapPartNames[part][language], cells: values.map(signed) }]
      : [];
  });
  return {
    facts: [
      { name: t('meanFelt'), cells: gaps.map(({ felt }) => printed(felt)) },
      { name: t('meanPublished'), cells: gaps.map(({ published }) => printed(published)) },
    ],
    levels: [5, 4, 3, 2, 1].map((level) => {
      const named = site.reference.levels.find((one) => one.level === level);
      return {
        name: named === undefined ? String(level) : nameIn(language, named),
        cells: gaps.flatMap(({ feltLevels, steps }) => [
          shareIn(feltLevels, level),
          shareIn(steps.at(-1)?.levels ?? [], level),
        ]),
      };
    }),
    parts,
    sum: gaps.map(({ gap }) => (gap === null ? '—' : signed(gap))),
  };
}
