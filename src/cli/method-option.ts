import { withEdition, type Knowledge } from '../model/knowledge.ts';
import { readKnowledge } from '../store/reference.ts';

/** What is known, with the edition of the methods that `--method` names in use; the newest where it names none. */
export function knowledgeBy(method: string | undefined): Knowledge {
  const knowledge = readKnowledge();
  return method === undefined ? knowledge : withEdition(knowledge, method, '--method');
}
