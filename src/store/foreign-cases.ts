import { foreignCaseId, foreignCaseKey, isForeign } from '../model/record/key.ts';
import type { Store } from './open.ts';

/** The side table of case numbers that are not in our own form. */
export interface ForeignCases {
  /** Key of the first service of the case. A new number gets a key that holds until `forgetNew`. */
  keyOf(projectNo: string): number;
  /** Case number of a foreign service key. */
  numberOf(serviceKey: number): string;
  /** Keeps the numbers of the accepted services for good, those whose `refused` is 0, where they are foreign ones. */
  keep(serviceKeys: Float64Array, refused: Uint8Array): void;
  /** Lets go of the new numbers of which no service was accepted. */
  forgetNew(): void;
}

export function foreignCases(store: Store): ForeignCases {
  const find = store.db.prepare<[string], number>('SELECT id FROM foreign_case WHERE project_no = ?').pluck();
  const add = store.db.prepare<[number, string]>('INSERT INTO foreign_case (id, project_no) VALUES (?, ?)');
  const number = store.db
    .prepare<[number], string>('SELECT project_no FROM foreign_case WHERE id = ?')
    .pluck();
  const greatest = store.db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM foreign_case').pluck();
  const idOfNew = new Map<string, number>();
  const newById = new Map<number, string>();
  let last = 0;

  const newId = (projectNo: string): number => {
    if (newById.size === 0) last = greatest.get() ?? 0;
    newById.set(++last, projectNo);
    idOfNew.set(projectNo, last);
    return last;
  };
  return {
    keyOf: (projectNo) => foreignCaseKey(idOfNew.get(projectNo) ?? find.get(projectNo) ?? newId(projectNo)),
    numberOf: (serviceKey) => {
      const id = foreignCaseId(serviceKey);
      return newById.get(id) ?? number.get(id) ?? '';
    },
    keep: (serviceKeys, refused) => {
      for (let row = 0; row < refused.length; row++) {
        const serviceKey = serviceKeys[row] ?? 0;
        if (refused[row] !== 0 || !isForeign(serviceKey)) continue;
        const id = foreignCaseId(serviceKey);
        const projectNo = newById.get(id);
        if (projectNo === undefined) continue;
        add.run(id, projectNo);
        newById.delete(id);
        idOfNew.delete(projectNo);
      }
    },
    forgetNew: () => {
      idOfNew.clear();
      newById.clear();
    },
  };
}
