import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chanceOfStop, knownCount } from '../../src/train/course/known-cases.ts';
import { parseCourse, type GateRule } from '../../src/model/training/course.ts';
import { Z95 } from '../../src/model/math/interval.ts';
import {
  gateBounds,
  gateState,
  operatingCurve,
  operatingPoint,
  type GateDecision,
} from '../../src/train/course/gate.ts';
import { binomConfint } from '../facts/wilson-intervals.ts';

const rule: GateRule = { fewest: 20, most: 60, mark: 0.7, z: 1.645 };

/** So many right answers first, then wrong ones. */
const rightFirst = (right: number, cases: number): boolean[] =>
  Array.from({ length: cases }, (_, i) => i < right);

/**
 * The decision by another way than the interval: a bound of Wilson reaches the mark where the score test of it does, that is where the
 * share lies z standard errors of the mark away.
 */
function decidedByTest({ fewest, most, mark, z }: GateRule, cases: number, right: number): GateDecision {
  if (cases < fewest) return 'open';
  const away = (right - cases * mark) / Math.sqrt(cases * mark * (1 - mark));
  if (away >= z) return 'passed';
  return away < -z || cases >= most ? 'failed' : 'open';
}

/** What becomes of every possible order of answers, one by one. */
function enumerated(of: GateRule, ability: number): { passed: number; cases: number } {
  const sum = { passed: 0, cases: 0 };
  const walk = (cases: number, right: number, chance: number): void => {
    const decision = decidedByTest(of, cases, right);
    if (decision === 'open') {
      walk(cases + 1, right + 1, chance * ability);
      walk(cases + 1, right, chance * (1 - ability));
      return;
    }
    if (decision === 'passed') sum.passed += chance;
    sum.cases += chance * cases;
  };
  walk(0, 0, 1);
  return sum;
}

const choose = (n: number, k: number): number =>
  Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((product, factor) => product * factor, 1);

describe('the gate', () => {
  it('decides nothing before its fewest cases, however clear they are', () => {
    expect(gateState(rule, rightFirst(19, 19))).toMatchObject({ decision: 'open', cases: 19, right: 19 });
    expect(gateState(rule, rightFirst(0, 19)).decision).toBe('open');
    expect(gateState(rule, [])).toEqual({ decision: 'open', cases: 0, right: 0, interval: undefined });
  });

  it('is passed where the lower bound reaches the mark, by the bounds that other software gives', () => {
    // 18 of 20 at 95%: R’s binom::binom.confint has 0.6990 to 0.9721.
    const known = binomConfint.find(({ count, n }) => count === 18 && n === 20)!;
    const at = (mark: number): GateDecision =>
      gateState({ ...rule, mark, z: Z95 }, rightFirst(18, 20)).decision;
    expect(at(known.low - 1e-6)).toBe('passed');
    expect(at(known.low + 1e-6)).toBe('open');
    const { interval } = gateState({ ...rule, z: Z95 }, rightFirst(18, 20));
    expect(interval!.low).toBeCloseTo(known.low, 6);
    expect(interval!.high).toBeCloseTo(known.high, 6);
  });

  it('is failed where the upper bound lies below the mark', () => {
    // 4 of 20 at 95%: up to 0.4160.
    const known = binomConfint.find(({ count, n }) => count === 4 && n === 20)!;
    const at = (mark: number): GateDecision =>
      gateState({ ...rule, mark, z: Z95 }, rightFirst(4, 20)).decision;
    expect(at(known.high + 1e-6)).toBe('failed');
    expect(at(known.high - 1e-6)).toBe('open');
  });

  it('is failed at its most cases unless it is passed there', () => {
    // Every fourth is wrong: 75% keep it open, and 45 of 60 do not reach 70% with certainty.
    const answers = Array.from({ length: 80 }, (_, i) => i % 4 !== 3);
    expect(gateState(rule, answers.slice(0, 59)).decision).toBe('open');
    expect(gateState(rule, answers)).toMatchObject({ decision: 'failed', cases: 60, right: 45 });
  });

  it('stays as it was decided, whatever is answered afterwards', () => {
    const passed = gateState(rule, rightFirst(20, 20));
    expect(passed).toMatchObject({ decision: 'passed', cases: 20, right: 20 });
    expect(gateState(rule, rightFirst(20, 60))).toEqual(passed);
  });

  it('decides as the score test of the mark does, at every count', () => {
    for (const of of [rule, { ...rule, mark: 0.8, z: Z95 }, { fewest: 5, most: 30, mark: 0.55, z: 1 }])
      for (const { cases, passedFrom, failedUpTo } of gateBounds(of))
        for (let right = 0; right <= cases; right++) {
          const decision =
            passedFrom !== null && right >= passedFrom
              ? 'passed'
              : failedUpTo !== null && right <= failedUpTo
                ? 'failed'
                : 'open';
          expect([cases, right, decision]).toEqual([cases, right, decidedByTest(of, cases, right)]);
        }
  });

  it('has a table to be followed by hand', () => {
    const bounds = gateBounds(rule);
    expect(bounds).toHaveLength(41);
    // (18 − 14) / √4.2 = 1.95 and (17 − 14) / √4.2 = 1.46; (10 − 14) / √4.2 = −1.95 and −1.46 for 11.
    expect(bounds[0]).toEqual({ cases: 20, passedFrom: 18, failedUpTo: 10 });
    // (48 − 42) / √12.6 = 1.69 and (47 − 42) / √12.6 = 1.41.
    expect(bounds.at(-1)).toEqual({ cases: 60, passedFrom: 48, failedUpTo: 47 });
    // With 1 of 2 it is failed: (1 − 1.8) / √0.18 = −1.89. With both it is open: (2 − 1.8) / √0.18 = 0.47.
    expect(gateBounds({ fewest: 2, most: 40, mark: 0.9, z: 1.645 })[0]).toEqual({
      cases: 2,
      passedFrom: null,
      failedUpTo: 1,
    });
  });
});

