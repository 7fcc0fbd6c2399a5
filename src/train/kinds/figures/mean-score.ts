import type { Bilingual } from '../../../model/language.ts';
import { momentsOf } from '../../../model/math/interval.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { ExerciseBlock, MadeExercise } from '../../../model/training/exercise.ts';
import { figureCosts } from './costs.ts';
import {
  codedUnits,
  drawnSorts,
  firstThat,
  levelShares,
  ratedUnit,
  standsApart,
  withBadShare,
} from './drawn-counts.ts';
import {
  askedNumber,
  exerciseOf,
  figureTable,
  paragraph,
  pricedChoice,
  type FieldWithKey,
} from './exercise-parts.ts';
import { levelRows, monthName, numberText, sameInBoth } from './printed.ts';

/** 平均分 on the scale 10/8/6/3/0, of one unit or of two together, at worst with the levels numbered the other way round. */
export function makeMeanScore({ draws, difficulty, world }: MakeRequest): MadeExercise {
  const names = codedUnits(draws, difficulty === 1 ? 1 : 2);
  const shares = levelShares(ratedUnit(draws, world).levels);
  const columns = firstThat(
    (attempt) =>
      names.map((_, i) => {
        const at = `${String(i)}${attempt}`;
        // Two units of one size would have the same mean either way of combining them.
        const n = draws.whole(`n ${at}`, i === 0 ? 60 : 600, i === 0 ? 300 : 1_800);
        return drawnSorts(
          draws,
          `levels ${at}`,
          n,
          withBadShare(shares, 0.02 + 0.12 * draws.share(`bad ${at}`)),
        );
      }),
    (drawn) => {
      const { pooled, simple, reversed } = meansOfColumns(drawn);
      return standsApart(pooled, [...(drawn.length > 1 ? [simple] : []), reversed], 2);
    },
  );
  const { pooled } = meansOfColumns(columns);
  const together = names.length > 1;
  const fields: FieldWithKey[] = [
    askedNumber(
      {
        id: 'mean',
        label: together
          ? { zh: '两个单位合并的平均分', en: 'Mean score of both units together' }
          : { zh: '平均分', en: 'Mean score' },
      },
      { value: pooled, unit: { zh: '分', en: 'points' }, decimals: 2, cost: figureCosts.number },
    ),
  ];
  if (together) fields.push(combinationField(draws));
  return exerciseOf(
    together
      ? { zh: '合并两个单位的平均分', en: 'The mean score of two units together' }
      : { zh: '平均分', en: 'The mean score' },
    shownOf(columns, names, difficulty, monthName(world.month)),
    fields,
    solutionOf(columns, names, difficulty),
  );
}

const pointsOf = (level: number): number => levelRows.find((row) => row.level === level)?.points ?? 0;
const points = [0, 1, 2, 3, 4, 5].map(pointsOf);

const momentsOfLevels = (levels: readonly number[]) => momentsOf(points.slice(1), levels.slice(1));

/** The mean over all ratings; of the means of units; and of levels read the other way round. */
function meansOfColumns(columns: readonly (readonly number[])[]) {
  const moments = columns.map(momentsOfLevels);
  const sum = moments.reduce((total, one) => total + one.sum, 0);
  const n = moments.reduce((total, one) => total + one.n, 0);
  const turned = columns.map((levels) => momentsOf([...points.slice(1)].reverse(), levels.slice(1)));
  return {
    pooled: sum / n,
    simple: moments.reduce((total, { mean }) => total + mean, 0) / moments.length,
    reversed: turned.reduce((total, one) => total + one.sum, 0) / n,
  };
}

const combinationField = (draws: MakeRequest['draws']): FieldWithKey =>
  pricedChoice(
    draws,
    { id: 'combination', label: { zh: '两个单位怎样合并', en: 'How the two units are combined' } },
    [
      {
        id: 'counts',
        text: {
          zh: '两单位各等级的评价数相加后再算平均分',
          en: 'add the ratings of both by level, then take the mean',
        },
        cost: 0,
      },
      {
        id: 'means',
        text: {
          zh: '先算各自的平均分，再取两者的简单平均',
          en: 'take the mean of each, then the plain mean of the two',
        },
        cost: figureCosts.basis,
      },
      {
        id: 'larger',
        text: { zh: '取评价数较多的单位的平均分', en: 'take the mean of the unit with more ratings' },
        cost: figureCosts.basis,
      },
    ],
  );

