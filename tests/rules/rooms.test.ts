import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

interface Cruise {
  summary: {
    totalCruised: number;
    violations: { from: string; to: string; rule: { name: string } }[];
  };
}

/** Runs the project's rules on `src` below a folder, as `npm run check:rooms` does. */
async function cruise(folder: string): Promise<Cruise['summary']> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(root, '.dependency-cruiser.cjs');
  const args = [program, '--config', config, '--output-type', 'json', 'src'];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  await new Promise<void>((done, fail) => {
    child.on('error', fail);
    child.on('close', () => {
      done();
    });
  });
  if (out === '') throw new Error(`dependency-cruiser printed nothing: ${err}`);
  return (JSON.parse(out) as Cruise).summary;
}

const said = (summary: Cruise['summary']): string[] =>
  summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);

describe('the rooms of src/', () => {
  it('import only what the plan allows', async () => {
    const summary = await cruise(root);
    // A tool that does not understand the sources finds no faults in them either.
    expect(summary.totalCruised).toBeGreaterThan(20);
    expect(said(summary)).toEqual([]);
  });
});

describe('the rules', () => {
  let scratch = '';
  let found: string[] = [];

  const files: Record<string, string> = {
    'package.json': '{ "type": "module" }',
    'tsconfig.json':
      '{ "compilerOptions": { "module": "nodenext", "target": "es2023", "allowImportingTsExtensions": true, "noEmit": true } }',
    'src/config.ts': `export const port = 1;`,
    'src/model/level.ts': `export type Level = 1 | 5; export const best = 5;`,
    'src/collect/check.ts': `import { best } from '../model/level.ts'; export const check = best;`,
    'src/simulate/make.ts': `import { check } from '../collect/check.ts'; export const make = check;`,
    'src/store/open.ts': `import { best } from '../model/level.ts'; export const open = best;`,
    'src/store/write/rows.ts': `import { open } from '../open.ts'; export const rows = open; export type Row = number;`,
    'src/measure/score.ts': `import type { Row } from '../store/write/rows.ts'; export type Score = Row;`,
    'src/measure/clock.ts': `import { readFileSync } from 'node:fs'; export const read = readFileSync;`,
    'src/charts/table.ts': `import { gone } from './gone.ts'; export const table = gone;`,
    'src/rollup/a.ts': `import { b } from './b.ts'; export const a = (): number => b();`,
    'src/rollup/b.ts': `import { a } from './a.ts'; export const b = (): number => a();`,
    'src/rollup/alone.ts': `export const alone = 1;`,
    'src/audit/rows.ts': `import { open } from '../store/open.ts'; import { make } from '../simulate/make.ts'; export const audited = [open, make];`,
    'src/detect/flag.ts': `import { spoil } from '../simulate/spoil.ts'; export const flag = spoil;`,
    'src/simulate/spoil.ts': `export const spoil = 1;`,
    'src/train/mark.ts': `import { flag } from '../detect/flag.ts'; export const mark = flag;`,
    'src/push/send.ts': `import { join } from '../jobs/join.ts'; export const send = join;`,
    'src/jobs/join.ts': `import express from 'express'; import { make } from '../simulate/make.ts'; export const join = [express, make];`,
    'src/web/server.ts': `import express from 'express'; import { port } from '../config.ts'; import { open } from '../store/open.ts'; export const serve = [express, port, open];`,
    'src/web/page.ts': `import { rows } from '../store/write/rows.ts'; export const page = rows;`,
    'src/web/index.ts': `export { page } from './page.ts';`,
    'src/web/barrel.ts': `import { page } from './index.ts'; export const barrel = page;`,
    'src/helpers/pad.ts': `export const pad = 1;`,
    'src/cli/main.ts': `import { serve } from '../web/server.ts'; import { pad } from '../helpers/pad.ts'; import { spec } from '../../tests/spec.ts'; export const main = [serve, pad, spec];`,
    'src/cli/page.ts': `import { page } from '../web/page.ts'; export const cliPage = page;`,
    'tests/spec.ts': `export const spec = 1;`,
    'node_modules/express/package.json': '{ "name": "express", "version": "5.0.0", "main": "main.js" }',
    'node_modules/express/main.js': 'module.exports = {};',
  };

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'haochaping-rooms-'));
    for (const [name, text] of Object.entries(files)) {
      const path = join(scratch, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
    found = said(await cruise(scratch));
  });

  afterAll(async () => {
    await rm(scratch, { recursive: true, force: true });
  });

  it.each([
    ['one stage importing another', 'simulate-imports: src/simulate/make.ts -> src/collect/check.ts'],
    [
      'a type alone from a forbidden room',
      'measure-imports: src/measure/score.ts -> src/store/write/rows.ts',
    ],
    ['a pure room that knows the store', 'audit-imports: src/audit/rows.ts -> src/store/open.ts'],
    [
      'a detector that knows how faults are made',
      'detect-imports: src/detect/flag.ts -> src/simulate/spoil.ts',
    ],
    ['a pure room that starts a job', 'push-imports: src/push/send.ts -> src/jobs/join.ts'],
    ['a page that writes', 'web-imports: src/web/page.ts -> src/store/write/rows.ts'],
    ['a command that opens a page', 'cli-imports: src/cli/page.ts -> src/web/page.ts'],
    ['a pure room that reads files', 'pure-rooms-no-node: src/measure/clock.ts -> fs'],
    ['a package outside its room', 'express-only-in-web: src/jobs/join.ts -> node_modules/express/main.js'],
    ['a file that is not there', 'no-unresolved: src/charts/table.ts -> ./gone.ts'],
    ['a circle', 'no-cycles: src/rollup/a.ts -> src/rollup/b.ts'],
    ['a lonely file', 'no-orphans: src/rollup/alone.ts -> src/rollup/alone.ts'],
    ['a barrel', 'no-barrels: src/web/barrel.ts -> src/web/index.ts'],
    ['a folder that is no room', 'no-other-rooms: src/cli/main.ts -> src/helpers/pad.ts'],
    ['a vague name', 'no-vague-names: src/cli/main.ts -> src/helpers/pad.ts'],
    ['shipped code that needs a test', 'src-not-outside: src/cli/main.ts -> tests/spec.ts'],
  ])('report %s', (_title, line) => {
    expect(found).toContain(line);
  });

  it('let through what the plan allows', () => {
    const lines = found.join('\n');
    expect(lines).not.toContain('src/web/server.ts ->');
    expect(lines).not.toContain('src/cli/main.ts -> src/web/server.ts');
    expect(lines).not.toContain('src/collect/check.ts ->');
    expect(lines).not.toContain('src/audit/rows.ts -> src/simulate/');
    expect(lines).not.toContain('src/train/mark.ts ->');
  });
});
