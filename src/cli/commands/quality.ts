import type { Command } from 'commander';
import type { QualityFlags } from '../actions/quality.ts';
import { databaseOption, describe, example } from '../describe.ts';
import { wholeNumber } from '../options.ts';
import type { Output } from '../output.ts';

export function qualityCommand(output: Output): Command {
  const { text } = output;
  return describe('quality', output)
    .description(
      text(
        '一次运行的质量：记录是否有效、与场景是否相符、是否逼真、真值合计',
        'how good a run is: valid rows, likeness to its scenario, realism, totals of the truth',
      ),
    )
    .option(
      '--run <n>',
      text('运行的编号（默认：最近一次）', 'number of the run (default: the latest)'),
      wholeNumber('--run', 1, 2_147_483_647),
    )
    .addOption(databaseOption(output))
    .option(
      '--realism',
      text(
        '只输出逼真度：各项统计与公布值或假设范围对照，退出码不受其影响',
        'print only the realism: statistics beside published or assumed ranges; the exit code does not depend on them',
      ),
    )
    .option('--json', text('报告以 JSON 输出', 'print the report as JSON'))
    .addHelpText('after', example('quality --run 1 --db data/haochaping.db', output))
    .action(async (flags: QualityFlags) => {
      const { qualityAction } = await import('../actions/quality.ts');
      qualityAction(flags, output);
    });
}
