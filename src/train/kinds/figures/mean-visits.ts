import type { Bilingual } from '../../../model/language.ts';
import { needsNoVisit } from '../../../model/items/item-kinds.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { ExerciseBlock, MadeExercise } from '../../../model/training/exercise.ts';
import { figureCosts } from './costs.ts';
import { codedUnits, drawnCount, firstThat, standsApart, sumOfCounts } from './drawn-counts.ts';
import {
  askedNumber,
  bullets,
  exerciseOf,
  paragraph,
  percentUnit,
  type FieldWithKey,
} from './exercise-parts.ts';
import { numberText, percentText, sameInBoth } from './printed.ts';
import { makeVisitsOfDistribution } from './visits-distribution.ts';
import { visitsDenominator, visitsLabel, visitsUnit } from './visits-fields.ts';
import { itemsOfCases, publishedText } from './register-items.ts';

/** 减跑动: 平均到办事现场次数 over items, from a distribution or from a list where cases tempt to weigh by them. */
export function makeMeanVisits(request: MakeRequest): MadeExercise {
  return request.difficulty === 1 ? makeVisitsOfDistribution(request) : fromList(request);
}

interface VisitedItem {
  readonly name: Bilingual;
  readonly visits: number;
  readonly depth: number;
  readonly cases: number;
  readonly isPublished: boolean;
}

function fromList(request: MakeRequest): MadeExercise {
  const { draws, difficulty } = request;
  const [unit = sameInBoth('')] = codedUnits(draws, 1);
  const items = firstThat((attempt) => drawItems(request, attempt), isTelling);
  const figures = figuresOf(items);
  const fields: FieldWithKey[] = [
    askedNumber(
      { id: 'visits', label: visitsLabel },
      { value: figures.visits / figures.published, unit: visitsUnit, decimals: 2, cost: figureCosts.number },
    ),
  ];
  if (difficulty === 3)
    fields.push(
      askedNumber(
        { id: 'no-visit', label: { zh: '零跑动率', en: 'Share of cases without a visit' } },
        {
          value: (figures.casesWithout / figures.cases) * 100,
          unit: percentUnit,
          decimals: 1,
          cost: figureCosts.number,
        },
      ),
    );
  fields.push(
    visitsDenominator(draws, [
      { id: 'published', text: { zh: '已发布事项数', en: 'published items' }, cost: 0 },
      { id: 'cases', text: { zh: '办件数', en: 'cases' }, cost: figureCosts.basis },
      {
        id: 'visiting',
        text: { zh: '需要到现场的已发布事项数', en: 'published items that need a visit' },
        cost: figureCosts.basis,
      },
    ]),
  );
  return exerciseOf(
    difficulty === 3
      ? { zh: '平均到办事现场次数与零跑动率', en: 'Mean number of visits and cases without a visit' }
      : { zh: '平均到办事现场次数', en: 'Mean number of visits' },
    listShown(items, difficulty, unit),
    fields,
    listSolution(items, difficulty),
  );
}

function drawItems({ draws, world, difficulty }: MakeRequest, attempt: string): VisitedItem[] {
  const n = difficulty === 3 ? 9 : 7;
  const unpublished = difficulty === 3 ? draws.whole(`unpublished${attempt}`, 0, n - 1) : -1;
  return draws
    .shuffled(`items${attempt}`, itemsOfCases(world))
    .slice(0, n)
    .map(({ name }, i) => {
      const at = `${String(i)}${attempt}`;
      const isBusy = draws.share(`busy ${at}`) < 0.3;
      return {
        name,
        visits: draws.one(`visits ${at}`, [0, 0, 0, 1, 1, 1, 2, 3]),
        depth: draws.whole(`depth ${at}`, 1, 6),
        cases:
          i === unpublished
            ? 0
            : drawnCount(draws, `cases ${at}`, isBusy ? 900 : 120, 0.5 + 0.4 * draws.share(`rate ${at}`)),
        isPublished: i !== unpublished,
      };
    });
}

function figuresOf(items: readonly VisitedItem[]) {
  const published = items.filter(({ isPublished }) => isPublished);
  const total = (of: (item: VisitedItem) => number): number => sumOfCounts(published.map(of));
  return {
    published: published.length,
    visits: total(({ visits }) => visits),
    visiting: published.filter(({ visits }) => visits > 0).length,
    allVisits: sumOfCounts(items.map(({ visits }) => visits)),
    cases: total(({ cases }) => cases),
    visitsOfCases: total(({ cases, visits }) => cases * visits),
    casesWithout: total((item) => (needsNoVisit(item) ? item.cases : 0)),
    casesOfNoVisits: total(({ visits, cases }) => (visits === 0 ? cases : 0)),
    itemsWithout: published.filter(needsNoVisit).length,
  };
}

