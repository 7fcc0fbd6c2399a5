import type { Command } from 'commander';
import type { EditionsFlags } from '../actions/editions.ts';
import { databaseOption, describe, example } from '../describe.ts';
import { periodOption } from '../options.ts';
import type { Output } from '../output.ts';

export function editionsCommand(output: Output): Command {
  const { text } = output;
  return describe('editions', output)
    .description(
      text(
        '同一时段按评估方法的两个版本各算一次，并检查保存的结果能否重建',
        'a period by two editions of the methods, and whether the results kept can be rebuilt',
      ),
    )
    .option('--from <edition>', text('第一个版本（默认最早的）', 'first edition (default: the oldest)'))
    .option('--to <edition>', text('第二个版本（默认最新的）', 'second edition (default: the newest)'))
    .addOption(periodOption(output))
    .addOption(databaseOption(output))
    .option('--json', text('以 JSON 输出', 'print as JSON'))
    .addHelpText('after', example('editions --period 2025 --from 2022-1 --to 2022-2', output))
    .action(async (flags: EditionsFlags) => {
      const { editionsAction } = await import('../actions/editions.ts');
      editionsAction(flags, output);
    });
}
