import type { Calendar } from '../../../model/time/calendar.ts';
import { DAY_SECONDS } from '../../../model/time/time.ts';
import { mechanism } from '../../../model/truth.ts';
import type { Draws } from '../../draws.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { CaseFile, ExerciseWorld } from '../../exercise-world.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import { daySecond, workingDayFrom, workingDayUpTo } from '../day-count.ts';
import type { EvidenceFinding } from './evidence.ts';

export const MINUTE = 60;
export const HOUR = 3600;

/** What a complaint is told from: the case of the world, and what of its day and place is drawn. */
export interface Scene {
  readonly file: CaseFile;
  readonly draws: Draws;
  readonly difficulty: Difficulty;
  readonly calendar: Calendar;
  /** Last four digits of the case, and of another case of the same office. */
  readonly tail: string;
  readonly otherTail: string;
  /** Window at which the case was handled, and another one. */
  readonly window: string;
  readonly otherWindow: string;
  /** Second at which the applicant was served: on a working day, in office hours. */
  readonly servedAt: number;
  readonly promisedDays: number;
}

/** A moment in office hours, on the working day that lies these days from `at` or comes next. */
export const officeMoment = (
  { calendar, draws }: Pick<Scene, 'calendar' | 'draws'>,
  at: number,
  days: number,
  name: string,
): number =>
  workingDayFrom(calendar, daySecond(at) + days) * DAY_SECONDS +
  draws.whole(name, 9 * 60 + 5, 17 * 60) * MINUTE;

/** A moment in office hours of the working day before `at`. */
export const momentBefore = (
  { calendar, draws }: Pick<Scene, 'calendar' | 'draws'>,
  at: number,
  name: string,
): number =>
  workingDayUpTo(calendar, daySecond(at) - 1) * DAY_SECONDS +
  draws.whole(name, 9 * 60 + 20, 15 * 60 + 40) * MINUTE;

/** Which mechanisms of the world a finding is true of: where the evidence does not suffice, the truth may be any. */
const mechanismOf: Readonly<Record<EvidenceFinding, number | null>> = {
  upheld: mechanism.own,
  mistaken: mechanism.misclick,
  unfounded: mechanism.malicious,
  unproven: null,
};

/** A bad rating of the world whose truth agrees with the finding and whose case suits the complaint; less where the world has none. */
function pickCase(
  { badRatings, goodRatings }: ExerciseWorld,
  draws: Draws,
  finding: EvidenceFinding,
  suits: (file: CaseFile) => boolean,
): CaseFile {
  const how = mechanismOf[finding];
  const suiting = badRatings.filter(suits);
  const lists = [
    suiting.filter(({ truth }) => how === null || truth.mechanism === how),
    suiting,
    badRatings,
    goodRatings,
  ];
  return draws.one('case', lists.find((list) => list.length > 0) ?? []);
}

/** Promised days that an exercise can count through; those of other items are drawn. */
const COUNTABLE = { from: 2, to: 12 } as const;

export function drawScene(
  { world, draws, difficulty, calendar }: MakeRequest,
  finding: EvidenceFinding,
  suits: (file: CaseFile) => boolean,
): Scene {
  const file = pickCase(world, draws, finding, suits);
  const day = workingDayFrom(calendar, daySecond(file.serviceAt));
  const tail = draws.whole('case number', 1000, 9989);
  const window = draws.whole('window', 1, 18);
  const { promisedDays: days } = file;
  const isCountable = file.isPromise && days >= COUNTABLE.from && days <= COUNTABLE.to;
  return {
    file,
    draws,
    difficulty,
    calendar,
    tail: String(tail),
    otherTail: String(tail + draws.whole('other case number', 1, 9)),
    window: String(window),
    otherWindow: String(window + draws.whole('other window', 1, 6)),
    servedAt: day * DAY_SECONDS + draws.whole('served at', 9 * 60 + 20, 15 * 60 + 40) * MINUTE,
    promisedDays: isCountable ? days : draws.whole('promised days', 3, 8),
  };
}
