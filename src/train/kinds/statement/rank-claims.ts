import type { Bilingual } from '../../../model/language.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { ExerciseBlock, MadeExercise } from '../../../model/training/exercise.ts';
import { codedUnits, firstThat } from '../figures/drawn-counts.ts';
import { exerciseOf } from '../figures/exercise-parts.ts';
import { monthName, percentText } from '../figures/printed.ts';
import { statementCosts } from './costs.ts';
import { claimsField, claimsSolution, drawClaims, type Claim } from './judged-sentences.ts';
import {
  drawSample,
  endsText,
  gapBetween,
  liesAbove,
  rateOf,
  rateText,
  sampleTable,
  type RatedSample,
} from './samples.ts';

/** Six sentences on who is higher and who leads, over a chart of intervals. */
export function makeRankClaims(request: MakeRequest): MadeExercise {
  const { draws, difficulty, world } = request;
  const month = monthName(world.month);
  const units = codedUnits(draws, difficulty === 1 ? 4 : 5);
  const samples = firstThat(
    (attempt) =>
      units.map((unit, i) => {
        const at = `${String(i)}${attempt}`;
        return drawSample(draws, at, { unit, month }, difficulty, 0.8 + 0.16 * draws.share(`share ${at}`));
      }),
    (drawn) => isTelling(drawn),
  );
  const claims = drawClaims(draws, claimsOn(samples));
  const caption: Bilingual = {
    zh: `${month.zh}主动评价好评率及95%区间`,
    en: `Good-rating rates of active ratings with 95% intervals, ${month.en}`,
  };
  return exerciseOf(
    { zh: '名次和高低的说法', en: 'Claims of rank and of more and less' },
    [
      barsOf(samples, caption),
      sampleTable(caption, samples, difficulty),
      {
        kind: 'text',
        text: {
          zh: '以下各句与图表一同发布，数字、时期、分母和区间由图表给出，只判断比较和名次的说法。规则：两个区间不重叠才可说谁高谁低；说最高、最低、第几位，须与其余每个单位都分得开。',
          en: 'The sentences go out with chart and table, which give figures, period, denominators and intervals; judge only what they say of more, less and rank. Rules: who is higher may be said where two intervals do not overlap; highest, lowest and a rank, where the unit can be told apart from each of the others.',
        },
      },
    ],
    [claimsField(claims)],
    [claimsSolution(claims)],
  );
}

/** Some pairs can be told apart and some cannot, and none so narrowly that printing decides. */
function isTelling(samples: readonly RatedSample[]): boolean {
  const pairs = pairsOf(samples);
  const apart = pairs.filter(([a, b]) => gapBetween(a.interval, b.interval) > 0).length;
  return (
    apart >= 2 &&
    pairs.length - apart >= 2 &&
    pairs.every(([a, b]) => Math.abs(gapBetween(a.interval, b.interval)) > 0.0005)
  );
}

type Pair = readonly [RatedSample, RatedSample];

const pairsOf = (samples: readonly RatedSample[]): Pair[] =>
  samples.flatMap((a, i) => samples.slice(i + 1).map((b): Pair => [a, b]));

const barsOf = (samples: readonly RatedSample[], caption: Bilingual): ExerciseBlock => ({
  kind: 'bars',
  caption,
  from: Math.floor(Math.min(...samples.map(({ interval }) => interval.low)) * 20) * 5,
  to: 100,
  rows: samples.map((sample) => ({
    name: sample.unit,
    value: Number((rateOf(sample) * 100).toFixed(2)),
    printed: rateText(sample),
    low: Number((sample.interval.low * 100).toFixed(2)),
    high: Number((sample.interval.high * 100).toFixed(2)),
  })),
});

function claimsOn(samples: readonly RatedSample[]): Claim[] {
  const falling = [...samples].sort((a, b) => rateOf(b) - rateOf(a));
  return [
    ...pairsOf(falling).flatMap(([a, b]) => [higherClaim(a, b), openClaim(a, b)]),
    ...falling.map((sample, i) => rankClaim(sample, i + 1, falling)),
    ...extremeClaims(falling),
    ...falling.slice(0, -1).map((sample, i) => leadClaim(sample, falling.slice(i + 1))),
  ];
}

const pairWhy = (a: RatedSample, b: RatedSample): Bilingual => {
  const gap = gapBetween(a.interval, b.interval);
  const distance = percentText(Math.abs(gap));
  return gap > 0
    ? {
        zh: `${a.unit.zh} ${endsText(a.interval)} 与${b.unit.zh} ${endsText(b.interval)} 不重叠，隔开 ${distance.slice(0, -1)} 个百分点。`,
        en: `${a.unit.en} ${endsText(a.interval)} and ${b.unit.en} ${endsText(b.interval)} do not overlap; ${distance.slice(0, -1)} points lie between them.`,
      }
    : {
        zh: `${a.unit.zh} ${endsText(a.interval)} 与${b.unit.zh} ${endsText(b.interval)} 重叠，分不开。`,
        en: `${a.unit.en} ${endsText(a.interval)} and ${b.unit.en} ${endsText(b.interval)} overlap and cannot be told apart.`,
      };
};

