import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Starts the server over a database, hands its address on, and ends it whatever happens. */
export async function servedBy<T>(
  command: readonly string[],
  file: string,
  ask: (address: string) => Promise<T>,
  flags: readonly string[] = [],
): Promise<T> {
  const [program = process.execPath, ...rest] = command;
  const server = spawn(program, [...rest, 'serve', '--db', file, '--port', '0', ...flags], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(server, 'exit');
  try {
    const [line]: unknown[] = await once(createInterface(server.stdout), 'line');
    return await ask(String(line));
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}
