import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { cannot } from '../../model/errors.ts';
import { checkCopy, copyDatabases, endWhatIsOpen } from '../../store/copy.ts';
import {
  accessFileBeside,
  accessFileOf,
  mustHoldRecords,
  storeMistake,
  truthFileBeside,
  truthFileOf,
} from '../../store/open.ts';
import type { Clock } from '../clock.ts';

export interface BackupReport {
  readonly database: string;
  readonly copy: string;
  /** The database, and its truth and accounts where there are some. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  readonly seconds: number;
}

/** What a copy is called until it is whole and found sound. */
const unfinished = (file: string): string => `${file}.unfinished`;

/**
 * Copies a database, and the truth and the accounts beside it, to files that are not there yet, while others use them, and reads the
 * copies to see that they are sound. They get their names last: what was broken off never looks like a copy. A copy is a database
 * like any other, so the same way back restores it; nobody is signed in to it.
 */
export async function backUp(database: string, copy: string, clock: Clock): Promise<BackupReport> {
  const began = clock.elapsed();
  if (!existsSync(database)) throw cannot(`数据库 ${database} 不存在`, `there is no database ${database}`);
  for (const file of [database, copy]) mustHoldRecords(file);
  const accounts = accessFileOf(copy);
  const made = [
    { from: database, name: copy },
    { from: truthFileBeside(database), name: truthFileOf(copy) },
    { from: accessFileBeside(database), name: accounts },
  ].map((file) => ({ ...file, to: unfinished(file.name) }));
  for (const { name } of made) mustBeNew(name);
  const there = made.filter(({ from }) => existsSync(from));
  try {
    for (const { to } of there) rmSync(to, { force: true });
    await copyDatabases(there);
    for (const { to, name } of there) if (name === accounts) endWhatIsOpen(to);
    for (const { to } of there) checkCopy(to);
    for (const { to, name } of there) renameSync(to, name);
  } catch (error) {
    throw storeMistake(error, copy);
  } finally {
    for (const { to } of there) rmSync(to, { force: true });
  }
  return {
    database,
    copy,
    files: there.map(({ name }) => ({ path: name, bytes: statSync(name).size })),
    seconds: clock.elapsed() - began,
  };
}

function mustBeNew(file: string): void {
  if (!existsSync(file)) return;
  throw cannot(`文件 ${file} 已存在，不覆盖`, `file ${file} is there already and is not replaced`);
}
