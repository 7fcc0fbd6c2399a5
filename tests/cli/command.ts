import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { isBuilt, root } from '../built.ts';

/** The command line as a stranger meets it: a process of its own, with nothing set. */

/** A program that is built starts faster. */
const program = isBuilt ? ['dist/src/cli/main.js'] : ['--import', 'tsx', 'src/cli/main.ts'];

type Env = Readonly<Record<string, string>>;

function environment(env: Env): NodeJS.ProcessEnv {
  const { HAOCHAPING_DB: _db, PORT: _port, HOST: _host, LOG_LEVEL: _level, ...rest } = process.env;
  return { ...rest, HAOCHAPING_LANG: 'en', ...env };
}

/** Starts a command and leaves it running: the caller ends it. */
export const start = (args: readonly string[], env: Env = {}) =>
  spawn(process.execPath, [...program, ...args], {
    cwd: root,
    env: environment(env),
    stdio: ['pipe', 'pipe', 'pipe'],
  });

/** Runs a command by a shell, as `"$@"`, to say where its output goes and what it may use. */
export async function runInShell(script: string, args: readonly string[]): Promise<Omit<Ran, 'out'>> {
  const child = spawn('sh', ['-c', script, 'sh', process.execPath, ...program, ...args], {
    cwd: root,
    env: environment({}),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, err };
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command to its end. */
export async function run(args: readonly string[], more: { input?: string; env?: Env } = {}): Promise<Ran> {
  const child = start(args, more.env);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  // A command that refuses its arguments does not read what it is given.
  child.stdin.on('error', () => undefined);
  child.stdin.end(more.input ?? '');
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

/** Runs a command that must succeed, with --json, and gives what it printed. */
export async function runJson<T>(args: readonly string[], more: { input?: string } = {}): Promise<T> {
  const { code, out, err } = await run([...args, '--json'], more);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}: ${err}`);
  return JSON.parse(out) as T;
}

export interface Scratch {
  path(name: string): string;
  /** A copy of a closed file of the folder under a name that nothing has. */
  copyOf(name: string): string;
  remove(): void;
}

/** A folder for one file of tests, away from the project. */
export function scratchFolder(): Scratch {
  let copies = 0;
  const folder = mkdtempSync(join(tmpdir(), 'haochaping-cli-'));
  return {
    path: (name) => join(folder, name),
    copyOf(name) {
      const copy = join(folder, `${String(++copies)}-${name}`);
      copyFileSync(join(folder, name), copy);
      return copy;
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** All rows of every table as text: two equal dumps are two equal databases. */
export function dump(file: string): string {
  const db = new Database(file, { readonly: true });
  try {
    const tables = db
      .prepare<[], { name: string }>(
        // Answers kept for pages are derived, and say how fast they were made.
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'answer' ORDER BY name",
      )
      .all();
    return tables
      .map(
        ({ name }) =>
          `${name}: ${db
            .prepare(`SELECT * FROM "${name}"`)
            .raw()
            .all()
            .map((row) => JSON.stringify(row))
            .join('\n')}`,
      )
      .join('\n');
  } finally {
    db.close();
  }
}

/** A refusal is one message, for a person: a line without a stack, at most with a hint below. */
export function onlyMessage({ err }: Pick<Ran, 'err'>): string {
  const lines = err.trimEnd().split('\n');
  const [message = '', ...rest] = lines;
  const more = rest.filter((line) => !/^\((Did you mean|add --help)/.test(line));
  if (!message.startsWith('error: ') || more.length > 0) throw new Error(`not one message: ${err}`);
  return message;
}
