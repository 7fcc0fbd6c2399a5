import type { Bilingual } from '../../../model/language.ts';
import type { Interval } from '../../../model/math/interval.ts';
import type { ExerciseBlock } from '../../../model/training/exercise.ts';
import type { ExerciseUnit } from '../../exercise-world.ts';
import { badCount, sumOfCounts } from '../figures/drawn-counts.ts';
import { numberText, sameInBoth } from '../figures/printed.ts';

/** A unit with its overall index and rank, as the method gave them. */
export interface RankedUnit {
  readonly unit: ExerciseUnit;
  readonly name: Bilingual;
  readonly kind: ExerciseUnit['kind'];
  readonly score: number;
  readonly interval: Interval;
  readonly rank: number;
  readonly rankLow: number;
  readonly rankHigh: number;
}

export function rankedUnit(unit: ExerciseUnit): RankedUnit[] {
  const { name, kind, overall, rank, rankLow, rankHigh } = unit;
  if (overall === null || rank === null || rankLow === null || rankHigh === null) return [];
  return [{ unit, name, kind, score: overall.score, interval: overall, rank, rankLow, rankHigh }];
}

export const kindNames = {
  province: { zh: '省级政府', en: 'provincial governments' },
  city: { zh: '重点城市', en: 'key cities' },
} as const;

export const scoreText = ({ score }: RankedUnit): Bilingual => sameInBoth(numberText(score, 2));
export const scoreEnds = ({ low, high }: Interval): string => `${numberText(low, 2)}–${numberText(high, 2)}`;
export const ranksText = ({ rankLow, rankHigh }: RankedUnit): string =>
  rankLow === rankHigh ? String(rankLow) : `${String(rankLow)}–${String(rankHigh)}`;

/** Counts that a table of results has too, and that have no place in the sentence. */
export const countsBeside: readonly {
  readonly name: Bilingual;
  readonly of: (unit: ExerciseUnit) => number;
}[] = [
  { name: { zh: '服务数', en: 'Services' }, of: ({ services }) => services },
  { name: { zh: '有等级的评价数', en: 'Ratings with a level' }, of: ({ levels }) => sumOfCounts(levels) },
  { name: { zh: '差评数', en: 'Bad ratings' }, of: ({ levels }) => badCount(levels) },
  { name: { zh: '已发布事项数', en: 'Published items' }, of: ({ register }) => register.items },
  { name: { zh: '全程网办事项数', en: 'Items fully online' }, of: ({ register }) => register.fullyOnline },
];

/** The results as they are shown; where units of both kinds are, a column says which is which. */
export function rankTable(
  units: readonly RankedUnit[],
  besides: typeof countsBeside,
  month: Bilingual,
): ExerciseBlock {
  const isMixed = new Set(units.map(({ kind }) => kind)).size > 1;
  const ofKind = isMixed ? { zh: '', en: '' } : kindNames[units[0]?.kind ?? 'city'];
  return {
    kind: 'table',
    caption: {
      zh: `${month.zh}${ofKind.zh}总体指数与名次`,
      en: `Overall index and rank${isMixed ? '' : ` of ${ofKind.en}`}, ${month.en}`,
    },
    columns: [
      { name: { zh: '单位', en: 'Unit' } },
      ...(isMixed ? [{ name: { zh: '类别', en: 'Kind' } }] : []),
      ...besides.map(({ name }) => ({ name, isNumber: true })),
      { name: { zh: '总体指数', en: 'Overall index' }, isNumber: true },
      { name: { zh: '95%区间', en: '95% interval' }, isNumber: true },
      { name: { zh: '名次', en: 'Rank' }, isNumber: true },
      { name: { zh: '名次区间', en: 'Interval of the rank' }, isNumber: true },
    ],
    rows: units.map((one) => [
      one.name,
      ...(isMixed ? [kindNames[one.kind]] : []),
      ...besides.map(({ of }) => sameInBoth(numberText(of(one.unit)))),
      scoreText(one),
      sameInBoth(scoreEnds(one.interval)),
      sameInBoth(String(one.rank)),
      sameInBoth(ranksText(one)),
    ]),
  };
}
