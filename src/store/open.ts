import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { cannot, wrongUse } from '../model/errors.ts';
import { fieldAtFault, ruleOf } from '../model/field-rule.ts';
import type { Bilingual } from '../model/language.ts';
import { fullDisk, isFullDisk } from './full-disk.ts';
import { migrate } from './migrate.ts';

/** An open database of records, and the way to its truth file. */
export interface Store {
  readonly db: Database.Database;
  /** Path of the database file. */
  readonly file: string;
}

export interface OpenOptions {
  /** Open what exists, change nothing. */
  readonly readonly?: boolean;
  /** Open only what exists, but for writing. */
  readonly mustExist?: boolean;
}

/** Path of the truth file beside a database: x.db -> x.truth.db. */
export const truthFileOf = (file: string): string => file.replace(/(\.db)?$/, '.truth.db');

/**
 * Opens (and unless `readonly`, creates and migrates) the database of records. Throws a Mistake for a name that is
 * no file's or that of a file beside a database, and for a file that is not a database, is locked, cannot be written, or comes from a newer version of the
 * program.
 */
export function openStore(file: string, options: OpenOptions = {}): Store {
  mustLast(file);
  mustHoldRecords(file);
  return { db: openDatabase(file, 'migrations', options), file };
}

/** Opens the truth beside a database, for the job that simulates, the one that exports the truth and the audit of a run. */
export function openTruth(file: string, options: OpenOptions = {}): Store {
  const truthFile = truthFileBeside(file);
  return { db: openDatabase(truthFile, 'migrations-truth', options), file: truthFile };
}

/** Path of the accounts beside a database: x.db -> x.access.db. */
export const accessFileOf = (file: string): string => file.replace(/(\.db)?$/, '.access.db');

/** Path of the accounts beside a database that there is. */
export const accessFileBeside = (file: string): string => accessFileOf(behindLink(file));

/** Opens the accounts, sessions, keys and audit log beside a database: what its owner alone may read. */
export function openAccess(file: string): Store {
  const accessFile = accessFileBeside(file);
  const db = openDatabase(accessFile, 'migrations-access', {});
  // Who is deleted leaves no bytes in the file.
  db.pragma('secure_delete = ON');
  chmodSync(accessFile, 0o600);
  return { db, file: accessFile };
}

/** The same in memory: gone when closed. */
export const openAccessInMemory = (): Store => ({
  db: openDatabase(':memory:', 'migrations-access', {}),
  file: ':memory:',
});

/** The file that a symbolic link leads to: the truth lies beside it, whatever name the database was opened by. */
const behindLink = (file: string): string =>
  lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true && existsSync(file)
    ? realpathSync(file)
    : file;

/** Path of the truth beside a database that there is. */
export const truthFileBeside = (file: string): string => truthFileOf(behindLink(file));

/** A database of records and its truth, in memory: gone when closed. */
export function openInMemory(): { readonly store: Store; readonly truth: Store } {
  const file = ':memory:';
  return {
    store: { db: openDatabase(file, 'migrations', {}), file },
    truth: { db: openDatabase(file, 'migrations-truth', {}), file },
  };
}

/** Throws a Mistake for the name of a file beside a database: it has a schema of its own, and would be brought to that of records. */
export function mustHoldRecords(file: string): void {
  if (!/\.(truth|access)\.db$/i.test(file)) return;
  throw wrongUse(
    `数据库“${file}”：这是另一个数据库的附属文件（真值或账号），不存放记录；请给出 ${file.replace(/\.\w+\.db$/, '.db')}`,
    `database “${file}”: this file belongs to another database and holds its truth or its accounts, not records; name ${file.replace(/\.\w+\.db$/, '.db')}`,
  );
}

/** The engine takes such names for a database that is gone when it is closed, and a run into one would be lost. */
function mustLast(file: string): void {
  if (!['', ':memory:'].includes(file.trim())) return;
  throw wrongUse(
    `数据库“${file}”：须为文件的路径；空名和 :memory: 的内容关闭后即丢失`,
    `database “${file}”: must be the path of a file; what an empty name or :memory: holds is lost when it is closed`,
  );
}

