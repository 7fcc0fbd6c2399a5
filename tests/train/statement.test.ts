import { beforeAll, describe, expect, it } from 'vitest';
import { statementKind } from '../../src/train/kinds/statement.ts';
import { markAnswer } from '../../src/train/mark.ts';
import { handWorld } from './hand-world.ts';
import { allOf, itHoldsOf, makeOf, type Seeded } from './kind-properties.ts';
import {
  cellOf,
  endsIn,
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
import { exerciseWorld } from './worlds.ts';

let all: Seeded[] = [];
beforeAll(async () => {
  const worlds = [await exerciseWorld(0), await exerciseWorld(1), await exerciseWorld(2)];
  // Some ways of saying a thing are rare.
  all = allOf(statementKind, worlds, 700);
}, 120_000);

const where = ({ template, difficulty, seed }: Seeded): string =>
  `template ${String(template)}, difficulty ${String(difficulty)}, seed ${String(seed)}`;

/** What naming or choosing an option costs: for options of which several may be right, what naming it costs where it is wrong. */
function costsOf(made: Seeded, id: string): Map<string, number> {
  const key = made.key.fields[id];
  const { options } = fieldOf(made, id);
  return new Map(
    options.map((option) => [
      option.text,
      key?.kind === 'choice'
        ? key.costs[option.id]!
        : key?.kind === 'several' && !key.right.includes(option.id)
          ? (key.wrongs?.[option.id] ?? key.wrong)
          : 0,
    ]),
  );
}

describe('exercises in the wording of conclusions', () => {
  itHoldsOf(statementKind, () => all);

  it('cost what the printed matrix says', () => {
    const [printed] = tablesOf(statementKind.costs);
    expect(printed?.rows.map(([, cost]) => cost)).toEqual(['4', '4', '3', '2', '1', '1', '0.5']);
  });

  it('cost, option by option, what an independent reading of the shown data says', () => {
    for (const made of all) {
      const readings = read[made.template]!(made);
      expect(Object.keys(readings).sort(), where(made)).toEqual(
        made.exercise.fields.map(({ id }) => id).sort(),
      );
      for (const [id, costOf] of Object.entries(readings)) {
        const costs = costsOf(made, id);
        const expected = new Map([...costs.keys()].map((text) => [text, costOf(text)]));
        expect(costs, `${where(made)}, ${id}`).toEqual(expected);
        const key = made.key.fields[id];
        if (key?.kind === 'several') expect(key.missed, where(made)).toBe(1);
      }
    }
  });

  it('print intervals that are Wilson’s', () => {
    for (const made of all)
      for (const table of tablesOf(made.exercise.shown))
        if (table.columns.includes('好评数') && table.columns.includes('95%区间'))
          table.rows.forEach((_, i) => {
            const n = valueOf(table, i, '有等级的主动评价数');
            const expected = wilsonPercent(valueOf(table, i, '好评数'), n);
            const [low, high] = endsIn(cellOf(table, i, '95%区间'));
            expect(Math.abs(low - expected[0]), where(made)).toBeLessThan(0.0051);
            expect(Math.abs(high - expected[1]), where(made)).toBeLessThan(0.0051);
          });
  });

  it('end in a sentence that holds every right wording', () => {
    for (const made of all.filter(({ template }) => template < 5)) {
      const last = made.key.solution.at(-1);
      if (last?.kind !== 'quote') throw new Error('there is no sentence');
      for (const { id } of made.exercise.fields) {
        const [text = ''] = [...costsOf(made, id)].find(([, cost]) => cost === 0) ?? [];
        if (text.startsWith('不写')) expect(last.text.zh).not.toContain(text);
        else expect(last.text.zh, where(made)).toContain(text);
      }
    }
  });

  it('name what is wrong with a sentence and put it right', () => {
    for (const made of all.filter(({ template }) => template === 7)) {
      const [list] = made.key.solution;
      if (list?.kind !== 'list') throw new Error('there is no list');
      made.exercise.fields.forEach(({ id }, i) => {
        const [verdict = ''] = [...costsOf(made, id)].find(([, cost]) => cost === 0) ?? [];
        expect(list.items[i]?.zh.startsWith(`（${String(i + 1)}）${verdict}：`)).toBe(true);
        expect(list.items[i]?.zh.includes('可改为：')).toBe(verdict !== '可以发布');
      });
    }
  });
});

describe('nothing but the data tells what is right', () => {
  /** How often an option with this in its text is the right one, among the exercises that offer it. */
  const shareRight = (template: number, id: string, said: string | RegExp, difficulty?: number): number => {
    const offered = all
      .filter((made) => made.template === template && (difficulty ?? made.difficulty) === made.difficulty)
      .filter((made) => made.key.fields[id] !== undefined)
      .flatMap((made) =>
        [...costsOf(made, id)].filter(([text]) => new RegExp(said).test(text)).map(([, cost]) => cost === 0),
      );
    expect(offered.length).toBeGreaterThan(20);
    return offered.filter(Boolean).length / offered.length;
  };

  it('units can be told apart in half of the exercises', () => {
    for (const [template, said] of [
      [1, '分不出高低'],
      [3, '不能认定有变化'],
    ] as const)
      for (const difficulty of [1, 2, 3]) {
        const share = shareRight(template, 'place', said, difficulty);
        expect(share).toBeGreaterThan(0.3);
        expect(share).toBeLessThan(0.7);
      }
    expect(shareRight(0, 'goal', '区间包含要求值')).toBeGreaterThan(0.2);
    expect(shareRight(0, 'goal', '区间包含要求值')).toBeLessThan(0.5);
    expect(shareRight(4, 'place', '不能说')).toBeGreaterThan(0.4);
    expect(shareRight(4, 'place', '不能说')).toBeLessThan(0.85);
    expect(shareRight(4, 'figure', '样本不足')).toBeGreaterThan(0.25);
    expect(shareRight(4, 'figure', '样本不足')).toBeLessThan(0.6);
  });

  it('a single rank may be written in some exercises and not in others', () => {
    const share = shareRight(2, 'place', /^列第/);
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.85);
  });

  it('a cause has grounds in half of the exercises', () => {
    for (const template of [0, 1, 3]) {
      const share = shareRight(template, 'cause', '主要原因');
      expect(share).toBeGreaterThan(0.35);
      expect(share).toBeLessThan(0.65);
    }
  });

  it('each way of saying it is right in some exercises and wrong in others', () => {
    for (const said of ['高于', '分不出高低', /列第/, '最高', '最低', '领先于'])
      for (const bound of [shareRight(5, 'sentences', said)]) {
        expect(bound).toBeGreaterThan(0.05);
        expect(bound).toBeLessThan(0.95);
      }
    expect(shareRight(6, 'sentences', '多数是')).toBeGreaterThan(0.1);
    expect(shareRight(6, 'sentences', '多数是')).toBeLessThan(0.7);
  });
});

