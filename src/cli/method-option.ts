import { existsSync } from 'node:fs';
import { measureOwn, readOwnMethod } from '../jobs/measure/choices/own-methods.ts';
import { measurePeriod } from '../jobs/measure/measure-period.ts';
import { wrongUse } from '../model/errors.ts';
import { withEdition, withOneMethod, type Knowledge } from '../model/knowledge.ts';
import type { Measurement } from '../model/measurement.ts';
import type { Method } from '../model/method.ts';
import type { Period } from '../model/time/period.ts';
import { readKnowledge, readMethodText } from '../store/reference.ts';
import type { Store } from '../store/open.ts';

/** What is known, with the edition of the methods that `--method` names in use; the newest where it names none. */
export function knowledgeBy(method: string | undefined): Knowledge {
  const knowledge = readKnowledge();
  if (method === undefined) return knowledge;
  if (namesFile(method, knowledge)) {
    throw wrongUse(
      `--method = “${method}”：此处须为方法的版本，不能是文件；measure 和 explain 可用文件`,
      `--method = “${method}”: here it must be an edition and no file; measure and explain take files`,
    );
  }
  return withEdition(knowledge, method, '--method');
}

/** What is neither an edition nor a file is more likely a misspelt edition, unless it is spelt like a file. */
const namesFile = (option: string, { editions }: Knowledge): boolean =>
  !editions.some(({ edition }) => edition === option) && (existsSync(option) || /[./\\]/.test(option));

/** What `--method` names in use, and the measurement by it: an edition, or a file with a method of somebody's own. */
export interface ChosenMethod {
  readonly knowledge: Knowledge;
  /** Undefined where an edition is in use. */
  readonly own: Method | undefined;
  readonly measure: (store: Store, period: Period) => Measurement;
}

export function methodNamed(option: string | undefined): ChosenMethod {
  const newest = readKnowledge();
  const own = ownMethodBy(option, newest);
  if (own === undefined) {
    const knowledge = option === undefined ? newest : knowledgeBy(option);
    return { knowledge, own, measure: (store, period) => measurePeriod(store, knowledge, period) };
  }
  const knowledge = withOneMethod(newest, own);
  return { knowledge, own, measure: (store, period) => measureOwn(store, knowledge.reference, own, period) };
}

/** The method of a file that `--method` names; undefined where it names an edition, or nothing. */
const ownMethodBy = (option: string | undefined, knowledge: Knowledge): Method | undefined =>
  option === undefined || !namesFile(option, knowledge)
    ? undefined
    : readOwnMethod(readMethodText(option), option);
