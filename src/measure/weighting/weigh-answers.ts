import type { AnswerCell } from '../../model/counts/answer-cell.ts';
import {
  postStratify,
  rake,
  unweighted,
  weightedMean,
  type Raked,
  type CellWeighting,
  type WeightingCell,
} from './weight-cells.ts';

/** A weighting and what it makes of the answers. */
export interface WeighedAnswers<Kind extends CellWeighting = CellWeighting> {
  readonly weighting: Kind;
  readonly averageScore: number | null;
  readonly goodRate: number | null;
}

/** Answers as they came, and weighed to the register of cases in two ways. */
export interface NonResponse {
  readonly services: number;
  readonly answers: number;
  /** Combinations of the three variables that have services, and those of them without an answer. */
  readonly cells: number;
  readonly emptyCells: number;
  readonly plain: WeighedAnswers;
  readonly postStratified: WeighedAnswers;
  readonly raked: WeighedAnswers<Raked>;
}

/** Item type, channel, user type. */
const VARIABLES = 3;

interface LevelMeaning {
  readonly level: number;
  readonly score: number;
  readonly bad: boolean;
}

/** Weighs first ratings to the services they are of, by item type × channel × user type. Every rating has the design weight 1. */
export function weighAnswers(counts: readonly AnswerCell[], levels: readonly LevelMeaning[]): NonResponse {
  const itemTypes = [...new Set(counts.map(({ itemType }) => itemType))].sort();
  const groups = new Map<string, AnswerCell[]>();
  for (const count of counts) {
    const name = [count.itemType, count.channel, count.userType].join();
    groups.set(name, [...(groups.get(name) ?? []), count]);
  }
  const cells: WeightingCell[] = [];
  const points: number[] = [];
  const good: number[] = [];
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const answered = group.filter(({ level }) => level > 0);
    const over = (of: (meaning: LevelMeaning) => number): number =>
      answered.reduce((sum, { level, n }) => {
        const meaning = levels.find((one) => one.level === level);
        return sum + (meaning === undefined ? 0 : n * of(meaning));
      }, 0);
    const answers = over(() => 1);
    cells.push({
      categories: [itemTypes.indexOf(first.itemType), first.channel, first.userType],
      answered: answers,
      squares: answers,
      population: group.reduce((sum, { n }) => sum + n, 0),
    });
    points.push(over(({ score }) => score));
    good.push(over(({ bad }) => (bad ? 0 : 1)));
  }
  const weighed = <Kind extends CellWeighting>(weighting: Kind): WeighedAnswers<Kind> => ({
    weighting,
    averageScore: weightedMean(cells, points, weighting),
    goodRate: weightedMean(cells, good, weighting),
  });
  return {
    services: cells.reduce((sum, { population }) => sum + population, 0),
    answers: cells.reduce((sum, { answered }) => sum + answered, 0),
    cells: cells.length,
    emptyCells: cells.filter(({ answered }) => answered === 0).length,
    plain: weighed(unweighted(cells)),
    postStratified: weighed(postStratify(cells)),
    raked: weighed(rake(cells, VARIABLES)),
  };
}
