import { roundAxis } from '../../charts/axis.ts';
import { intervalRows } from '../../charts/interval-rows.ts';
import type { EqualProvinces, LessonRanking } from '../../jobs/train/lesson-worlds.ts';
import type { PublishedYear } from '../../model/targets.ts';
import { printFixed, printScore, printShare } from '../../wording/print-number.ts';
import { printRanks } from '../../wording/print-ranks.ts';
import { nameIn, sourceIn, translator, type Translate } from '../../wording/translator.ts';
import type { RequestContext } from '../request-context.ts';
import { printP } from '../shared/print-p.ts';
import { simulated, simulatedCaption } from '../shared/simulated.ts';
import { siteTexts } from '../shared/site-texts.ts';
import type { ShownBlock } from '../training/exercise-view.ts';
import { firstTiePlan, firstTieTexts } from './first-tie-texts.ts';
import type { FigureStep, Lesson, LessonStep } from './lesson.ts';
import { lessonsTexts } from './lessons-texts.ts';
import { readGuess } from './read-guess.ts';

const words = { ...siteTexts, ...lessonsTexts, ...firstTieTexts };

/** Provinces that are drawn as a chart; the table has all. */
const DRAWN = 10;

/** Published units after the tied ones that are shown beside them. */
const FOLLOWING = 3;

async function show(context: RequestContext, step: FigureStep): Promise<LessonStep> {
  const { language, query, results, site } = context;
  const t = translator(words, language);
  const all = site.reference.places.coded.units.filter(
    ({ kind, fictional }) => kind === 'province' && !fictional,
  ).length;
  const guess = readGuess(query, all - 1, 0);
  if (step === 'question') return questionStep(context, all, guess, t);
  if (step === 'result') {
    const ranking = await results.ask('lessonRanking', null);
    return { ...simulatedStep, ...resultOf(context, ranking, guess, t) };
  }
  return {
    ...simulatedStep,
    ...reasonOf(context, await results.ask('equalProvinces', null), t),
  };
}

const simulatedStep = { basis: 'simulated', missing: '', form: [] } as const;

interface Tie {
  readonly targets: PublishedYear;
  readonly rows: readonly { readonly name: string; readonly score: number }[];
  readonly tied: number;
}

/** The latest published year in which the best index of provinces was printed of two or more of them. */
function publishedTie({ language, site }: RequestContext): Tie | undefined {
  const real = site.reference.places.real.units;
  for (const targets of site.national) {
    const rows = Object.entries(targets.units)
      .flatMap(([code, score]) => {
        const unit = real.find((one) => one.code === code && one.kind === 'province');
        return unit === undefined ? [] : [{ name: nameIn(language, unit), score }];
      })
      .sort((a, b) => b.score - a.score);
    const tied = rows.filter(({ score }) => score === rows[0]?.score).length;
    if (tied > 1) return { targets, rows, tied };
  }
  return undefined;
}

function questionStep(
  context: RequestContext,
  all: number,
  guess: number | undefined,
  t: Translate,
): LessonStep {
  const tie = publishedTie(context);
  return {
    basis: tie === undefined ? 'simulated' : 'both',
    missing: '',
    facts: [],
    blocks: [
      ...(tie === undefined ? [{ kind: 'text', text: t('askAnyway') } as const] : tieBlocks(context, tie, t)),
      { kind: 'text', text: t('guessText', { n: all, pairs: all - 1 }) },
    ],
    form: [
      {
        name: 'guess',
        label: t('guessLabel'),
        value: guess === undefined ? '' : String(guess),
        unit: t('pairs'),
        most: all - 1,
        decimals: 0,
      },
    ],
  };
}

const tieBlocks = (
  { language }: RequestContext,
  { targets, rows, tied }: Tie,
  t: Translate,
): ShownBlock[] => [
  { kind: 'text', text: t('ask', { year: targets.year, n: tied }) },
  {
    kind: 'table',
    id: 'published',
    caption: t('facts', { year: targets.year }),
    columns: [
      { name: t('unit'), isNumber: false },
      { name: t('publishedScore'), isNumber: true },
    ],
    rows: rows.slice(0, tied + FOLLOWING).map(({ name, score }) => [name, printFixed(score, 2)]),
  },
  { kind: 'list', items: [t('source', { source: sourceIn(language, targets) })] },
];

