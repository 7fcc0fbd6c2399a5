import {
  assessmentSubjects,
  orderedFindings,
  scoreOfAssessment,
  type AssessmentSubject,
} from '../../model/evaluation/assessment.ts';
import { pointsOfPlace } from '../../model/site/asking-ways.ts';
import { pointsOfStep } from '../../model/site/application-steps.ts';
import { basicCode } from '../../model/items/basic-code.ts';
import type { Interval } from '../../model/math/interval.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { parseDay } from '../../model/time/time.ts';
import { knownRegister } from '../../store/read/known-register.ts';
import type { ScoredAssessment } from '../../measure/evaluators/assessment-counts.ts';
import { repeatVariance, splitResidual } from '../../measure/evaluators/double-assessments.ts';
import { planOptions, type PlanOption } from '../../measure/evaluators/plan-options.ts';
import { evaluatorSeverities } from '../../measure/evaluators/severities.ts';
import { varianceComponents } from '../../measure/evaluators/variance-components.ts';
import { residualInterval, varianceInterval } from '../../measure/evaluators/variance-intervals.ts';
import { countRegister, type RegisterCounts } from '../../measure/register-counts.ts';
import type { Store } from '../../store/open.ts';
import { eachAssessment, type StoredAssessment } from '../../store/read/assessments.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';
import { cohenKappa, gwetAc1 } from '../../train/statistics/agreement.ts';

/** With more items their variance has no interval: it takes a time that grows with the cube of their number. */
const MOST_ITEMS = 150;

/** Parts of the variance of scores (方差分量): of what is assessed, of who assesses, and what is left. */
export const varianceParts = ['unit', 'item', 'evaluator', 'residual'] as const;
export type VariancePart = (typeof varianceParts)[number];

/** How large a part of the variance is, in squared points; null where the assessments cannot tell it from another. */
export interface PartVariance {
  readonly part: VariancePart;
  readonly variance: number | null;
  /** 95% interval; null where the design gives none, or scores lie too far from normal. */
  readonly interval: Interval | null;
  /** Share of all parts that are known. */
  readonly share: number | null;
}

/** Leniency or severity of an evaluator (宽严) in points of a score, against the mean of all comparable ones: above 0 lenient, below 0 severe. */
export interface EvaluatorRow {
  readonly evaluator: string;
  readonly assessments: number;
  readonly effect: number | null;
  readonly interval: Interval | null;
}

/** How far the two assessments of the same item agree, finding by finding (双人评估一致性). */
export interface DoubleAgreement {
  /** Items assessed twice, and the findings on them that are compared. */
  readonly pairs: number;
  readonly findings: number;
  readonly exact: number;
  /** Cohen’s kappa (of points weighted by their order) and Gwet’s AC1; null where they are not defined. */
  readonly kappa: number | null;
  readonly ac1: number | null;
}

/** What evaluators found of a unit (单位评估得分). */
export interface UnitAssessed {
  readonly unit: string;
  readonly name: string;
  readonly nameEn: string;
  readonly assessments: number;
  /** Mean score, 0..100. */
  readonly score: number;
  /** The share of right elements by the register, 0..100, over all published items; null of other subjects than guides. */
  readonly register: number | null;
}

/** What the assessments of one subject say of units and of evaluators. */
export interface SubjectAnalysis {
  readonly subject: AssessmentSubject;
  readonly assessments: number;
  readonly units: number;
  readonly items: number;
  /** Mean score, 0..100, with its standard error for other units, items and evaluators. */
  readonly mean: number | null;
  readonly meanError: number | null;
  readonly variances: readonly PartVariance[];
  /** The residual in two: what is peculiar to an item of a unit, and to one assessment; null without double assessments. */
  readonly residualParts: { readonly unitItem: number; readonly assessment: number } | null;
  readonly evaluators: readonly EvaluatorRow[];
  readonly agreement: DoubleAgreement | null;
  /** What more items or a second assessment buy; none where a part of the variance is not known. */
  readonly options: readonly PlanOption[];
  readonly scores: readonly UnitAssessed[];
}

/** The error that evaluators bring (评估人员误差), subject by subject, from the assessments of a plan that are stored. */
export function analyseEvaluators(
  store: Store,
  { reference: all }: Pick<Knowledge, 'reference'>,
  plan: string,
): SubjectAnalysis[] {
  const { units } = referenceOfStore(store, all);
  const stored = [...eachAssessment(store, plan)];
  return assessmentSubjects.flatMap((subject) => {
    const own = stored.filter(({ assessment }) => assessment.subject === subject);
    const last = own.reduce((day, { assessment }) => Math.max(day, parseDay(assessment.day)), 0);
    if (own.length === 0) return [];
    const register = subject === 'guide' ? countRegister(knownRegister(store, last), units.length) : [];
    return [analyseSubject(subject, own, units, register)];
  });
}

