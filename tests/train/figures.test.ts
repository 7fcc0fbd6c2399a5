import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FieldKey } from '../../src/model/training/exercise.ts';
import { ratingFormulas } from '../../src/measure/formulas/rating-formulas.ts';
import { handlingFormulas } from '../../src/measure/formulas/handling-formulas.ts';
import { markAnswer } from '../../src/train/mark.ts';
import { drawsOf } from '../../src/train/draws.ts';
import { figuresKind } from '../../src/train/kinds/figures.ts';
import { drawnCount, drawnSorts } from '../../src/train/kinds/figures/drawn-counts.ts';
import { loopRates } from '../../src/train/kinds/figures/loop-rates.ts';
import { levelRows, monthName, numberText, signedText } from '../../src/train/kinds/figures/printed.ts';
import { satisfactionIndicators } from '../../src/train/kinds/figures/satisfaction-group.ts';
import { reference } from '../builders.ts';
import { allOf, itHoldsOf, makeOf, type Seeded } from './kind-properties.ts';
import {
  cellOf,
  fieldOf,
  firstTable,
  matched,
  numberIn,
  overlap,
  tablesOf,
  valueOf,
  wilsonPercent,
  writtenIn,
  type ReadTable,
} from './read-shown.ts';
import { handWorld } from './hand-world.ts';
import { exerciseWorld } from './worlds.ts';

let all: Seeded[] = [];
let worlds: Awaited<ReturnType<typeof exerciseWorld>>[] = [];
beforeAll(async () => {
  worlds = [await exerciseWorld(0), await exerciseWorld(1), await exerciseWorld(2)];
  all = allOf(figuresKind, worlds);
}, 120_000);

