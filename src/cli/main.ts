#!/usr/bin/env node
import { CommanderError } from 'commander';
import { accountsCommand } from './commands/accounts.ts';
import { auditLogCommand } from './commands/audit-log.ts';
import { backupCommand } from './commands/backup.ts';
import { calibrateCommand } from './commands/calibrate.ts';
import { collectCommand } from './commands/collect.ts';
import { decomposeCommand } from './commands/decompose.ts';
import { editionsCommand } from './commands/editions.ts';
import { detectCommand } from './commands/detect.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { explainCommand } from './commands/explain.ts';
import { keysCommand } from './commands/keys.ts';
import { measureCommand } from './commands/measure.ts';
import { pushCommand } from './commands/push.ts';
import { qualityCommand } from './commands/quality.ts';
import { reportCommand } from './commands/report.ts';
import { serveCommand } from './commands/serve.ts';
import { simulateCommand } from './commands/simulate.ts';
import { verifyCommand } from './commands/verify.ts';
import { describeProgram, reportUse } from './describe.ts';
import { programVersion } from './options.ts';
import { createOutput, report, type Output } from './output.ts';
import { readerLanguage } from './reader-language.ts';
import { endWhereOutputCannotGo } from './standard-output.ts';

/**
 * Runs the command line and gives the exit code: 0 done; 1 the data or the machine failed; 2 what the caller gave was
 * wrong. What is imported here only describes the commands: the engine is loaded by the one that runs.
 */
async function main(args: readonly string[], output: Output): Promise<number> {
  const { text } = output;
  const program = describeProgram(output)
    .description(
      text(
        '政务服务“好差评”模拟器（模拟数据）',
        'Simulator of government-service ratings (政务服务“好差评”); all data are simulated',
      ),
    )
    .version(programVersion, '-V, --version', text('显示版本号', 'show the version'))
    .helpCommand('help [command]', text('显示一个命令的帮助', 'show the help of a command'))
    .hook('preAction', async (_program, command) => {
      const { readConfig } = await import('../config.ts');
      // What is not given as an option comes from the environment.
      const { db, port, host } = readConfig(process.env);
      for (const [name, value] of Object.entries({ db, port, host })) {
        if (command.options.every((option) => option.attributeName() !== name)) continue;
        if (command.getOptionValue(name) === undefined) command.setOptionValueWithSource(name, value, 'env');
      }
    });
  for (const describe of [
    serveCommand,
    simulateCommand,
    collectCommand,
    detectCommand,
    evaluateCommand,
    measureCommand,
    explainCommand,
    reportCommand,
    editionsCommand,
    decomposeCommand,
    pushCommand,
    qualityCommand,
    verifyCommand,
    backupCommand,
    accountsCommand,
    keysCommand,
    auditLogCommand,
    calibrateCommand,
  ]) {
    program.addCommand(describe(output));
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return error instanceof CommanderError ? reportUse(error, output) : report(error, output);
  }
}

const output = createOutput(readerLanguage(process.env));
endWhereOutputCannotGo(output.note);

// Databases, truth, reports and whatever else a command writes are for the one who runs it.
process.umask(0o077);

process.exitCode = await main(process.argv.slice(2), output);
