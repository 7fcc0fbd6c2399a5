import type { CourseStage, GateStage } from '../../model/training/course.ts';
import type { StageId } from '../../model/training/stage-ids.ts';
import type { Difficulty, ExerciseKindId } from '../../model/training/exercise-kinds.ts';
import { drawsOf } from '../draws.ts';
import { rareCases, type CaseDrafts } from './rare-cases.ts';
import { classSeed, DRAFTS, type ClassSeat } from '../class-seeds.ts';

/** What a trainee gets in a stage, before anything is made: the same whenever it is asked for. */

export interface PlannedExercise extends CaseDrafts {
  /** Number in the stage, from 0. */
  readonly number: number;
  readonly kind: ExerciseKindId;
  readonly difficulty: Difficulty;
}

/** The exercises of a stage other than the gate: one of each kind in turn, so that a stage broken off has them all alike. */
export function planStage(stage: Exclude<CourseStage, GateStage>, seat: ClassSeat): PlannedExercise[] {
  return Array.from({ length: stage.exercises }, (_round, i) =>
    stage.kinds.map((kind, k): PlannedExercise => {
      const number = i * stage.kinds.length + k;
      return {
        number,
        kind,
        difficulty: difficultyAt(stage, i),
        isRare: undefined,
        seeds: seedsOf(seat, stage.id, number, 1),
      };
    }),
  ).flat();
}

/** All cases of a kind that an attempt at the gate (from 0) may come to. */
export function planGate(
  stage: GateStage,
  seat: ClassSeat,
  kind: ExerciseKindId,
  attempt: number,
): PlannedExercise[] {
  const { most } = stage.rule;
  const place = stage.kinds.indexOf(kind);
  if (place === -1) throw new Error(`the gate has no cases of ${kind}`);
  if (attempt < 0 || attempt >= stage.attempts) throw new Error(`the gate has no attempt ${String(attempt)}`);
  const first = (attempt * stage.kinds.length + place) * most;
  const draws = drawsOf(classSeed(seat, stage.id, first, 0), RARE_CASES);
  const rare = stage.rare.answers[kind] && rareCases(stage.rare.ofTen, most, draws);
  return Array.from({ length: most }, (_case, i) => ({
    number: first + i,
    kind,
    difficulty: difficultyAt(stage, i),
    isRare: rare?.[i],
    seeds: seedsOf(seat, stage.id, first + i, rare ? DRAFTS : 1),
  }));
}

/** Group of the draws that say which cases are rare: exercises are drawn in others. */
const RARE_CASES = 0xf_fff0;

const seedsOf = (seat: ClassSeat, id: StageId, exercise: number, drafts: number): number[] =>
  Array.from({ length: drafts }, (_seed, draft) => classSeed(seat, id, exercise, draft));

function difficultyAt({ difficulties }: Pick<CourseStage, 'difficulties'>, i: number): Difficulty {
  const difficulty = difficulties[i % difficulties.length];
  if (difficulty === undefined) throw new Error('a stage must have a difficulty');
  return difficulty;
}