function openDatabase(file: string, migrations: string, options: OpenOptions): Database.Database {
  const readonly = options.readonly ?? false;
  if ((readonly || options.mustExist === true) && !existsSync(file)) {
    throw cannot(`数据库 ${file} 不存在`, `there is no database ${file}`);
  }
  try {
    if (!readonly) makeFolder(path.dirname(path.resolve(file)));
    const db = new Database(file, { readonly, timeout: 2000 });
    try {
      // Of effect in a new file only: larger pages take rows over a third faster.
      if (!readonly) db.pragma('page_size = 16384');
      db.pragma('foreign_keys = ON');
      db.pragma('synchronous = FULL');
      migrate(db, migrations, readonly, file);
      // Only now: the mode is written into the file, which may have been another program's.
      if (!readonly) db.pragma('journal_mode = WAL');
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    throw storeMistake(error, file);
  }
}

export const closeStore = (store: Store): void => {
  store.db.close();
};

/**
 * Turns an engine's or file system's error, and stored text that cannot be read, into a Mistake that names the file and
 * the cure; others pass unchanged.
 */
export function storeMistake(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // What a database keeps as JSON was written by this program: it was changed since, or the disk failed.
  if (error instanceof SyntaxError || error instanceof z.ZodError) {
    return cannot(
      `数据库 ${file} 的内容已损坏：存储的 JSON 无法读取（${detailOf(error).zh}）`,
      `database ${file} is damaged: JSON that is stored in it cannot be read (${detailOf(error).en})`,
    );
  }
  if (
    code.startsWith('SQLITE_NOTADB') ||
    code.startsWith('SQLITE_CORRUPT') ||
    (code === 'SQLITE_ERROR' && UNREADABLE.test(firstLine(error)))
  ) {
    return cannot(
      `${file} 不是可用的 SQLite 数据库（${code}）`,
      `${file} is not a usable SQLite database (${code})`,
    );
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return cannot(
      `数据库 ${file} 正被另一进程写入，未作任何更改；请稍后再试`,
      `database ${file} is being written by another process; nothing was changed, try again later`,
    );
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_IOERR') ||
    ['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST'].includes(code)
  ) {
    return cannot(
      `数据库 ${file} 无法打开或写入（${code}）；请检查路径和权限`,
      `database ${file} cannot be opened or written (${code}); check its path and permissions`,
    );
  }
  if (isFullDisk(error)) return fullDisk(file);
  return error;
}

/** What the engine says of a file whose head or schema was changed. */
const UNREADABLE = /^(unsupported file format|no such (table|column))/;

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : '').split('\n', 1).join('');

/** What is wrong with stored JSON: the rule that it breaks, or where the parser stopped (in English only). */
function detailOf(error: SyntaxError | z.ZodError): Bilingual {
  const [issue] = error instanceof z.ZodError ? error.issues : [];
  if (issue === undefined) return { zh: firstLine(error), en: firstLine(error) };
  const { zh, en } = ruleOf(issue);
  const field = fieldAtFault(issue);
  return field === '' ? { zh, en } : { zh: `${field}：${zh}`, en: `${field}: ${en}` };
}

const isFolder = (place: string): boolean =>
  statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * Makes a folder and those above it that are missing, one by one: the recursive call of Node.js 20 never returns where a file system
 * takes no folder and does not say so (/proc). Throws what the system says.
 */
export function makeFolder(folder: string, mode?: number): void {
  const place = path.resolve(folder);
  if (isFolder(place)) return;
  const above = path.dirname(place);
  if (!existsSync(above)) makeFolder(above, mode);
  try {
    mkdirSync(place, mode);
  } catch (error) {
    // Another process has made it meanwhile.
    if (!isFolder(place)) throw error;
  }
}
