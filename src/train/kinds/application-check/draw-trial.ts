import { ONLINE_DEPTH } from '../../../model/items/item-kinds.ts';
import type { ApplicationStep, Obstacle } from '../../../model/site/application-steps.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import {
  applicationOf,
  type FoundObstacle,
  type OnlineApplication,
} from '../../../portal/application/application.ts';
import { rulesOfItem, type ItemRules } from '../../../portal/rules/rules-of-item.ts';
import type { SiteItem, SiteUnit } from '../../../portal/site-unit.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import { drawnItem, drawnSeed } from '../drawn-site.ts';

/** A trial application as it is shown: its steps, and the obstacles at those that are asked about. */
export interface TrialApplication {
  readonly site: SiteUnit;
  readonly item: SiteItem;
  readonly rules: ItemRules;
  readonly application: OnlineApplication;
  readonly obstacles: readonly FoundObstacle[];
}

/** Of six trials one meets no obstacle. */
const CLEAN = 1 / 6;

/** Chance that a step is free of obstacles. */
const freeSteps: Readonly<Record<Difficulty, number>> = { 1: 0.3, 2: 0.5, 3: 0.65 };

/** Applications that are drawn to find one whose obstacles are plain enough, or hidden well enough. */
const TRIALS = 8;

/** What has to be compared with the rules or the account is harder to see than what happens on a click. */
const subtlety: Readonly<Record<Obstacle, number>> = {
  'dead-button': 0,
  'login-again': 0,
  'no-draft': 1,
  'no-slot': 1,
  'no-number': 1,
  'no-date': 1,
  'asked-again': 2,
  'natural-days': 2,
  'unlisted-paper': 2,
  'extra-condition': 2,
};

/**
 * Draws the trial. Its item is one of the world that can be applied for online; the seed of its site and the chance of a step without
 * obstacles are the exercise’s own: of a few such applications the one is taken that fits the difficulty best.
 */
export function drawTrial(request: MakeRequest, steps: readonly ApplicationStep[]): TrialApplication {
  const { draws, difficulty } = request;
  const { site, item } = drawnItem(request, ({ depth }) => depth >= ONLINE_DEPTH);
  const isClean = draws.share(`clean ${String(difficulty)}`) < CLEAN;
  const application = isClean ? 1 : freeSteps[difficulty];
  const trials = Array.from({ length: isClean ? 1 : TRIALS }, (_, i) =>
    trialOf({ ...site, application, seed: drawnSeed(draws, `trial ${String(i)}`) }, item, steps),
  );
  const met = trials.filter(({ obstacles }) => obstacles.length > 0);
  const [first] = difficulty === 2 ? met : bySubtlety(met, difficulty);
  const trial = first ?? trials[0];
  if (trial === undefined) throw new Error('no trial was drawn');
  return trial;
}

function trialOf(site: SiteUnit, item: SiteItem, steps: readonly ApplicationStep[]): TrialApplication {
  const application = applicationOf(site, item);
  if (!application.online) throw new Error(`${item.taskCode} cannot be applied for online`);
  const obstacles = application.obstacles.filter(({ step }) => steps.includes(step));
  return { site, item, rules: rulesOfItem(site, item), application, obstacles };
}

/** The plainest first, or the best hidden. */
const bySubtlety = (
  trials: readonly TrialApplication[],
  difficulty: Difficulty,
): readonly TrialApplication[] =>
  trials
    .map((trial) => ({ trial, mean: meanSubtlety(trial) }))
    .sort((a, b) => (difficulty === 1 ? a.mean - b.mean : b.mean - a.mean))
    .map(({ trial }) => trial);

const meanSubtlety = ({ obstacles }: TrialApplication): number =>
  obstacles.reduce((sum, { obstacle }) => sum + subtlety[obstacle], 0) / obstacles.length;
