import {
  applicationSteps,
  type ApplicationStep,
  type Obstacle,
} from '../../../model/site/application-steps.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { TrialApplication } from './draw-trial.ts';
import { obstaclesAt } from './obstacle-names.ts';

/** What an evaluator has recorded of a step, and whether that is what is there. */
export interface RecordedStep {
  readonly step: ApplicationStep;
  readonly recorded: readonly Obstacle[];
  readonly isWrong: boolean;
}

/** Of four records one is right throughout. */
const CLEAN = 0.25;

/** The record of an evaluator (体验记录): one or two of its steps are wrong, or none; each has one obstacle too many or too few. */
export function drawRecord(
  { draws, difficulty }: MakeRequest,
  { obstacles }: TrialApplication,
): readonly RecordedStep[] {
  const wrong: readonly ApplicationStep[] =
    draws.share(`record is clean ${String(difficulty)}`) < CLEAN
      ? []
      : draws.shuffled('wrong steps', applicationSteps).slice(0, draws.whole('how many are wrong', 1, 2));
  return applicationSteps.map((step) => {
    // In the order of the list, so that a step that was changed looks like one that was not.
    const met = obstaclesAt(step).filter((id) => obstacles.some(({ obstacle }) => obstacle === id));
    if (!wrong.includes(step)) return { step, recorded: met, isWrong: false };
    const changed = draws.one(`changed at ${step}`, obstaclesAt(step));
    const recorded = obstaclesAt(step).filter((id) => met.includes(id) !== (id === changed));
    return { step, recorded, isWrong: true };
  });
}
