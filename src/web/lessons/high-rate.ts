import { roundAxis } from '../../charts/axis.ts';
import { intervalRows } from '../../charts/interval-rows.ts';
import { bentMonth, type BentProvince } from '../../jobs/train/lesson-worlds.ts';
import { gapPartNames } from '../../wording/gap-names.ts';
import { printCount, printFixed, printShare, shareOf } from '../../wording/print-number.ts';
import { nameIn, sourceIn, translator, type Translate } from '../../wording/translator.ts';
import type { RequestContext } from '../request-context.ts';
import { simulated, simulatedCaption } from '../shared/simulated.ts';
import { siteTexts } from '../shared/site-texts.ts';
import type { ShownBlock } from '../training/exercise-view.ts';
import { highRatePlan, highRateTexts } from './high-rate-texts.ts';
import type { FigureStep, Lesson, LessonFact, LessonStep } from './lesson.ts';
import { lessonsTexts } from './lessons-texts.ts';
import { publishedSurveys } from './published-surveys.ts';
import { readGuess } from './read-guess.ts';

const words = { ...siteTexts, ...lessonsTexts, ...highRateTexts };

const sumOf = (levels: readonly number[]): number => levels.slice(1).reduce((sum, n) => sum + n, 0);
/** Levels 3 to 5 among all; null of none. */
const goodRateIn = (levels: readonly number[]): number | null =>
  shareOf(sumOf(levels.slice(2)), sumOf(levels));
const badIn = (levels: readonly number[]): number => (levels[1] ?? 0) + (levels[2] ?? 0);
/** The published levels: those after the last step. */
const publishedLevels = ({ gap }: BentProvince): readonly number[] => gap.steps.at(-1)?.levels ?? [];

async function show(context: RequestContext, step: FigureStep): Promise<LessonStep> {
  const { language, query, results } = context;
  const t = translator(words, language);
  const guess = readGuess(query, 100, 2);
  const province = await results.ask('bentProvince', null);
  if (step === 'question')
    return {
      basis: 'both',
      missing: '',
      facts: [],
      blocks: [...publishedBlocks(context, t), guessBlock(context, province, t)],
      form: [
        {
          name: 'guess',
          label: t('guessLabel'),
          value: guess === undefined ? '' : String(guess),
          unit: '%',
          most: 100,
          decimals: 2,
        },
      ],
    };
  return {
    basis: 'simulated',
    missing: '',
    facts: rateFacts(province, guess, t),
    blocks: (step === 'result' ? resultBlocks : reasonBlocks)(context, province, t),
    form: [],
  };
}

function publishedBlocks({ language, site }: RequestContext, t: Translate): ShownBlock[] {
  const [month] = site.published;
  const levels = [0, 1, 2, 3, 4, 5].map((level) => month?.levels[String(level)] ?? 0);
  return [
    { kind: 'text', text: t('ask') },
    {
      kind: 'table',
      id: 'published',
      caption: t('facts'),
      columns: [
        { name: t('what'), isNumber: false },
        { name: t('when'), isNumber: true },
        { name: t('value'), isNumber: true },
      ],
      rows: [
        ...(month === undefined
          ? []
          : [[t('goodRateOf'), month.period, printShare(goodRateIn(levels), t('missing'))]]),
        ...publishedSurveys.scores.map(({ year, score }) => [t('surveyScore'), year, printFixed(score, 2)]),
      ],
    },
    {
      kind: 'list',
      items: [
        ...(month === undefined ? [] : [t('source', { source: sourceIn(language, month) })]),
        t('source', { source: publishedSurveys.source[language] }),
      ],
    },
    { kind: 'text', text: t('twoScales') },
  ];
}

const rateOf = (levels: readonly number[], t: Translate): string =>
  printShare(goodRateIn(levels), t('missing'));

const guessBlock = ({ language }: RequestContext, province: BentProvince, t: Translate): ShownBlock => ({
  kind: 'text',
  text: t('guessText', {
    name: nameIn(language, province),
    month: province.month,
    rate: rateOf(publishedLevels(province), t),
  }),
});

function rateFacts(province: BentProvince, guess: number | undefined, t: Translate): LessonFact[] {
  const { feltLevels } = province.gap;
  const levels = publishedLevels(province);
  const difference = (goodRateIn(levels) ?? 0) - (goodRateIn(feltLevels) ?? 0);
  return [
    { name: t('guess'), value: guess === undefined ? t('noGuess') : `${printFixed(guess, 2)}%`, text: '' },
    {
      name: t('felt'),
      value: rateOf(feltLevels, t),
      text: t('feltText', { n: printCount(sumOf(feltLevels)) }),
    },
    {
      name: t('publishedRate'),
      value: rateOf(levels, t),
      text: t('publishedText', { n: printCount(sumOf(levels)) }),
    },
    { name: t('gap'), value: t('points', { n: signed(100 * difference, 2) }), text: '' },
  ];
}