type CostOf = (text: string) => number;
type Reading = Readonly<Record<string, CostOf>>;

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

interface Row {
  readonly unit: string;
  readonly month: string;
  readonly services: number;
  readonly n: number;
  readonly good: number;
  readonly rate: string;
  readonly ends: readonly [number, number];
  readonly printedEnds: string;
}

const rowsOf = (table: ReadTable): Row[] =>
  table.rows.map((_, i) => {
    const [n, good] = [valueOf(table, i, '有等级的主动评价数'), valueOf(table, i, '好评数')];
    const printedEnds = cellOf(table, i, '95%区间');
    if (table.columns.includes('主动评价好评率'))
      expect(cellOf(table, i, '主动评价好评率')).toBe(percent(good / n));
    return {
      unit: cellOf(table, i, '单位'),
      month: cellOf(table, i, '月份'),
      services: valueOf(table, i, '服务数'),
      n,
      good,
      rate: percent(good / n),
      ends: endsIn(printedEnds),
      printedEnds,
    };
  });

function rowOf(rows: readonly Row[], unit: string, month: string): Row {
  const row = rows.find((one) => one.unit === unit && one.month === month);
  if (row === undefined) throw new Error(`no row of ${unit} in ${month}`);
  return row;
}

const count = (n: number): string => n.toLocaleString('en-US');

const costOfPeriod =
  (right: string): CostOf =>
  (text) =>
    text === right ? 0 : 2;

