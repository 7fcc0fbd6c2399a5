import { closeSync, fsyncSync, openSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { cannot } from '../model/errors.ts';
import { makeFolder, storeMistake } from './open.ts';
import { integrityFaults } from './read/integrity.ts';

/** Pages copied at a time: others in this process have a word between. */
const PAGES = 2000;

/** One file to copy, and the new file that takes the copy. */
export interface FileCopy {
  readonly from: string;
  readonly to: string;
}

/**
 * Copies databases as they stand at one moment, while others read and write them: each is read in one transaction, and
 * all of these begin before the first page is copied. The copies can be read by their owner alone.
 */
export async function copyDatabases(copies: readonly FileCopy[]): Promise<void> {
  const sources: { readonly db: Database.Database; readonly copy: FileCopy }[] = [];
  try {
    for (const copy of copies) sources.push({ db: openSnapshot(copy.from), copy });
    for (const { db, copy } of sources) await copyPages(db, copy);
  } finally {
    for (const { db } of sources) db.close();
  }
}

function openSnapshot(file: string): Database.Database {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 2000 });
    try {
      db.exec('BEGIN');
      if (db.pragma('user_version', { simple: true }) === 0) throw otherProgram(file);
      // A transaction sees the file as it stands at its first read.
      db.prepare('SELECT count(*) FROM sqlite_schema').get();
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    throw storeMistake(error, file);
  }
}

const otherProgram = (file: string): Error =>
  cannot(`${file} 是其他程序的 SQLite 数据库`, `${file} is a SQLite database of another program`);

/**
 * Takes out of a copy of the accounts what opens something now: sessions, links that were not used, and what the server made for itself.
 * The file is written anew, so that no byte of them stays.
 */
export function endWhatIsOpen(file: string): void {
  const db = new Database(file, { fileMustExist: true });
  try {
    db.exec(
      'DELETE FROM session; DELETE FROM trainee_session; DELETE FROM invitation; DELETE FROM own_secret; VACUUM',
    );
  } finally {
    db.close();
  }
}

/** Reads all of a copy; throws where it is not sound. Leaves nothing beside it. */
export function checkCopy(file: string): void {
  const db = new Database(file, { fileMustExist: true });
  try {
    const [fault] = integrityFaults({ db, file });
    if (fault === undefined) return;
    throw cannot(`副本 ${file} 不完好：${fault}`, `the copy ${file} is not sound: ${fault}`);
  } finally {
    db.close();
  }
}

async function copyPages(db: Database.Database, { to }: FileCopy): Promise<void> {
  makeFolder(path.dirname(path.resolve(to)), 0o700);
  const descriptor = openSync(to, 'wx', 0o600);
  try {
    await db.backup(to, { progress: () => PAGES });
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
