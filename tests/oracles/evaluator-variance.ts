import { z } from 'zod';
import type { ScoredAssessment } from '../../src/measure/evaluators/assessment-counts.ts';
import { balancedMeanSquares } from '../../src/measure/evaluators/mean-squares.ts';
import { varianceComponents } from '../../src/measure/evaluators/variance-components.ts';
import { csvRows } from '../oracle.ts';
import { Differences, type OracleCheck } from './oracle-check.ts';

const parts = ['unit', 'item', 'evaluator', 'residual'] as const;
const byPart = z.object({ unit: z.number(), item: z.number(), evaluator: z.number(), residual: z.number() });

const expectedVariances = z.object({
  unbalanced: z.object({
    intercept: z.number(),
    variance: z.object({ unit: z.number(), item: z.number(), evaluator: z.number(), Residual: z.number() }),
    evaluator_effects: z.array(z.number()),
    unit_effects: z.array(z.number()),
  }),
  balanced: z.object({ ms: byPart, variance: byPart }),
});

export const readExpectedVariances = (text: string) => expectedVariances.parse(JSON.parse(text));

/** Files number units, items and evaluators from 1 on. */
export const readAssessments = (text: string): ScoredAssessment[] =>
  csvRows(text).map(({ unit, item, evaluator, score }) => ({
    unit: Number(unit) - 1,
    item: Number(item) - 1,
    evaluator: Number(evaluator) - 1,
    score: Number(score),
  }));

const shared = { folder: 'varcomp', licence: { zh: '仅数值', en: 'values only' } };

export const balancedEvaluators: OracleCheck = {
  ...shared,
  id: 'evaluator-variance-balanced',
  what: {
    zh: '单位、事项、评估人员与残差的均方和方差分量（平衡设计）；限制最大似然得出同样的方差',
    en: 'mean squares and variances of units, items, evaluators and residual in a balanced design; restricted maximum likelihood gives the same variances',
  },
  source: 'R 4.2.2 anova',
  tolerance: 1e-9,
  check(read) {
    const { balanced } = readExpectedVariances(read('expected.json'));
    const rows = readAssessments(read('balanced.csv'));
    const analysis = balancedMeanSquares(rows);
    const { variance } = varianceComponents(rows);
    const found = new Differences();
    for (const part of parts) {
      found.add(analysis?.meanSquares[part].meanSquare, balanced.ms[part]);
      found.add(analysis?.variance[part], balanced.variance[part]);
      found.add(variance[part], balanced.variance[part]);
    }
    return found;
  },
};

export const unbalancedEvaluators: OracleCheck = {
  ...shared,
  id: 'evaluator-variance-unbalanced',
  what: {
    zh: '同样的方差分量、平均值、单位与评估人员的效应（非平衡设计，部分双评）',
    en: 'the same variances, the mean, and effects of units and evaluators in an unbalanced design, partly assessed twice',
  },
  source: 'R 4.2.2, lme4 1.1-31 (REML)',
  tolerance: 1e-4,
  check(read) {
    const { unbalanced } = readExpectedVariances(read('expected.json'));
    const { mean, variance, evaluators, units } = varianceComponents(readAssessments(read('scores.csv')));
    const found = new Differences();
    const theirs = { ...unbalanced.variance, residual: unbalanced.variance.Residual };
    for (const part of parts) found.add(variance[part], theirs[part]);
    found.add(mean, unbalanced.intercept);
    found.addAll(
      evaluators.map((one) => one?.effect ?? NaN),
      unbalanced.evaluator_effects,
    );
    found.addAll(
      units.map((one) => one?.effect ?? NaN),
      unbalanced.unit_effects,
    );
    return found;
  },
};
