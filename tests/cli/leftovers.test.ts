import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFullDisk } from '../../src/store/full-disk.ts';
import { storeMistake } from '../../src/store/open.ts';
import { onlyMessage, run, runJson, scratchFolder, start } from './command.ts';

/** A command that is refused, stopped or out of room leaves nothing behind but one message. */

const { path, copyOf, remove } = scratchFolder();
const tiny = ['simulate', '--scenario', 'tiny', '--to', '2025-03-03'];

beforeAll(async () => {
  await runJson([...tiny, '--db', path('held.db')]);
});

afterAll(() => {
  remove();
});

describe.concurrent('a refused command leaves no database and no folder', () => {
  it.each([
    ['collect', [path('no-such.ndjson')], /cannot read file .*no-such\.ndjson \(ENOENT\)/],
    [
      'serve',
      ['--fill', '--port', '1', '--host', '203.0.113.1'],
      /this machine has no address 203\.0\.113\.1/,
    ],
  ])('%s', async (command, args, message) => {
    const ran = await run([command, ...args, '--db', path(`${command}/below/new.db`)]);
    expect(ran.code).toBe(1);
    expect(onlyMessage(ran)).toMatch(message);
    expect(existsSync(path(command))).toBe(false);
  });

  it('beside a database that was there, which stays', async () => {
    const db = copyOf('held.db');
    const ran = await run(['collect', path('no-such.ndjson'), '--db', db]);
    expect(ran.code).toBe(1);
    expect(await runJson(['verify', '--db', db])).toMatchObject({ ok: true });
  });
});

describe.concurrent('a temporary folder that cannot be used', () => {
  it.each([
    ['t/new.db', [...tiny, '--db', path('t/new.db')]],
    ['t-out', [...tiny, '--out', path('t-out')]],
    ['t-found.json', ['calibrate', '--targets', 'national-series', '--out', path('t-found.json')]],
    ['', ['push', '-', '--url', 'http://127.0.0.1:9/']],
  ])('is named, and %s not made', async (name, args) => {
    const ran = await run(args, { env: { TMPDIR: path('not-there') }, input: '{}\n' });
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(onlyMessage(ran)).toBe(
      `error: the temporary folder ${path('not-there')} cannot be used (ENOENT); name one that can be written in the environment variable TMPDIR`,
    );
    if (name !== '') expect(existsSync(path(name))).toBe(false);
  });
});

describe('a full disk', () => {
  it('is known by what the engine and the file system say', () => {
    for (const code of ['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE']) {
      expect(isFullDisk(Object.assign(new Error('write'), { code }))).toBe(true);
    }
    expect(isFullDisk(Object.assign(new Error('write'), { code: 'EIO' }))).toBe(false);
    expect(isFullDisk('ENOSPC')).toBe(false);
  });

  it('is named: that of the database, or of the temporary folder', () => {
    const full = Object.assign(new Error('write'), { code: 'SQLITE_FULL' });
    expect(storeMistake(full, 'data/x.db')).toMatchObject({
      text: { en: 'the disk is full; data/x.db stands as before the write that did not fit' },
    });
    expect(storeMistake(full, join(tmpdir(), 'haochaping-scratch-1-a/run.db'))).toMatchObject({
      text: { en: expect.stringMatching(/^the disk of the temporary folder .* is full; make room, or name/) },
    });
  });
});

describe.concurrent('a database that was damaged is said to be, without a stack', () => {
  // The results of the month are kept since the run: those of the quarter are not.
  const measureAnew = ['measure', '--period', '2025-Q1'] as const;
  const damaged: readonly [title: string, sql: string, commands: readonly (readonly string[])[]][] = [
    ['the JSON of an item', `UPDATE task SET guide = '{"a":'`, [[...measureAnew], ['verify'], ['quality']]],
    [
      'the JSON of an item, of another form',
      `UPDATE task SET guide = '7'`,
      [[...measureAnew], ['explain', '981100', 'overall', '--period', '2025-Q1']],
    ],
    ['the settings of a run', `UPDATE run SET settings = 'x'`, [['quality'], [...tiny, '--seed', '8']]],
    ['a table that is gone', 'DROP TABLE rating_rollup', [['measure'], ['verify']]],
  ];

  it.each(damaged)('%s', async (title, sql, commands) => {
    const db = copyOf('held.db');
    const hand = new Database(db);
    hand.exec(sql);
    hand.close();
    for (const command of commands) {
      const ran = await run([...command, '--db', db]);
      expect(ran, title).toMatchObject({ code: 1, out: '' });
      expect(onlyMessage(ran)).toMatch(/\.db is (damaged: JSON|not a usable SQLite database)/);
    }
  });

  it('a file of a format that does not exist', async () => {
    const db = copyOf('held.db');
    const hand = new Database(db);
    hand.pragma('journal_mode = DELETE');
    hand.close();
    const file = openSync(db, 'r+');
    // The number of the schema format, at byte 44 of the head.
    writeSync(file, Buffer.from([0, 0, 0, 9]), 0, 4, 44);
    closeSync(file);
    for (const command of ['measure', 'verify']) {
      const ran = await run([command, '--db', db]);
      expect(ran).toMatchObject({ code: 1, out: '' });
      expect(onlyMessage(ran)).toContain(`${db} is not a usable SQLite database`);
    }
  });
});

describe('an interrupt', () => {
  /** Sends Ctrl-C when the command has begun to work, which its scratch folder shows; what it then said. */
  async function interrupted(args: readonly string[], name: string) {
    const temporary = path(`tmp-${name}`);
    mkdirSync(temporary);
    const child = start(args, { TMPDIR: temporary });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    while (child.exitCode === null && !readdirSync(temporary).some((file) => file.startsWith('haochaping')))
      await new Promise((done) => setTimeout(done, 20));
    child.kill('SIGINT');
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, err, left: readdirSync(temporary) };
  }

  it(
    'of simulate --out leaves nothing, and advises nothing that cannot be done',
    { timeout: 30_000 },
    async () => {
      const args = ['simulate', '--scenario', 'case-life', '--out', path('stopped')];
      const { code, err, left } = await interrupted(args, 'out');
      expect(code).toBe(1);
      expect(err).toBe('error: stopped; no files were written\n');
      expect([left, existsSync(path('stopped'))]).toEqual([[], false]);
    },
  );

  it('of calibrate leaves nothing', { timeout: 30_000 }, async () => {
    const args = ['calibrate', '--targets', 'guangdong-2023-07', '--out', path('found/stopped.json')];
    const { code, err, left } = await interrupted(args, 'calibrate');
    expect(code).toBe(1);
    expect(err).toBe('error: the search was stopped; nothing was written\n');
    expect([left, existsSync(path('found'))]).toEqual([[], false]);
  });
});

describe('English', () => {
  it('is all that quality prints where English is asked for', async () => {
    const { out } = await run(['quality', '--db', path('held.db')]);
    expect(out).toContain('4. Truth');
    expect(out).not.toMatch(/\p{Script=Han}/u);
  });
});
