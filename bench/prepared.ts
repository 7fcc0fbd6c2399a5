import { setTimeout as pause } from 'node:timers/promises';
import { EXERCISE_WORLDS } from '../src/jobs/train/exercise-world.ts';
import { closeStore, openTruth } from '../src/store/open.ts';

/** Milliseconds from one look to the next, and looks that it may take. */
const PAUSE = 2000;
const LOOKS = 300;

/** Ends when a server over a database has prepared its answers in the background: the worlds of exercises come last. */
export async function untilPrepared(file: string): Promise<void> {
  for (let look = 0; look < LOOKS; look++) {
    await pause(PAUSE);
    if (keptWorlds(file) === EXERCISE_WORLDS) return;
  }
  throw new Error(`the answers over ${file} were not prepared in time`);
}

function keptWorlds(file: string): number {
  const truth = openTruth(file, { readonly: true });
  try {
    return Number(
      truth.db.prepare("SELECT count(*) FROM answer WHERE question = 'exerciseWorld'").pluck().get(),
    );
  } finally {
    closeStore(truth);
  }
}
