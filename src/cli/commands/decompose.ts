import type { Command } from 'commander';
import type { DecomposeFlags } from '../actions/decompose.ts';
import { databaseOption, describe, example } from '../describe.ts';
import type { Output } from '../output.ts';

export function decomposeCommand(output: Output): Command {
  const { text } = output;
  return describe('decompose', output)
    .description(
      text(
        '公布的平均分与感受之差分解到各个原因，以及名次的误差来源（读取真值）',
        'the gap between the published mean score and what was felt, by cause, and the error budget of ranks (reads the truth)',
      ),
    )
    .option('--unit <unit>', text('只看这个单位（代码或简称）', 'this unit only (code or short name)'))
    .addOption(databaseOption(output))
    .option('--json', text('以 JSON 输出', 'print as JSON'))
    .addHelpText('after', example('decompose --unit 981100', output))
    .action(async (flags: DecomposeFlags) => {
      const { decomposeAction } = await import('../actions/decompose.ts');
      decomposeAction(flags, output);
    });
}