/** GB/T 39046-2020, table A.8, numbers the levels from 1, the best, to 5. */
const standardCode = (level: number): number => 6 - level;

function shownOf(
  columns: readonly (readonly number[])[],
  names: readonly Bilingual[],
  difficulty: Difficulty,
  month: Bilingual,
): ExerciseBlock[] {
  const isCoded = difficulty === 3;
  return [
    figureTable(
      { zh: `${month.zh}评价数，按满意度等级`, en: `Ratings by satisfaction level, ${month.en}` },
      isCoded ? { zh: '等级代码', en: 'Code of the level' } : { zh: '满意度等级', en: 'Satisfaction level' },
      names,
      levelRows.map(({ level, name }) => ({
        name: isCoded ? sameInBoth(String(standardCode(level))) : name,
        figures: columns.map((levels) => numberText(levels[level] ?? 0)),
      })),
    ),
    paragraph(
      '平均分按非常满意 10 分、满意 8 分、基本满意 6 分、不满意 3 分、非常不满意 0 分计算，分母为有等级的评价数。',
      'The mean score counts very satisfied as 10, satisfied 8, basically satisfied 6, dissatisfied 3 and very dissatisfied 0 points, over ratings with a level.',
    ),
    ...(isCoded
      ? [
          paragraph(
            '表中等级代码用的是 GB/T 39046-2020 表 A.8：1 为非常满意，2 为满意，3 为基本满意，4 为不满意，5 为非常不满意。',
            'The codes are those of GB/T 39046-2020, table A.8: 1 is very satisfied, 2 satisfied, 3 basically satisfied, 4 dissatisfied, 5 very dissatisfied.',
          ),
        ]
      : []),
  ];
}

function solutionOf(
  columns: readonly (readonly number[])[],
  names: readonly Bilingual[],
  difficulty: Difficulty,
): ExerciseBlock[] {
  const totals = levelRows.map(({ level, points: each }) => ({
    each,
    n: columns.reduce((sum, levels) => sum + (levels[level] ?? 0), 0),
  }));
  const sum = totals.reduce((total, { each, n }) => total + each * n, 0);
  const n = totals.reduce((total, one) => total + one.n, 0);
  const terms = totals.map((one) => `${numberText(one.n)} × ${String(one.each)}`).join(' + ');
  const { pooled, simple, reversed } = meansOfColumns(columns);
  const blocks: ExerciseBlock[] = [
    paragraph(
      `得分之和 ${terms} = ${numberText(sum)}；评价数 ${numberText(n)}。${numberText(sum)} ÷ ${numberText(n)} = ${numberText(pooled, 2)} 分。`,
      `Points ${terms} = ${numberText(sum)}; ratings ${numberText(n)}. ${numberText(sum)} ÷ ${numberText(n)} = ${numberText(pooled, 2)} points.`,
    ),
  ];
  if (columns.length > 1) {
    const each = columns.map((levels, i) => ({ name: names[i], ...momentsOfLevels(levels) }));
    blocks.push(
      paragraph(
        `两单位各自为${each.map(({ name, mean }) => `${name?.zh ?? ''} ${numberText(mean, 2)} 分`).join('、')}，简单平均为 ${numberText(simple, 2)} 分：它让 ${numberText(each[0]?.n ?? 0)} 条评价与 ${numberText(each[1]?.n ?? 0)} 条同样重，不是合并的平均分。`,
        `By themselves they have ${each.map(({ name, mean }) => `${numberText(mean, 2)} (${name?.en ?? ''})`).join(' and ')}; the plain mean of these, ${numberText(simple, 2)}, makes ${numberText(each[0]?.n ?? 0)} ratings weigh as much as ${numberText(each[1]?.n ?? 0)} and is not the mean of both together.`,
      ),
    );
  }
  if (difficulty === 3)
    blocks.push(
      paragraph(
        `若把代码 5 当作非常满意，会得 ${numberText(reversed, 2)} 分。`,
        `Taking code 5 for very satisfied would give ${numberText(reversed, 2)}.`,
      ),
    );
  return blocks;
}
