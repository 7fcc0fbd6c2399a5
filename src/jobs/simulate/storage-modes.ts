import path from 'node:path';
import type { Bilingual } from '../../model/language.ts';
import { caseKey } from '../../model/record/key.ts';
import type { RunPlan } from '../../simulate/partitions.ts';
import type { Store } from '../../store/open.ts';
import { storedKeys } from '../../store/read/accepted.ts';
import { bulkLoadFault } from '../../store/write/bulk-load/attach-and-copy.ts';

/** What becomes of the rows of a partition. */
export const storageMode = {
  /** They are written to a bulk-load file, which the writer attaches and copies. */
  bulkLoad: 0,
  /** They are counted and not kept. */
  counted: 1,
  /** Their batches are handed over: the writer checks and counts them beside what it holds. */
  batches: 2,
  /**
   * The batches of cases begun before the run are handed over, as cases are stored whose later services they are; the rows
   * of the days of the run are written to a bulk-load file.
   */
  fromRunOn: 3,
} as const;

/** True where bulk-load files can be written; else says why rows are stored the slower way. */
export function bulkLoadWorks(
  store: Store,
  folder: string,
  note: ((text: Bilingual) => void) | undefined,
): boolean {
  const fault = bulkLoadFault(store, path.join(folder, 'trial.db'));
  if (fault === undefined) return true;
  note?.({
    zh: `临时文件夹 ${folder} 不可用（${fault}），改用较慢的写入方式`,
    en: `the temporary folder ${folder} cannot be used (${fault}): rows are stored the slower way`,
  });
  return false;
}

/**
 * What becomes of the rows of each partition: they go into a bulk-load file, the fast way, unless something is
 * stored between their keys already. Then each record is compared with what is stored: of a run that follows another one,
 * those of the cases that were begun before it.
 */
export function storageModes(store: Store, { span, parts }: RunPlan, canBulkLoad: boolean): Uint8Array {
  const stored = storedKeys(store);
  /** Is something stored of cases of these days, the last one not included? */
  const holds = (unit: number, firstDay: number, lastDay: number): boolean => {
    if (firstDay >= lastDay) return false;
    const first = caseKey(unit, span.days[firstDay] ?? 0, 0, 0);
    const last = caseKey(unit, (span.days[lastDay - 1] ?? 0) + 1, 0, 0) - 1;
    return stored.mayHoldServices(first, last) || stored.mayHoldRatings(first * 2, last * 2 + 1);
  };
  return Uint8Array.from(parts, ({ unit, firstDay, lastDay }) => {
    const ofRun = Math.max(firstDay, span.first);
    if (!canBulkLoad || ofRun >= lastDay || holds(unit, ofRun, lastDay)) return storageMode.batches;
    return holds(unit, firstDay, ofRun) ? storageMode.fromRunOn : storageMode.bulkLoad;
  });
}
