import { firstTie } from './first-tie.ts';
import { highRate } from './high-rate.ts';
import type { Lesson } from './lesson.ts';
import { movedWeight } from './moved-weight.ts';

/** The lessons that are ready to be opened, in the order in which they are listed. */
export const readyLessons: readonly Lesson[] = [highRate, firstTie, movedWeight];
