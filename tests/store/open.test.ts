import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { closeStore, openAccess, openStore, openTruth, truthFileOf } from '../../src/store/open.ts';
import { dataPath } from '../../src/store/paths.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { inOneTransaction } from '../../src/store/transaction.ts';
import { beginRun } from '../../src/store/write/runs.ts';
import { aRating, aService, collect, mistakeOf, useScratch } from '../builders.ts';

const scratch = useScratch();
let files = 0;
const newPath = (): string => scratch.path(`file-${files++}.db`);

const run = {
  kind: 'collect' as const,
  scenario: 'test',
  seed: null,
  programVersion: 'test',
  firstDay: null,
  lastDay: null,
  settings: '{}',
  startedAt: 0,
};

describe('a database', () => {
  it('is made with its folder and is empty', () => {
    const store = scratch.store('new/folder/records.db');
    expect(contentOf(store)).toEqual({ services: 0, ratings: 0, rectifications: 0, digest: '0'.repeat(32) });
    expect(store.db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(store.db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('keeps what it holds when it is opened again', async () => {
    const store = scratch.store('again.db');
    await collect(store, [aService(), aRating()]);
    const before = contentOf(store);
    closeStore(store);
    expect(contentOf(scratch.store('again.db'))).toEqual(before);
    expect(contentOf(scratch.store('again.db', { readonly: true }))).toEqual(before);
  });

  it('has its truth in a file beside it', () => {
    expect(truthFileOf('data/x.db')).toBe('data/x.truth.db');
    expect(truthFileOf('data/x')).toBe('data/x.truth.db');
    const store = scratch.store('pair.db');
    const truth = scratch.truth(store);
    expect(truth.file).toBe(scratch.path('pair.truth.db'));
    const tables = truth.db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    expect(tables).toEqual(expect.arrayContaining(['truth_segment', 'truth_services', 'truth_unit']));
    const own = store.db.prepare("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'truth%'").pluck().get();
    expect(own).toBe(0);
  });

  it.each(['records', 'truth'])('has strict tables only: %s', (which) => {
    const store = scratch.store(`strict-${which}.db`);
    const { db } = which === 'records' ? store : scratch.truth(store);
    const tables = db.pragma('table_list') as { name: string; type: string; strict: number }[];
    const own = tables.filter(({ name, type }) => type === 'table' && !name.startsWith('sqlite_'));
    expect(own.length).toBeGreaterThanOrEqual(3);
    expect(own.filter(({ strict }) => strict === 0)).toEqual([]);
  });

  it('has its truth beside the file itself where it is opened by a link', () => {
    const [file, link] = [newPath(), newPath()];
    closeStore(openStore(file));
    symlinkSync(file, link);
    closeStore(openTruth(link));
    expect(existsSync(truthFileOf(file))).toBe(true);
    expect(existsSync(truthFileOf(link))).toBe(false);
  });

  it('forgets nothing that was committed when the power fails', () => {
    const FULL = 2;
    expect(scratch.store().db.pragma('synchronous', { simple: true })).toBe(FULL);
  });

  it('does not take a text for a number, nor a refusal of a run that is not there', () => {
    const { db } = scratch.store();
    expect(() => db.exec("INSERT INTO rating (key, mark, assessed_at) VALUES (1, 'five', 0)")).toThrow(
      /cannot store TEXT value in INTEGER column/,
    );
    expect(() => db.exec("INSERT INTO refusal VALUES (1, 99, 1, '', '', '', 0, '', 1, 0, 0)")).toThrow(
      /FOREIGN KEY/,
    );
    expect(() => db.exec("INSERT INTO content (id, services, ratings, digest) VALUES (2, 0, 0, '')")).toThrow(
      /CHECK/,
    );
  });

  it('has the small fields of a row as columns', async () => {
    const store = scratch.store();
    await collect(store, [
      aService(),
      aRating({ satisfaction: '2', evalDetail: '208', pf: '4', isdefault: '1' }),
    ]);
    expect(store.db.prepare('SELECT status, stage, channel, user_type FROM service').get()).toEqual({
      status: 3,
      stage: 6,
      channel: 1,
      user_type: 1,
    });
    const columns =
      'level, channel, defaulted, flagged, tags, assess_number, service_key = (SELECT key FROM service) AS of_it';
    expect(store.db.prepare(`SELECT ${columns} FROM rating`).get()).toEqual({
      level: 2,
      channel: 4,
      defaulted: 1,
      flagged: 0,
      tags: 2,
      assess_number: 1,
      of_it: 1,
    });
  });
});

describe('a file that cannot be opened is refused with its name:', () => {
  const saidOf = async (file: string, options = {}): Promise<string> => {
    const { text } = await mistakeOf(() => {
      closeStore(openStore(file, options));
    });
    expect(text.en).toContain(file);
    expect(text.zh).toContain(file);
    return text.en;
  };

  it('one that is not a database', async () => {
    const file = newPath();
    writeFileSync(file, '{"kind":"service"}\n'.repeat(500));
    const before = readFileSync(file);
    expect(await saidOf(file)).toContain('not a usable SQLite database');
    expect(await saidOf(file, { readonly: true })).toContain('not a usable SQLite database');
    expect(readFileSync(file)).toEqual(before);
  });

  it('one that is cut off', async () => {
    const file = newPath();
    const store = openStore(file);
    await collect(store, [aService()]);
    closeStore(store);
    writeFileSync(file, readFileSync(file).subarray(0, 5000));
    expect(await saidOf(file)).toContain('not a usable SQLite database');
  });

  it('a database of another program, which stays as it was to the byte', async () => {
    const file = newPath();
    const other = new Database(file);
    other.exec('CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES (1)');
    other.close();
    const before = readFileSync(file);
    for (const options of [{}, { readonly: true }]) {
      expect(await saidOf(file, options)).toContain('SQLite database of another program; it was not changed');
    }
    expect(readFileSync(file)).toEqual(before);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  it('one of a newer program', async () => {
    const file = newPath();
    const store = openStore(file);
    const known = Number(store.db.pragma('user_version', { simple: true }));
    store.db.pragma('user_version = 999');
    closeStore(store);
    for (const options of [{}, { readonly: true }]) {
      expect(await saidOf(file, options)).toContain(`schema version 999, newer than this program's ${known}`);
    }
    const after = new Database(file);
    expect(after.pragma('user_version', { simple: true })).toBe(999);
    after.close();
  });

  it('one of an older program, when it may not be changed', async () => {
    const file = newPath();
    const first = readFileSync(dataPath('migrations', '0001-records.sql'), 'utf8');
    new Database(file).exec(first).exec('PRAGMA user_version = 1').close();
    expect(await saidOf(file, { readonly: true })).toContain(`run npx haochaping measure --db ${file} once`);
    // Writable, it is brought up to date.
    const store = openStore(file);
    expect(contentOf(store).services).toBe(0);
    closeStore(store);
  });

  it('one that holds nothing, when it may not be changed', async () => {
    const file = newPath();
    new Database(file).exec('CREATE TABLE x (y); DROP TABLE x').close();
    expect(await saidOf(file, { readonly: true })).toContain('is empty: it has no run or collection yet');
  });

  it('one that is missing, when it may not be made', async () => {
    const file = newPath();
    expect(await saidOf(file, { readonly: true })).toContain('there is no database');
    expect(existsSync(file)).toBe(false);
  });

  it('a name that is no file’s, whose rows the engine would drop when it is closed', async () => {
    for (const file of ['', ' ', ':memory:']) {
      expect(await saidOf(file)).toContain('must be the path of a file');
      expect(await saidOf(file, { readonly: true })).toContain('must be the path of a file');
    }
  });

  it('one that belongs to another database, whose schema is not that of records', async () => {
    const store = scratch.store('whole.db');
    scratch.truth(store);
    closeStore(openAccess(store.file));
    for (const name of ['whole.truth.db', 'whole.access.db', 'Whole.Access.DB', 'none.truth.db']) {
      const file = scratch.path(name);
      const before = existsSync(file) ? readFileSync(file) : undefined;
      for (const options of [{}, { readonly: true }]) {
        expect(await saidOf(file, options)).toContain('belongs to another database');
      }
      expect(existsSync(file) ? readFileSync(file) : undefined).toEqual(before);
    }
  });

  it('a folder, and a path through a file', async () => {
    const folder = newPath();
    mkdirSync(folder);
    expect(await saidOf(folder)).toContain('cannot be opened');
    const file = newPath();
    writeFileSync(file, '');
    expect(await saidOf(join(file, 'inside.db'))).toContain('cannot be opened');
  });

  it('a truth file that is not a database', async () => {
    const file = newPath();
    writeFileSync(truthFileOf(file), 'x'.repeat(5000));
    const { text } = await mistakeOf(() => openTruth(file));
    expect(text.en).toContain(`${truthFileOf(file)} is not a usable SQLite database`);
  });
});

describe('a transaction', () => {
  const countRuns = ({ db }: ReturnType<typeof openStore>): unknown =>
    db.prepare('SELECT count(*) FROM run').pluck().get();

  it('keeps all of its work', async () => {
    const store = scratch.store();
    const id = await inOneTransaction(store, async () => {
      await Promise.resolve();
      return beginRun(store, run);
    });
    expect([id, countRuns(store), store.db.inTransaction]).toEqual([1, 1, false]);
  });

  it('leaves nothing when its work throws, and passes the error on', async () => {
    const store = scratch.store();
    await expect(
      inOneTransaction(store, async () => {
        beginRun(store, run);
        await Promise.resolve();
        throw new Error('in the middle');
      }),
    ).rejects.toThrow('in the middle');
    expect([countRuns(store), store.db.inTransaction]).toEqual([0, false]);
    await inOneTransaction(store, async () => beginRun(store, run));
    expect(countRuns(store)).toBe(1);
  });

  it('on a database that another connection writes is refused within its patience', async () => {
    const holder = scratch.store('locked.db');
    const other = scratch.store('locked.db');
    holder.db.exec('BEGIN IMMEDIATE');
    const began = performance.now();
    let worked = false;
    const { text } = await mistakeOf(() =>
      inOneTransaction(other, async () => {
        worked = true;
      }),
    );
    const waited = performance.now() - began;
    expect(text.en).toContain('is being written by another process; nothing was changed');
    expect(worked).toBe(false);
    expect(waited).toBeGreaterThan(1500);
    expect(waited).toBeLessThan(8000);
    // Reading goes on meanwhile, and writing when the other is done.
    expect(contentOf(other).services).toBe(0);
    holder.db.exec('ROLLBACK');
    await inOneTransaction(other, async () => beginRun(other, run));
    expect(countRuns(holder)).toBe(1);
  });
});
