import type { GateRule, TrainingCourse } from '../../model/training/course.ts';
import type { ExerciseKindId } from '../../model/training/exercise-kinds.ts';
import type { TrainingClass } from '../../model/training/training-class.ts';
import { stageOfPlace, type StagePlaces } from '../../train/course/course-places.ts';
import { isOver, nextPlace, type StageProgress } from '../../train/course/course-progress.ts';
import { gateBounds, type GateBound } from '../../train/course/gate.ts';

export type { StageProgress } from '../../train/course/course-progress.ts';

/** Where a course goes on: an exercise, a stage that is waited for, or nothing more. */
export function nextInCourse(
  stages: readonly StageProgress[],
): 'done' | { readonly stage: StageProgress; readonly place: number | undefined } {
  const stage = stages.find((one) => !isOver(one));
  if (stage === undefined) return 'done';
  return { stage, place: nextPlace(stages) };
}

/** The places of a stage with the kinds of their exercises, which come in turn; not of a gate, whose cases come one by one. */
export const placeRange = ({
  stage,
  before,
  all,
}: StagePlaces): { readonly place: number; readonly kind: ExerciseKindId }[] =>
  Array.from({ length: all }, (_, i) => {
    const kind = stage.kinds[i % stage.kinds.length];
    if (kind === undefined) throw new Error('a stage must have a kind');
    return { place: before + i + 1, kind };
  });

/** The bounds of a gate after so many cases, or at the earliest at which it is decided. */
export function courseGateBound(rule: GateRule, cases: number): GateBound {
  const bound = gateBounds(rule).find((one) => one.cases >= cases);
  if (bound === undefined) throw new Error(`the gate is decided before the case ${String(cases)}`);
  return bound;
}

/** What a place of a course is called: its stage, its number there, and in a gate which try it is. */
export function placeName(
  course: TrainingCourse,
  place: number,
): { readonly placed: StagePlaces; readonly number: number; readonly attempt: number } {
  const placed = stageOfPlace(course, place);
  if (placed === undefined) throw new Error(`the course has no place ${String(place)}`);
  const { stage, before } = placed;
  const number = place - before - 1;
  if (stage.id !== 'gate') return { placed, number: number + 1, attempt: 1 };
  const { most } = stage.rule;
  return {
    placed,
    number: (number % most) + 1,
    attempt: Math.floor(number / (most * stage.kinds.length)) + 1,
  };
}

/** The stage of a place of a class that follows a course; empty where the class has single exercises. */
export const stageAt = ({ course }: TrainingClass, place: number): string =>
  course === undefined ? '' : (stageOfPlace(course, place)?.stage.id ?? '');
