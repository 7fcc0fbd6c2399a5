/** The first request of every page after a start of the server, and a later one: a new server for each page. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { routes } from '../src/web/routes.ts';

/** What addresses name: a unit, its region and a run that there are. */
export interface AskedPlaces {
  readonly unit: string;
  readonly region: string;
  readonly run: string;
}

/** Addresses of what a server that was just started does not have: jobs, refused records and a method that a reader brought. */
const without = new Set(['/runs/jobs/:id', '/runs/jobs/:id/events', '/refusals/:id', '/api/method/own.json']);

/** Every address that is read, with its places filled: a new page is among them by itself. */
const askedPages = ({ unit, region, run }: AskedPlaces): readonly string[] =>
  routes
    .filter(({ right }) => right === 'read')
    .map(({ path }) => path)
    .filter((path) => !without.has(path))
    .map((path) =>
      path
        .replace('/runs/:id', `/runs/${run}`)
        .replace('/lessons/:id', '/lessons/first-tie')
        .replace(':code', unit)
        .replace(':region', region)
        .replace(':kind', 'figures')
        .replace(':id', 'goodRate')
        .replace(':period', '2021')
        .replace('.:format', '.html'),
    );

export interface RequestTimes {
  readonly page: string;
  /** Milliseconds. */
  readonly first: number;
  readonly later: number;
}

async function timed(address: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(address);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${address} answered ${String(response.status)}`);
  return performance.now() - began;
}

/** Asks each page of a server of its own over a database, once and once more. */
export async function* firstRequests(
  command: readonly string[],
  file: string,
  places: AskedPlaces,
): AsyncGenerator<RequestTimes> {
  const [program = process.execPath, ...rest] = command;
  for (const page of askedPages(places)) {
    const server = spawn(program, [...rest, 'serve', '--db', file, '--port', '0'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(server, 'exit');
    const lines = createInterface(server.stdout);
    try {
      const [line]: unknown[] = await once(lines, 'line');
      const address = String(line);
      const first = await timed(address + page);
      yield { page, first, later: await timed(address + page) };
    } finally {
      server.kill('SIGTERM');
      await ended;
    }
  }
}
