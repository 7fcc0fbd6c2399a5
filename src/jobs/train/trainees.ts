import { checkedName } from '../../model/access/names.ts';
import { Mistake } from '../../model/errors.ts';
import type { Trainee, TrainingClass } from '../../model/training/training-class.ts';
import type { Store } from '../../store/open.ts';
import { traineeBehind, traineeNamed, traineesOf } from '../../store/read/training/classes.ts';
import { atOnce } from '../../store/write/access/at-once.ts';
import { addTrainee, beginTraineeSession, endTraineeSession } from '../../store/write/training/classes.ts';
import { newToken, tokenHash } from '../access/tokens.ts';
import { knownClass } from './classes.ts';

/** Trainees that a class takes. */
const MOST_TRAINEES = 500;

/** Letters of a code by which a trainee comes back. */
const RETURN_LENGTH = 8;

/** A trainee who has entered a class. */
export interface Entered {
  readonly trainee: Trainee;
  readonly class: TrainingClass;
  /** What the browser keeps. */
  readonly token: string;
  /** Shown once, to whoever enters for the first time. */
  readonly returnCode: string | undefined;
}

/**
 * Enters a class by its code under a code name: for the first time, or again by the code that was given then. Throws a Mistake where
 * there is no such class, the name is none or another's, or the class has ended or is full.
 */
export function enterClass(
  access: Store,
  given: { readonly code: string; readonly name: string; readonly returnCode: string },
  now: number,
): Entered {
  const entered = knownClass(access, given.code);
  const name = checkedName(given.name, 'name');
  return atOnce(access, () => {
    const known = traineeNamed(access, entered.id, name);
    const token = newToken();
    if (known !== undefined) {
      mustComeBack(name, given.returnCode, known.returnHash);
      beginTraineeSession(access, tokenHash(token), known.id, now);
      return { trainee: known, class: entered, token, returnCode: undefined };
    }
    mustTakeMore(access, entered);
    const returnCode = newToken()
      .replace(/[-_lIO0]/g, '')
      .slice(0, RETURN_LENGTH);
    const trainee = addTrainee(access, entered.id, {
      name,
      returnHash: returnHash(returnCode),
      joinedAt: now,
    });
    if (trainee === undefined) throw new Error('the name was taken within one step');
    beginTraineeSession(access, tokenHash(token), trainee.id, now);
    return { trainee, class: entered, token, returnCode };
  });
}

const returnHash = (code: string): string => tokenHash(code.trim().toLowerCase());

function mustComeBack(name: string, given: string, kept: string): void {
  if (returnHash(given) === kept) return;
  throw new Mistake(
    {
      zh: `代号“${name}”在本班已有人使用：若是本人，请填首次进入时给出的返回码；否则请换一个代号`,
      en: `the code name “${name}” is in use in this class: if it is yours, give the return code that you got when you first entered; else choose another name`,
    },
    { status: 409 },
  );
}

function mustTakeMore(access: Store, { id, code, closedAt }: TrainingClass): void {
  if (closedAt !== null) {
    throw new Mistake(
      {
        zh: `班级 ${code} 已结束，不再接收新学员`,
        en: `the class ${code} has ended and takes no new trainees`,
      },
      { status: 409 },
    );
  }
  if (traineesOf(access, id).length >= MOST_TRAINEES) {
    throw new Mistake(
      {
        zh: `班级 ${code} 已满（${String(MOST_TRAINEES)} 人）`,
        en: `the class ${code} is full (${String(MOST_TRAINEES)} trainees)`,
      },
      { status: 409 },
    );
  }
}

/** Whose browser it is that keeps this token; undefined where it is nobody's. */
export const traineeOfToken = (
  access: Store,
  token: string,
): { readonly trainee: Trainee; readonly class: TrainingClass } | undefined =>
  traineeBehind(access, tokenHash(token));

export const leaveClass = (access: Store, token: string): void => {
  endTraineeSession(access, tokenHash(token));
};
