import type { Bilingual } from '../../../model/language.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { ExerciseBlock, MadeExercise } from '../../../model/training/exercise.ts';
import { figureCosts } from './costs.ts';
import { codedUnits, firstThat, standsApart, sumOfCounts } from './drawn-counts.ts';
import {
  askedNumber,
  bullets,
  exerciseOf,
  letterOf,
  paragraph,
  percentUnit,
  type FieldWithKey,
} from './exercise-parts.ts';
import { numberText, percentText, sameInBoth } from './printed.ts';
import { itemsOfCases, publishedText, type RegisterItem } from './register-items.ts';

interface ListedItem extends RegisterItem {
  readonly isPublished: boolean;
}

/** Items with a statutory limit, and without one, that a table shows; and how many of its rows are not published or promise no less. */
const sizes = {
  1: { limited: 5, unlimited: 0, unpublished: 0, longer: 0 },
  2: { limited: 6, unlimited: 2, unpublished: 0, longer: 0 },
  3: { limited: 7, unlimited: 2, unpublished: 1, longer: 1 },
} as const satisfies Readonly<Record<Difficulty, object>>;

/** 减时间: (Σ statutory − Σ promised) / Σ statutory over items, where a row may count for nothing. */
export function makeTimeSaved(request: MakeRequest): MadeExercise {
  const { draws, difficulty } = request;
  const [unit = sameInBoth('')] = codedUnits(draws, 1);
  const items = firstThat((attempt) => drawItems(request, attempt), isTelling);
  const sums = sumsOf(items);
  const fields: FieldWithKey[] = [
    askedNumber(
      {
        id: 'saved',
        label: {
          zh: '减时间（承诺时限比法定时限压缩的比例）',
          en: 'Time saved by the promise (cut of promised against statutory limits)',
        },
      },
      {
        value: (sums.saved / sums.statutory) * 100,
        unit: percentUnit,
        decimals: 1,
        cost: figureCosts.number,
      },
    ),
  ];
  if (difficulty > 1) fields.push(outsideField(request, items));
  return exerciseOf(
    { zh: '减时间', en: 'Time saved by the promise' },
    shownOf(items, difficulty, unit),
    fields,
    solutionOf(items, difficulty),
  );
}

function drawItems({ draws, world, difficulty }: MakeRequest, attempt: string): ListedItem[] {
  const size = sizes[difficulty];
  const order = draws.shuffled(`items${attempt}`, itemsOfCases(world));
  const limited = order.filter(({ statutoryDays }) => statutoryDays > 0).slice(0, size.limited);
  const unlimited = order.filter(({ statutoryDays }) => statutoryDays === 0).slice(0, size.unlimited);
  const altered = limited.map((item, i): ListedItem => {
    const isLonger = i >= size.unpublished && i < size.unpublished + size.longer;
    return {
      ...item,
      promisedDays: isLonger
        ? item.statutoryDays + draws.whole(`longer${attempt}`, 2, 10)
        : item.promisedDays,
      isPublished: i >= size.unpublished,
    };
  });
  const others = unlimited.map((item): ListedItem => ({ ...item, isPublished: true }));
  return draws.shuffled(`rows${attempt}`, [...altered, ...others]);
}

/** Whether an item counts: it is published and has a statutory limit. */
const counts = ({ isPublished, statutoryDays }: ListedItem): boolean => isPublished && statutoryDays > 0;
const savedDays = ({ statutoryDays, promisedDays }: RegisterItem): number =>
  Math.max(0, statutoryDays - promisedDays);

function sumsOf(items: readonly ListedItem[]) {
  const counted = items.filter(counts);
  return {
    statutory: sumOfCounts(counted.map(({ statutoryDays }) => statutoryDays)),
    promised: sumOfCounts(counted.map(({ promisedDays }) => promisedDays)),
    saved: sumOfCounts(counted.map(savedDays)),
  };
}

/** What wrong ways give: the mean of the shares of single items, a longer promise taken off, items that are not published. */
function wrongShares(items: readonly ListedItem[]) {
  const counted = items.filter(counts);
  const limited = items.filter(({ statutoryDays }) => statutoryDays > 0);
  const { statutory, promised } = sumsOf(items);
  const savedOfAll = sumOfCounts(limited.map(savedDays));
  return {
    ofItems:
      sumOfCounts(counted.map((item) => savedDays(item) / item.statutoryDays)) / Math.max(1, counted.length),
    netted: (statutory - promised) / statutory,
    unpublishedToo: savedOfAll / sumOfCounts(limited.map(({ statutoryDays }) => statutoryDays)),
  };
}

function isTelling(items: readonly ListedItem[]): boolean {
  const { saved, statutory } = sumsOf(items);
  const { ofItems, netted, unpublishedToo } = wrongShares(items);
  const hasLonger = items.some((item) => counts(item) && item.promisedDays > item.statutoryDays);
  const hasUnpublished = items.some(({ isPublished }) => !isPublished);
  const wrong = [ofItems, ...(hasLonger ? [netted] : []), ...(hasUnpublished ? [unpublishedToo] : [])];
  return standsApart(
    (saved / statutory) * 100,
    wrong.map((share) => share * 100),
    1,
  );
}

