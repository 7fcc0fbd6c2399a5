/** The first request of every page after a start of the server, and a later one: a new server for each page. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Every page that needs no number of its own, and those of a unit and a run that there are. */
const pages = (unit: string): readonly string[] => [
  '/',
  `/units/${unit}`,
  `/units/${unit}/indicators/goodRate`,
  '/items',
  '/channels',
  '/method',
  '/targets',
  '/runs',
  '/runs/1/quality',
  '/runs/compare',
  '/scenario',
  '/refusals',
  '/files/ranking.csv',
  '/files/indicators.csv',
  '/files/items.csv',
  '/files/channels.csv',
  '/api/results.json',
];

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
  unit: string,
): AsyncGenerator<RequestTimes> {
  const [program = process.execPath, ...rest] = command;
  for (const page of pages(unit)) {
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
