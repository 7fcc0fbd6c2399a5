import type { Bilingual } from '../../../model/language.ts';
import { FULLY_ONLINE_DEPTH, ONLINE_DEPTH } from '../../../model/items/item-kinds.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { ExerciseBlock, MadeExercise } from '../../../model/training/exercise.ts';
import { figureCosts } from './costs.ts';
import { codedUnits, drawnCount, drawnSorts, firstThat, standsApart, sumOfCounts } from './drawn-counts.ts';
import {
  askedNumber,
  bullets,
  exerciseOf,
  figureTable,
  paragraph,
  percentUnit,
  pricedChoice,
} from './exercise-parts.ts';
import { numberText, percentText } from './printed.ts';

/** Items of a unit by code of online depth, index 1 … 7. */
interface ItemCounts {
  readonly published: readonly number[];
  readonly unpublished: readonly number[];
}

const depths = [1, 2, 3, 4, 5, 6, 7];

const fromDepth = (counts: readonly number[], depth: number): number => sumOfCounts(counts.slice(depth));
const all = (counts: readonly number[]): number => sumOfCounts(counts);

/** 网上可办率 and 全程网办率 from a register, at worst by code of depth and over two units. */
export function makeOnlineShare(request: MakeRequest): MadeExercise {
  const { draws, difficulty } = request;
  const names = codedUnits(draws, difficulty === 3 ? 2 : 1);
  const units = firstThat(
    (attempt) => names.map((_, i) => drawItems(request, `${String(i)}${attempt}`, i)),
    (drawn) => isTelling(drawn),
  );
  const shares = sharesOf(units);
  const whose: Bilingual =
    names.length > 1
      ? { zh: '两个单位合并的', en: 'of both units together' }
      : { zh: `${names[0]?.zh ?? ''}的`, en: `of ${names[0]?.en ?? ''}` };
  return exerciseOf(
    { zh: '网上可办率和全程网办率', en: 'Items online and fully online' },
    shownOf(units, names, difficulty),
    [
      askedNumber(
        { id: 'online', label: { zh: `${whose.zh}网上可办率`, en: `Share of items online ${whose.en}` } },
        { value: shares.online * 100, unit: percentUnit, decimals: 1, cost: figureCosts.number },
      ),
      askedNumber(
        {
          id: 'fully-online',
          label: { zh: `${whose.zh}全程网办率`, en: `Share of items fully online ${whose.en}` },
        },
        { value: shares.fully * 100, unit: percentUnit, decimals: 1, cost: figureCosts.number },
      ),
      pricedChoice(
        draws,
        {
          id: 'denominator',
          label: { zh: '全程网办率的分母', en: 'Denominator of the share of items fully online' },
        },
        [
          { id: 'published', text: { zh: '已发布事项数', en: 'published items' }, cost: 0 },
          { id: 'listed', text: { zh: '清单事项数', en: 'listed items' }, cost: figureCosts.basis },
          {
            id: 'online',
            text: { zh: '网上可办的已发布事项数', en: 'published items that are online' },
            cost: figureCosts.basis,
          },
        ],
      ),
    ],
    solutionOf(units, names, difficulty),
  );
}

function drawItems({ draws, world }: MakeRequest, at: string, place: number): ItemCounts {
  const { register } = draws.one(`register ${at}`, world.units);
  const n = draws.whole(`items ${at}`, place === 0 ? 180 : 620, place === 0 ? 460 : 1_400);
  // The world says how many are online; so that the two rates are worth telling, some more are not.
  const online = Math.min(0.97, register.online / register.items) - 0.12 * draws.share(`online share ${at}`);
  const fully = (register.fullyOnline / register.items) * (0.75 + 0.25 * draws.share(`full share ${at}`));
  const published = drawnCount(
    draws,
    `published ${at}`,
    n,
    0.8 + 0.12 * draws.share(`published share ${at}`),
  );
  const byDepth = (name: string, count: number): number[] => [
    0,
    ...drawnSorts(draws, `${name} ${at}`, count, [
      1 - online,
      ...[0.5, 0.3, 0.2].map((part) => part * (online - fully)),
      ...[0.55, 0.3, 0.15].map((part) => part * fully),
    ]),
  ];
  return {
    published: byDepth('depths', published),
    unpublished: byDepth('unpublished depths', n - published),
  };
}