function outsideField({ draws }: MakeRequest, items: readonly ListedItem[]): FieldWithKey {
  const lettered = items.map((item, i) => ({ item, id: letterOf(i) }));
  return {
    field: {
      id: 'outside',
      kind: 'several',
      label: {
        zh: '哪些事项的法定时限不进分母',
        en: 'Items whose statutory limit is no part of the denominator',
      },
      options: draws.shuffled('order of outside', lettered).map(({ item, id }) => ({ id, text: item.name })),
    },
    key: {
      kind: 'several',
      right: lettered.filter(({ item }) => !counts(item)).map(({ id }) => id),
      missed: figureCosts.reading,
      wrong: figureCosts.reading,
    },
  };
}

function shownOf(items: readonly ListedItem[], difficulty: Difficulty, unit: Bilingual): ExerciseBlock[] {
  const hasPublished = difficulty === 3;
  return [
    {
      kind: 'table',
      caption: {
        zh: `${unit.zh}办事指南中的时限（工作日）`,
        en: `Limits in the guides of ${unit.en}, in working days`,
      },
      columns: [
        { name: { zh: '事项', en: 'Item' } },
        ...(hasPublished ? [{ name: { zh: '已发布', en: 'Published' } }] : []),
        { name: { zh: '法定时限', en: 'Statutory limit' }, isNumber: true },
        { name: { zh: '承诺时限', en: 'Promised limit' }, isNumber: true },
      ],
      rows: items.map((item) => [
        item.name,
        ...(hasPublished ? [publishedText(item.isPublished)] : []),
        sameInBoth(numberText(item.statutoryDays)),
        sameInBoth(numberText(item.promisedDays)),
      ]),
    },
    paragraph(
      '减时间＝（Σ法定时限−Σ承诺时限）÷Σ法定时限，按已发布事项计算。法定时限为 0 表示没有法定时限；承诺时限为 0 按 0 天计；承诺时限不短于法定时限的事项，压缩天数按 0 计。',
      'Time saved is (Σ statutory − Σ promised) ÷ Σ statutory over published items. A statutory limit of 0 means there is none; a promise of 0 is taken as 0 days; where the promise is not shorter than the statutory limit, 0 days are saved.',
    ),
  ];
}

function solutionOf(items: readonly ListedItem[], difficulty: Difficulty): ExerciseBlock[] {
  const counted = items.filter(counts);
  const { statutory, saved } = sumsOf(items);
  const { ofItems, netted, unpublishedToo } = wrongShares(items);
  const longer = counted.filter((item) => item.promisedDays > item.statutoryDays);
  const outside = items.filter((item) => !counts(item));
  const names = (some: readonly ListedItem[]): Bilingual => ({
    zh: some.map(({ name }) => name.zh).join('、'),
    en: some.map(({ name }) => name.en).join('; '),
  });
  const [savedTerms, statutoryTerms] = [
    counted.map((item) => numberText(savedDays(item))).join(' + '),
    counted.map((item) => numberText(item.statutoryDays)).join(' + '),
  ];
  const result = `${numberText(saved)} ÷ ${numberText(statutory)} = ${percentText(saved / statutory, 1)}`;
  return [
    paragraph(
      `压缩天数 ${savedTerms} = ${numberText(saved)}；法定时限 ${statutoryTerms} = ${numberText(statutory)}。${result}。`,
      `Days saved ${savedTerms} = ${numberText(saved)}; statutory days ${statutoryTerms} = ${numberText(statutory)}. ${result}.`,
    ),
    bullets(
      ...(outside.length > 0
        ? [
            {
              zh: `不进分母：${names(outside).zh}（没有法定时限，或没有发布）。`,
              en: `No part of the denominator: ${names(outside).en} (no statutory limit, or not published).`,
            },
          ]
        : []),
      ...(longer.length > 0
        ? [
            {
              zh: `${names(longer).zh}的承诺时限不短于法定时限，分子加 0 而不是减；直接相减会得 ${percentText(netted, 1)}。`,
              en: `The promise of ${names(longer).en} is not shorter than its limit: it adds 0 and takes nothing off; netting would give ${percentText(netted, 1)}.`,
            },
          ]
        : []),
      ...(difficulty === 3
        ? [
            {
              zh: `把未发布的也算进去会得 ${percentText(unpublishedToo, 1)}。`,
              en: `With the one that is not published it would be ${percentText(unpublishedToo, 1)}.`,
            },
          ]
        : []),
      {
        zh: `逐项算比例再平均会得 ${percentText(ofItems, 1)}：那样 3 天的事项与 30 天的事项同样重。`,
        en: `The mean of the shares of single items would be ${percentText(ofItems, 1)}, as if an item of 3 days weighed as much as one of 30.`,
      },
    ),
  ];
}