function analyseSubject(
  subject: AssessmentSubject,
  stored: readonly StoredAssessment[],
  units: Knowledge['reference']['units'],
  register: readonly RegisterCounts[],
): SubjectAnalysis {
  const unitNumbers = numbering(stored.map(({ unit }) => String(unit)));
  const items = numbering(stored.map(({ assessment }) => basicCode(assessment.taskCode)));
  const evaluators = numbering(stored.map(({ assessment }) => assessment.evaluator));
  const rows = stored.map(({ unit, assessment }): ScoredAssessment => ({
    unit: unitNumbers.of(String(unit)),
    item: items.of(basicCode(assessment.taskCode)),
    evaluator: evaluators.of(assessment.evaluator),
    score: scoreOfAssessment(assessment),
  }));
  const found = varianceComponents(rows);
  const severities = evaluatorSeverities(rows);
  const repeat = repeatVariance(rows);
  const { unit, item, evaluator, residual } = found.variance;
  const known = varianceParts.reduce((sum, part) => sum + (found.variance[part] ?? 0), 0);
  const residualParts = repeat === null || residual === null ? null : splitResidual(residual, repeat);
  const scores = unitNumbers.names.map((index, number): UnitAssessed => {
    const own = rows.filter((row) => row.unit === number);
    const place = units[Number(index)];
    return {
      unit: place?.code ?? '',
      name: place?.name ?? '',
      nameEn: place?.nameEn ?? '',
      score: own.reduce((sum, { score }) => sum + score, 0) / own.length,
      assessments: own.length,
      register: rightByRegister(register[Number(index)]),
    };
  });
  return {
    subject,
    assessments: rows.length,
    units: unitNumbers.names.length,
    items: items.names.length,
    mean: found.mean,
    meanError: found.meanError,
    variances: varianceParts.map((part): PartVariance => ({
      part,
      variance: found.variance[part],
      interval: holding(
        part === 'residual'
          ? residualInterval(rows)
          : part === 'item' && items.names.length > MOST_ITEMS
            ? null
            : varianceInterval(rows, part),
        found.variance[part],
      ),
      share: found.variance[part] === null || known === 0 ? null : found.variance[part] / known,
    })),
    residualParts,
    evaluators: evaluators.names
      .map((name, number): EvaluatorRow => ({
        evaluator: name,
        assessments: rows.filter((row) => row.evaluator === number).length,
        effect: severities[number]?.effect ?? null,
        interval: severities[number]?.interval ?? null,
      }))
      .sort((a, b) => (a.evaluator < b.evaluator ? -1 : 1)),
    agreement: agreementOf(subject, stored),
    options:
      unit === null || item === null || evaluator === null || residual === null
        ? []
        : planOptions(
            { unit, item, evaluator, ...(residualParts ?? { unitItem: residual, assessment: 0 }) },
            {
              items: Math.max(1, Math.round(cellsOf(rows) / unitNumbers.names.length)),
              evaluatorsPerItem: 1,
              evaluators: evaluators.names.length,
              sameEvaluators: true,
            },
            scores.map(({ score }) => score),
          ),
    scores,
  };
}

/** Share of right guide elements over the published items of a unit, 0..100; null where it has none. */
function rightByRegister(counts: RegisterCounts | undefined): number | null {
  if (counts === undefined) return null;
  const { basicsRight, materialsRight, processRight, formsRight, feesRight } = counts;
  const { basicsElements, materialsElements, processElements, formsElements, feesElements } = counts;
  const all = basicsElements + materialsElements + processElements + formsElements + feesElements;
  const right = basicsRight + materialsRight + processRight + formsRight + feesRight;
  return all === 0 ? null : (100 * right) / all;
}

/** An interval that does not hold its estimate rests on scores too far from normal: none is given then. */
const holding = (interval: Interval | null, variance: number | null): Interval | null =>
  interval !== null && variance !== null && interval.low <= variance && variance <= interval.high
    ? interval
    : null;

/** Numbers for names, in the order in which they first come. */
function numbering(names: readonly string[]): {
  readonly names: readonly string[];
  readonly of: (name: string) => number;
} {
  const numbers = new Map<string, number>();
  for (const name of names) if (!numbers.has(name)) numbers.set(name, numbers.size);
  return { names: [...numbers.keys()], of: (name) => numbers.get(name) ?? -1 };
}

/** Items of units that were assessed at least once. */
const cellsOf = (rows: readonly ScoredAssessment[]): number =>
  new Set(rows.map(({ unit, item }) => `${String(unit)} ${String(item)}`)).size;

function agreementOf(
  subject: AssessmentSubject,
  stored: readonly StoredAssessment[],
): DoubleAgreement | null {
  const firsts = new Map(
    stored.flatMap(({ assessment }) => (assessment.round === 1 ? [[assessment.taskCode, assessment]] : [])),
  );
  const pairs = stored.flatMap(({ assessment }) => {
    const first = assessment.round === 2 ? firsts.get(assessment.taskCode) : undefined;
    return first === undefined
      ? []
      : [
          [
            judgedOf(subject, orderedFindings(first)),
            judgedOf(subject, orderedFindings(assessment)),
          ] as const,
        ];
  });
  if (pairs.length === 0) return null;
  const [one, other] = [pairs.flatMap(([first]) => first), pairs.flatMap(([, second]) => second)];
  const all = [...one, ...other];
  const scale = numbering(subject === 'guide' ? all : all.sort((x, y) => Number(x) - Number(y)));
  const [a, b] = [one.map(scale.of), other.map(scale.of)];
  const counts = a.map((first, i) => scale.names.map((_, k) => Number(first === k) + Number(b[i] === k)));
  const same = a.filter((first, i) => first === b[i]).length;
  const kappa =
    scale.names.length < 2
      ? undefined
      : cohenKappa(a, b, scale.names.length, subject === 'guide' ? 'plain' : 'linear');
  return {
    pairs: pairs.length,
    findings: a.length,
    exact: same / a.length,
    kappa: kappa?.value ?? null,
    ac1: scale.names.length < 2 ? null : (gwetAc1(counts) ?? null),
  };
}

/** Findings as they are compared: those on a guide as they are, places and steps by their points. */
const judgedOf = (subject: AssessmentSubject, marks: ReturnType<typeof orderedFindings>): string[] =>
  marks.map((mark) =>
    subject === 'guide'
      ? String(mark)
      : String(
          subject === 'search'
            ? pointsOfPlace(Number(mark))
            : pointsOfStep(Array.isArray(mark) ? mark.length : 0),
        ),
  );
