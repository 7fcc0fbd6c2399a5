import type { Bilingual } from '../../../model/language.ts';
import { wilsonInterval } from '../../../model/math/interval.ts';
import type { Draws } from '../../draws.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { MadeExercise } from '../../../model/training/exercise.ts';
import { codedUnits, drawnCount } from '../figures/drawn-counts.ts';
import { exerciseOf, figureTable } from '../figures/exercise-parts.ts';
import { monthName, numberText, percentText } from '../figures/printed.ts';
import { statementCosts } from './costs.ts';
import { claimsField, claimsSolution, drawClaims, type Claim } from './judged-sentences.ts';
import { endsText, sampleSizes } from './samples.ts';

/** What a published figure needs beside itself. */
type Element = 'unit' | 'period' | 'denominator' | 'interval' | 'level' | 'measure';

const elementNames: Readonly<Record<Element, Bilingual>> = {
  unit: { zh: '没有写是哪个单位', en: 'it does not say which unit' },
  period: { zh: '没有写时期', en: 'it has no period' },
  denominator: { zh: '没有写分母', en: 'it has no denominator' },
  interval: { zh: '没有写区间', en: 'it has no interval' },
  level: { zh: '没有写区间的置信水平', en: 'it does not say at which level the interval is' },
  measure: { zh: '没有写是哪个指标', en: 'it does not say which indicator' },
};

/** Elements that are left out: the more difficult, the less they catch the eye. */
const leftOut = {
  1: ['unit', 'period', 'denominator', 'interval'],
  2: ['unit', 'period', 'denominator', 'interval', 'measure'],
  3: ['period', 'denominator', 'level', 'measure'],
} as const satisfies Readonly<Record<Difficulty, readonly Element[]>>;

interface Measured {
  readonly unit: Bilingual;
  readonly measure: Bilingual;
  readonly basis: Bilingual;
  readonly count: number;
  readonly n: number;
}

const kinds: readonly {
  readonly measure: Bilingual;
  readonly basis: Bilingual;
  readonly share: readonly [number, number];
}[] = [
  {
    measure: { zh: '主动评价好评率', en: 'good-rating rate of active ratings' },
    basis: { zh: '有等级的主动评价', en: 'active ratings with a level' },
    share: [0.84, 0.97],
  },
  {
    measure: { zh: '评价率', en: 'rating rate' },
    basis: { zh: '服务', en: 'services' },
    share: [0.35, 0.7],
  },
  {
    measure: { zh: '按时办结率', en: 'share finished on time' },
    basis: { zh: '办结的办件', en: 'finished cases' },
    share: [0.9, 0.99],
  },
];

/** Six sentences with figures: which of them have all that a published figure needs. */
export function makeCompleteSentences(request: MakeRequest): MadeExercise {
  const { draws, difficulty, world } = request;
  const month = monthName(world.month);
  const measured = drawMeasured(request);
  const claims = drawClaims(
    draws,
    measured.flatMap((one, i) => claimsOn(draws, one, i, month, difficulty)),
  );
  return exerciseOf(
    { zh: '句子的要素齐不齐', en: 'Whether sentences are complete' },
    [
      figureTable(
        { zh: `${month.zh}几项指标`, en: `Some indicators, ${month.en}` },
        { zh: '单位和指标', en: 'Unit and indicator' },
        [
          { zh: '分子', en: 'Numerator' },
          { zh: '分母', en: 'Denominator' },
          { zh: '指标值', en: 'Value' },
          { zh: '95%区间', en: '95% interval' },
        ],
        measured.map(({ unit, measure, count, n }) => ({
          name: { zh: `${unit.zh}${measure.zh}`, en: `${unit.en}, ${measure.en}` },
          figures: [
            numberText(count),
            numberText(n),
            percentText(count / n),
            endsText(wilsonInterval(count, n)),
          ],
        })),
      ),
      {
        kind: 'text',
        text: {
          zh: '各句单独发布，读者看不到表。句中数字都与表相符。要素齐全的句子写明指标、单位、时期、数字、分母（数量和是什么）、区间及其置信水平。',
          en: 'The sentences go out one by one, and readers do not see the table. All figures agree with it. A complete sentence names indicator, unit, period, figure, denominator (how many, and of what), and interval with its level.',
        },
      },
    ],
    [claimsField(claims)],
    [claimsSolution(claims)],
  );
}

