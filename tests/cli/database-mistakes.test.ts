import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeStore, openStore } from '../../src/store/open.ts';
import { dump, onlyMessage, run, runJson, scratchFolder } from './command.ts';

const { path, copyOf, remove } = scratchFolder();

beforeAll(async () => {
  const scenario = { name: 'mine', title: { zh: '我的', en: 'Mine' }, from: '2025-05-06', to: '2025-05-06' };
  writeFileSync(path('mine.json'), JSON.stringify({ ...scenario, units: ['330100'], casesPerYear: 20_000 }));
  await runJson(['simulate', '--scenario', path('mine.json'), '--db', path('held.db')]);
});

afterAll(() => {
  remove();
});

const simulateInto = (db: string) => run(['simulate', '--scenario', 'tiny', '--db', db]);

describe.concurrent('a database that cannot be used is named in one message', () => {
  it('inside a regular file', async () => {
    const ran = await simulateInto(path('mine.json/x.db'));
    expect(ran.code).toBe(1);
    expect(onlyMessage(ran)).toMatch(/mine\.json\/x\.db cannot be opened or written \(\w+\); check its path/);
  });

  it('a folder', async () => {
    const ran = await simulateInto(path('.'));
    expect(ran.code).toBe(1);
    expect(onlyMessage(ran)).toMatch(/cannot be opened or written \(SQLITE_CANTOPEN\w*\)/);
  });

  it.runIf(existsSync('/proc/self'))('where nobody can write', async () => {
    const ran = await simulateInto('/proc/haochaping.db');
    expect(ran.code).toBe(1);
    expect(onlyMessage(ran)).toMatch(/\/proc\/haochaping\.db cannot be opened or written \(\w+\)/);
  });

  it('a file that is no database', async () => {
    const file = copyOf('mine.json');
    const ran = await simulateInto(file);
    expect(ran.code).toBe(1);
    expect(onlyMessage(ran)).toContain(`${file} is not a usable SQLite database (SQLITE_NOTADB)`);
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(path('mine.json'), 'utf8'));
  });

  it('the database of another program', async () => {
    const file = path('cards.db');
    const cards = new Database(file);
    cards.exec("CREATE TABLE card (name TEXT); INSERT INTO card VALUES ('ace')");
    cards.close();
    const before = dump(file);
    const ran = await simulateInto(file);
    expect(ran.code).toBe(1);
    expect(onlyMessage(ran)).toContain('is a SQLite database of another program; it was not changed');
    expect(dump(file)).toBe(before);
  });

  it('the database of a newer version of the program', async () => {
    const file = copyOf('held.db');
    const newer = new Database(file);
    newer.pragma('user_version = 999');
    newer.close();
    const ran = await run(['verify', '--db', file]);
    expect(ran.code).toBe(1);
    expect(onlyMessage(ran)).toMatch(/has schema version 999, newer than this program's \d+/);
  });

  it('one that does not exist, where only reading was asked for', async () => {
    const ran = await run(['verify'], { env: { HAOCHAPING_DB: path('not-there.db') } });
    expect(ran.code).toBe(1);
    expect(onlyMessage(ran)).toBe(`error: there is no database ${path('not-there.db')}`);
    expect(existsSync(path('not-there.db'))).toBe(false);
  });

  it('one that does not exist, where figures were asked for', async () => {
    const ran = await run(['measure', '--db', path('mistyped.db')]);
    expect(ran.code).toBe(1);
    expect(onlyMessage(ran)).toBe(`error: there is no database ${path('mistyped.db')}`);
    expect(existsSync(path('mistyped.db'))).toBe(false);
  });

  it('one without data, where figures were asked for', async () => {
    closeStore(openStore(path('empty.db')));
    const ran = await run(['measure', '--db', path('empty.db')]);
    expect(ran.code).toBe(1);
    expect(onlyMessage(ran)).toContain('holds no data yet: run npx haochaping simulate or collect first');
  });

  it('a damaged one', async () => {
    const file = copyOf('held.db');
    const bytes = readFileSync(file);
    bytes.fill(0xff, 8192, Math.floor(statSync(file).size / 2));
    writeFileSync(file, bytes);
    const ran = await run(['verify', '--db', file]);
    expect(ran.code).toBe(1);
    expect(onlyMessage(ran)).toContain(`${file} is not a usable SQLite database (SQLITE_CORRUPT`);
  });
});

describe('a database that another process writes to', () => {
  it('is left alone by those who would write, and read by those who read', async () => {
    const file = copyOf('held.db');
    const before = dump(file);
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const [simulated, collected, measured, verified] = await Promise.all([
      run([
        ...['simulate', '--scenario', path('mine.json'), '--db', file],
        ...['--from', '2025-05-07', '--to', '2025-05-07'],
      ]),
      run(['collect', '-', '--db', file], { input: '{"kind":"service"}\n' }),
      run(['measure', '--db', file]),
      run(['verify', '--db', file]),
    ]);
    other.exec('ROLLBACK');
    other.close();
    for (const ran of [simulated, collected]) {
      expect(ran).toMatchObject({ code: 1, out: '' });
      expect(onlyMessage(ran)).toContain(
        `database ${file} is being written by another process; nothing was changed, try again later`,
      );
    }
    // Figures can be read meanwhile; they are just not kept.
    expect([measured.code, verified.code]).toEqual([0, 0]);
    expect(dump(file)).toBe(before);
  });
});