const addUp = (units: readonly ItemCounts[], of: (unit: ItemCounts) => number): number =>
  sumOfCounts(units.map(of));

function countsOf(units: readonly ItemCounts[]) {
  const published = addUp(units, (unit) => all(unit.published));
  return {
    published,
    listed: published + addUp(units, ({ unpublished }) => all(unpublished)),
    online: addUp(units, (unit) => fromDepth(unit.published, ONLINE_DEPTH)),
    fully: addUp(units, (unit) => fromDepth(unit.published, FULLY_ONLINE_DEPTH)),
    fullyListed: addUp(
      units,
      ({ published: some, unpublished }) =>
        fromDepth(some, FULLY_ONLINE_DEPTH) + fromDepth(unpublished, FULLY_ONLINE_DEPTH),
    ),
    onlineListed: addUp(
      units,
      ({ published: some, unpublished }) =>
        fromDepth(some, ONLINE_DEPTH) + fromDepth(unpublished, ONLINE_DEPTH),
    ),
  };
}

function sharesOf(units: readonly ItemCounts[]) {
  const { published, online, fully } = countsOf(units);
  return { online: online / published, fully: fully / published };
}

const meanOfUnits = (units: readonly ItemCounts[], of: 'online' | 'fully'): number =>
  addUp(units, (unit) => sharesOf([unit])[of]) / units.length;

function isTelling(units: readonly ItemCounts[]): boolean {
  const counts = countsOf(units);
  const { online, fully } = sharesOf(units);
  const apart = units.length > 1 ? [meanOfUnits(units, 'fully')] : [];
  return (
    standsApart(
      online * 100,
      [counts.online / counts.listed].map((share) => share * 100),
      1,
    ) &&
    standsApart(
      fully * 100,
      [counts.fully / counts.listed, counts.fully / counts.online, ...apart].map((share) => share * 100),
      1,
    ) &&
    units.every(({ published }) => fromDepth(published, ONLINE_DEPTH) < all(published))
  );
}

function shownOf(
  units: readonly ItemCounts[],
  names: readonly Bilingual[],
  difficulty: Difficulty,
): ExerciseBlock[] {
  const rule = paragraph(
    '网上可办：网上办理深度代码为 2 及以上；全程网办：代码为 5 及以上。两率都按已发布的事项计算。',
    'An item is online from code of online depth 2, and fully online from code 5. Both shares are over published items.',
  );
  const [first] = units;
  if (difficulty === 1 && first !== undefined) {
    const { listed, published, online, fully } = countsOf([first]);
    return [
      figureTable(
        { zh: `${names[0]?.zh ?? ''}事项清单`, en: `Item register of ${names[0]?.en ?? ''}` },
        { zh: '项目', en: 'What is counted' },
        [{ zh: '事项数', en: 'Items' }],
        [
          { name: { zh: '清单事项', en: 'Listed' }, figures: [numberText(listed)] },
          { name: { zh: '已发布', en: 'Published' }, figures: [numberText(published)] },
          {
            name: { zh: '已发布且网上办理深度代码为 1', en: 'Published, code of online depth 1' },
            figures: [numberText(published - online)],
          },
          {
            name: { zh: '已发布且代码为 2 至 4', en: 'Published, codes 2 to 4' },
            figures: [numberText(online - fully)],
          },
          {
            name: { zh: '已发布且代码为 5 及以上', en: 'Published, code 5 or above' },
            figures: [numberText(fully)],
          },
        ],
      ),
      rule,
    ];
  }
  const column = (name: Bilingual | undefined, zh: string, en: string): Bilingual =>
    units.length > 1 ? { zh: `${name?.zh ?? ''}${zh}`, en: `${name?.en ?? ''}, ${en}` } : { zh, en };
  return [
    figureTable(
      {
        zh: `${names.map(({ zh }) => zh).join('、')}事项，按网上办理深度代码`,
        en: `Items of ${names.map(({ en }) => en).join(' and ')} by code of online depth`,
      },
      { zh: '深度代码', en: 'Code of depth' },
      names.flatMap((name) => [column(name, '已发布', 'published'), column(name, '未发布', 'not published')]),
      depths.map((depth) => ({
        name: { zh: String(depth), en: String(depth) },
        figures: units.flatMap(({ published, unpublished }) => [
          numberText(published[depth] ?? 0),
          numberText(unpublished[depth] ?? 0),
        ]),
      })),
    ),
    rule,
  ];
}

