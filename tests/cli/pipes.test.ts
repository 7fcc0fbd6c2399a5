import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import Database from 'better-sqlite3';
import { runJson, scratchFolder, start } from './command.ts';

/** A reader that closes early, as head does, changes nothing of what a command has to say by its exit code. */

const { path, remove } = scratchFolder();

beforeAll(async () => {
  await runJson(['simulate', '--scenario', 'tiny', '--to', '2025-03-03', '--db', path('held.db')]);
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