describe('exercises in reading figures and computing indicators', () => {
  itHoldsOf(figuresKind, () => all);

  it('cost 2 for a wrong number and 1 for a wrong choice or a misread option, as printed', () => {
    const [printed] = tablesOf(figuresKind.costs);
    expect(printed?.rows.map(([, cost]) => cost)).toEqual(['2', '1', '1']);
    for (const made of all)
      for (const { id } of made.exercise.fields) {
        const costs = wrongCosts(made.key.fields[id]!);
        const printedCost = made.key.fields[id]?.kind === 'number' ? 2 : 1;
        expect(new Set(costs), `${String(made.template)} ${id}`).toEqual(new Set([printedCost]));
      }
  });

  it('are solved from what they show alone, by an independent reading', () => {
    for (const made of all) {
      const solved = solve[made.template]!(made);
      const where = `template ${String(made.template)}, difficulty ${String(made.difficulty)}, seed ${String(made.seed)}`;
      expect(Object.keys(solved).sort(), where).toEqual(made.exercise.fields.map(({ id }) => id).sort());
      const answers = Object.fromEntries(
        Object.entries(solved).map(([id, answer]) => [
          id,
          typeof answer === 'number'
            ? [answer.toFixed(12)]
            : fieldOf(made, id).options.flatMap((option) =>
                answer.includes(option.text) ? [option.id] : [],
              ),
        ]),
      );
      const mark = markAnswer(made.exercise, made.key, answers);
      expect({ fields: mark.fields.filter(({ right }) => !right) }, where).toEqual({ fields: [] });
    }
  });

  it('show the right number, as printed, in both languages of the solution', () => {
    for (const made of all) {
      const zh = JSON.stringify(made.key.solution);
      for (const field of made.exercise.fields) {
        const key = made.key.fields[field.id];
        if (field.kind !== 'number' || key?.kind !== 'number') continue;
        const printed = numberText(key.value, field.decimals);
        const times = zh.split(printed).length - 1;
        // The ends of an interval are shown with one digit more than is asked for.
        const isEnd = field.id === 'low' || field.id === 'high';
        if (isEnd) expect(zh).toContain(numberText(key.value, 2));
        else
          expect(times, `${String(made.template)} ${String(made.seed)} ${printed}`).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it('ask of everything that the difficulty promises', () => {
    const fields = (template: number, difficulty: number): string[] =>
      all
        .find((made) => made.template === template && made.difficulty === difficulty)!
        .exercise.fields.map(({ id }) => id);
    expect([1, 2, 3].map((difficulty) => fields(0, difficulty))).toEqual([
      ['rate', 'denominator'],
      ['rate', 'denominator'],
      ['rate', 'shift', 'denominator'],
    ]);
    expect(fields(8, 3)).toEqual(['low', 'high', 'overlapping']);
    expect(fields(9, 3)).toEqual(['score', 'missing']);
  });
});

const wrongCosts = (key: FieldKey): number[] =>
  key.kind === 'number'
    ? [key.cost]
    : key.kind === 'several'
      ? [key.missed, key.wrong]
      : Object.values(key.costs).filter((cost) => cost > 0);

type Solved = Readonly<Record<string, number | readonly string[]>>;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const good = ['非常满意', '满意', '基本满意'];
const bad = ['不满意', '非常不满意'];

/** Each template solved anew from the texts of an exercise: numbers, or the texts of the right options. */
const solve: readonly ((made: Seeded) => Solved)[] = [
  function goodRate(made) {
    const table = firstTable(made);
    const isActive = table.columns.includes('主动评价');
    const column = isActive ? '主动评价' : '评价';
    const at = (rows: readonly string[], of: string): number =>
      sum(rows.map((row) => valueOf(table, row, of)));
    const rate = at(good, column) / at([...good, ...bad], column);
    const denominator = [isActive ? '有等级的主动评价数' : '有等级的评价数'];
    if (made.difficulty < 3) return { rate: rate * 100, denominator };
    const both = ['主动评价', '默认评价'];
    const withAutomatic =
      sum(both.map((of) => at(good, of))) / sum(both.map((of) => at([...good, ...bad], of)));
    return { rate: rate * 100, shift: (withAutomatic - rate) * 100, denominator };
  },
  function meanScore(made) {
    const table = firstTable(made);
    const points = { 非常满意: 10, 满意: 8, 基本满意: 6, 不满意: 3, 非常不满意: 0 };
    const coded = [10, 8, 6, 3, 0];
    const units = table.columns.slice(1);
    const rows = table.rows.map(([heading = '', ...cells]) => ({
      each: heading in points ? points[heading as keyof typeof points] : coded[Number(heading) - 1]!,
      n: sum(cells.map(numberIn)),
    }));
    const mean = sum(rows.map(({ each, n }) => each * n)) / sum(rows.map(({ n }) => n));
    if (made.difficulty === 3) expect(table.columns[0]).toBe('等级代码');
    return units.length === 1 ? { mean } : { mean, combination: ['两单位各等级的评价数相加后再算平均分'] };
  },
  function badRate(made) {
    const table = firstTable(made);
    const [unit = ''] = matched(/^(.+)的差评率$/, fieldOf(made, 'rate').label);
    const rate = (row: string): number =>
      (sum(bad.map((column) => valueOf(table, row, column))) / valueOf(table, row, '有等级的评价数')) *
      10_000;
    const units = table.rows.map(([heading = '']) => heading);
    const highest = [...units].sort((a, b) => rate(b) - rate(a))[0]!;
    return { rate: rate(unit), highest: [highest] };
  },
  function channelShare(made) {
    const table = firstTable(made);
    const { label } = fieldOf(made, 'rate');
    const channels = label.startsWith('线上')
      ? ['PC端', '移动端']
      : ['二维码', '政务大厅平板电脑', '政务大厅其他终端'];
    const ratings = table.columns.includes('主动评价数') ? '主动评价数' : '评价数';
    const of = (rows: readonly string[], column: string): number =>
      sum(rows.map((row) => valueOf(table, row, column)));
    const every = table.rows.map(([heading = '']) => heading);
    return {
      rate: label.endsWith('非常满意率')
        ? (of(channels, '其中非常满意') / of(channels, ratings)) * 100
        : (of(channels, ratings) / of(every, ratings)) * 100,
      channels,
    };
  },
  function loopRate(made) {
    const table = firstTable(made);
    const { label } = fieldOf(made, 'rate');
    const name = ['按时回访核实率', '差评按期整改率', '差评回复率'].find((one) => label.endsWith(one))!;
    const counted = table.columns.includes('数量') ? countedInTable(table) : countedInOrders(table, made);
    const [above, below] = {
      按时回访核实率: [counted.contactedInTime, '整改工单数'],
      差评按期整改率: [counted.rectifiedInTime, '复核认定属实'],
      差评回复率: [counted.contacted, '差评数'],
    }[name]!;
    const under = { 整改工单数: counted.orders, 复核认定属实: counted.upheld, 差评数: counted.bad }[
      below as string
    ]!;
    return { rate: ((above as number) / under) * 100, denominator: [below as string] };
  },
  function onlineShare(made) {
    const table = firstTable(made);
    const rows =
      made.difficulty === 1
        ? [
            { depth: 1, n: valueOf(table, '已发布且网上办理深度代码为 1', '事项数') },
            { depth: 2, n: valueOf(table, '已发布且代码为 2 至 4', '事项数') },
            { depth: 5, n: valueOf(table, '已发布且代码为 5 及以上', '事项数') },
          ]
        : table.rows.map(([heading = '', ...cells]) => ({
            depth: Number(heading),
            n: sum(cells.filter((_, i) => table.columns[i + 1]!.endsWith('已发布')).map(numberIn)),
          }));
    const from = (depth: number): number => sum(rows.map((row) => (row.depth >= depth ? row.n : 0)));
    if (made.difficulty === 1) expect(from(1)).toBe(valueOf(table, '已发布', '事项数'));
    return {
      online: (from(2) / from(1)) * 100,
      'fully-online': (from(5) / from(1)) * 100,
      denominator: ['已发布事项数'],
    };
  },
  function timeSaved(made) {
    const table = firstTable(made);
    const items = table.rows.map((row, i) => ({
      name: row[0]!,
      isPublished: !table.columns.includes('已发布') || cellOf(table, i, '已发布') === '是',
      statutory: valueOf(table, i, '法定时限'),
      promised: valueOf(table, i, '承诺时限'),
    }));
    const counted = items.filter(({ isPublished, statutory }) => isPublished && statutory > 0);
    const saved =
      (sum(counted.map(({ statutory, promised }) => Math.max(0, statutory - promised))) /
        sum(counted.map(({ statutory }) => statutory))) *
      100;
    return made.difficulty === 1
      ? { saved }
      : { saved, outside: items.filter((item) => !counted.includes(item)).map(({ name }) => name) };
  },
  function meanVisits(made) {
    const table = firstTable(made);
    if (made.difficulty === 1) {
      const rows = table.rows.map(([times = '', n = '']) => ({ times: Number(times), n: numberIn(n) }));
      return {
        visits: sum(rows.map(({ times, n }) => times * n)) / sum(rows.map(({ n }) => n)),
        denominator: ['全部已发布事项'],
      };
    }
    const items = table.rows
      .map((_, i) => ({
        isPublished: !table.columns.includes('已发布') || cellOf(table, i, '已发布') === '是',
        visits: valueOf(table, i, '到办事现场次数'),
        depth: table.columns.includes('网上办理深度代码') ? valueOf(table, i, '网上办理深度代码') : 0,
        cases: valueOf(table, i, '办件数'),
      }))
      .filter(({ isPublished }) => isPublished);
    const visits = sum(items.map((item) => item.visits)) / items.length;
    const without = items.filter((item) => item.visits === 0 || item.depth >= 5);
    const denominator = ['已发布事项数'];
    return made.difficulty === 2
      ? { visits, denominator }
      : {
          visits,
          'no-visit': (sum(without.map(({ cases }) => cases)) / sum(items.map(({ cases }) => cases))) * 100,
          denominator,
        };
  },
  function intervalBars(made) {
    const table = firstTable(made);
    const [unit = ''] = matched(/与(.+)分不开/, fieldOf(made, 'overlapping').label);
    const ends = (row: string): readonly [number, number] =>
      cellOf(table, row, '区间下限') === '?'
        ? wilsonPercent(valueOf(table, row, '好评数'), valueOf(table, row, '有等级的主动评价数'), 1.96)
        : [valueOf(table, row, '区间下限'), valueOf(table, row, '区间上限')];
    const others = table.rows.map(([heading = '']) => heading).filter((heading) => heading !== unit);
    const overlapping = others.filter((other) => overlap(ends(other), ends(unit)));
    const [low, high] = ends(unit);
    for (const block of made.exercise.shown)
      if (block.kind === 'bars')
        for (const bar of block.rows) {
          const printed = cellOf(table, bar.name.zh, '区间下限');
          expect(bar.low === undefined ? '?' : `${numberText(bar.low, 2)}%`).toBe(printed);
          expect(bar.printed).toBe(cellOf(table, bar.name.zh, '好评率'));
        }
    return made.difficulty === 3 ? { low, high, overlapping } : { width: high - low, overlapping };
  },
  function groupScore(made) {
    const table = firstTable(made);
    const rows = table.rows.map((_, i) => {
      const weight = valueOf(table, i, '权重');
      if (made.difficulty === 1) return { weight, score: valueOf(table, i, '得分') };
      const [value, worst, best] = ['指标值', '0 分值', '100 分值'].map((column) =>
        valueOf(table, i, column),
      );
      const score = Math.min(100, Math.max(0, ((value! - worst!) / (best! - worst!)) * 100));
      const isFew = made.difficulty === 3 && valueOf(table, i, '分母') < valueOf(table, i, '最小样本量');
      return { weight: isFew ? 0 : weight, score };
    });
    const score = sum(rows.map((row) => row.weight * row.score)) / sum(rows.map(({ weight }) => weight));
    if (made.difficulty === 1) return { score };
    return made.difficulty === 2
      ? { score, 'visits-score': rows[table.rows.findIndex(([name]) => name === '减跑动')]!.score }
      : { score, missing: ['不计算，其权重按比例分摊给其余指标'] };
  },
  function change(made) {
    const table = firstTable(made);
    const [, above = '', below = ''] = matched(/^(.+)＝(.+)÷(.+?)。/, writtenIn(made.exercise.shown));
    const [first, second] = [0, 1].map((row) =>
      made.difficulty === 1
        ? numberIn(table.rows[row]!.at(-1)!)
        : (valueOf(table, row, above) / valueOf(table, row, below)) * 100,
    );
    const solved = { points: second! - first!, percent: (second! / first! - 1) * 100 };
    if (made.difficulty === 1) return solved;
    const rises = valueOf(table, 1, above) > valueOf(table, 0, above);
    const direction = rises
      ? second! > first!
        ? '都上升'
        : '数量增加，比率下降'
      : second! > first!
        ? '数量减少，比率上升'
        : '都下降';
    return { ...solved, direction: [direction] };
  },
];

interface Counted {
  readonly bad: number;
  readonly orders: number;
  readonly contacted: number;
  readonly contactedInTime: number;
  readonly upheld: number;
  readonly rectifiedInTime: number;
}

function countedInTable(table: ReadTable): Counted {
  const at = (row: string): number =>
    table.rows.some(([heading]) => heading === row) ? valueOf(table, row, '数量') : 0;
  return {
    bad: at('差评数'),
    orders: at('整改工单数'),
    contacted: at('已回访核实'),
    contactedInTime: at('时限内回访核实'),
    upheld: at('复核认定属实'),
    rectifiedInTime: at('属实且时限内整改'),
  };
}

/** Counts work orders by the days that the text names, with a calendar of its own. */
function countedInOrders(table: ReadTable, made: Seeded): Counted {
  const text = writtenIn(made.exercise.shown);
  const [without = ''] = matched(/另有 (\d+) 条差评/, text);
  expect(text).toContain('评价后 1 个工作日内回访核实，5 个工作日内整改');
  const dayIn = (cell: string): Date | undefined => {
    if (cell === '—') return undefined;
    const [month, day, weekday] = matched(/^(\d\d)-(\d\d)（周(.)）/, cell);
    const date = new Date(Date.UTC(2025, Number(month) - 1, Number(day)));
    expect('日一二三四五六'[date.getUTCDay()], cell).toBe(weekday);
    return date;
  };
  const isWorking = (date: Date): boolean => {
    const isWeekend = date.getUTCDay() % 6 === 0;
    const isHoliday = date.getUTCMonth() === 3 && date.getUTCDate() >= 4 && date.getUTCDate() <= 6;
    return !isWeekend && !isHoliday;
  };
  const within = (from: Date, to: Date | undefined, days: number): boolean => {
    if (to === undefined) return false;
    let passed = 0;
    for (let at = from.getTime() + 86_400_000; at <= to.getTime(); at += 86_400_000)
      if (isWorking(new Date(at))) passed++;
    return passed <= days;
  };
  const orders = table.rows.map((_, i) => ({
    rated: dayIn(cellOf(table, i, '评价时间'))!,
    contacted: dayIn(cellOf(table, i, '回访核实时间')),
    isUpheld: cellOf(table, i, '研判结论') === '属实',
    rectified: dayIn(cellOf(table, i, '整改时间')),
  }));
  const count = (of: (order: (typeof orders)[number]) => boolean): number => orders.filter(of).length;
  return {
    bad: orders.length + Number(without),
    orders: orders.length,
    contacted: count(({ contacted }) => contacted !== undefined),
    contactedInTime: count(({ rated, contacted }) => within(rated, contacted, 1)),
    upheld: count(({ isUpheld }) => isUpheld),
    rectifiedInTime: count(({ isUpheld, rated, rectified }) => isUpheld && within(rated, rectified, 5)),
  };
}

describe('what the exercises define', () => {
  it('is the satisfaction group of the method files', () => {
    for (const kind of ['province', 'city'] as const) {
      const method = JSON.parse(readFileSync(`db/reference/methods/2022-2/${kind}.json`, 'utf8')) as {
        availability: number;
        dimensions: {
          groups: {
            id: string;
            indicators: {
              id: string;
              name: string;
              nameEn: string;
              weight: number;
              goalposts: [number, number];
              minimum: number;
            }[];
          }[];
        }[];
      };
      const group = method.dimensions.flatMap(({ groups }) => groups).find(({ id }) => id === 'satisfaction');
      const expected = group?.indicators.map(({ id, name, nameEn, weight, goalposts, minimum }) => ({
        id,
        name: { zh: name, en: nameEn },
        weight,
        goalposts,
        minimum,
      }));
      expect(
        satisfactionIndicators(kind).map(({ id, name, weight, goalposts, minimum }) => ({
          id,
          name,
          weight,
          goalposts,
          minimum,
        })),
      ).toEqual(expected);
      expect(method.availability).toBe(0.5);
    }
  });

  it('is the scale of levels of the reference data', () => {
    expect(levelRows.map(({ level, points, name }) => [level, points, name.zh, name.en])).toEqual(
      [...reference.levels]
        .sort((a, b) => b.level - a.level)
        .map(({ level, score, name, nameEn }) => [level, score, name, nameEn]),
    );
  });

  it('is the modes of channels of the reference data', () => {
    const channels = (place: string): string[] =>
      reference.channels.filter((channel) => channel.place === place).map(({ name }) => name);
    const named = all
      .filter(({ template }) => template === 3)
      .map((made) => {
        const key = made.key.fields['channels'];
        const right = key?.kind === 'several' ? key.right : [];
        const { label, options } = fieldOf(made, 'channels');
        return [
          label.slice(-2) === '线上' ? 'online' : 'hall',
          options
            .filter(({ id }) => right.includes(id))
            .map(({ text }) => text)
            .sort(),
        ] as const;
      });
    expect(new Set(named.map(([mode]) => mode))).toEqual(new Set(['online', 'hall']));
    for (const [mode, right] of named) expect(right).toEqual(channels(mode).sort());
  });

  it('has the names and the formulas of the method', () => {
    for (const id of ['verificationRate', 'rectificationRate', 'replyRate'] as const)
      expect(loopRates[id].name).toEqual(handlingFormulas[id].name);
    expect(ratingFormulas['activeGoodRate']?.denominator.zh).toBe('有等级的非默认评价数');
  });
});

describe('counts that are drawn', () => {
  it('are binomial: mean and variance of 4,000 draws', () => {
    for (const [n, share] of [
      [40, 0.03],
      [900, 0.5],
      [2_000, 0.97],
    ] as const) {
      const counts = Array.from({ length: 4_000 }, (_, i) => drawnCount(drawsOf(i, 3), 'count', n, share));
      const mean = sum(counts) / counts.length;
      const variance = sum(counts.map((count) => (count - mean) ** 2)) / (counts.length - 1);
      const expected = n * share * (1 - share);
      expect(Math.abs(mean - n * share)).toBeLessThan(4 * Math.sqrt(expected / counts.length));
      expect(variance / expected).toBeGreaterThan(0.9);
      expect(variance / expected).toBeLessThan(1.1);
      expect(counts.every((count) => Number.isInteger(count) && count >= 0 && count <= n)).toBe(true);
    }
    expect(drawnCount(drawsOf(1, 3), 'none', 50, 0)).toBe(0);
    expect(drawnCount(drawsOf(1, 3), 'all', 50, 1)).toBe(50);
  });

  it('of several sorts add up', () => {
    for (let seed = 0; seed < 200; seed++) {
      const counts = drawnSorts(drawsOf(seed, 3), 'sorts', 300, [0, 0.05, 0.6, 0.35]);
      expect(sum(counts)).toBe(300);
      expect(counts[0]).toBe(0);
    }
  });
});

describe('numbers as they are printed', () => {
  it('have commas, a real minus and no minus zero', () => {
    expect([numberText(1_234_567), numberText(-0.004, 2), numberText(-3.456, 1), signedText(2, 1)]).toEqual([
      '1,234,567',
      '0.00',
      '−3.5',
      '+2.0',
    ]);
  });

  it('name months before and after', () => {
    expect([monthName('2025-03').zh, monthName('2025-01', -1).zh, monthName('2025-12', 1).en]).toEqual([
      '2025年3月',
      '2024年12月',
      'January 2026',
    ]);
  });
});

describe('exercises worked by hand', () => {
  const byHand = (template: number, difficulty: 1 | 3) => {
    const made = makeOf(figuresKind, [handWorld], 1, difficulty, template);
    const costOf = (answers: Readonly<Record<string, readonly string[]>>): number =>
      markAnswer(made.exercise, made.key, answers).cost;
    return { table: firstTable(made), costOf };
  };

  it('the good-rating rate: (386 + 22 + 13) ÷ (386 + 22 + 13 + 6 + 8) = 421 ÷ 435 = 96.78%', () => {
    const { table, costOf } = byHand(0, 1);
    expect(table.rows.map(([, n]) => n)).toEqual(['386', '22', '13', '6', '8']);
    expect(costOf({ rate: ['96.78'], denominator: ['levelled'] })).toBe(0);
    expect(costOf({ rate: ['96.8'], denominator: ['levelled'] })).toBe(2);
    // Over 794 services it is 53.02%.
    expect(costOf({ rate: ['53.02'], denominator: ['services'] })).toBe(3);
    expect(costOf({})).toBe(3);
  });

  it('bad ratings for every 10,000: (16 + 57) ÷ 4,645 × 10,000 = 157.2, the highest of three', () => {
    const { table, costOf } = byHand(2, 1);
    expect(table.rows[1]).toEqual(['55号单位', '19,208', '4,645', '16', '57']);
    expect(costOf({ rate: ['157.2'], highest: ['b'] })).toBe(0);
    // Over 19,208 services it is 38.0; the third unit has the most bad ratings for each service.
    expect(costOf({ rate: ['38.0'], highest: ['c'] })).toBe(3);
  });

  it('a Wilson interval: 244 of 268, p = 0.910448, centre 0.904648, half 0.034436: 87.0% to 93.9%', () => {
    const { table, costOf } = byHand(8, 3);
    expect(table.rows[0]).toEqual(['22号单位', '268', '244', '91.04%', '?', '?']);
    expect(costOf({ low: ['87.0'], high: ['93.9'], overlapping: ['b', 'c', 'd'] })).toBe(0);
    // The normal interval, 91.04 ± 3.42, is another one; and 79号单位, from 94.39%, lies above.
    expect(costOf({ low: ['87.6'], high: ['94.5'], overlapping: ['b', 'c', 'd', 'e'] })).toBe(5);
  });

  it('a fall from 69.61% to 64.93%: −4.68 percentage points, −6.7 percent', () => {
    const { table, costOf } = byHand(10, 1);
    expect(table.rows.map((row) => row.at(-1))).toEqual(['69.61%', '64.93%']);
    expect(costOf({ points: ['−4.68'], percent: ['-6.7'] })).toBe(0);
    expect(costOf({ points: ['-6.7'], percent: ['-4.68'] })).toBe(4);
  });
});
