import { taskWordsOf, type KeyWords } from '../../model/record/digest.ts';
import type { Register } from '../../model/register.ts';
import { foreignCases } from '../foreign-cases.ts';
import type { Store } from '../open.ts';

/** What keys say outside this database. */
export function keyWords(store: Store, { tasks, taskAt }: Register): KeyWords {
  const foreign = foreignCases(store);
  return {
    taskWords: taskWordsOf(tasks),
    taskAt,
    foreignCase: (key) => foreign.numberOf(key),
  };
}