describe('the operating curve', () => {
  it.each<GateRule>([
    { fewest: 3, most: 12, mark: 0.6, z: 1 },
    { fewest: 5, most: 14, mark: 0.7, z: 1.3 },
    { fewest: 1, most: 10, mark: 0.5, z: 1.645 },
  ])('is what all orders of answers come to, one by one (%j)', (of) => {
    for (const ability of [0.5, 0.63, 0.8, 0.99]) {
      const { passed, cases } = operatingPoint(of, ability);
      const known = enumerated(of, ability);
      expect(passed).toBeCloseTo(known.passed, 12);
      expect(cases).toBeCloseTo(known.cases, 11);
    }
  });

  it('of a gate with one look is a binomial tail', () => {
    // At 20 cases 18 are needed.
    const { passed, cases } = operatingPoint({ ...rule, most: 20 }, 0.7);
    const tail = [18, 19, 20].map((k) => choose(20, k) * 0.7 ** k * 0.3 ** (20 - k));
    expect(passed).toBeCloseTo(
      tail.reduce((sum, chance) => sum + chance, 0),
      14,
    );
    // The table of the binomial distribution has 0.0355.
    expect(passed).toBeCloseTo(0.0355, 4);
    expect(cases).toBeCloseTo(20, 12);
  });

  it('has a row for each ability from 50% to 98%, rises, and needs most cases near the mark', () => {
    const curve = operatingCurve(rule);
    expect(curve.map(({ ability }) => ability)).toEqual(
      Array.from({ length: 17 }, (_, i) => (50 + 3 * i) / 100),
    );
    curve.forEach(({ passed, cases }, i) => {
      expect(passed).toBeGreaterThan(curve[i - 1]?.passed ?? 0);
      expect(passed).toBeLessThanOrEqual(1);
      expect(cases).toBeGreaterThanOrEqual(20);
      expect(cases).toBeLessThan(60);
    });
    const longest = curve.reduce((a, b) => (b.cases > a.cases ? b : a));
    expect(longest.ability).toBeGreaterThan(0.65);
    expect(longest.ability).toBeLessThan(0.8);
  });

  it('of the shipped course lets fewer than 5% pass who lie on the mark or below, and most who lie well above it', () => {
    const file = resolve(import.meta.dirname, '../../db/reference/courses/evaluator-basic.json');
    const { stages } = parseCourse(JSON.parse(readFileSync(file, 'utf8')), file);
    const stage = stages.find(({ id }) => id === 'gate');
    if (stage?.id !== 'gate') return expect.fail('there is no gate');
    const passedAt = (ability: number): number => operatingPoint(stage.rule, ability).passed;
    expect(stage.rule).toEqual({ fewest: 20, most: 60, mark: 0.7, z: 2.2 });
    expect(passedAt(0.6)).toBeLessThan(0.005);
    expect(passedAt(0.7)).toBeLessThan(0.05);
    expect(passedAt(0.85)).toBeGreaterThan(0.75);
    expect(passedAt(0.9)).toBeGreaterThan(0.97);
  });

  it('of the course on service sites does what its reason says', () => {
    const file = resolve(import.meta.dirname, '../../db/reference/courses/evaluator-site.json');
    const { stages, reason } = parseCourse(JSON.parse(readFileSync(file, 'utf8')), file);
    const gate = stages.find(({ id }) => id === 'gate');
    const work = stages.find(({ id }) => id === 'work');
    if (gate?.id !== 'gate' || work?.id !== 'work') return expect.fail('there is no gate, or no work');
    const tries = (ability: number): [number, number] => {
      const { passed } = operatingPoint(gate.rule, ability);
      return [passed, 1 - (1 - passed) ** gate.attempts];
    };
    const percent = (share: number, decimals = 0): string => `${(100 * share).toFixed(decimals)}%`;
    const [[one, two], [better, best]] = [tries(0.6), tries(0.8)];
    expect(reason).toContain(`机会约 ${percent(one, 1)}，两次之内约 ${percent(two)}`);
    expect(reason).toContain(`分别约 ${percent(better)} 和 ${percent(best)}`);
    const stopped = (ability: number): string => percent(chanceOfStop(work.known, knownCount(work), ability));
    expect(knownCount(work)).toBe(12);
    expect(reason).toContain(`被停止的机会约 ${stopped(0.8)}，50% 的约 ${stopped(0.5)}`);
  });
});
