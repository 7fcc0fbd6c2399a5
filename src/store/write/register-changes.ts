import { cannot } from '../../model/errors.ts';
import { changeContent, changingFields, type ChangeLine } from '../../model/register.ts';
import { parseDay } from '../../model/time/time.ts';
import type { Store } from '../open.ts';
import { readChanges } from '../read/register.ts';
import { assertAgrees, repeatedInRegister } from './register-agreement.ts';

/** Adds later states of items that are in the register; what was written, as texts. What is there already must say the same. */
export function addChanges(
  store: Store,
  changes: readonly ChangeLine[],
  taskIdOf: (taskCode: string) => number | undefined,
): string[] {
  if (changes.length === 0) return [];
  const nameOf = ({ taskCode, from }: ChangeLine): string => `${taskCode} ${from}`;
  const there = new Map(readChanges(store).map((change) => [nameOf(change), changeContent(change)]));
  const added = new Set<string>();
  const written: string[] = [];
  const insert = store.db.prepare<
    [number, number, number, number, string, number, number, string, ...(number | null)[]]
  >(
    `INSERT INTO task_change (task, from_day, visits, depth, channels, published, cross_region, guide, ${changingFields.join(', ')})
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ${changingFields.map(() => '?').join(', ')})`,
  );
  for (const change of changes) {
    const name = nameOf(change);
    const content = changeContent(change);
    const stored = there.get(name);
    if (stored !== undefined) {
      assertAgrees(name, stored, content);
      continue;
    }
    if (added.has(name)) throw repeatedInRegister(name);
    added.add(name);
    const task = taskIdOf(change.taskCode);
    if (task === undefined) {
      throw cannot(
        `清单中的变更 taskCode = ${change.taskCode}：清单中没有这个事项`,
        `change taskCode = ${change.taskCode} of the register: no such item in the register`,
      );
    }
    insert.run(
      task,
      parseDay(change.from),
      change.visits,
      change.depth,
      JSON.stringify(change.channels),
      change.published ? 1 : 0,
      change.crossRegion ? 1 : 0,
      JSON.stringify(change.guide),
      ...changingFields.map((field) => (change[field] === undefined ? null : Number(change[field]))),
    );
    written.push(content);
  }
  return written;
}
