import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { cannot } from '../model/errors.ts';
import { dataPath } from './paths.ts';

interface Migration {
  readonly version: number;
  readonly sql: string;
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(dataPath(folder))
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
    .map((name) => ({
      version: Number(name.slice(0, 4)),
      sql: readFileSync(dataPath(folder, name), 'utf8'),
    }));
}

/**
 * Brings a database to the newest schema, each step in its own transaction with its version (PRAGMA user_version).
 * Refuses one from a newer program, one of another program, and a read-only one that is empty or of an earlier version.
 */
export function migrate(db: Database, folder: string, readonly: boolean, file: string): void {
  const migrations = readMigrations(folder);
  const newest = migrations.at(-1)?.version ?? 0;
  const current = versionOf(db);
  if (current > newest) {
    throw cannot(
      `数据库 ${file} 的结构版本 ${String(current)} 比本程序（${String(newest)}）新；请升级程序`,
      `database ${file} has schema version ${String(current)}, newer than this program's ${String(newest)}; update the program`,
    );
  }
  if (current === 0 && hasTables(db)) {
    throw cannot(
      `${file} 是其他程序的 SQLite 数据库，未作更改`,
      `${file} is a SQLite database of another program; it was not changed`,
    );
  }
  if (current === 0 && readonly) {
    throw cannot(
      `数据库 ${file} 是空的：还没有运行或接收`,
      `database ${file} is empty: it has no run or collection yet`,
    );
  }
  if (readonly && current < newest) {
    throw cannot(
      `数据库 ${file} 的结构版本 ${String(current)} 低于 ${String(newest)}，由本程序的较早版本写成；请先运行一次 npx haochaping measure --db ${file}，使其更新`,
      `database ${file} has schema version ${String(current)}, behind ${String(newest)}: an earlier version of the program wrote it; run npx haochaping measure --db ${file} once, which brings it up to date`,
    );
  }
  for (const { version, sql } of migrations) {
    if (version <= current) continue;
    db.transaction(() => {
      if (versionOf(db) >= version) return;
      db.exec(sql);
      db.pragma(`user_version = ${String(version)}`);
    }).immediate();
  }
}

const versionOf = (db: Database): number => Number(db.pragma('user_version', { simple: true }));

const hasTables = (db: Database): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' LIMIT 1").get() !== undefined;
