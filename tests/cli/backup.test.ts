import { readFileSync, statSync, writeFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dump, onlyMessage, run, runJson, scratchFolder } from './command.ts';

const { path, remove } = scratchFolder();
beforeAll(async () => {
  const scenario = { name: 'mine', title: { zh: '我的', en: 'Mine' }, from: '2025-05-06', to: '2025-05-08' };
  const volume = { units: ['330100'], casesPerYear: 20_000 };
  writeFileSync(path('mine.json'), JSON.stringify({ ...scenario, ...volume }));
  const made = await run(['simulate', '--scenario', path('mine.json'), '--db', path('mine.db')]);
  expect(made.code).toBe(0);
});
afterAll(() => {
  remove();
});

interface Report {
  readonly database: string;
  readonly copy: string;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  readonly seconds: number;
}

const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

describe('backup', () => {
  it('copies a database and its truth into files of this user, sound and equal', async () => {
    const { seconds, ...report } = await runJson<Report>([
      'backup',
      path('new/copy.db'),
      '--db',
      path('mine.db'),
    ]);
    const copies = ['new/copy.db', 'new/copy.truth.db'].map(path);
    expect(report).toEqual({
      database: path('mine.db'),
      copy: path('new/copy.db'),
      files: copies.map((file) => ({ path: file, bytes: statSync(file).size })),
    });
    expect(seconds).toBeGreaterThan(0);
    expect(copies.map(modeOf)).toEqual(['600', '600']);
    expect(modeOf(path('new'))).toBe('700');
    expect(readdirSync(path('new')).sort()).toEqual(['copy.db', 'copy.truth.db']);
    expect(dump(path('new/copy.db'))).toBe(dump(path('mine.db')));
    expect(dump(path('new/copy.truth.db'))).toBe(dump(path('mine.truth.db')));
    expect((await run(['verify', '--db', path('new/copy.db')])).code).toBe(0);
  });

  it('restores by the way back', async () => {
    await runJson(['backup', path('kept.db'), '--db', path('mine.db')]);
    await runJson(['backup', path('again.db'), '--db', path('kept.db')]);
    expect(dump(path('again.db'))).toBe(dump(path('mine.db')));
    expect(dump(path('again.truth.db'))).toBe(dump(path('mine.truth.db')));
    const more = await run([
      'simulate',
      '--scenario',
      path('mine.json'),
      '--from',
      '2025-05-09',
      '--to',
      '2025-05-10',
      '--db',
      path('again.db'),
    ]);
    expect(more.code).toBe(0);
    expect((await run(['verify', '--db', path('again.db')])).code).toBe(0);
  });

  it('copies one moment while another process writes', async () => {
    const file = path('busy.db');
    const db = new Database(file);
    db.pragma('journal_mode = WAL');
    db.exec('PRAGMA user_version = 1; CREATE TABLE a (n INTEGER, filler BLOB); CREATE TABLE b (n INTEGER)');
    let n = 0;
    const step = db.transaction(() => {
      n++;
      db.prepare('INSERT INTO a VALUES (?, randomblob(50000))').run(n);
      db.prepare('INSERT INTO b VALUES (?)').run(n);
    });
    for (let i = 0; i < 200; i++) step();
    const copied = run(['backup', path('still.db'), '--db', file]);
    let going = true;
    void copied.then(() => (going = false));
    while (going) {
      step();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect((await copied).code).toBe(0);
    db.close();
    const copy = new Database(path('still.db'), { readonly: true });
    const [a, b] = ['a', 'b'].map((table) => copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    expect(a).toBe(b);
    expect(a).toBeGreaterThanOrEqual(200);
    expect(a).toBeLessThanOrEqual(n);
    copy.close();
  });

  it('replaces nothing, neither a database nor a truth', async () => {
    writeFileSync(path('there.db'), 'mine');
    writeFileSync(path('half.truth.db'), 'mine');
    for (const [name, other] of [
      ['there.db', 'there.db'],
      ['half.db', 'half.truth.db'],
    ] as const) {
      const refused = await run(['backup', path(name), '--db', path('mine.db')]);
      expect(refused.code).toBe(1);
      expect(onlyMessage(refused)).toContain(`${path(other)} is there already and is not replaced`);
      expect(readFileSync(path(other), 'utf8')).toBe('mine');
    }
  });

  it.each([
    ['none.db', undefined, /there is no database/],
    [
      'text.db',
      'no database at all, just some text that is long enough to be read as one',
      /not a usable SQLite database/,
    ],
  ])('of %s leaves nothing behind', async (name, content, message) => {
    if (content !== undefined) writeFileSync(path(name), content);
    const refused = await run(['backup', path('nothing/copy.db'), '--db', path(name)]);
    expect(refused.code).toBe(1);
    expect(onlyMessage(refused)).toMatch(message);
    expect(() => statSync(path('nothing'))).toThrow();
  });

  it('of another program’s database is refused', async () => {
    const other = new Database(path('other.db'));
    other.exec('CREATE TABLE mine (a)');
    other.close();
    const refused = await run(['backup', path('other-copy.db'), '--db', path('other.db')]);
    expect(onlyMessage(refused)).toContain('is a SQLite database of another program');
  });
});

describe('a world version', () => {
  it('is said by verify, and a database of another one cannot be continued', async () => {
    await runJson(['backup', path('older.db'), '--db', path('mine.db')]);
    const db = new Database(path('older.db'));
    const { world_version: now } = db.prepare('SELECT world_version FROM run').get() as {
      world_version: number;
    };
    db.exec('UPDATE run SET world_version = world_version - 1');
    db.close();
    const simulate = ['simulate', '--scenario', path('mine.json'), '--db', path('older.db')];
    for (const more of [['--resume'], ['--from', '2025-05-09', '--to', '2025-05-10']]) {
      const refused = await run([...simulate, ...more]);
      expect(refused.code).toBe(1);
      expect(onlyMessage(refused)).toContain(`is of world version ${String(now - 1)}`);
    }
    // Named as it stands, and found to be changed: its settings are not those that were summed up.
    const older = await run(['verify', '--db', path('older.db'), '--json']);
    expect(older.code).toBe(1);
    expect(JSON.parse(older.out)).toMatchObject({ ok: false, worldVersion: now - 1 });
    expect(await runJson(['verify', '--db', path('mine.db')])).toMatchObject({ ok: true, worldVersion: now });
  });
});

describe('whatever a command writes', () => {
  it('is for the one who runs it', async () => {
    const folder = path('private');
    await run(['simulate', '--scenario', path('mine.json'), '--db', join(folder, 'data/run.db')]);
    await run(['simulate', '--scenario', path('mine.json'), '--out', join(folder, 'out'), '--truth']);
    const target = 'http://127.0.0.1:9/';
    const records = join(folder, 'out/records.ndjson');
    await run([
      'push',
      records,
      '--url',
      target,
      '--report',
      join(folder, 'push.report'),
      '--state',
      join(folder, 'push.state'),
      '--retries',
      '0',
    ]);
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    expect(entries.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['run.db', 'run.truth.db', 'records.ndjson', 'truth.ndjson']),
    );
    for (const entry of entries) {
      const wanted = entry.isDirectory() ? '700' : '600';
      expect([entry.name, modeOf(join(entry.parentPath, entry.name))]).toEqual([entry.name, wanted]);
    }
  });
});
