import { z } from 'zod';
import { assessmentSubjects, evaluatorCode, planName } from './assessment.ts';
import { both, unitCode } from '../field-rule.ts';
import { parseGiven } from '../parse-given.ts';
import { share, scenarioDay } from '../scenario/field-schemas.ts';
import { guideFaults } from '../site/guide-faults.ts';

/**
 * A sampling plan (抽样方案): which items of which units are assessed, by how many evaluators, and what these are like. Evaluators are simulated:
 * everything that is said of them is an assumption of the plan.
 */

/** Most evaluators, and most items of a unit. */
const MOST_EVALUATORS = 100;
const MOST_ITEMS = 1000;

/** What an evaluator may overlook: faults of a guide by kind, a right hit that is not the first, an obstacle. */
export const faultKinds = [...guideFaults, 'place', 'obstacle'] as const;
export type FaultKind = (typeof faultKinds)[number];

const evaluator = z.strictObject({
  id: evaluatorCode,
  /** Severity (严格程度): chance that something right is called a fault. */
  severity: share.default(0),
  /** Sensitivity (发现率) by kind of fault: chance that a fault is seen; what is left out is seen always. */
  sensitivity: z.partialRecord(z.enum(faultKinds), share).default({}),
  /** Drift (漂移): how much severity has changed at the last assessment, in even steps from the first. */
  drift: z.number().min(-1).max(1).default(0),
});
/** An evaluator of a plan (评估人员). */
export type Evaluator = z.infer<typeof evaluator>;

const evaluationPlan = z
  .strictObject({
    plan: planName,
    seed: z.int().min(0).max(0xffff_ffff).default(1),
    /** First and last day of the assessments. */
    from: scenarioDay,
    to: scenarioDay,
    /** Codes of units, or all coded and fictional units of the database. */
    units: z.union([z.literal('all'), z.array(unitCode).min(1)]).default('all'),
    /** Items of each unit. */
    items: z.int().min(1).max(MOST_ITEMS).default(30),
    subjects: z
      .array(z.enum(assessmentSubjects))
      .min(1)
      .default([...assessmentSubjects]),
    /** Share of the assessments that a second evaluator repeats (双人评估). */
    double: share.default(0.2),
    evaluators: z.array(evaluator).min(1).max(MOST_EVALUATORS),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    error: both('不得早于 from', 'must not lie before “from”'),
  })
  .refine(({ units }) => units === 'all' || new Set(units).size === units.length, {
    path: ['units'],
    error: both('每个单位只能出现一次', 'must have each unit once'),
  })
  .refine(({ subjects }) => new Set(subjects).size === subjects.length, {
    path: ['subjects'],
    error: both('每项只能出现一次', 'must have each subject once'),
  })
  .refine(({ evaluators }) => new Set(evaluators.map(({ id }) => id)).size === evaluators.length, {
    path: ['evaluators'],
    error: both('编号不得重复', 'must have each code once'),
  })
  .refine(({ double, evaluators }) => double === 0 || evaluators.length !== 1, {
    path: ['double'],
    error: both(
      '只有一名评估人员时须为 0（不写则为 0.2）',
      'must be 0 with one evaluator only (0.2 where it is left out)',
    ),
  });
export type EvaluationPlan = z.infer<typeof evaluationPlan>;

/** Reads a plan that somebody brought; a Mistake names every wrong field. */
export const parsePlan = (value: unknown, where: string): EvaluationPlan =>
  parseGiven(evaluationPlan, value, { zh: '抽样方案', en: 'plan' }, where);
