import type { Calendar } from '../model/time/calendar.ts';
import { exerciseKindIds, type Difficulty, type ExerciseKindId } from '../model/training/exercise-kinds.ts';
import type { MadeExercise } from '../model/training/exercise.ts';
import { drawsOf } from './draws.ts';
import type { ExerciseKind } from './exercise-kind.ts';
import type { ExerciseWorld } from './exercise-world.ts';
import { applicationCheckKind } from './kinds/application-check.ts';
import { dataCheckKind } from './kinds/data-check.ts';
import { figuresKind } from './kinds/figures.ts';
import { guideCheckKind } from './kinds/guide-check.ts';
import { recheckKind } from './kinds/recheck.ts';
import { searchCheckKind } from './kinds/search-check.ts';
import { statementKind } from './kinds/statement.ts';
import { verdictKind } from './kinds/verdict.ts';

/** All kinds of exercises (题型). */
export const exerciseKinds: Readonly<Record<ExerciseKindId, ExerciseKind>> = {
  figures: figuresKind,
  verdict: verdictKind,
  recheck: recheckKind,
  statement: statementKind,
  'data-check': dataCheckKind,
  'guide-check': guideCheckKind,
  'search-check': searchCheckKind,
  'application-check': applicationCheckKind,
};

/** Which exercise it is: the same request always gives the same one. */
export interface ExerciseRequest {
  readonly kind: ExerciseKindId;
  readonly seed: number;
  readonly difficulty: Difficulty;
}

/** The world, of so many, that an exercise is made from. */
export const worldOf = ({ seed }: ExerciseRequest, worlds: number): number => seed % worlds;

/** Makes an exercise; its template is drawn too. */
export function makeExercise(
  { kind: id, seed, difficulty }: ExerciseRequest,
  world: ExerciseWorld,
  calendar: Calendar,
): MadeExercise {
  const kind = exerciseKinds[id];
  const draws = drawsOf(seed, exerciseKindIds.indexOf(id));
  const template = draws.whole('template', 0, kind.templates.length - 1);
  return kind.make({ world, draws, difficulty, template, calendar });
}
