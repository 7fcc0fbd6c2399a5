import { z } from 'zod';
import {
  cusumChart,
  ewmaChart,
  pChart,
  shewhartChart,
  usualEwma,
  type ChartPoint,
} from '../../src/measure/change/control-chart.ts';
import { csvRows } from '../oracle.ts';
import { Differences, type OracleCheck } from './oracle-check.ts';

const numbers = z.array(z.number());
const ends = z.tuple([z.number(), z.number()]);
const ewmaFile = z.object({
  x: numbers,
  target: z.number(),
  sigma: z.number(),
  lambda: z.number(),
  L: z.number(),
  qcc_y: numbers,
  violations: numbers,
});
const file = z.object({
  p_chart_orangejuice: z.object({
    center: z.number(),
    limits: ends,
    violations: z.object({ 'beyond.limits': numbers, 'violating.runs': numbers }),
  }),
  xbar_pistonrings: z.object({
    center: z.number(),
    sd: z.number(),
    limits: ends,
    violations_new: z.object({ 'beyond.limits': numbers, 'violating.runs': z.number() }),
  }),
  ewma_pistonrings: z.object({
    y: numbers,
    limits: z.array(ends),
    violations: numbers,
  }),
  cusum_pistonrings: z.object({
    pos: numbers,
    neg: numbers,
    violations: z.object({ lower: numbers, upper: numbers }),
  }),
  ewma_nist: ewmaFile.extend({
    published_ewma_2dp: numbers,
    published_UCL: z.number(),
    published_LCL: z.number(),
    qcc_limits_first: ends,
    qcc_limits_last: ends,
  }),
  ewma_montgomery: ewmaFile.extend({ limits: z.array(ends) }),
  cusum_montgomery: z.object({
    x: numbers,
    target: z.number(),
    sigma: z.number(),
    pos: numbers,
    neg: numbers,
    violations: z.unknown(),
  }),
});
type Theirs = z.infer<typeof file>;

const theirsFrom = (read: (file: string) => string): Theirs => file.parse(JSON.parse(read('spc.json')));

/** Places of points, from 1, as the other programs count them. */
const placesOf = <T>(points: readonly T[], is: (point: T) => boolean): number[] =>
  points.flatMap((point, i) => (is(point) ? [i + 1] : []));

const addLimits = (
  found: Differences,
  point: ChartPoint | undefined,
  [low, high]: readonly [number, number],
): void => {
  found.add(point?.limits.low, low);
  found.add(point?.limits.high, high);
};

/** Means of the samples of five piston rings. */
function ringMeans(read: (file: string) => string): number[] {
  const samples = new Map<string, number[]>();
  for (const { sample = '', diameter } of csvRows(read('pistonrings.csv')))
    samples.set(sample, [...(samples.get(sample) ?? []), Number(diameter)]);
  return [...samples.values()].map((ring) => ring.reduce((sum, one) => sum + one, 0) / ring.length);
}

export const qccCharts: OracleCheck = {
  id: 'control-charts-qcc',
  folder: 'spc',
  what: {
    zh: 'p 控制图、样本平均值控制图、EWMA 控制图、CUSUM 控制图：取值、控制限、信号点',
    en: 'p chart, chart of means, EWMA chart and CUSUM chart: values, limits and the points that signal',
  },
  source:
    'R qcc 2.7: orangejuice, pistonrings; D. C. Montgomery, Introduction to Statistical Quality Control',
  licence: { zh: '仅数值', en: 'values only' },
  tolerance: 1e-9,
  check(read) {
    const theirs = theirsFrom(read);
    const found = new Differences();
    checkJuice(found, theirs, read);
    checkRings(found, theirs, ringMeans(read));
    const { ewma_montgomery: ewma, cusum_montgomery: cusum } = theirs;
    const drawn = ewmaChart(
      ewma.x,
      ewma.target,
      ewma.x.map(() => ewma.sigma),
      { lambda: ewma.lambda, sigmas: ewma.L },
    );
    found.addAll(
      drawn.points.map(({ value }) => value),
      ewma.qcc_y,
    );
    ewma.limits.forEach((limits, i) => addLimits(found, drawn.points[i], limits));
    found.addAll(
      placesOf(drawn.points, ({ isOutside }) => isOutside),
      ewma.violations,
    );
    const sums = cusumChart(
      cusum.x,
      cusum.target,
      cusum.x.map(() => cusum.sigma),
    );
    found.addAll(
      sums.map(({ above }) => above),
      cusum.pos,
    );
    found.addAll(
      sums.map(({ below }) => below),
      cusum.neg,
    );
    return found;
  },
};

