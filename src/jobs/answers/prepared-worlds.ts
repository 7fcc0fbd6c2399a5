import { usualBiasChoice } from '../laboratory/bias-scenario.ts';
import { usualLadderChoice } from '../laboratory/concealment-ladder.ts';
import { twinSeeds } from '../audit/two-worlds.ts';
import { EXERCISE_WORLDS } from '../train/exercise-world.ts';
import type { Preparation } from './preparation.ts';
import { NO_DATA } from './questions.ts';

/**
 * Worlds that lessons, the laboratory and exercises show before a reader chooses anything. They take longest and are asked
 * seldom, so they come last; they stay when the data change.
 */
export const worldSteps = (): Preparation[] => [
  ({ keep }) => keep('bentProvince', null, NO_DATA),
  ({ keep }) => keep('lessonRanking', null, NO_DATA),
  ({ keep }) => keep('equalProvinces', null, NO_DATA),
  ({ keep }) => keep('regimeBias', usualBiasChoice, NO_DATA),
  ({ keep }) => keep('twoWorlds', { seed: twinSeeds.first }, NO_DATA),
  ({ keep }) => keep('concealmentLadder', usualLadderChoice, NO_DATA),
  ...Array.from(
    { length: EXERCISE_WORLDS },
    (_, number): Preparation =>
      ({ keep }) =>
        keep('exerciseWorld', { number }, NO_DATA),
  ),
];
