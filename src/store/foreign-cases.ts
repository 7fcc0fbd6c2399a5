import { foreignCaseId, foreignCaseKey } from '../model/record/key.ts';
import type { Store } from './open.ts';

/** The side table of case numbers that are not in our own form. */
export interface ForeignCases {
  /** Key of the first service of the case; a new number gets a new key. */
  keyOf(projectNo: string): number;
  /** Case number of a foreign service key. */
  numberOf(serviceKey: number): string;
}

export function foreignCases(store: Store): ForeignCases {
  const find = store.db.prepare<[string], number>('SELECT id FROM foreign_case WHERE project_no = ?').pluck();
  const add = store.db.prepare<[string]>('INSERT INTO foreign_case (project_no) VALUES (?)');
  const number = store.db
    .prepare<[number], string>('SELECT project_no FROM foreign_case WHERE id = ?')
    .pluck();
  return {
    keyOf: (projectNo) => foreignCaseKey(find.get(projectNo) ?? Number(add.run(projectNo).lastInsertRowid)),
    numberOf: (serviceKey) => number.get(foreignCaseId(serviceKey)) ?? '',
  };
}
