import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { CollectReport } from '../../src/jobs/collect/collect-files.ts';
import { verifyStore } from '../../src/jobs/verify/verify-store.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { knowledge, registerLines, text, useScratch } from '../builders.ts';
import { fates, hostileLines } from '../collect/hostile-lines.ts';
import { bySize } from './size.ts';

const root = resolve(import.meta.dirname, '../..');
const scratch = useScratch();

const LINES = bySize({ small: 28_000, full: 200_004 });
/** Lines of a megabyte among them: all together far more than the heap. */
const MEGABYTES = bySize({ small: 100, full: 920 });

it('hostile lines are all accounted for in one collect with a heap of 512 MB', async () => {
  writeFileSync(scratch.path('register.ndjson'), text(registerLines));
  const db = scratch.path('hostile.db');
  const child = spawn(
    process.execPath,
    [
      '--max-old-space-size=512',
      'dist/src/cli/main.js',
      ...['collect', scratch.path('register.ndjson'), '-', '--db', db, '--json'],
    ],
    { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  let out = '';
  child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
  const ended = once(child, 'exit');
  for (const line of hostileLines(LINES, MEGABYTES)) {
    if (!child.stdin.write(`${line.text}\n`)) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  expect(await ended).toEqual([0, null]);

  const report = JSON.parse(out) as CollectReport;
  const { accepted = 0, duplicate = 0, ...refused } = fates(hostileLines(LINES, MEGABYTES));
  expect(report).toMatchObject({ accepted, duplicate, conflicting: 0, refused });
  expect(accepted + duplicate + report.refusals.records).toBe(LINES);
  const store = scratch.store('hostile.db');
  const { services, ratings } = contentOf(store);
  expect(services + ratings).toBe(accepted);
  expect((await verifyStore(store, knowledge, 'test')).checks.filter(({ ok }) => !ok)).toEqual([]);
}, 1_800_000);