function solutionOf(
  units: readonly ItemCounts[],
  names: readonly Bilingual[],
  difficulty: Difficulty,
): ExerciseBlock[] {
  const { published, listed, online, fully } = countsOf(units);
  const shares = sharesOf(units);
  const parts = (of: (unit: ItemCounts) => number): string =>
    units.length > 1 ? `${units.map((unit) => numberText(of(unit))).join(' + ')} = ` : '';
  const publishedText = `${parts((unit) => all(unit.published))}${numberText(published)}`;
  const onlineText = `${parts((unit) => fromDepth(unit.published, ONLINE_DEPTH))}${numberText(online)}`;
  const fullyText = `${parts((unit) => fromDepth(unit.published, FULLY_ONLINE_DEPTH))}${numberText(fully)}`;
  return [
    paragraph(
      `已发布事项 ${publishedText} 项；代码 2 及以上 ${onlineText} 项；代码 5 及以上 ${fullyText} 项。`,
      `Published items ${publishedText}; code 2 or above ${onlineText}; code 5 or above ${fullyText}.`,
    ),
    paragraph(
      `网上可办率 ${numberText(online)} ÷ ${numberText(published)} = ${percentText(shares.online, 1)}；全程网办率 ${numberText(fully)} ÷ ${numberText(published)} = ${percentText(shares.fully, 1)}。`,
      `Online ${numberText(online)} ÷ ${numberText(published)} = ${percentText(shares.online, 1)}; fully online ${numberText(fully)} ÷ ${numberText(published)} = ${percentText(shares.fully, 1)}.`,
    ),
    bullets(
      {
        zh: `除以清单事项 ${numberText(listed)} 项得 ${percentText(fully / listed, 1)}：未发布的事项由事项覆盖度反映，不在这里再扣一次。`,
        en: `Over ${numberText(listed)} listed items it would be ${percentText(fully / listed, 1)}: what is not published is told by the coverage of items and not taken off here again.`,
      },
      {
        zh: `除以网上可办的 ${numberText(online)} 项得 ${percentText(fully / online, 1)}，是网上可办事项中全程网办的占比。`,
        en: `Over the ${numberText(online)} items online it would be ${percentText(fully / online, 1)}, the part of these that is fully online.`,
      },
      ...(difficulty === 3
        ? [
            {
              zh: `两单位全程网办率（${names.map(({ zh }, i) => `${zh} ${percentText(ofUnit(units[i]), 1)}`).join('、')}）的简单平均为 ${percentText(meanOfUnits(units, 'fully'), 1)}，没有计入事项多少不同。`,
              en: `The plain mean of the two units (${names.map(({ en }, i) => `${en} ${percentText(ofUnit(units[i]), 1)}`).join(', ')}) is ${percentText(meanOfUnits(units, 'fully'), 1)} and forgets that one has more items.`,
            },
          ]
        : []),
    ),
  ];
}

const ofUnit = (unit: ItemCounts | undefined): number => (unit === undefined ? 0 : sharesOf([unit]).fully);
