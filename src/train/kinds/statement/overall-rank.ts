import type { Bilingual } from '../../../model/language.ts';
import type { Interval } from '../../../model/math/interval.ts';
import type { MadeExercise } from '../../../model/training/exercise.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import { monthName, numberText, sameInBoth } from '../figures/printed.ts';
import { periodPart } from './common-parts.ts';
import { statementCosts } from './costs.ts';
import {
  countsBeside,
  kindNames,
  rankedUnit,
  rankTable,
  ranksText,
  scoreEnds,
  scoreText,
  type RankedUnit,
} from './rank-table.ts';
import {
  wrongWordings,
  leavingOut,
  rightWording,
  sentenceExercise,
  type SentencePart,
  type Wording,
} from './sentence-parts.ts';

/** A sentence on the overall index of a unit and its rank, from the results of the world itself. */
export function makeOverallRank(request: MakeRequest): MadeExercise {
  const { draws, difficulty, world } = request;
  const ranked = world.units.flatMap(rankedUnit);
  const kind = draws.share('kind') < 0.25 ? 'province' : 'city';
  const peers = ranked.filter((unit) => unit.kind === kind);
  const unit = draws.one('unit', peers);
  // Two provincial governments alone would make a short table.
  const shown = difficulty === 3 || kind === 'province' ? ranked : peers;
  const besides = draws.shuffled('besides', countsBeside).slice(0, difficulty === 1 ? 1 : 2);
  return sentenceExercise(draws, {
    title: { zh: '写总体指数和名次', en: 'The overall index and its rank' },
    shown: [
      rankTable(draws.shuffled('rows', shown), besides, monthName(world.month)),
      {
        kind: 'text',
        text: {
          zh: `要写的是${unit.name.zh}的总体指数。省级政府和重点城市分别排名。名次区间是名次可能所在的范围（95%）：只有一位时才可写名次；两个单位的总体指数区间不重叠，才可说谁高谁低。`,
          en: `To be written is the overall index of ${unit.name.en}. Provincial governments and key cities are ranked apart. The interval of a rank is the range in which it may lie (95%): a rank may be written where that is a single one; who is higher, only where the intervals of the index do not overlap.`,
        },
      },
    ],
    parts: [
      periodPart(world.month),
      scorePart(unit, shown),
      scoreIntervalPart(unit, shown),
      scopePart(unit, peers.length, ranked),
      rankPart(draws, unit, peers),
    ],
    sentence: {
      zh: `{period}，${unit.name.zh}总体指数为{figure}，{interval}；{scope}，{place}。`,
      en: `In {period} the overall index of ${unit.name.en} was {figure}, {interval}; {scope}, {place}.`,
    },
  });
}

function scorePart(unit: RankedUnit, shown: readonly RankedUnit[]): SentencePart {
  const others = shown.filter((one) => one !== unit);
  const mean = others.concat(unit).reduce((sum, { score }) => sum + score, 0) / shown.length;
  return {
    id: 'figure',
    label: { zh: '数字', en: 'Figure' },
    wordings: [
      rightWording(scoreText(unit)),
      ...wrongWordings(
        statementCosts.figure,
        ...others.slice(0, 2).map(scoreText),
        sameInBoth(numberText(unit.interval.high, 2)),
        sameInBoth(numberText(mean, 2)),
      ).slice(0, 3),
    ],
    why: {
      zh: `数字：${unit.name.zh}一行，总体指数 ${numberText(unit.score, 2)}。`,
      en: `Figure: row ${unit.name.en}, overall index ${numberText(unit.score, 2)}.`,
    },
  };
}

function scoreIntervalPart(unit: RankedUnit, shown: readonly RankedUnit[]): SentencePart {
  const text = (ends: string): Bilingual => ({ zh: `95%区间为${ends}`, en: `95% interval ${ends}` });
  const [other = unit] = shown.filter((one) => one !== unit);
  return {
    id: 'interval',
    label: { zh: '区间', en: 'Interval' },
    wordings: [
      rightWording(text(scoreEnds(unit.interval))),
      ...wrongWordings(statementCosts.figure, text(scoreEnds(other.interval)), text(ranksText(unit))),
      leavingOut(statementCosts.basis, { zh: '不写区间', en: 'no interval' }),
    ],
    why: {
      zh: `区间：${scoreEnds(unit.interval)}；${ranksText(unit)} 是名次的区间，不是指数的。`,
      en: `Interval: ${scoreEnds(unit.interval)}; ${ranksText(unit)} is that of the rank, not of the index.`,
    },
  };
}

