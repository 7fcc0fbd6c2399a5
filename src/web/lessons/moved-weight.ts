import type { ChosenResults } from '../../jobs/measure/choices/choose-ranks.ts';
import { notFound } from '../../model/errors.ts';
import type { Method } from '../../model/method.ts';
import type { DimensionId } from '../../model/reference.ts';
import { printFixed, printPercent, printScore } from '../../wording/print-number.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';
import type { RequestContext } from '../request-context.ts';
import { commandText } from '../shared/command-text.ts';
import { simulated } from '../shared/simulated.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { unpublishedNotice } from '../../jobs/measure/unpublished-notice.ts';
import type { ShownBlock } from '../training/exercise-view.ts';
import type { FigureStep, Lesson, LessonStep } from './lesson.ts';
import { lessonsTexts } from './lessons-texts.ts';
import {
  movedChoice,
  movedDimension,
  movedWeights,
  moveWeight,
  placesMoved,
  POINTS_MOVED,
  type MovedUnit,
  type MovedWeight,
} from './move-weight.ts';
import { movedWeightPlan, movedWeightTexts } from './moved-weight-texts.ts';
import { readGuess } from './read-guess.ts';

const words = { ...siteTexts, ...lessonsTexts, ...movedWeightTexts };

async function show(context: RequestContext, step: FigureStep): Promise<LessonStep> {
  const { language, period, query } = context;
  const t = translator(words, language);
  const moved = await moveWeight(context);
  const n = moved.ranked.length;
  const guess = readGuess(query, Math.max(n, 1), 0);
  const isLacking = n < 2;
  const blocks = {
    question: () => questionBlocks(context, moved, isLacking, t),
    result: () => (isLacking ? [] : [...notice(context), rankTable(context, moved, t)]),
    reason: () => (isLacking ? [] : reasonBlocks(context, moved, t)),
  };
  return {
    basis: 'simulatedAndAssumed',
    missing: isLacking
      ? t('lacking', { period: period.label, command: commandText('simulate', { scenario: 'tiny' }) })
      : '',
    facts: step === 'result' && !isLacking ? movedFacts(context, moved, guess, t) : [],
    blocks: blocks[step](),
    form:
      step === 'question' && !isLacking
        ? [
            {
              name: 'dimension',
              label: t('dimension'),
              options: moved.method.dimensions.map((one) => ({
                value: one.id,
                name: nameIn(language, one),
                selected: one.id === moved.dimension,
              })),
              value: moved.dimension,
              unit: '',
              most: 0,
              decimals: 0,
            },
            {
              name: 'guess',
              label: t('guessLabel'),
              value: guess === undefined ? '' : String(guess),
              unit: t('units'),
              most: n,
              decimals: 0,
            },
          ]
        : [],
  };
}

/** What is said where scores of single units were not published. */
function notice({ site, period, language }: RequestContext): ShownBlock[] {
  const text = unpublishedNotice(site, [period], language);
  return text === '' ? [] : [{ kind: 'text', text }];
}

const questionBlocks = (
  { language, period }: RequestContext,
  { method, ranked }: MovedWeight,
  isLacking: boolean,
  t: Translate,
): ShownBlock[] => [
  { kind: 'text', text: t('ask', { points: POINTS_MOVED }) },
  {
    kind: 'table',
    id: 'weights',
    caption: t('weights'),
    columns: [
      { name: t('part'), isNumber: false },
      { name: t('weight'), isNumber: true },
    ],
    rows: method.dimensions.map((one) => [nameIn(language, one), printPercent(one.weight)]),
  },
  ...(isLacking
    ? []
    : [{ kind: 'text', text: t('guessText', { period: period.label, n: ranked.length }) } as const]),
];

const weightOf = (method: Method, dimension: DimensionId): number =>
  movedWeights(method, dimension).find(({ id }) => id === dimension)?.weight ?? 0;

function movedFacts(
  { language }: RequestContext,
  { method, dimension, ranked }: MovedWeight,
  guess: number | undefined,
  t: Translate,
): LessonStep['facts'] {
  const moves = ranked.map(placesMoved);
  const shift = moves.reduce((sum, move) => sum + Math.abs(move), 0) / ranked.length;
  const stated = statedDimension(method, dimension);
  return [
    { name: t('guess'), value: guess === undefined ? t('noGuess') : String(guess), text: '' },
    {
      name: t('moved'),
      value: String(moves.filter((move) => move !== 0).length),
      text: t('ofUnits', { n: ranked.length }),
    },
    { name: t('shift'), value: t('places', { n: printFixed(shift, 2) }), text: '' },
    {
      name: `${nameIn(language, stated)} · ${t('newWeight')}`,
      value: printPercent(weightOf(method, dimension)),
      text: t('from', { weight: printPercent(stated.weight) }),
    },
  ];
}

