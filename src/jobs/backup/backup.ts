import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { cannot } from '../../model/errors.ts';
import { checkCopy, copyDatabases } from '../../store/copy.ts';
import { storeMistake, truthFileBeside, truthFileOf } from '../../store/open.ts';
import type { Clock } from '../clock.ts';

export interface BackupReport {
  readonly database: string;
  readonly copy: string;
  /** The database, and its truth where there is one. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  readonly seconds: number;
}

/** What a copy is called until it is whole and found sound. */
const unfinished = (file: string): string => `${file}.unfinished`;

/**
 * Copies a database and the truth beside it to files that are not there yet, while others use them, and reads the copies
 * to see that they are sound. They get their names last: what was broken off never looks like a copy. A copy is a database
 * like any other, so the same way back restores it.
 */
export async function backUp(database: string, copy: string, clock: Clock): Promise<BackupReport> {
  const began = clock.elapsed();
  if (!existsSync(database)) throw cannot(`数据库 ${database} 不存在`, `there is no database ${database}`);
  for (const file of [copy, truthFileOf(copy)]) mustBeNew(file);
  const made = [
    { from: database, name: copy, to: unfinished(copy) },
    { from: truthFileBeside(database), name: truthFileOf(copy), to: unfinished(truthFileOf(copy)) },
  ].filter(({ from }) => existsSync(from));
  try {
    for (const { to } of made) rmSync(to, { force: true });
    await copyDatabases(made);
    for (const { to } of made) checkCopy(to);
    for (const { to, name } of made) renameSync(to, name);
  } catch (error) {
    throw storeMistake(error, copy);
  } finally {
    for (const { to } of made) rmSync(to, { force: true });
  }
  return {
    database,
    copy,
    files: made.map(({ name }) => ({ path: name, bytes: statSync(name).size })),
    seconds: clock.elapsed() - began,
  };
}

function mustBeNew(file: string): void {
  if (!existsSync(file)) return;
  throw cannot(`文件 ${file} 已存在，不覆盖`, `file ${file} is there already and is not replaced`);
}