const higherClaim = (a: RatedSample, b: RatedSample): Claim => ({
  sort: 'higher',
  text: {
    zh: `${a.unit.zh}的好评率高于${b.unit.zh}。`,
    en: `The good-rating rate of ${a.unit.en} is higher than that of ${b.unit.en}.`,
  },
  stands: liesAbove(a, b),
  cost: statementCosts.place,
  why: pairWhy(a, b),
});

const openClaim = (a: RatedSample, b: RatedSample): Claim => ({
  sort: 'open',
  text: {
    zh: `${a.unit.zh}与${b.unit.zh}分不出高低。`,
    en: `Neither ${a.unit.en} nor ${b.unit.en} can be said to be higher.`,
  },
  stands: gapBetween(a.interval, b.interval) <= 0,
  cost: statementCosts.refused,
  why: pairWhy(a, b),
});

/** The others from which a unit cannot be told apart. */
const near = (sample: RatedSample, all: readonly RatedSample[]): RatedSample[] =>
  all.filter((one) => one !== sample && gapBetween(one.interval, sample.interval) <= 0);

function apartWhy(sample: RatedSample, all: readonly RatedSample[]): Bilingual {
  const close = near(sample, all);
  const ends = endsText(sample.interval);
  return close.length === 0
    ? {
        zh: `${sample.unit.zh} ${ends} 与其余各单位的区间都不重叠。`,
        en: `the interval of ${sample.unit.en}, ${ends}, overlaps none of the others.`,
      }
    : {
        zh: `${sample.unit.zh} ${ends} 与${close.map(({ unit, interval }) => `${unit.zh} ${endsText(interval)}`).join('、')}重叠，分不开。`,
        en: `the interval of ${sample.unit.en}, ${ends}, overlaps ${close.map(({ unit, interval }) => `${unit.en} ${endsText(interval)}`).join(', ')}.`,
      };
}

const rankClaim = (sample: RatedSample, rank: number, all: readonly RatedSample[]): Claim => ({
  sort: 'rank',
  text: {
    zh: `${sample.unit.zh}在 ${String(all.length)} 个单位中列第 ${String(rank)} 位。`,
    en: `${sample.unit.en} ranks number ${String(rank)} of ${String(all.length)} units.`,
  },
  stands: near(sample, all).length === 0,
  cost: statementCosts.place,
  why: apartWhy(sample, all),
});

function extremeClaims(falling: readonly RatedSample[]): Claim[] {
  const [first, last] = [falling[0], falling.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    {
      sort: 'extreme',
      text: {
        zh: `${first.unit.zh}的好评率在所列单位中最高。`,
        en: `${first.unit.en} has the highest good-rating rate of the units shown.`,
      },
      stands: near(first, falling).length === 0,
      cost: statementCosts.place,
      why: apartWhy(first, falling),
    },
    {
      sort: 'extreme',
      text: {
        zh: `${last.unit.zh}的好评率在所列单位中最低。`,
        en: `${last.unit.en} has the lowest good-rating rate of the units shown.`,
      },
      stands: near(last, falling).length === 0,
      cost: statementCosts.place,
      why: apartWhy(last, falling),
    },
  ];
}

/** A unit is said to be ahead of all that are printed below it. */
function leadClaim(sample: RatedSample, lower: readonly RatedSample[]): Claim {
  const close = lower.filter((one) => !liesAbove(sample, one));
  const names = (some: readonly RatedSample[]): Bilingual => ({
    zh: some.map(({ unit }) => unit.zh).join('、'),
    en: some.map(({ unit }) => unit.en).join(', '),
  });
  return {
    sort: 'lead',
    text: {
      zh: `${sample.unit.zh}领先于${names(lower).zh}。`,
      en: `${sample.unit.en} is ahead of ${names(lower).en}.`,
    },
    stands: close.length === 0,
    cost: statementCosts.place,
    why:
      close.length === 0
        ? {
            zh: `下限 ${percentText(sample.interval.low)} 高于这些单位的上限 ${percentText(Math.max(...lower.map(({ interval }) => interval.high)))}。`,
            en: `its lower end ${percentText(sample.interval.low)} is above their upper ends, ${percentText(Math.max(...lower.map(({ interval }) => interval.high)))} at most.`,
          }
        : {
            zh: `与${names(close).zh}的区间重叠，不能说领先。`,
            en: `its interval overlaps that of ${names(close).en}, so that no lead can be told.`,
          },
  };
}
