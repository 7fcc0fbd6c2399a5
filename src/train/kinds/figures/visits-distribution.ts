import type { MakeRequest } from '../../exercise-kind.ts';
import type { MadeExercise } from '../../../model/training/exercise.ts';
import { figureCosts } from './costs.ts';
import { codedUnits, drawnSorts, firstThat, standsApart, sumOfCounts } from './drawn-counts.ts';
import { askedNumber, bullets, exerciseOf, figureTable, paragraph } from './exercise-parts.ts';
import { numberText, sameInBoth } from './printed.ts';
import { visitsDenominator, visitsLabel, visitsUnit } from './visits-fields.ts';

/** The mean number of visits from how many items ask for how many. */
export function makeVisitsOfDistribution({ draws, world }: MakeRequest): MadeExercise {
  const [unit = sameInBoth('')] = codedUnits(draws, 1);
  const { register } = draws.one('register', world.units);
  const items = firstThat(
    (attempt) => {
      const n = draws.whole(`items${attempt}`, 120, 900);
      // The world has few visits; a unit with more of them makes the same indicator worth computing.
      const some = Math.min(
        0.6,
        register.visits / register.items + 0.1 + 0.3 * draws.share(`some${attempt}`),
      );
      return drawnSorts(draws, `visits${attempt}`, n, [1 - some, 0.65 * some, 0.25 * some, 0.1 * some]);
    },
    (drawn) => standsApart(meanOf(drawn), [meanOfVisiting(drawn)], 2),
  );
  const [visits, n] = [visitsIn(items), sumOfCounts(items)];
  const terms = items.map((count, times) => `${String(times)} × ${numberText(count)}`).join(' + ');
  const visiting = n - (items[0] ?? 0);
  return exerciseOf(
    { zh: '平均到办事现场次数', en: 'Mean number of visits' },
    [
      figureTable(
        {
          zh: `${unit.zh}已发布事项，按办事指南要求的到办事现场次数`,
          en: `Published items of ${unit.en} by the visits that their guides ask for`,
        },
        { zh: '到办事现场次数', en: 'Visits' },
        [{ zh: '事项数', en: 'Items' }],
        items.map((count, times) => ({ name: sameInBoth(String(times)), figures: [numberText(count)] })),
      ),
      paragraph(
        '减跑动按已发布事项计算：办事指南要求的到办事现场次数之和÷已发布事项数。',
        'The indicator is over published items: the visits that guides ask for, summed, over the number of published items.',
      ),
    ],
    [
      askedNumber(
        { id: 'visits', label: visitsLabel },
        { value: visits / n, unit: visitsUnit, decimals: 2, cost: figureCosts.number },
      ),
      visitsDenominator(draws, [
        { id: 'published', text: { zh: '全部已发布事项', en: 'all published items' }, cost: 0 },
        {
          id: 'visiting',
          text: { zh: '需要到现场的已发布事项', en: 'published items that need a visit' },
          cost: figureCosts.basis,
        },
        {
          id: 'visits',
          text: { zh: '到现场次数的档数', en: 'the number of rows of the table' },
          cost: figureCosts.basis,
        },
      ]),
    ],
    [
      paragraph(
        `次数之和 ${terms} = ${numberText(visits)}；已发布事项 ${numberText(n)} 项。${numberText(visits)} ÷ ${numberText(n)} = ${numberText(visits / n, 2)} 次。`,
        `Visits ${terms} = ${numberText(visits)}; published items ${numberText(n)}. ${numberText(visits)} ÷ ${numberText(n)} = ${numberText(visits / n, 2)}.`,
      ),
      bullets({
        zh: `不用到现场的 ${numberText(items[0] ?? 0)} 项也在分母里；只除以需要到现场的 ${numberText(visiting)} 项会得 ${numberText(meanOfVisiting(items), 2)}。`,
        en: `The ${numberText(items[0] ?? 0)} items without a visit are in the denominator too; over the ${numberText(visiting)} others it would be ${numberText(meanOfVisiting(items), 2)}.`,
      }),
    ],
  );
}

const visitsIn = (items: readonly number[]): number =>
  sumOfCounts(items.map((count, times) => count * times));
const meanOf = (items: readonly number[]): number => visitsIn(items) / sumOfCounts(items);
const meanOfVisiting = (items: readonly number[]): number =>
  visitsIn(items) / Math.max(1, sumOfCounts(items.slice(1)));
