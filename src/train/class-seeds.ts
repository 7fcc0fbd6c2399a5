import { stageIds, type StageId } from '../model/training/stage-ids.ts';
import { fillWords, stream, streamKey, WORDS } from '../model/math/random.ts';

/**
 * Seeds of the exercises of a class. A stranger practises with seeds below 2^32; those of a class never lie there, so that nobody finds
 * an exercise of a class by trying numbers, and the secret of the class cannot be read off the seeds that it gave.
 */

/** Of all seeds the upper half, from here to below 2^53, is that of classes. */
const FIRST_CLASS_SEED = 2 ** 52;
/** Secrets of classes lie below. */
const CLASS_SECRETS = 2 ** 53;

/** Trainees, exercises of a stage, and drafts of an exercise that can be told apart. */
const TRAINEES = 2 ** 14;
const STAGE_EXERCISES = 2 ** 13;
export const DRAFTS = 2 ** 5;

export interface ClassSeat {
  /** Drawn once for the class, below 2^53, and never shown. */
  readonly secret: number;
  /** Number of the trainee, from 1; 0 where all share the exercises. */
  readonly trainee: number;
}

/** The seed of an exercise of a stage, by its number from 0; where the first draft will not do, of a later one. */
export function classSeed(
  { secret, trainee }: ClassSeat,
  stage: StageId,
  exercise: number,
  draft: number,
): number {
  assertBelow('secret', secret, CLASS_SECRETS);
  assertBelow('trainee', trainee, TRAINEES);
  assertBelow('exercise', exercise, STAGE_EXERCISES);
  assertBelow('draft', draft, DRAFTS);
  // The key holds 52 bits of the secret: in the counter it would be found with less than trying all of them.
  const upper = Math.floor(secret / WORDS);
  const words = new Uint32Array(2);
  fillWords(
    secret % WORDS,
    streamKey(stream.classSeed, upper >>> 1),
    stageIds.indexOf(stage) * 2 + (upper % 2),
    (trainee * STAGE_EXERCISES + exercise) * DRAFTS + draft,
    words,
  );
  const [low = 0, high = 0] = words;
  return FIRST_CLASS_SEED + (high % 2 ** 20) * WORDS + low;
}

function assertBelow(name: string, value: number, end: number): void {
  if (!Number.isInteger(value) || value < 0 || value >= end)
    throw new Error(`${name} must be a whole number from 0 to below ${String(end)}`);
}
