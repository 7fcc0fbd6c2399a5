import {
  elementFindings,
  type AssessmentSubject,
  type ElementFinding,
} from '../../model/evaluation/assessment.ts';
import type { Evaluator, FaultKind } from '../../model/evaluation/evaluation-plan.ts';
import { applicationSteps, obstaclesOfStep, type Obstacle } from '../../model/site/application-steps.ts';
import { askingWays } from '../../model/site/asking-ways.ts';
import { elementEntries } from '../../model/site/guide-elements.ts';
import type { ItemTruth } from '../../model/site/item-truth.ts';

/** Draws of one assessment: uniform in (0, 1), a number for each purpose. */
export type AssessmentDraw = (purpose: number) => number;

/** First draws of a subject: each finding takes two, whether it sees, and what it says. */
const start = { guide: 0, search: 64, application: 80 } as const;

/**
 * What an evaluator finds of an item (模拟评估): a fault is seen with the sensitivity for its kind and else taken for right; something right is
 * called a fault with the severity of this assessment. `severity` holds the drift.
 */
export function assess(
  subject: AssessmentSubject,
  truth: ItemTruth,
  { sensitivity }: Pick<Evaluator, 'sensitivity'>,
  severity: number,
  draw: AssessmentDraw,
): object {
  const sees = (kind: FaultKind, purpose: number): boolean => draw(purpose) < (sensitivity[kind] ?? 1);
  const faults = (purpose: number): boolean => draw(purpose) < severity;
  const chosen = <T>(list: readonly [T, ...T[]], purpose: number): T =>
    list[Math.floor(draw(purpose) * list.length)] ?? list[0];

  if (subject === 'guide') {
    const found = (is: ElementFinding, n: number): ElementFinding => {
      if (is !== 'right') return sees(is, n) ? is : 'right';
      return faults(n) ? chosen(namedFaults, n + 1) : 'right';
    };
    return {
      elements: Object.fromEntries(
        elementEntries.map(({ id }, i) => [
          id,
          found(truth.elements.get(id) ?? 'right', start.guide + 2 * i),
        ]),
      ),
    };
  }
  if (subject === 'search') {
    const found = (place: number, n: number): number => {
      if (place !== 1) return sees('place', n) ? place : 1;
      return faults(n) ? 0 : 1;
    };
    return {
      places: Object.fromEntries(
        askingWays.map((way, i) => [way, found(truth.places[way], start.search + 2 * i)]),
      ),
    };
  }
  const { obstacles } = truth;
  if (obstacles === null) throw new Error('an item that cannot be applied for online has no application');
  return {
    obstacles: Object.fromEntries(
      applicationSteps.map((step, i) => {
        const n = start.application + 8 * i;
        const seen: readonly Obstacle[] = obstacles[step].filter((_, k) => sees('obstacle', n + 2 + k));
        const imagined: Obstacle[] =
          obstacles[step].length === 0 && faults(n) ? [chosen(obstaclesOfStep[step], n + 1)] : [];
        return [step, [...seen, ...imagined]];
      }),
    ),
  };
}

const [, ...namedFaults] = elementFindings;