function scopePart(unit: RankedUnit, peers: number, all: readonly RankedUnit[]): SentencePart {
  const among = (n: number, { zh, en }: Bilingual): Bilingual => ({
    zh: `在 ${String(n)} 个${zh}中`,
    en: `among ${String(n)} ${en}`,
  });
  const other = unit.kind === 'city' ? 'province' : 'city';
  return {
    id: 'scope',
    label: { zh: '在哪些单位中', en: 'Among which units' },
    wordings: [
      rightWording(among(peers, kindNames[unit.kind])),
      ...wrongWordings(
        statementCosts.scope,
        among(all.length, { zh: '参评单位', en: 'assessed units' }),
        among(all.filter(({ kind }) => kind === other).length, kindNames[other]),
      ),
    ],
    why: {
      zh: `范围：${unit.name.zh}是${kindNames[unit.kind].zh}，与同类的 ${String(peers)} 个一起排名。`,
      en: `Scope: ${unit.name.en} is one of ${String(peers)} ${kindNames[unit.kind].en} and ranked among these.`,
    },
  };
}

const overlap = (a: Interval, b: Interval): boolean => a.high >= b.low && b.high >= a.low;

function rankPart(draws: MakeRequest['draws'], unit: RankedUnit, peers: readonly RankedUnit[]): SentencePart {
  const isCertain = unit.rankLow === unit.rankHigh;
  const others = peers.filter((one) => one !== unit);
  // A lead over somebody who overlaps, or who is ahead, or more than a lead: never true, whichever rank it is.
  const notBehind = others.filter((one) => overlap(one.interval, unit.interval) || one.score > unit.score);
  const ahead: Bilingual[] =
    notBehind.length === 0
      ? [{ zh: '优势显著，遥遥领先', en: 'its lead is significant, it is far ahead' }]
      : [draws.one('ahead', notBehind)].map(({ name }) => ({
          zh: `领先${name.zh}`,
          en: `it is ahead of ${name.en}`,
        }));
  const neighbour = [...others].sort(
    (a, b) => Math.abs(a.score - unit.score) - Math.abs(b.score - unit.score),
  )[0];
  const wider = {
    low: Math.max(1, unit.rank - 1),
    high: Math.min(peers.length, unit.rank + 1),
  };
  const between = (low: number, high: number): Bilingual => ({
    zh: `名次在第 ${String(low)} 至第 ${String(high)} 位之间`,
    en: `its rank lies between ${String(low)} and ${String(high)}`,
  });
  const exact: Wording = {
    text: { zh: `列第 ${String(unit.rank)} 位`, en: `it ranks number ${String(unit.rank)}` },
    cost: isCertain ? 0 : statementCosts.place,
  };
  const range: Wording = isCertain
    ? { text: between(wider.low, wider.high), cost: statementCosts.refused }
    : { text: between(unit.rankLow, unit.rankHigh), cost: 0 };
  return {
    id: 'place',
    label: { zh: '名次', en: 'Rank' },
    wordings: [
      exact,
      range,
      ...wrongWordings(statementCosts.place, ...ahead),
      ...(neighbour === undefined
        ? []
        : wrongWordings(statementCosts.place, {
            zh: `与${neighbour.name.zh}并列`,
            en: `it is equal with ${neighbour.name.en}`,
          })),
    ],
    why: isCertain
      ? {
          zh: `名次：名次区间只有第 ${String(unit.rank)} 位，可以写名次；写成范围，能说的没有说。区间重叠不等于并列，分数相同才是并列。`,
          en: `Rank: the interval is the single rank ${String(unit.rank)}, which may be written; a range says less than can be said. Overlapping intervals are no tie: equal scores are.`,
        }
      : {
          zh: `名次：名次区间为 ${ranksText(unit)}，只能写范围，不能写第 ${String(unit.rank)} 位。区间重叠不等于并列，分数相同才是并列。`,
          en: `Rank: its interval is ${ranksText(unit)}, so that only the range may be written and not rank ${String(unit.rank)}. Overlapping intervals are no tie: equal scores are.`,
        },
  };
}
