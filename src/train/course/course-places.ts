import type { CourseStage, TrainingCourse } from '../../model/training/course.ts';
import type { ExerciseKindId } from '../../model/training/exercise-kinds.ts';
import { planGate, planStage, type PlannedExercise } from './plan.ts';
import type { ClassSeat } from '../class-seeds.ts';

/** Places (题号) of a course: the exercises of all its stages, one after the other, so that a place says which exercise it is. */

/** How many places a stage takes. A gate has places for all cases that its attempts may come to, though few are given. */
const placesOf = (stage: CourseStage): number =>
  stage.kinds.length * (stage.id === 'gate' ? stage.rule.most * stage.attempts : stage.exercises);

export interface StagePlaces {
  readonly stage: CourseStage;
  /** Place before its first: an exercise of the stage with the number n, from 0, is at the place before + n + 1. */
  readonly before: number;
  readonly all: number;
}

export function stagePlaces({ stages }: TrainingCourse): StagePlaces[] {
  let before = 0;
  return stages.map((stage) => {
    const all = placesOf(stage);
    const placed = { stage, before, all };
    before += all;
    return placed;
  });
}

/** The stage that a place is in; undefined where the course has no such place. */
export const stageOfPlace = (course: TrainingCourse, place: number): StagePlaces | undefined =>
  stagePlaces(course).find(({ before, all }) => place > before && place <= before + all);

/** The place of a case of the gate, by its kind, its attempt and its number, both from 0. */
export const gatePlace = (
  { stage, before }: StagePlaces,
  kind: ExerciseKindId,
  attempt: number,
  number: number,
): number => {
  if (stage.id !== 'gate') throw new Error(`the stage ${stage.id} has no cases of a gate`);
  return before + (attempt * stage.kinds.length + stage.kinds.indexOf(kind)) * stage.rule.most + number + 1;
};

/** What is planned at a place. All of a class have the same worked cases, to discuss them; everything else is each trainee's own. */
export function plannedAt({ stage, before }: StagePlaces, seat: ClassSeat, place: number): PlannedExercise {
  const number = place - before - 1;
  const planned =
    stage.id === 'gate'
      ? gatePlanAt(stage, seat, number)
      : planStage(stage, stage.id === 'frame' ? { ...seat, trainee: 0 } : seat)[number];
  if (planned === undefined) throw new Error(`nothing is planned at the place ${String(place)}`);
  return planned;
}

function gatePlanAt(
  stage: Extract<CourseStage, { readonly id: 'gate' }>,
  seat: ClassSeat,
  number: number,
): PlannedExercise | undefined {
  const series = Math.floor(number / stage.rule.most);
  const kind = stage.kinds[series % stage.kinds.length];
  const attempt = Math.floor(series / stage.kinds.length);
  return kind && planGate(stage, seat, kind, attempt)[number % stage.rule.most];
}