function resultOf(
  { language }: RequestContext,
  { month, provinces }: LessonRanking,
  guess: number | undefined,
  t: Translate,
): Pick<LessonStep, 'facts' | 'blocks'> {
  const pairs = provinces.flatMap(({ next }) => next ?? []);
  const [first] = provinces;
  const drawn = provinces.slice(0, DRAWN);
  const ends = drawn.flatMap(({ low, high }) => [low, high]);
  const apart = pairs.filter(({ isApart }) => isApart).length;
  return {
    facts: [
      { name: t('guess'), value: guess === undefined ? t('noGuess') : String(guess), text: '' },
      { name: t('apart'), value: String(apart), text: t('ofPairs', { n: pairs.length }) },
      {
        name: t('firstRanks'),
        value: first === undefined ? t('missing') : printRanks(first),
        text: first === undefined ? '' : nameIn(language, first),
      },
    ],
    blocks: [
      {
        kind: 'bars',
        svg: intervalRows(
          simulatedCaption(language, { id: 'interval-chart', title: t('chart'), desc: t('chartDesc') }),
          roundAxis([Math.min(...ends), Math.max(...ends)], 4),
          drawn.map(({ name, nameEn, score, low, high }) => ({
            name: nameIn(language, { name, nameEn }),
            value: score,
            low,
            high,
            printed: printFixed(score, 2),
          })),
          printFixed,
        ),
      },
      {
        kind: 'table',
        id: 'provinces',
        caption: simulated(t('table', { month }), language),
        columns: [
          { name: t('unit'), isNumber: false },
          ...['rank', 'overall', 'interval', 'ranks', 'difference', 'p'].map((name) => ({
            name: t(name),
            isNumber: true,
          })),
          { name: t('isApart'), isNumber: false },
        ],
        rows: provinces.map((one) => [
          nameIn(language, one),
          String(one.rank),
          printFixed(one.score, 2),
          `${printFixed(one.low, 2)}–${printFixed(one.high, 2)}`,
          printRanks(one),
          one.next === null ? '—' : printFixed(one.next.difference, 2),
          one.next === null ? '—' : printP(one.next.p).replace('= ', ''),
          one.next === null ? '—' : t(one.next.isApart ? 'yes' : 'no'),
        ]),
      },
      { kind: 'text', text: t('rule', { pairs: pairs.length }) },
    ],
  };
}

/** Scores as they are printed. */
const printed = (score: number): string => printScore(score, '');

function reasonOf(
  { language }: RequestContext,
  { month, names, draws }: EqualProvinces,
  t: Translate,
): Pick<LessonStep, 'facts' | 'blocks'> {
  const [a = '', b = ''] = names.map((one) => nameIn(language, one));
  const rows = draws.map(([one, other]) => ({
    one,
    other,
    difference: one - other,
    first: printed(one) === printed(other) ? t('both') : one > other ? a : b,
  }));
  const n = rows.length;
  const sizes = rows.map(({ difference }) => Math.abs(difference));
  const firstOf = (name: string): string => String(rows.filter(({ first }) => first === name).length);
  const mean = rows.reduce((sum, { difference }) => sum + difference, 0) / n;
  const deviation = Math.sqrt(
    rows.reduce((sum, { difference }) => sum + (difference - mean) ** 2, 0) / (n - 1),
  );
  const ofDraws = t('ofDraws', { n });
  return {
    facts: [
      ...[a, b].map((name) => ({ name: t('firstOf', { name }), value: firstOf(name), text: ofDraws })),
      { name: t('tied'), value: firstOf(t('both')), text: ofDraws },
      {
        name: t('meanDifference'),
        value: printFixed(sizes.reduce((sum, size) => sum + size, 0) / n, 2),
        text: t('largest', { n: printFixed(Math.max(...sizes), 2) }),
      },
    ],
    blocks: [
      { kind: 'text', text: t('sameText', { a, b, n }) },
      {
        kind: 'text',
        text: t('tieChance', {
          deviation: printFixed(deviation, 2),
          chance: printShare(0.01 / (deviation * Math.sqrt(2 * Math.PI)), t('missing')),
        }),
      },
      {
        kind: 'table',
        id: 'draws',
        caption: simulated(`${t('draws')} · ${month}`, language),
        columns: [
          { name: t('draw'), isNumber: false },
          { name: a, isNumber: true },
          { name: b, isNumber: true },
          { name: t('apartBy'), isNumber: true },
          { name: t('first'), isNumber: false },
        ],
        rows: rows.map(({ one, other, difference, first }, i) => [
          String(i + 1),
          printed(one),
          printed(other),
          `${difference > 0 ? '+' : ''}${printFixed(difference, 2)}`,
          first,
        ]),
      },
    ],
  };
}

/** A tie for first: which ranks can be told apart, and how often equal units are printed as equal. */
export const firstTie: Lesson = {
  id: 'first-tie',
  plan: firstTiePlan,
  periodFree: true,
  carried: ['guess'],
  show,
  links({ language, link }) {
    const t = translator(words, language);
    return [
      { href: `${link('/', { ranks: '1' })}#ranking-heading`, name: t('toRanking') },
      { href: link('/compare'), name: t('toCompare') },
      { href: link('/choices/uncertainty'), name: t('toUncertainty') },
      { href: link('/targets'), name: t('toTargets') },
    ];
  },
};
