import type { Command } from 'commander';
import { createOutput, type Output } from '../../../src/cli/output.ts';

/** Runs a command in this process with --json, as a user would in another, and gives what it prints. */
export async function runCommand<T>(
  describe: (output: Output) => Command,
  ...args: readonly string[]
): Promise<T> {
  let printed = '';
  const output = createOutput('en');
  await describe({
    ...output,
    json: (value) => (printed = JSON.stringify(value)),
    note: () => undefined,
  }).parseAsync([...args, '--json'], { from: 'user' });
  return JSON.parse(printed) as T;
}