/** A cause is to be written where all bad ratings were verified and more than half have it. */
function costOfCause(text: string, shown: string, bad: number): number {
  const facts = matched(/当月差评 (\d+) 条，已逐条回访核实 (\d+) 条，其中 (\d+) 条的原因是/, shown).map(
    Number,
  );
  expect(facts[0]).toBe(bad);
  const hasGrounds = facts[1] === bad && facts[2]! > bad / 2;
  if (text === '不写原因') return hasGrounds ? 1 : 0;
  return text.includes('主要原因') && hasGrounds ? 0 : 4;
}

const withCause = (made: Seeded, shown: string, bad: number): Reading =>
  made.difficulty === 1 ? {} : { cause: (text) => costOfCause(text, shown, bad) };

/** What is said of two rows: both rates, what they rest on, and how far they are apart. */
const comparison = (first: Row, second: Row): Reading => ({
  figure: (text) => (text === `${first.rate} 和 ${second.rate}` ? 0 : 3),
  basis: (text) => {
    const sizes = `${count(first.n)} 和 ${count(second.n)} 条有等级的主动评价`;
    if (!text.includes('区间')) return text.includes(sizes) ? 1 : 3;
    return text.includes(`${first.printedEnds}和${second.printedEnds}`) && text.includes(sizes) ? 0 : 3;
  },
  difference: (text) => {
    const [value, unit] = matched(/^相差 ([\d.]+)(%| 个百分点)$/, text);
    const right = Math.abs(numberIn(first.rate) - numberIn(second.rate)).toFixed(2);
    if (value !== right) return 3;
    return unit === '%' ? 2 : 0;
  },
});

const isHigher = (a: Row, b: Row): boolean => a.ends[0] > b.ends[1];

