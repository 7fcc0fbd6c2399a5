import type { Command } from 'commander';
import type { MeasureFlags } from '../actions/measure.ts';
import { databaseOption, describe, example } from '../describe.ts';
import { methodOrFileOption, periodOption } from '../options.ts';
import type { Output } from '../output.ts';

export function measureCommand(output: Output): Command {
  const { text } = output;
  return describe('measure', output)
    .description(
      text('计算一个时段的指标、指数、水平和排名', 'compute indicators, scores, bands and ranks of a period'),
    )
    .addOption(methodOrFileOption(output))
    .addOption(periodOption(output))
    .addOption(databaseOption(output))
    .option('--json', text('全部结果以 JSON 输出', 'print the whole result as JSON'))
    .addHelpText('after', example('measure --period 2025 --json', output))
    .action(async (flags: MeasureFlags) => {
      const { measureAction } = await import('../actions/measure.ts');
      measureAction(flags, output);
    });
}
