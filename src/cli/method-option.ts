import { existsSync } from 'node:fs';
import { readOwnMethod } from '../jobs/measure/choices/own-methods.ts';
import { withEdition, type Knowledge } from '../model/knowledge.ts';
import type { Method } from '../model/method.ts';
import { readKnowledge, readMethodText } from '../store/reference.ts';

/** What is known, with the edition of the methods that `--method` names in use; the newest where it names none. */
export function knowledgeBy(method: string | undefined): Knowledge {
  const knowledge = readKnowledge();
  return method === undefined ? knowledge : withEdition(knowledge, method, '--method');
}

/** The method of a file that `--method` names; undefined where it names an edition, or nothing. */
export function ownMethodBy(option: string | undefined, { editions }: Knowledge): Method | undefined {
  if (option === undefined || editions.some(({ edition }) => edition === option)) return undefined;
  // What is neither an edition nor a file is more likely a misspelt edition, unless it is spelt like a file.
  if (!existsSync(option) && !/[./\\]/.test(option)) return undefined;
  return readOwnMethod(readMethodText(option), option);
}
