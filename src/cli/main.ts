#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { readConfig } from '../config.ts';
import { calibrateCommand } from './commands/calibrate.ts';
import { collectCommand } from './commands/collect.ts';
import { explainCommand } from './commands/explain.ts';
import { measureCommand } from './commands/measure.ts';
import { pushCommand } from './commands/push.ts';
import { qualityCommand } from './commands/quality.ts';
import { serveCommand } from './commands/serve.ts';
import { simulateCommand } from './commands/simulate.ts';
import { verifyCommand } from './commands/verify.ts';
import { programVersion } from './options.ts';
import { createOutput, report } from './output.ts';

/** Runs the command line and gives the exit code: 0 done, 1 failed, 2 wrong use. */
async function main(args: readonly string[]): Promise<number> {
  let output = createOutput('en');
  try {
    const config = readConfig(process.env);
    output = createOutput(config.language);
    const program = new Command('haochaping')
      .description('Simulator of government-service ratings (政务服务“好差评”模拟器)')
      .version(programVersion)
      .showHelpAfterError('(add --help for usage)')
      .exitOverride();
    const parts = [
      serveCommand,
      simulateCommand,
      collectCommand,
      measureCommand,
      explainCommand,
      pushCommand,
      qualityCommand,
      verifyCommand,
      calibrateCommand,
    ];
    for (const part of parts) {
      program.addCommand(part(config, output).exitOverride().showHelpAfterError('(add --help for usage)'));
    }
    await program.parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    // Commander has printed its own message already: help and version are fine, the rest is wrong use.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return report(error, output);
  }
}

// A reader that closes early (head, less) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
