/**
 * `npm run check`: types, lint, formatting, rooms and dead code, as many at a time as there are processors. What a check prints comes
 * in one piece, and each is run, whether another fails or not.
 */
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import process from 'node:process';

/** The longest first. */
const checks = ['lint', 'types', 'dead', 'format', 'rooms'];
const failed = [];

async function work() {
  for (let name = checks.shift(); name !== undefined; name = checks.shift()) {
    const child = spawn('npm', ['run', '-s', `check:${name}`], { stdio: ['ignore', 'pipe', 'pipe'] });
    const pieces = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => pieces.push(piece));
    const [code] = await once(child, 'close');
    process.stdout.write(Buffer.concat(pieces));
    if (code !== 0) failed.push(name);
  }
}

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
if (failed.length > 0) {
  process.stderr.write(`failed: ${failed.map((name) => `npm run -s check:${name}`).join(', ')}\n`);
  process.exitCode = 1;
}
