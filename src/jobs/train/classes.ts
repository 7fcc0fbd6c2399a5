import { randomInt } from 'node:crypto';
import { checkedName } from '../../model/access/names.ts';
import { Mistake, notFound, wrongUse } from '../../model/errors.ts';
import { courseKinds, type TrainingCourse } from '../../model/training/course.ts';
import { exerciseKindIds } from '../../model/training/exercise-kinds.ts';
import type { ClassSettings, TrainingClass } from '../../model/training/training-class.ts';
import type { Store } from '../../store/open.ts';
import { classByCode } from '../../store/read/training/classes.ts';
import { addClass, closeClass, deleteClass } from '../../store/write/training/classes.ts';

/** Letters and digits of class codes: none that is taken for another when read aloud or from a wall. */
const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 8;

export const MOST_EACH = 20;
export const MOST_ATTEMPTS = 3;

/**
 * What a class is opened with that follows a course. The course says how many exercises there are, how hard, and how often they are
 * answered: the numbers here stand for nothing.
 */
export const courseSettings = (name: string, course: TrainingCourse): ClassSettings => ({
  name,
  course,
  kinds: courseKinds(course),
  ...{ each: 1, difficulty: 2, attempts: 1, isShared: false },
});

/** Opens a class and gives it a code. Throws a Mistake that names the field which is wrong. */
export function openClass(access: Store, owner: number, given: ClassSettings, now: number): TrainingClass {
  const settings = { ...given, name: checkedName(given.name, 'name') };
  if (settings.kinds.length === 0) {
    const known = exerciseKindIds.join(', ');
    throw wrongUse(
      `kinds：至少选择一种题型（${known}）`,
      `kinds: choose one kind of exercise at least (${known})`,
    );
  }
  mustLieWithin('each', settings.each, MOST_EACH);
  mustLieWithin('attempts', settings.attempts, MOST_ATTEMPTS);
  for (;;) {
    const code = newCode();
    const made = { ...settings, code, owner, secret: newSecret(), openedAt: now };
    if (addClass(access, made)) return knownClass(access, code);
  }
}

function mustLieWithin(field: string, value: number, most: number): void {
  if (Number.isInteger(value) && value >= 1 && value <= most) return;
  throw wrongUse(
    `${field} = ${String(value)}：须为 1 到 ${String(most)} 的整数`,
    `${field} = ${String(value)}: must be a whole number from 1 to ${String(most)}`,
  );
}

const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)] ?? '').join('');

/** 53 random bits. */
const newSecret = (): number => randomInt(2 ** 26) * 2 ** 27 + randomInt(2 ** 27);

/** The code of a class as somebody wrote it: small letters, blanks and hyphens do not matter. */
export const classCode = (given: string): string =>
  given.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');

export function knownClass(access: Store, given: string): TrainingClass {
  const code = classCode(given);
  const found = classByCode(access, code);
  if (found) return found;
  const shown = code.replace(/[^\p{L}\p{N}]/gu, '').slice(0, CODE_LENGTH);
  throw notFound(
    `没有班级“${shown}”；请核对班级代码`,
    `there is no class “${shown}”; check the code of the class`,
  );
}

/** Ends a class: what was answered stays, nothing more is taken. */
export function endClass(access: Store, code: string, now: number): TrainingClass {
  closeClass(access, knownClass(access, code).id, now);
  return knownClass(access, code);
}

/** Deletes a class that has ended, with all that is kept of its trainees. */
export function removeClass(access: Store, code: string): void {
  const found = knownClass(access, code);
  if (found.closedAt === null) {
    throw new Mistake(
      {
        zh: `班级 ${code} 还在进行，不能删除；请先结束`,
        en: `the class ${code} is still open and cannot be deleted; end it first`,
      },
      { status: 409 },
    );
  }
  deleteClass(access, found.id);
}