function isTelling(items: readonly VisitedItem[]): boolean {
  const figures = figuresOf(items);
  const isMissing = figures.published < items.length;
  const wrong = [
    figures.visitsOfCases / Math.max(1, figures.cases),
    figures.visits / Math.max(1, figures.visiting),
    ...(isMissing ? [figures.allVisits / items.length] : []),
  ];
  return (
    figures.visits > 0 &&
    standsApart(figures.visits / figures.published, wrong, 2) &&
    (!isMissing ||
      standsApart(
        (figures.casesWithout / figures.cases) * 100,
        [(figures.casesOfNoVisits / figures.cases) * 100, (figures.itemsWithout / figures.published) * 100],
        1,
      ))
  );
}

function listShown(items: readonly VisitedItem[], difficulty: Difficulty, unit: Bilingual): ExerciseBlock[] {
  const isHard = difficulty === 3;
  return [
    {
      kind: 'table',
      caption: {
        zh: `${unit.zh}的事项、到办事现场次数和当月办件`,
        en: `Items of ${unit.en}, visits that their guides ask for, and cases of the month`,
      },
      columns: [
        { name: { zh: '事项', en: 'Item' } },
        ...(isHard ? [{ name: { zh: '已发布', en: 'Published' } }] : []),
        { name: { zh: '到办事现场次数', en: 'Visits' }, isNumber: true },
        ...(isHard ? [{ name: { zh: '网上办理深度代码', en: 'Code of online depth' }, isNumber: true }] : []),
        { name: { zh: '办件数', en: 'Cases' }, isNumber: true },
      ],
      rows: items.map(({ name, visits, depth, cases, isPublished }) => [
        name,
        ...(isHard ? [publishedText(isPublished)] : []),
        sameInBoth(String(visits)),
        ...(isHard ? [sameInBoth(String(depth))] : []),
        sameInBoth(numberText(cases)),
      ]),
    },
    isHard
      ? paragraph(
          '减跑动（平均到办事现场次数）说的是办事指南，按已发布事项计算，每项同样重。零跑动率说的是办件：所办事项到现场次数为 0，或网上办理深度代码为 5 及以上的办件占全部办件的比例。',
          'The mean number of visits is about guides: it is over published items, each weighing the same. The share without a visit is about cases: those on items with 0 visits, or with code of online depth 5 or above, among all cases.',
        )
      : paragraph(
          '减跑动（平均到办事现场次数）说的是办事指南，按已发布事项计算；表中事项均已发布。',
          'The mean number of visits is about guides and over published items; all items of the table are published.',
        ),
  ];
}

function listSolution(items: readonly VisitedItem[], difficulty: Difficulty): ExerciseBlock[] {
  const figures = figuresOf(items);
  const published = items.filter(({ isPublished }) => isPublished);
  const terms = published.map(({ visits }) => String(visits)).join(' + ');
  const result = `${numberText(figures.visits)} ÷ ${numberText(figures.published)} = ${numberText(figures.visits / figures.published, 2)}`;
  const byCases = numberText(figures.visitsOfCases / figures.cases, 2);
  const blocks: ExerciseBlock[] = [
    paragraph(
      `次数之和 ${terms} = ${numberText(figures.visits)}，已发布事项 ${numberText(figures.published)} 项：${result} 次。`,
      `Visits ${terms} = ${numberText(figures.visits)}, published items ${numberText(figures.published)}: ${result}.`,
    ),
    bullets(
      {
        zh: `按办件加权会得 ${byCases} 次：那是办件平均跑几次，不是指南要求几次。`,
        en: `Weighed by cases it would be ${byCases}: how often people come on average, not what guides ask for.`,
      },
      {
        zh: `只除以需要到现场的 ${numberText(figures.visiting)} 项会得 ${numberText(figures.visits / figures.visiting, 2)} 次，漏了不用跑的事项。`,
        en: `Over the ${numberText(figures.visiting)} items that need a visit it would be ${numberText(figures.visits / figures.visiting, 2)}, which forgets those that need none.`,
      },
    ),
  ];
  if (difficulty === 3) {
    const without = published.filter(needsNoVisit);
    const cases = without.map((item) => numberText(item.cases)).join(' + ');
    const share = `${numberText(figures.casesWithout)} ÷ ${numberText(figures.cases)} = ${percentText(figures.casesWithout / figures.cases, 1)}`;
    blocks.push(
      paragraph(
        `零跑动的事项：${without.map(({ name }) => name.zh).join('、')}；其办件 ${cases} = ${numberText(figures.casesWithout)}。${share}。`,
        `Items without a visit: ${without.map(({ name }) => name.en).join('; ')}; their cases ${cases} = ${numberText(figures.casesWithout)}. ${share}.`,
      ),
      bullets({
        zh: `只数次数为 0 的会得 ${percentText(figures.casesOfNoVisits / figures.cases, 1)}，漏了可以全程网办的；按事项数算会得 ${percentText(figures.itemsWithout / figures.published, 1)}，那是事项的占比。`,
        en: `Counting only items with 0 visits it would be ${percentText(figures.casesOfNoVisits / figures.cases, 1)}, which forgets those fully online; over items it would be ${percentText(figures.itemsWithout / figures.published, 1)}, a share of items.`,
      }),
    );
  }
  return blocks;
}
