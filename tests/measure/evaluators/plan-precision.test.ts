import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planOptions } from '../../../src/measure/evaluators/plan-options.ts';
import {
  chanceRankedRightly,
  precisionOf,
  type AssessmentPlan,
  type ErrorComponents,
} from '../../../src/measure/evaluators/plan-precision.ts';
import { drawNormal, stream } from '../../../src/model/math/random.ts';

const components = { unit: 25, item: 36, evaluator: 4, unitItem: 20, assessment: 16 };
const plan: AssessmentPlan = { items: 10, evaluatorsPerItem: 2, evaluators: 4, sameEvaluators: false };

/** Errors of the scores of two units that are drawn as a plan says: of the first one, and of their difference. */
function drawnErrors({ items, evaluatorsPerItem, evaluators, sameEvaluators }: AssessmentPlan, seed: number) {
  const normal = (group: number, entity: number, variance: number): number =>
    Math.sqrt(variance) * drawNormal(seed, stream.evaluator, group, entity, 0);
  const [first = 0, second = 0] = [0, 1].map((unit) => {
    let sum = 0;
    for (let n = 0; n < items * evaluatorsPerItem; n++) {
      const item = n % items;
      const evaluator = (n + Math.floor(n / items)) % evaluators;
      sum +=
        normal(1, item, components.item) +
        normal(2, evaluator + (sameEvaluators ? 0 : unit * evaluators), components.evaluator) +
        normal(3, unit * items + item, components.unitItem) +
        normal(4, unit * items * 2 + n, components.assessment);
    }
    return sum / (items * evaluatorsPerItem);
  });
  return { first, difference: first - second };
}

describe('the precision of a plan', () => {
  it('is that of the formulas, by hand', () => {
    // Relative 20/10 + 16/20 + 4/4, absolute 36/10 more.
    const { absoluteError, relativeError, generalizability, dependability } = precisionOf(components, plan);
    expect(relativeError ** 2).toBeCloseTo(3.8, 12);
    expect(absoluteError ** 2).toBeCloseTo(7.4, 12);
    expect(generalizability).toBeCloseTo(25 / 28.8, 12);
    expect(dependability).toBeCloseTo(25 / 32.4, 12);
    const same = precisionOf(components, { ...plan, sameEvaluators: true });
    expect(same.relativeError ** 2).toBeCloseTo(2.8, 12);
    expect(same.absoluteError).toBeCloseTo(absoluteError, 12);
  });

  it.each([
    plan,
    { ...plan, sameEvaluators: true },
    { ...plan, evaluatorsPerItem: 1 as const, evaluators: 5 },
  ])('is how far drawn scores lie from the truth, with %o', (one) => {
    const draws = Array.from({ length: 4000 }, (_, seed) => drawnErrors(one, seed));
    const meanSquare = (of: (draw: (typeof draws)[number]) => number): number =>
      draws.reduce((sum, draw) => sum + of(draw) ** 2, 0) / draws.length;
    const { absoluteError, relativeError } = precisionOf(components, one);
    expect(Math.abs(meanSquare(({ first }) => first) / absoluteError ** 2 - 1)).toBeLessThan(0.09);
    expect(Math.abs(meanSquare(({ difference }) => difference) / (2 * relativeError ** 2) - 1)).toBeLessThan(
      0.09,
    );
    const right = draws.filter(({ difference }) => difference > -2).length / draws.length;
    expect(Math.abs(right - chanceRankedRightly(2, relativeError))).toBeLessThan(0.03);
  });

  it('is the better the more items and assessments there are, and relative errors are never above absolute ones', () => {
    const variance = fc.double({ min: 0.01, max: 100, noNaN: true });
    const any = fc.record<ErrorComponents>({
      unit: variance,
      item: variance,
      evaluator: variance,
      unitItem: variance,
      assessment: variance,
    });
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 300 }), fc.boolean(), (one, items, sameEvaluators) => {
        const of = (times: number, evaluatorsPerItem: 1 | 2) =>
          precisionOf(one, { items: items * times, evaluatorsPerItem, evaluators: 2, sameEvaluators });
        expect(of(2, 1).absoluteError).toBeLessThan(of(1, 1).absoluteError);
        expect(of(1, 2).absoluteError).toBeLessThan(of(1, 1).absoluteError);
        // Twice the items hold as many assessments as double assessments, and more of everything else.
        expect(of(2, 1).relativeError).toBeLessThanOrEqual(of(1, 2).relativeError);
        expect(of(1, 1).relativeError).toBeLessThanOrEqual(of(1, 1).absoluteError);
        expect(of(1, 1).dependability!).toBeLessThanOrEqual(of(1, 1).generalizability!);
      }),
    );
  });

  it('is no number where nothing varies', () => {
    const none = { unit: 0, item: 0, evaluator: 0, unitItem: 0, assessment: 0 };
    expect(precisionOf(none, plan)).toEqual({
      absoluteError: 0,
      relativeError: 0,
      generalizability: null,
      dependability: null,
    });
    expect(chanceRankedRightly(1, 0)).toBe(1);
  });
});

describe('the table of plans', () => {
  const scores = Array.from({ length: 12 }, (_, i) => 70 + i);
  const options = planOptions(components, { ...plan, evaluatorsPerItem: 1, evaluators: 1 }, scores);

  it('has half to four times the items, single and double', () => {
    expect(options.map(({ plan: one }) => [one.items, one.evaluatorsPerItem, one.evaluators])).toEqual([
      [5, 1, 1],
      [5, 2, 2],
      [10, 1, 1],
      [10, 2, 2],
      [20, 1, 1],
      [20, 2, 2],
      [40, 1, 1],
      [40, 2, 2],
    ]);
    expect(options.map(({ assessments }) => assessments)).toEqual([5, 10, 10, 20, 20, 40, 40, 80]);
  });

  it('says of more items that units are ranked more often rightly and that intervals of ranks are narrower', () => {
    const [few, , , , , , many] = options;
    expect(few!.rankedRightly.map(({ difference }) => difference)).toEqual([1, 2, 5]);
    few!.rankedRightly.forEach(({ chance }, i) => {
      expect(chance).toBeGreaterThan(0.5);
      expect(many!.rankedRightly[i]!.chance).toBeGreaterThan(chance);
    });
    expect(many!.rankHalfWidth!).toBeLessThan(few!.rankHalfWidth!);
    expect(many!.rankHalfWidth!).toBeGreaterThan(0);
  });

  it('has no intervals of ranks without scores', () => {
    expect(planOptions(components, plan, [])[0]!.rankHalfWidth).toBeNull();
  });

  it('never plans more evaluators than assessments', () => {
    const [half] = planOptions(components, { ...plan, items: 4, evaluators: 8 }, []);
    expect(half!.plan).toMatchObject({ items: 2, evaluatorsPerItem: 1, evaluators: 2 });
  });
});