function statedDimension(method: Method, dimension: DimensionId): Method['dimensions'][number] {
  const found = method.dimensions.find(({ id }) => id === dimension);
  if (found === undefined) throw notFound(`方法没有 ${dimension}`, `the method has no ${dimension}`);
  return found;
}

function rankTable(
  { language, period }: RequestContext,
  { method, dimension, ranked }: MovedWeight,
  t: Translate,
): ShownBlock {
  const move = (one: MovedUnit): string => {
    const places = placesMoved(one);
    return places === 0 ? t('same') : t(places > 0 ? 'up' : 'down', { n: Math.abs(places) });
  };
  return {
    kind: 'table',
    id: 'moved-ranks',
    caption: simulated(
      t('table', {
        period: period.label,
        dimension: nameIn(language, statedDimension(method, dimension)),
        weight: printPercent(weightOf(method, dimension)),
      }),
      language,
    ),
    columns: [
      { name: t('unit'), isNumber: false },
      { name: t('rankBefore'), isNumber: true },
      { name: t('rankAfter'), isNumber: true },
      { name: t('change'), isNumber: false },
      { name: t('scoreBefore'), isNumber: true },
      { name: t('scoreAfter'), isNumber: true },
    ],
    rows: ranked.map((one) => [
      nameIn(language, one),
      String(one.before.rank),
      String(one.after.rank),
      move(one),
      printFixed(one.before.score, 2),
      printFixed(one.after.score, 2),
    ]),
  };
}

function reasonBlocks({ language }: RequestContext, moved: MovedWeight, t: Translate): ShownBlock[] {
  const { method, stated, chosen } = moved;
  const weights = ({ nodes }: ChosenResults, id: string): string[] => {
    const node = nodes.find((one) => one.depth === 0 && one.id === id);
    const printed = (share: number | null | undefined): string =>
      share === null || share === undefined ? t('missing') : printPercent(share);
    return [printed(node?.nominal), printed(node?.effective)];
  };
  return [
    {
      kind: 'table',
      id: 'effective',
      caption: simulated(t('effective'), language),
      columns: [
        { name: t('part'), isNumber: false },
        ...['nominalBefore', 'effectiveBefore', 'nominalAfter', 'effectiveAfter'].map((name) => ({
          name: t(name),
          isNumber: true,
        })),
      ],
      rows: method.dimensions.map((one) => [
        nameIn(language, one),
        ...weights(stated, one.id),
        ...weights(chosen, one.id),
      ]),
    },
    { kind: 'text', text: t('effectiveText') },
    ...computedBlocks(language, moved, t),
  ];
}

/** The index of the unit that moves furthest, computed by hand; left out where a dimension has no figure. */
function computedBlocks(
  language: RequestContext['language'],
  { method, measurement, dimension, ranked }: MovedWeight,
  t: Translate,
): ShownBlock[] {
  const [furthest] = [...ranked].sort(
    (a, b) =>
      Math.abs(placesMoved(b)) - Math.abs(placesMoved(a)) ||
      Math.abs(b.after.score - b.before.score) - Math.abs(a.after.score - a.before.score),
  );
  const result = measurement.units.find(({ code }) => code === furthest?.code);
  if (furthest === undefined || result === undefined) return [];
  const after = new Map(movedWeights(method, dimension).map(({ id, weight }) => [id, weight]));
  const terms = method.dimensions.map(({ id, weight }) => ({
    weight: (after.get(id) ?? 0) - weight,
    score: result.dimensions[id],
  }));
  if (terms.some(({ score }) => score === null)) return [];
  return [
    { kind: 'heading', text: simulated(t('computed'), language) },
    {
      kind: 'text',
      text: t('formula', {
        name: nameIn(language, furthest),
        change: printFixed(furthest.after.score - furthest.before.score, 2),
        terms: terms
          .map(({ weight, score }) => `${printFixed(weight, 4)} × ${printScore(score?.score ?? null, '')}`)
          .join(' + ')
          .replaceAll('+ −', '− '),
      }),
    },
  ];
}

/** One weight of the first level moved: which ranks move with it, and why. */
export const movedWeight: Lesson = {
  id: 'moved-weight',
  plan: movedWeightPlan,
  periodFree: false,
  carried: ['dimension', 'guess'],
  show,
  links(context) {
    const { language, link, site } = context;
    const t = translator(words, language);
    const fields = movedChoice(site.methods.province, movedDimension(context));
    return [
      { href: link('/choices', fields), name: t('toChoices') },
      { href: link('/choices/uncertainty', fields), name: t('toUncertainty') },
      { href: link('/explain'), name: t('toExplain') },
      { href: link('/method'), name: t('toMethod') },
    ];
  },
};
