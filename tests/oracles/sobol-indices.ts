import { sobolIndices, type SobolBlocks, type SobolIndex } from '../../src/measure/choices/sobol.ts';
import { draw, uniform } from '../../src/model/math/random.ts';
import { Differences, type OracleCheck } from './oracle-check.ts';

/** A function of numbers in (0, 1) whose indices are known in closed form. */
interface KnownFunction {
  readonly of: (x: readonly number[]) => number;
  readonly indices: readonly SobolIndex[];
}

/** The g-function of Sobol: the product of (|4x − 2| + a)/(1 + a), with parts 1/3/(1 + a)² of the variance. */
export function gFunction(a: readonly number[]): KnownFunction {
  const parts = a.map((one) => 1 / 3 / (1 + one) ** 2);
  const variance = parts.reduce((product, part) => product * (1 + part), 1) - 1;
  return {
    of: (x) => a.reduce((y, one, i) => (y * (Math.abs(4 * (x[i] ?? NaN) - 2) + one)) / (1 + one), 1),
    indices: parts.map((part) => ({
      first: part / variance,
      total: (part * (1 + variance)) / (1 + part) / variance,
    })),
  };
}

/** The function of Ishigami and Homma: sin u + 7 sin² v + 0.1 w⁴ sin u, each between −π and π. */
function ishigami(): KnownFunction {
  const [a, b] = [7, 0.1];
  const first = 0.5 * (1 + (b * Math.PI ** 4) / 5) ** 2;
  const second = a ** 2 / 8;
  const together = b ** 2 * Math.PI ** 8 * (1 / 18 - 1 / 50);
  const variance = first + second + together;
  return {
    of: (x) => {
      const [u = NaN, v = NaN, w = NaN] = x.map((one) => Math.PI * (2 * one - 1));
      return Math.sin(u) + a * Math.sin(v) ** 2 + b * w ** 4 * Math.sin(u);
    },
    indices: [
      { first: first / variance, total: (first + together) / variance },
      { first: second / variance, total: second / variance },
      { first: 0, total: together / variance },
    ],
  };
}

/** The outcomes of a plan of so many rows, drawn by keyed randomness. */
export function planOf({ of, indices }: KnownFunction, rows: number): SobolBlocks {
  const row = (matrix: number, i: number): number[] =>
    indices.map((_, factor) => uniform(draw(3, 4, matrix, i, factor)));
  const outcomes = (at: (i: number) => number[]): Float64Array =>
    Float64Array.from({ length: rows }, (_, i) => of(at(i)));
  return {
    a: outcomes((i) => row(0, i)),
    b: outcomes((i) => row(1, i)),
    ab: indices.map((_, factor) => outcomes((i) => row(0, i).with(factor, row(1, i)[factor] ?? NaN))),
  };
}

const ROWS = 2 ** 17;

export const sobolFormulas: OracleCheck = {
  id: 'sobol-indices',
  what: {
    zh: '一阶和总 Sobol 指数，与 g 函数（a = 0、1、4.5、9）和 Ishigami 函数的解析解对照，131,072 行随机抽取',
    en: 'first and total Sobol indices beside the exact ones of the g-function (a = 0, 1, 4.5, 9) and of that of Ishigami, over 131,072 random rows',
  },
  source: 'Saltelli and Sobol (1995); Ishigami and Homma (1990)',
  licence: { zh: '公式', en: 'formulas' },
  tolerance: 0.01,
  check() {
    const found = new Differences();
    for (const known of [gFunction([0, 1, 4.5, 9]), ishigami()]) {
      const ours = sobolIndices(planOf(known, ROWS)) ?? [];
      known.indices.forEach(({ first, total }, i) => {
        found.add(ours[i]?.first, first);
        found.add(ours[i]?.total, total);
      });
    }
    return found;
  },
};
