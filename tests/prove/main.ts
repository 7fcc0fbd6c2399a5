/**
 * `npm run prove [-- --small] [file …]` runs the long proofs. `--small` runs every one of them with fewer cases, as
 * `.ci/run` does. The names of files are parts of names, as `vitest run` takes them.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  options: { small: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', 'vitest.prove.config.ts', ...positionals],
  {
    cwd: root,
    env: { ...process.env, HAOCHAPING_PROVE: values.small ? 'small' : 'full' },
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
