import type { Command } from 'commander';
import type { DetectFlags } from '../actions/detect.ts';
import { databaseOption, describe, example } from '../describe.ts';
import type { Output } from '../output.ts';

export function detectCommand(output: Output): Command {
  const { text } = output;
  return describe('detect', output)
    .description(
      text(
        '用全部识别规则检查数据库，把线索存入单独的表；旁边有真值时给出每条规则的查准率和查全率',
        'look at a database with every detector and keep the leads in a table of their own; where the truth is beside it, with the precision and recall of each detector',
      ),
    )
    .addOption(databaseOption(output))
    .option('--json', text('结果以 JSON 输出', 'print the result as JSON'))
    .addHelpText('after', example('detect --db data/haochaping.db', output))
    .action(async (flags: DetectFlags) => {
      const { detectAction } = await import('../actions/detect.ts');
      detectAction(flags, output);
    });
}
