import { barList } from '../../charts/bar-list.ts';
import type { Answered } from '../../jobs/answers/questions.ts';
import { isCodedCode, isFictionalCode } from '../../model/names/unit-codes.ts';
import { gapPartNames } from '../../wording/gap-names.ts';
import { printCount, printFixed, printShare, shareOf } from '../../wording/print-number.ts';
import { nameIn, sourceIn, translator, type Translate } from '../../wording/translator.ts';
import type { RequestContext } from '../request-context.ts';
import { commandText } from '../shared/command-text.ts';
import { simulated, simulatedCaption } from '../shared/simulated.ts';
import { siteTexts } from '../shared/site-texts.ts';
import type { ShownBlock } from '../training/exercise-view.ts';
import { highRatePlan, highRateTexts } from './high-rate-texts.ts';
import type { FigureStep, Lesson, LessonFact, LessonStep } from './lesson.ts';
import { lessonsTexts } from './lessons-texts.ts';
import { publishedSurveys } from './published-surveys.ts';
import { readGuess } from './read-guess.ts';

type GapUnit = NonNullable<Answered['gaps']>['units'][number];

const words = { ...siteTexts, ...lessonsTexts, ...highRateTexts };

/** Of the provinces under invented names the one whose published mean lies farthest from what was felt. */
async function shownUnit({ results }: RequestContext): Promise<GapUnit | undefined> {
  const gaps = await results.gaps();
  return [...(gaps?.units ?? [])]
    .filter(({ code, kind, gap }) => kind === 'province' && isInvented(code) && gap.gap !== null)
    .sort((a, b) => Math.abs(b.gap.gap ?? 0) - Math.abs(a.gap.gap ?? 0))[0];
}

/** A database of its own: one holds one world. */
const OWN_FILE = 'lessons.db';

const isInvented = (code: string): boolean => isFictionalCode(code) || isCodedCode(code);

const sumOf = (levels: readonly number[]): number => levels.slice(1).reduce((sum, n) => sum + n, 0);
/** Levels 3 to 5 among all; null of none. */
const goodRateIn = (levels: readonly number[]): number | null => shareOf(sumOf(levels.slice(2)), sumOf(levels));
const badIn = (levels: readonly number[]): number => (levels[1] ?? 0) + (levels[2] ?? 0);
/** The published levels: those after the last step. */
const publishedLevels = ({ gap }: GapUnit): readonly number[] => gap.steps.at(-1)?.levels ?? [];

async function show(context: RequestContext, step: FigureStep): Promise<LessonStep> {
  const { language, query } = context;
  const t = translator(words, language);
  const guess = readGuess(query, 100, 2);
  const unit = await shownUnit(context);
  const basis = step === 'question' ? 'both' : 'simulated';
  const missing =
    unit === undefined
      ? t('lacking', { command: commandText('simulate', { scenario: 'bent-2023-07', db: OWN_FILE }), serve: commandText('serve', { db: OWN_FILE }) })
      : '';
  const facts = unit !== undefined && step !== 'question' ? rateFacts(unit, guess, t) : [];
  const blocks = {
    question: () => [...publishedBlocks(context, t), ...(unit ? [guessBlock(context, unit, t)] : [])],
    result: () => (unit ? resultBlocks(context, unit, t) : []),
    reason: () => (unit ? reasonBlocks(context, unit, t) : []),
  };
  return {
    basis: unit === undefined && step === 'question' ? 'published' : basis,
    missing,
    facts,
    blocks: blocks[step](),
    form:
      step === 'question' && unit !== undefined
        ? [
            {
              name: 'guess',
              label: t('guessLabel'),
              value: guess === undefined ? '' : String(guess),
              unit: '%',
              most: 100,
              decimals: 2,
            },
          ]
        : [],
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
        { name: t('when'), isNumber: false },
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

const guessBlock = ({ language }: RequestContext, unit: GapUnit, t: Translate): ShownBlock => ({
  kind: 'text',
  text: simulated(
    t('guessText', { name: nameIn(language, unit), rate: rateOf(publishedLevels(unit), t) }),
    language,
  ),
});

function rateFacts(unit: GapUnit, guess: number | undefined, t: Translate): LessonFact[] {
  const { feltLevels } = unit.gap;
  const levels = publishedLevels(unit);
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
const shownParts = ({ gap }: GapUnit): GapUnit['gap']['steps'] =>
  gap.steps.filter(({ value, part }) => value !== 0 || part === 'nonResponse');

function resultBlocks({ language }: RequestContext, unit: GapUnit, t: Translate): ShownBlock[] {
  const name = nameIn(language, unit);
  const { feltLevels } = unit.gap;
  const rows = [
    { name: t('start'), levels: feltLevels },
    ...shownParts(unit).map(({ part, levels }) => ({ name: gapPartNames[part][language], levels })),
  ];
  const rates = rows.flatMap(({ levels }) => goodRateIn(levels) ?? []);
  // The axis begins at a whole number of percent below all rates, so that small steps are seen.
  const from = Math.max(0, Math.floor(100 * Math.min(1, ...rates)) - 1);
  const felt = goodRateIn(feltLevels);
  return [
    {
      kind: 'text',
      text: simulated(
        t('resultText', { name, felt: rateOf(feltLevels, t), published: rateOf(publishedLevels(unit), t) }),
        language,
      ),
    },
    {
      kind: 'bars',
      svg: barList(
        simulatedCaption(language, {
          id: 'rate-chart',
          title: `${name} · ${t('chart')}`,
          desc: t('chartDesc', { from }),
        }),
        { from: from / 100, to: 1, ticks: [] },
        rows.map((row) => ({
          name: row.name,
          value: goodRateIn(row.levels),
          printed: rateOf(row.levels, t),
          mark: felt,
        })),
      ),
    },
  ];
}

function reasonBlocks({ language }: RequestContext, unit: GapUnit, t: Translate): ShownBlock[] {
  const { felt, feltLevels } = unit.gap;
  const levels = publishedLevels(unit);
  const mean = (value: number | null): string =>
    value === null ? t('missing') : printFixed(value, 4);
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
      caption: simulated(`${nameIn(language, unit)} · ${t('parts')}`, language),
      columns: [
        { name: t('part'), isNumber: false },
        ...['change', 'mean', 'rateAfter', 'badAfter'].map((name) => ({ name: t(name), isNumber: true })),
      ],
      rows: [
        [t('start'), '', mean(felt), ...counted(feltLevels)],
        ...shownParts(unit).map((step) => [
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
  carried: ['guess'],
  show,
  async links(context) {
    const { language, link } = context;
    const t = translator(words, language);
    const unit = await shownUnit(context);
    const name = unit === undefined ? '' : nameIn(language, unit);
    return [
      ...(unit === undefined
        ? []
        : [
            { href: link('/laboratory', { unit: unit.code }), name: t('toLaboratory', { name }) },
            { href: link(`/units/${unit.code}`), name: t('toUnit', { name }) },
          ]),
      { href: link('/weighting'), name: t('toWeighting') },
      { href: link('/targets'), name: t('toTargets') },
    ];
  },
};
