import type { Command } from 'commander';
import type { VerifyFlags } from '../actions/verify.ts';
import { databaseOption, describe, example } from '../describe.ts';
import type { Output } from '../output.ts';

export function verifyCommand(output: Output): Command {
  const { text } = output;
  return describe('verify', output)
    .description(
      text(
        '重读每条记录：文件完好、计数、数据校验码、汇总',
        'read every row again: integrity of the file, counts, digest, rollups',
      ),
    )
    .addOption(databaseOption(output))
    .option('--json', text('报告以 JSON 输出', 'print the report as JSON'))
    .addHelpText('after', example('verify --db data/haochaping.db', output))
    .action(async (flags: VerifyFlags) => {
      const { verifyAction } = await import('../actions/verify.ts');
      await verifyAction(flags, output);
    });
}