/** Each template read anew: what each option would cost by the data that are shown. */
const read: readonly ((made: Seeded) => Reading)[] = [
  function oneRate(made) {
    const shown = writtenIn(made.exercise.shown);
    const [unit = '', month = '', goal = ''] = matched(
      /要写的是(.+)在(.+)的主动评价好评率。要求值为 ([\d.]+)%/,
      shown,
    );
    const row = rowOf(rowsOf(firstTable(made)), unit, month);
    const standing = row.ends[0] > Number(goal) ? '高于' : row.ends[1] < Number(goal) ? '低于' : '区间包含';
    return {
      period: costOfPeriod(month),
      figure: (text) => (text === row.rate ? 0 : 3),
      interval: (text) => (text === '不写区间' ? 1 : text.endsWith(row.printedEnds) ? 0 : 3),
      denominator: (text) =>
        text === '不写分母' ? 1 : text === `分母为有等级的主动评价数 ${count(row.n)}` ? 0 : 3,
      goal: (text) => (text.startsWith(standing) ? 0 : text.startsWith('区间包含') ? 1 : 4),
      ...withCause(made, shown, row.n - row.good),
    };
  },
  function twoUnits(made) {
    const shown = writtenIn(made.exercise.shown);
    const [a = '', b = '', month = ''] = matched(/要写的是(.+?)和(.+?)在(.+)的主动评价好评率/, shown);
    const rows = rowsOf(firstTable(made));
    const [first, second] = [rowOf(rows, a, month), rowOf(rows, b, month)];
    return {
      period: costOfPeriod(month),
      ...comparison(first, second),
      place: (text) => {
        if (text.includes('分不出高低')) return overlap(first.ends, second.ends) ? 0 : 1;
        if (text === `${a}高于${b}`) return isHigher(first, second) ? 0 : 4;
        return text === `${b}高于${a}` && isHigher(second, first) ? 0 : 4;
      },
      ...withCause(made, shown, first.n - first.good),
    };
  },
  function overallRank(made) {
    const shown = writtenIn(made.exercise.shown);
    const table = firstTable(made);
    const [unit = ''] = matched(/要写的是(.+?)的总体指数/, shown);
    const [month = '', kindOfAll = ''] = matched(/^(\d+年\d+月)(.*)总体指数与名次$/, table.caption);
    const kindOf = (row: string): string => (kindOfAll === '' ? cellOf(table, row, '类别') : kindOfAll);
    const peers = table.rows.filter(([heading = '']) => kindOf(heading) === kindOf(unit)).length;
    const ranks = cellOf(table, unit, '名次区间');
    const [low = '', high = low] = ranks.split('–');
    return {
      period: costOfPeriod(month),
      figure: (text) => (text === cellOf(table, unit, '总体指数') ? 0 : 3),
      interval: (text) =>
        text === '不写区间' ? 1 : text === `95%区间为${cellOf(table, unit, '95%区间')}` ? 0 : 3,
      scope: (text) => (text === `在 ${String(peers)} 个${kindOf(unit)}中` ? 0 : 2),
      place: (text) => {
        if (text === `列第 ${cellOf(table, unit, '名次')} 位`) return low === high ? 0 : 4;
        if (!text.startsWith('名次在第')) return 4;
        if (low === high) return 1;
        expect(text).toBe(`名次在第 ${low} 至第 ${high} 位之间`);
        return 0;
      },
    };
  },
  function twoMonths(made) {
    const shown = writtenIn(made.exercise.shown);
    const [unit = '', before = '', now = ''] = matched(
      /要写的是(.+?)主动评价好评率由(.+?)到(.+?)的变化/,
      shown,
    );
    const rows = rowsOf(firstTable(made));
    const [first, second] = [rowOf(rows, unit, before), rowOf(rows, unit, now)];
    return {
      period: costOfPeriod(`${now}比${before}`),
      ...comparison(first, second),
      place: (text) => {
        if (text.includes('不能认定有变化')) return overlap(first.ends, second.ends) ? 0 : 1;
        if (text === '有所下降') return isHigher(first, second) ? 0 : 4;
        return text === '有所上升' && isHigher(second, first) ? 0 : 4;
      },
      ...withCause(made, shown, second.n - second.good),
    };
  },
  function handlingRate(made) {
    const [counts, intervals] = tablesOf(made.exercise.shown);
    const [unit = '', fewest = ''] = matched(
      /要写的是(.+?)的差评按期整改率.*最小样本量为 (\d+)/,
      writtenIn(made.exercise.shown),
    );
    const [month = ''] = matched(/^(.+)差评整改情况$/, counts!.caption);
    const other = counts!.rows.map(([heading = '']) => heading).find((heading) => heading !== unit)!;
    const at = (row: string, column: string): number => valueOf(counts!, row, column);
    const [inTime, upheld] = [at(unit, '属实且按期整改'), at(unit, '复核认定属实')];
    const isFew = upheld < Number(fewest);
    const endsOf = (row: string): string => {
      const heading = `${row}，按属实 ${count(at(row, '复核认定属实'))}`;
      const printed = cellOf(intervals!, heading, '95%区间');
      const expected = wilsonPercent(at(row, '属实且按期整改'), at(row, '复核认定属实'));
      expect(printed).toBe(`${expected[0].toFixed(2)}%–${expected[1].toFixed(2)}%`);
      return printed;
    };
    const [mine, theirs] = [endsIn(endsOf(unit)), endsIn(endsOf(other))];
    return {
      period: costOfPeriod(month),
      figure: (text) => {
        if (text === `${count(inTime)} 条（样本不足，不计算百分比）`) return isFew ? 0 : 1;
        return text === `整改率 ${percent(inTime / upheld)}` && !isFew ? 0 : 3;
      },
      interval: (text) => {
        if (text === '不写区间') return isFew ? 0 : 1;
        return text === `95%区间为${endsOf(unit)}` && !isFew ? 0 : 3;
      },
      denominator: (text) => (text === '不写分母' ? 1 : text === `属实差评共 ${count(upheld)} 条` ? 0 : 3),
      place: (text) => {
        if (text.startsWith('不能说')) return isFew || overlap(mine, theirs) ? 0 : 1;
        if (isFew) return 4;
        return text === `高于${other}` ? (mine[0] > theirs[1] ? 0 : 4) : mine[1] < theirs[0] ? 0 : 4;
      },
    };
  },
  function rankClaims(made) {
    const rows = rowsOf(firstTable(made));
    const of = (unit: string): Row => rows.find((row) => row.unit === unit)!;
    const isAlone = (row: Row): boolean => rows.every((one) => one === row || !overlap(one.ends, row.ends));
    const rankOf = (row: Row): number => rows.filter((one) => one.good / one.n > row.good / row.n).length + 1;
    return {
      sentences: (text) => {
        const [, a, b] = /^(.+)与(.+)分不出高低。$/.exec(text) ?? [];
        if (a !== undefined && b !== undefined) return overlap(of(a).ends, of(b).ends) ? 0 : 1;
        const [, higher, lower] = /^(.+)的好评率高于(.+)。$/.exec(text) ?? [];
        if (higher !== undefined && lower !== undefined) return isHigher(of(higher), of(lower)) ? 0 : 4;
        const [, unit, rank] = /^(.+)在 \d+ 个单位中列第 (\d+) 位。$/.exec(text) ?? [];
        if (unit !== undefined) return isAlone(of(unit)) && rankOf(of(unit)) === Number(rank) ? 0 : 4;
        const [, extreme, which] = /^(.+)的好评率在所列单位中最(高|低)。$/.exec(text) ?? [];
        if (extreme !== undefined)
          return isAlone(of(extreme)) && rankOf(of(extreme)) === (which === '高' ? 1 : rows.length) ? 0 : 4;
        const [ahead = '', behind = ''] = matched(/^(.+)领先于(.+)。$/, text);
        return behind.split('、').every((one) => isHigher(of(ahead), of(one))) ? 0 : 4;
      },
    };
  },
  function causeClaims(made) {
    const [rates, reasons, modes] = tablesOf(made.exercise.shown);
    const at = (row: string): number => valueOf(reasons!, row, '差评数');
    const [before, now] = rowsOf(rates!);
    expect(at('合计')).toBe(now!.n - now!.good);
    expect(reasons!.rows.slice(0, -1).reduce((sum, [, n = '']) => sum + numberIn(n), 0)).toBe(at('合计'));
    expect(modes!.rows.reduce((sum, [, n = '']) => sum + numberIn(n), 0)).toBe(now!.n);
    return {
      sentences: (text) => {
        // Figures in a sentence are those of the tables: only what it says of causes decides.
        for (const [rate] of text.matchAll(/[\d.]+%/g))
          expect([before!.rate, now!.rate, ...modes!.rows.map((row) => row.at(-1))], text).toContain(rate);
        const [, verified, n, reason] =
          /^已核实的 (\d+) 条差评中，(\d+) 条的原因是“(.+)”。$/.exec(text) ?? [];
        if (reason !== undefined) {
          expect([Number(verified), Number(n)]).toEqual([at('合计') - at('尚未核实'), at(reason)]);
          return 0;
        }
        const [, most] = /差评多数是“(.+)”引起的。$/.exec(text) ?? [];
        if (most !== undefined) return at('尚未核实') === 0 && at(most) > at('合计') / 2 ? 0 : 4;
        return /原因还不清楚|现有数据说明不了|不作原因比较/.test(text) ? 0 : 4;
      },
    };
  },
  function sixSentences(made) {
    const rows = rowsOf(firstTable(made));
    return Object.fromEntries(
      made.exercise.fields.map(({ id, label }): readonly [string, CostOf] => {
        const [verdict, passing] = faultOf(label.zh.replace(/^（\d）/, ''), rows);
        return [
          id,
          (said) => {
            if (said === verdict) return 0;
            if (said === '可以发布') return passing;
            return verdict === '可以发布' ? 1 : 0.5;
          },
        ];
      }),
    );
  },
  function completeSentences(made) {
    const table = firstTable(made);
    const units = table.rows.map(([heading = '']) => matched(/^(\d+号单位)/, heading)[0]!);
    const measures = ['主动评价好评率', '评价率', '按时办结率'];
    return {
      sentences: (text) => {
        const hasAll =
          units.some((unit) => text.includes(unit)) &&
          text.includes('2025年3月') &&
          measures.some((measure) => text.includes(measure)) &&
          /为 [\d.]+%（/.test(text) &&
          /95%区间 [\d.]+%–[\d.]+%/.test(text) &&
          /(有等级的主动评价|服务|办结的办件) [\d,]+/.test(text);
        return hasAll ? 0 : 1;
      },
    };
  },
];

