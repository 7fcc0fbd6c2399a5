import type { Bilingual } from '../model/language.ts';
import type { Calendar } from '../model/time/calendar.ts';
import type { Draws } from './draws.ts';
import type { Difficulty, ExerciseKindId } from '../model/training/exercise-kinds.ts';
import type { ExerciseBlock, MadeExercise, Option } from '../model/training/exercise.ts';
import type { ExerciseWorld } from './exercise-world.ts';

export interface MakeRequest {
  readonly world: ExerciseWorld;
  readonly draws: Draws;
  readonly difficulty: Difficulty;
  /** Which of the templates, from 0. */
  readonly template: number;
  readonly calendar: Calendar;
}

/** The judgement that a kind asks for, among the same options in every exercise: what confusion and agreement are counted over. */
export interface AskedJudgement {
  readonly field: string;
  /** From the option that goes most against the office that is judged to the one that favours it most. */
  readonly scale: readonly Option[];
}

/** A kind of exercise (题型). */
export interface ExerciseKind {
  readonly id: ExerciseKindId;
  readonly name: Bilingual;
  /** What is trained, in one sentence. */
  readonly about: Bilingual;
  /** The cost matrix as it is printed beside every exercise. */
  readonly costs: readonly ExerciseBlock[];
  readonly judgement?: AskedJudgement;
  /** Names of the templates; their number is how many there are. */
  readonly templates: readonly Bilingual[];
  /** Rises by one whenever a template changes what an exercise shows or asks. */
  readonly version: number;
  /** Rises by one whenever a key changes while exercises stay as they are: old answers are then marked again. */
  readonly keyVersion: number;
  readonly make: (request: MakeRequest) => MadeExercise;
}
