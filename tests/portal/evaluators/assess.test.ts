import { describe, expect, it } from 'vitest';
import { evaluatorSeverities } from '../../../src/measure/evaluators/severities.ts';
import {
  elementFindings,
  scoreOfAssessment,
  type Assessment,
} from '../../../src/model/evaluation/assessment.ts';
import { parsePlan, type Evaluator } from '../../../src/model/evaluation/evaluation-plan.ts';
import { draw, stream, uniform } from '../../../src/model/math/random.ts';
import { applicationSteps, obstaclesOfStep } from '../../../src/model/site/application-steps.ts';
import { elementEntries } from '../../../src/model/site/guide-elements.ts';
import type { ItemTruth } from '../../../src/model/site/item-truth.ts';
import { assess } from '../../../src/portal/evaluators/assess.ts';

const evaluatorLike = (given: object): Evaluator =>
  parsePlan(
    { plan: 'p', from: '2025-03-01', to: '2025-03-02', double: 0, evaluators: [{ id: 'E01', ...given }] },
    'test',
  ).evaluators[0]!;

/** A draw for each purpose, the same for the same key. */
const drawsOf = (seed: number, group: number, entity: number) => (n: number) =>
  uniform(draw(seed, stream.evaluator, group, entity, n));

/** An item of which a fifth of the elements is faulty, one hit stands third, one obstacle is in the form. */
function truthOf(seed: number, unit: number, item: number): ItemTruth {
  const at = drawsOf(seed, 1000 + unit, item);
  return {
    elements: new Map(
      elementEntries.map(({ id }, i) => [
        id,
        at(i) < 0.2 ? elementFindings[1 + Math.floor(at(100 + i) * 4)]! : 'right',
      ]),
    ),
    places: { standard: 1, common: 1, typing: 3, need: 0 },
    obstacles: { booking: [], guide: [], form: ['no-draft'], upload: [], feedback: [] },
  };
}

describe('an evaluator', () => {
  const truth = truthOf(1, 2, 3);

  it('who overlooks nothing and imagines nothing finds the truth', () => {
    const perfect = evaluatorLike({});
    const found = (subject: 'guide' | 'search' | 'application') =>
      assess(subject, truth, perfect, 0, drawsOf(1, 1, 1));
    expect(found('guide')).toEqual({ elements: Object.fromEntries(truth.elements) });
    expect(found('search')).toEqual({ places: truth.places });
    expect(found('application')).toEqual({ obstacles: truth.obstacles });
  });

  it('who sees nothing takes everything for right', () => {
    const blind = evaluatorLike({
      sensitivity: { missing: 0, wrong: 0, vague: 0, inconsistent: 0, place: 0, obstacle: 0 },
    });
    expect(assess('guide', truth, blind, 0, drawsOf(1, 1, 1))).toEqual({
      elements: Object.fromEntries(elementEntries.map(({ id }) => [id, 'right'])),
    });
    expect(assess('search', truth, blind, 0, drawsOf(1, 1, 1))).toEqual({
      places: { standard: 1, common: 1, typing: 1, need: 1 },
    });
    expect(assess('application', truth, blind, 0, drawsOf(1, 1, 1))).toEqual({
      obstacles: { booking: [], guide: [], form: [], upload: [], feedback: [] },
    });
  });

  it('of full severity calls all that is right a fault, each of a kind that there is', () => {
    const { elements } = assess('guide', truth, evaluatorLike({}), 1, drawsOf(1, 1, 1)) as {
      elements: Record<string, string>;
    };
    expect(Object.values(elements)).not.toContain('right');
    const { obstacles } = assess('application', truth, evaluatorLike({}), 1, drawsOf(1, 1, 1)) as {
      obstacles: Record<string, readonly string[]>;
    };
    for (const step of applicationSteps) {
      expect(obstacles[step]).toHaveLength(1);
      expect(obstaclesOfStep[step]).toContain(obstacles[step]![0]);
    }
  });

  it('misses and imagines as often as is said', () => {
    const some = evaluatorLike({ sensitivity: { missing: 0.6 } });
    let [missing, seen, right, imagined] = [0, 0, 0, 0];
    for (let item = 0; item < 2000; item++) {
      const is = truthOf(5, 0, item);
      const { elements } = assess('guide', is, some, 0.05, drawsOf(9, 0, item)) as {
        elements: Record<string, string>;
      };
      for (const [id, truly] of is.elements) {
        if (truly === 'missing') {
          missing++;
          if (elements[id] === 'missing') seen++;
        } else if (truly === 'right') {
          right++;
          if (elements[id] !== 'right') imagined++;
        } else expect(elements[id]).toBe(truly);
      }
    }
    expect(seen / missing).toBeCloseTo(0.6, 1);
    expect(imagined / right).toBeCloseTo(0.05, 2);
  });
});

describe('severities of simulated evaluators', () => {
  const evaluators = [0, 0.01, 0.02, 0.04, 0.06, 0.1].map((severity, i) =>
    evaluatorLike({ id: `E0${i + 1}`, severity, sensitivity: { vague: 0.9 - 0.1 * i } }),
  );

  it('are held by their 95% intervals in 93 to 97% of 1,500', () => {
    // What an evaluator of these qualities takes off the score of a guide, in points: a fifth of the elements is faulty, a quarter of these vague.
    const expected = evaluators.map(
      ({ severity, sensitivity }) =>
        -100 * 0.8 * severity + 100 * 0.2 * 0.25 * (1 - (sensitivity.vague ?? 1)),
    );
    const mean = expected.reduce((sum, effect) => sum + effect, 0) / expected.length;
    let held = 0;
    let all = 0;
    for (let seed = 1; seed <= 250; seed++) {
      const rows = Array.from({ length: 8 * 15 }, (_, i) => {
        const [unit, item, evaluator] = [i % 8, Math.floor(i / 8), (i * 5 + Math.floor(i / 8)) % 6];
        const found = assess(
          'guide',
          truthOf(seed, unit, item),
          evaluators[evaluator]!,
          evaluators[evaluator]!.severity,
          drawsOf(seed, unit, item),
        );
        return {
          unit,
          item,
          evaluator,
          score: scoreOfAssessment({ subject: 'guide', ...found } as Assessment),
        };
      });
      evaluatorSeverities(rows).forEach((one, i) => {
        all++;
        const truly = expected[i]! - mean;
        if (one !== null && one.interval.low <= truly && truly <= one.interval.high) held++;
      });
    }
    expect(all).toBe(1500);
    expect(held / all).toBeGreaterThanOrEqual(0.93);
    expect(held / all).toBeLessThanOrEqual(0.97);
  });
});