/** What is wrong with a sentence, and what it costs to let it pass. */
function faultOf(sentence: string, rows: readonly Row[]): readonly [string, number] {
  if (/因此达到|变化与.+有关/.test(sentence)) return ['原因没有依据', 4];
  if (/一季度|相差 [\d.]+%/.test(sentence)) return ['时期或单位不对', 2];
  const said = [...sentence.matchAll(/为 ([\d.]+%)（([^）]*)）/g)].map(([, rate, basis = '']) => ({
    rate,
    basis,
  }));
  if (said.some(({ basis }) => !basis.includes('95%区间') || !basis.includes('n＝')))
    return ['缺分母或区间', 1];
  const meant = said.map(({ basis }) => rows.find((row) => basis.includes(row.printedEnds))!);
  if (said.some(({ rate }, i) => meant[i]!.rate !== rate)) return ['数字不对', 3];
  const [a, b] = meant;
  if (a === undefined || b === undefined) return ['可以发布', 0];
  const isOpen = overlap(a.ends, b.ends);
  if (/分不出高低|不能认定有变化/.test(sentence)) return isOpen ? ['可以发布', 0] : ['高低、升降说得不对', 1];
  return isOpen ? ['高低、升降说得不对', 4] : ['可以发布', 0];
}

describe('exercises worked by hand', () => {
  const byHand = (template: number) => {
    const made = makeOf(statementKind, [handWorld], 2, 1, template);
    const costOf = (answers: Readonly<Record<string, readonly string[]>>): number =>
      markAnswer(made.exercise, made.key, answers).cost;
    return { rows: rowsOf(firstTable(made)), costOf };
  };

  it('a sentence from parts: 2,170 of 2,550 is 85.10%, 83.66%–86.43%, which holds the goal of 85.2%', () => {
    const { rows, costOf } = byHand(0);
    expect(rows[1]).toMatchObject({ unit: '92号单位', n: 2_550, good: 2_170, rate: '85.10%' });
    const right = { period: ['c'], figure: ['c'], interval: ['c'], denominator: ['d'], goal: ['c'] };
    expect(costOf(right)).toBe(0);
    // Without interval and denominator 1 each; “below” 4; last month’s rate 3; the year so far 2.
    expect(costOf({ ...right, interval: ['b'], denominator: ['c'] })).toBe(2);
    expect(costOf({ ...right, goal: ['a'] })).toBe(4);
    expect(costOf({ ...right, figure: ['b'], period: ['a'] })).toBe(5);
    expect(costOf({})).toBe(2 + 3 + 3 + 3 + 4);
  });

  it('claims of rank: four may stand, a rank that cannot be told costs 4, what could be told 1', () => {
    const { rows, costOf } = byHand(5);
    expect(rows.map(({ printedEnds }) => printedEnds)).toEqual([
      '86.84%–89.20%',
      '90.62%–92.87%',
      '87.89%–90.98%',
      '93.23%–94.92%',
    ]);
    expect(costOf({ sentences: ['c', 'd', 'e', 'f'] })).toBe(0);
    expect(costOf({ sentences: ['b', 'c', 'd', 'e', 'f'] })).toBe(4);
    expect(costOf({ sentences: ['a', 'c', 'd', 'e', 'f'] })).toBe(1);
    expect(costOf({ sentences: ['c', 'd', 'e'] })).toBe(1);
    expect(costOf({ sentences: ['a', 'b'] })).toBe(9);
  });

  it('six sentences: each fault by its name, a right one refused 1, a fault taken for another 0.5', () => {
    const { costOf } = byHand(7);
    const verdicts = ['none', 'place', 'cause', 'basis', 'scope', 'none'];
    const answers = (said: readonly string[]) =>
      Object.fromEntries(said.map((verdict, i) => [`sentence-${String(i + 1)}`, [verdict]]));
    expect(costOf(answers(verdicts))).toBe(0);
    expect(costOf(answers(['basis', 'place', 'cause', 'basis', 'scope', 'none']))).toBe(1);
    expect(costOf(answers(['none', 'place', 'place', 'basis', 'scope', 'none']))).toBe(0.5);
    // To publish all six: a change said not to be there 1, a cause 4, no interval 1, a wrong period 2.
    expect(costOf(answers(['none', 'none', 'none', 'none', 'none', 'none']))).toBe(8);
  });
});