function drawMeasured({ draws, difficulty }: MakeRequest): Measured[] {
  const [fewest, most] = sampleSizes[difficulty];
  return codedUnits(draws, 3).map((unit, i) => {
    const at = String(i);
    const { measure, basis, share } = draws.one(`kind ${at}`, kinds);
    const n = draws.whole(`n ${at}`, fewest, most);
    const count = drawnCount(
      draws,
      `count ${at}`,
      n,
      share[0] + (share[1] - share[0]) * draws.share(`share ${at}`),
    );
    return { unit, measure, basis, count, n };
  });
}

/** The whole sentence in two orders, and each with one element left out. */
function claimsOn(
  draws: Draws,
  measured: Measured,
  place: number,
  month: Bilingual,
  difficulty: Difficulty,
): Claim[] {
  const at = String(place);
  const whole = [false, true].map((turned): Claim => ({
    sort: `whole ${at}`,
    text: sentenceOf(measured, month, undefined, turned),
    stands: true,
    cost: statementCosts.basis,
    why: {
      zh: '指标、单位、时期、数字、分母、区间和置信水平都有。',
      en: 'indicator, unit, period, figure, denominator, interval and level are there.',
    },
  }));
  const lacking = leftOut[difficulty].map((element): Claim => ({
    sort: element,
    text: sentenceOf(measured, month, element, draws.share(`turned ${at} ${element}`) < 0.5),
    stands: false,
    cost: statementCosts.basis,
    why: {
      zh: `${elementNames[element].zh}。可改为：${sentenceOf(measured, month, undefined, false).zh}`,
      en: `${elementNames[element].en}. It could read: ${sentenceOf(measured, month, undefined, false).en}`,
    },
  }));
  return [...whole, ...lacking];
}

function sentenceOf(
  { unit, measure, basis, count, n }: Measured,
  month: Bilingual,
  lacking: Element | undefined,
  turned: boolean,
): Bilingual {
  const has = (element: Element): boolean => element !== lacking;
  const value = percentText(count / n);
  const ends = endsText(wilsonInterval(count, n));
  const who: Bilingual = has('unit') ? unit : { zh: '该单位', en: 'the unit' };
  const what: Bilingual = has('measure') ? measure : { zh: '成绩', en: 'result' };
  const interval: Bilingual = has('level')
    ? { zh: `95%区间 ${ends}`, en: `95% interval ${ends}` }
    : { zh: `区间 ${ends}`, en: `interval ${ends}` };
  const denominator: Bilingual = {
    zh: `${basis.zh} ${numberText(n)}`,
    en: `${numberText(n)} ${basis.en}`,
  };
  const order: readonly Element[] = turned ? ['denominator', 'interval'] : ['interval', 'denominator'];
  const inBrackets = order.filter(has).map((element) => (element === 'interval' ? interval : denominator));
  const brackets: Bilingual = {
    zh: inBrackets.map(({ zh }) => zh).join('，'),
    en: inBrackets.map(({ en }) => en).join(', '),
  };
  const time: Bilingual = has('period') ? month : { zh: '', en: '' };
  return turned
    ? {
        zh: `${who.zh}${time.zh}${what.zh}为 ${value}（${brackets.zh}）。`,
        en: `${capital(who.en)}${time.en === '' ? '' : ` in ${time.en}`}: ${what.en} ${value} (${brackets.en}).`,
      }
    : {
        zh: `${time.zh === '' ? '' : `${time.zh}，`}${who.zh}的${what.zh}为 ${value}（${brackets.zh}）。`,
        en: `${time.en === '' ? 'The' : `In ${time.en} the`} ${what.en} of ${who.en} was ${value} (${brackets.en}).`,
      };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
