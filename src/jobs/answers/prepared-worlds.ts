import { usualBiasChoice } from '../laboratory/bias-scenario.ts';
import { usualLadderChoice } from '../laboratory/concealment-ladder.ts';
import { twinSeeds } from '../audit/two-worlds.ts';
import { EXERCISE_WORLDS } from '../train/exercise-world.ts';
import type { Preparation } from './preparation.ts';

/**
 * Worlds that lessons, the laboratory and exercises show before a reader chooses anything. They take longest and are asked
 * seldom, so they come last; they stay when the data change.
 */
export const worldSteps = (): Preparation[] => [
  ({ keep }) => keep('bentProvince', null),
  ({ keep }) => keep('lessonRanking', null),
  ({ keep }) => keep('equalProvinces', null),
  ({ keep }) => keep('regimeBias', usualBiasChoice),
  ({ keep }) => keep('twoWorlds', { seed: twinSeeds.first }),
  ({ keep }) => keep('concealmentLadder', usualLadderChoice),
  ...Array.from(
    { length: EXERCISE_WORLDS },
    (_, number): Preparation =>
      ({ keep }) =>
        keep('exerciseWorld', { number }),
  ),
];
