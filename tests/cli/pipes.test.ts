import { once } from 'node:events';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import Database from 'better-sqlite3';
import { onlyMessage, run, runInShell, runJson, scratchFolder, start } from './command.ts';

/** A reader that closes early, as head does, changes nothing of what a command has to say by its exit code. */

const { path, remove } = scratchFolder();

beforeAll(async () => {
  await runJson(['simulate', '--scenario', 'tiny', '--to', '2025-03-03', '--db', path('held.db')]);
  // The result is kept: who shows it has nothing to write but that.
  await run(['measure', '--db', path('held.db')]);
  const hand = new Database(path('held.db'));
  hand.exec('UPDATE rating SET mark = mark + 512 WHERE key = (SELECT max(key) FROM rating)');
  hand.close();
  writeFileSync(path('none.ndjson'), '{"kind":"service"}\n');
});

afterAll(() => {
  remove();
});

/** The exit code of a command whose output nobody reads. */
async function codeUnread(args: readonly string[], both = false): Promise<number | null> {
  const child = start(args);
  child.stdout.destroy();
  if (both) child.stderr.destroy();
  else child.stderr.resume();
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

describe.concurrent('output that nobody reads', () => {
  it.each([
    [0, ['measure', '--db', path('held.db')]],
    [0, ['--help']],
    [1, ['verify', '--db', path('held.db')]],
    [1, ['verify', '--db', path('held.db'), '--json']],
    [1, ['push', '--url', 'http://127.0.0.1:1/', '--retries', '0', path('none.ndjson')]],
    [2, ['simulate', '--scenario', 'nowhere']],
  ])('ends with %d: %j', async (code, args) => {
    expect(await codeUnread(args)).toBe(code);
    expect(await codeUnread(args, true)).toBe(code);
  });
});

describe.concurrent('output that finds no room', () => {
  const commands: string[][] = [
    ['measure'],
    ['measure', '--json'],
    ['explain', '980100', 'overall'],
    ['quality'],
    ['verify'],
    ['collect', path('none.ndjson')],
    ['backup', path('copy.db')],
  ].map((args) => [...args, '--db', path('held.db')]);
  const more = [['--help'], ['--version'], ['measure', '--help']];
  const failed = /^error: cannot write to standard output: E[A-Z]+: [\w ,]+$/;

  it.runIf(existsSync('/dev/full')).each([...commands, ...more].map((args) => [args]))(
    'is one message and exit code 1: %j',
    async (args) => {
      const ran = await runInShell('exec "$@" > /dev/full', args);
      expect([ran.code, onlyMessage(ran)]).toEqual([1, expect.stringMatching(failed)]);
    },
  );

  it.runIf(process.platform === 'linux')('is never cut off without a word', async () => {
    const file = path('cut.json');
    // Blocks of 512 or of 1024 bytes: less than the result has.
    const ran = await runInShell(`ulimit -f 100; exec "$@" > '${file}'`, [
      ...['measure', '--json', '--db', path('held.db')],
    ]);
    expect(statSync(file).size).toBeGreaterThan(10_000);
    expect([ran.code, onlyMessage(ran)]).toEqual([1, expect.stringMatching(failed)]);
  });
});
