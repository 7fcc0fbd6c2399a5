import type { ElementFinding } from '../evaluation/assessment.ts';
import type { ApplicationStep, Obstacle } from './application-steps.ts';
import type { AskingWay } from './asking-ways.ts';
import type { GuideElementId } from './guide-elements.ts';

/** What is true of an item on the site of its unit: what an evaluator who overlooks nothing would find. */
export interface ItemTruth {
  readonly elements: ReadonlyMap<GuideElementId, ElementFinding>;
  /** Place of the first right hit for each way of asking, 0 where there is none. */
  readonly places: Readonly<Record<AskingWay, number>>;
  /** Obstacles of each step; null where the item cannot be applied for online. */
  readonly obstacles: Readonly<Record<ApplicationStep, readonly Obstacle[]>> | null;
}