const signed = (value: number, decimals: number): string =>
  `${value > 0 ? '+' : ''}${printFixed(value, decimals)}`;

/** Parts that change nothing are left out, as in the laboratory. */
const shownParts = ({ gap }: BentProvince): BentProvince['gap']['steps'] =>
  gap.steps.filter(({ value, part }) => value !== 0 || part === 'nonResponse');

function resultBlocks({ language }: RequestContext, province: BentProvince, t: Translate): ShownBlock[] {
  const name = nameIn(language, province);
  const { feltLevels } = province.gap;
  const rows = [
    { name: t('start'), levels: feltLevels },
    ...shownParts(province).map(({ part, levels }) => ({ name: gapPartNames[part][language], levels })),
  ];
  const rates = rows.flatMap(({ levels }) => goodRateIn(levels) ?? []);
  const axis = roundAxis(
    rates.map((rate) => 100 * rate),
    5,
    [0, 100],
  );
  return [
    {
      kind: 'text',
      text: simulated(
        t('resultText', {
          name,
          felt: rateOf(feltLevels, t),
          published: rateOf(publishedLevels(province), t),
        }),
        language,
      ),
    },
    {
      kind: 'bars',
      svg: intervalRows(
        simulatedCaption(language, {
          id: 'rate-chart',
          title: `${name} · ${t('chart')}`,
          desc: t('chartDesc', { from: axis.from, to: axis.to }),
        }),
        axis,
        rows.map((row) => ({
          name: row.name,
          value: 100 * (goodRateIn(row.levels) ?? 0),
          ...{ low: undefined, high: undefined },
          printed: rateOf(row.levels, t),
        })),
        printFixed,
      ),
    },
  ];
}

function reasonBlocks({ language }: RequestContext, province: BentProvince, t: Translate): ShownBlock[] {
  const { felt, feltLevels } = province.gap;
  const levels = publishedLevels(province);
  const mean = (value: number | null): string => (value === null ? t('missing') : printFixed(value, 4));
  const counted = (one: readonly number[]): string[] => [rateOf(one, t), printCount(badIn(one))];
  const computed = (name: string, one: readonly number[]): string =>
    t('formula', {
      name,
      three: printCount(one[3] ?? 0),
      four: printCount(one[4] ?? 0),
      five: printCount(one[5] ?? 0),
      all: printCount(sumOf(one)),
      rate: rateOf(one, t),
    });
  return [
    { kind: 'heading', text: simulated(t('computed'), language) },
    {
      kind: 'list',
      items: [
        computed(t('felt'), feltLevels),
        computed(t('publishedRate'), levels),
        t('bad', { felt: printCount(badIn(feltLevels)), published: printCount(badIn(levels)) }),
      ],
    },
    {
      kind: 'table',
      id: 'parts',
      caption: simulated(`${nameIn(language, province)} · ${t('parts')}`, language),
      columns: [
        { name: t('part'), isNumber: false },
        ...['change', 'mean', 'rateAfter', 'badAfter'].map((name) => ({ name: t(name), isNumber: true })),
      ],
      rows: [
        [t('start'), '', mean(felt), ...counted(feltLevels)],
        ...shownParts(province).map((step) => [
          gapPartNames[step.part][language],
          signed(step.value, 4),
          mean(step.mean),
          ...counted(step.levels),
        ]),
      ],
    },
    { kind: 'text', text: t('partsText') },
  ];
}

/** 99.9%: the published good-rating rate beside what was felt, in a province that no map has. */
export const highRate: Lesson = {
  id: 'high-rate',
  plan: highRatePlan,
  periodFree: true,
  carried: ['guess'],
  show,
  links({ language, link }) {
    const t = translator(words, language);
    return [
      { href: link('/scenario', bentScenario()), name: t('toScenario') },
      { href: link('/laboratory'), name: t('toLaboratory') },
      { href: link('/weighting'), name: t('toWeighting') },
      { href: link('/targets'), name: t('toTargets') },
    ];
  },
};

/** The scenario of the lesson as the address of the scenario page has it. */
const bentScenario = (): Record<string, string> => ({
  preset: 'tiny',
  seed: String(bentMonth.seed),
  ...fieldsIn(bentMonth.settings, ''),
});

function fieldsIn(value: object, path: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]: [string, unknown]) =>
      typeof part === 'object' && part !== null && name !== 'units'
        ? Object.entries(fieldsIn(part, `${path}${name}.`))
        : [[`${path}${name}`, String(part)]],
    ),
  );
}
