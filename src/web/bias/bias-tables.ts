import type { Answered } from '../../jobs/answers/questions.ts';
import { AS_FELT } from '../../jobs/laboratory/bias-scenario.ts';
import { gapPartNames } from '../../wording/gap-names.ts';
import { printCount, printFixed, printScore, printShare } from '../../wording/print-number.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';
import type { RequestContext } from '../request-context.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { biasTexts } from './bias-texts.ts';
import { signedGap } from './lesson-sentence.ts';
import type { FiguresTable } from '../laboratory/figures-table.ts';

type Found = Answered['regimeBias'];
type World = Found['truth'];

export interface BiasTables {
  readonly shown: readonly FiguresTable[];
  /** Further ones, each folded. */
  readonly folded: readonly FiguresTable[];
}

const words = { ...siteTexts, ...biasTexts };

/** Name of a regime in the reader’s language. */
export function regimeIn({ language, site }: RequestContext, id: string): string {
  const regime = site.reference.regimes.find((one) => one.id === id);
  return regime === undefined ? id : nameIn(language, regime);
}

interface Row {
  readonly name: string;
  readonly world: World;
  /** Null of the truth itself. */
  readonly errors: Found['regimes'][number]['errors'] | null;
}

export function biasTables(context: RequestContext, found: Found): BiasTables {
  const t = translator(words, context.language);
  const rows: Row[] = [
    { name: t('truth'), world: found.truth, errors: null },
    ...found.regimes
      // Without a defect, everybody rating as felt is the truth itself.
      .filter(({ regime }) => found.fields.defects.length > 0 || regime !== AS_FELT)
      .map(({ regime, world, errors }) => ({ name: regimeIn(context, regime), world, errors })),
  ];
  return {
    shown: [
      countsTable(rows, t),
      figureTable('goodRate', rows, t),
      figureTable('meanScore', rows, t),
      errorTable(rows, found, t),
    ],
    folded: [
      partsTable(context, rows, t),
      unitsTable(context, rows, t),
      ...(found.fields.defects.length === 0 ? [] : [injectedTable(rows, found, t)]),
    ],
  };
}

const countsTable = (rows: readonly Row[], t: Translate): FiguresTable => ({
  id: 'counts',
  title: t('counts'),
  note: t('countsNote'),
  first: t('regime'),
  headings: [t('services'), t('asked'), t('answered'), t('ratings'), t('automatic')],
  rows: rows.map(({ name, world }) => ({
    name,
    cells: [world.services, world.asked, world.answered, world.ratings, world.automatic].map(printCount),
  })),
  sum: [],
});

function figureTable(figure: 'goodRate' | 'meanScore', rows: readonly Row[], t: Translate): FiguresTable {
  const missing = t('missing');
  const print = (value: number | null): string =>
    figure === 'goodRate' ? printShare(value, missing) : value === null ? missing : printFixed(value, 4);
  const less = (value: number | null, felt: number | null): string => {
    if (value === null || felt === null) return missing;
    return figure === 'meanScore' ? signedGap(value - felt) : signedPoints(100 * (value - felt));
  };
  return {
    id: figure,
    title: t(figure),
    note: t('figuresNote'),
    first: t('regime'),
    headings: [
      ...[t('felt'), t('published'), t('differencePublished'), t('given'), t('weighted')],
      t('differenceWeighted'),
    ],
    rows: rows.map(({ name, world }) => {
      const [felt, published] = [world.felt[figure], world.published[figure]];
      const [given, weighted] = [world.given[figure], world.weighted[figure]];
      return {
        name,
        cells: [
          ...[print(felt), print(published), less(published, felt), print(given), print(weighted)],
          less(weighted, felt),
        ],
      };
    }),
    sum: [],
  };
}

/** Percentage points with their sign. */
const signedPoints = (value: number): string =>
  `${value > 0 && Number(value.toFixed(2)) !== 0 ? '+' : ''}${printFixed(value, 2)}`;

function errorTable(rows: readonly Row[], { truth }: Found, t: Translate): FiguresTable {
  const missing = t('missing');
  const places = (value: number | null): string => (value === null ? missing : printFixed(value, 2));
  return {
    id: 'errors',
    title: t('errors'),
    note: t('errorsNote'),
    first: t('regime'),
    headings: [
      ...[t('indexedUnits'), t('index'), t('largestIndex'), t('indexRank'), t('publishedRank')],
      t('weightedRank'),
    ],
    rows: rows.flatMap(({ name, errors }) =>
      errors === null
        ? []
        : [
            {
              name,
              cells: [
                `${String(errors.indexedUnits)}/${String(truth.units.length)}`,
                printScore(errors.index, missing),
                printScore(errors.largestIndex, missing),
                ...[errors.indexRank, errors.publishedRank, errors.weightedRank].map(places),
              ],
            },
          ],
    ),
    sum: [],
  };
}

/** Parts that change nothing anywhere are left out. */
function partsTable({ language }: RequestContext, rows: readonly Row[], t: Translate): FiguresTable {
  const [first] = rows;
  const parts = (first?.world.gap.steps ?? []).map(({ part }) => part);
  const valueOf = ({ world }: Row, part: (typeof parts)[number]): number =>
    world.gap.steps.find((step) => step.part === part)?.value ?? 0;
  return {
    id: 'parts',
    title: t('parts'),
    note: t('partsNote'),
    first: t('part'),
    headings: rows.map(({ name }) => name),
    rows: parts
      .filter((part) => rows.some((row) => valueOf(row, part) !== 0))
      .map((part) => ({
        name: gapPartNames[part][language],
        cells: rows.map((row) => signedGap(valueOf(row, part))),
      })),
    sum: [
      t('sum'),
      ...rows.map(({ world: { gap } }) => (gap.gap === null ? t('missing') : signedGap(gap.gap))),
    ],
  };
}

const unitsTable = ({ language }: RequestContext, rows: readonly Row[], t: Translate): FiguresTable => ({
  id: 'units',
  title: t('units'),
  note: '',
  first: t('unit'),
  headings: rows.map(({ name }) => name),
  rows: (rows[0]?.world.units ?? []).map((unit) => ({
    name: nameIn(language, unit),
    cells: rows.map(({ world }) => {
      const { index = null, rank = null } = world.units.find(({ code }) => code === unit.code) ?? {};
      if (index === null) return t('missing');
      const printed = printFixed(index, 2);
      return rank === null ? printed : t('indexAndRank', { index: printed, rank });
    }),
  })),
  sum: [],
});

const injectedTable = (rows: readonly Row[], { fields }: Found, t: Translate): FiguresTable => ({
  id: 'injected',
  title: t('injected'),
  note: t('injectedNote'),
  first: t('regime'),
  headings: fields.defects.map(({ id }) => id),
  rows: rows.slice(1).map(({ name, world }) => ({
    name,
    cells: fields.defects.map(({ id }) =>
      printCount(world.injected.reduce((sum, one) => sum + (one.defect === id ? one.n : 0), 0)),
    ),
  })),
  sum: [],
});