function checkJuice(found: Differences, theirs: Theirs, read: (file: string) => string): void {
  const { p_chart_orangejuice: juice } = theirs;
  const cans = csvRows(read('orangejuice.csv')).filter(({ trial }) => trial === 'TRUE');
  const { centre, points } = pChart(cans.map(({ D, size }) => ({ count: Number(D), n: Number(size) })));
  found.add(centre, juice.center);
  for (const point of points) addLimits(found, point, juice.limits);
  found.addAll(
    placesOf(points, ({ isOutside }) => isOutside),
    juice.violations['beyond.limits'],
  );
  found.addAll(
    placesOf(points, ({ isInRun }) => isInRun),
    juice.violations['violating.runs'],
  );
}

function checkRings(found: Differences, theirs: Theirs, means: readonly number[]): void {
  const { xbar_pistonrings: xbar, ewma_pistonrings: ewma, cusum_pistonrings: cusum } = theirs;
  const centre = means.slice(0, 25).reduce((sum, mean) => sum + mean, 0) / 25;
  found.add(centre, xbar.center);
  const errors = means.map(() => xbar.sd / Math.sqrt(5));
  const chart = shewhartChart(means, xbar.center, errors);
  for (const point of chart.points) addLimits(found, point, xbar.limits);
  found.addAll(
    placesOf(chart.points, ({ isOutside }) => isOutside),
    xbar.violations_new['beyond.limits'],
  );
  found.addAll(
    placesOf(chart.points, ({ isInRun }) => isInRun),
    [xbar.violations_new['violating.runs']],
  );
  const drawn = ewmaChart(means, xbar.center, errors, usualEwma);
  found.addAll(
    drawn.points.map(({ value }) => value),
    ewma.y,
  );
  ewma.limits.forEach((limits, i) => addLimits(found, drawn.points[i], limits));
  found.addAll(
    placesOf(drawn.points, ({ isOutside }) => isOutside),
    ewma.violations,
  );
  const sums = cusumChart(means, xbar.center, errors);
  found.addAll(
    sums.map(({ above }) => above),
    cusum.pos,
  );
  found.addAll(
    sums.map(({ below }) => below),
    cusum.neg,
  );
  found.addAll(
    placesOf(sums, ({ isOutside }) => isOutside),
    [...cusum.violations.lower, ...cusum.violations.upper],
  );
}

export const nistChart: OracleCheck = {
  id: 'control-charts-nist',
  folder: 'spc',
  what: {
    zh: 'EWMA 控制图：公布的取值（两位小数）和稳态控制限',
    en: 'EWMA chart: published values of two decimals, and limits in the steady state',
  },
  source: 'NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.4',
  licence: { zh: '公有领域', en: 'public domain' },
  // Printed with two decimals.
  tolerance: 0.005,
  check(read) {
    const { ewma_nist: nist } = theirsFrom(read);
    const found = new Differences();
    const { points } = ewmaChart(
      nist.x,
      nist.target,
      nist.x.map(() => nist.sigma),
      { lambda: nist.lambda, sigmas: nist.L },
    );
    found.addAll(
      points.map(({ value }) => value),
      nist.published_ewma_2dp,
    );
    addLimits(found, points.at(-1), [nist.published_LCL, nist.published_UCL]);
    addLimits(found, points[0], nist.qcc_limits_first);
    found.addAll(
      placesOf(points, ({ isOutside }) => isOutside),
      nist.violations,
    );
    return found;
  },
};
