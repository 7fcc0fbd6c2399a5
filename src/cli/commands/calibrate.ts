import type { Command } from 'commander';
import { targetNames } from '../../store/shipped.ts';
import type { CalibrateFlags } from '../actions/calibrate.ts';
import { describe, example } from '../describe.ts';
import { filePath, wholeNumber } from '../options.ts';
import type { Output } from '../output.ts';

export function calibrateCommand(output: Output): Command {
  const { text } = output;
  const names = targetNames();
  return describe('calibrate', output)
    .description(
      text(
        '寻找结果与公布值相符的场景，并用一次运行检验',
        'find a scenario whose results meet published figures, and prove it by a run',
      ),
    )
    .requiredOption(
      '--targets <name|file>',
      text(`内置目标（${names.join('、')}）或目标文件`, `shipped targets (${names.join(', ')}) or a file`),
      filePath('--targets'),
    )
    .option(
      '--twin-of <name|file>',
      text(
        '寻找公布数字相同、评价受到干预的另一个世界：给出如实评价的那个场景（仅限月份目标）',
        'find the other world of the same published counts, in which ratings are bent: the scenario whose ratings are as felt (targets of a month only)',
      ),
      filePath('--twin-of'),
    )
    .requiredOption('--out <file>', text('场景写入此文件', 'write the scenario there'), filePath('--out'))
    .option(
      '--seed <n>',
      text('检验用的种子；寻找时用别的种子', 'seed of the proof; the search uses others'),
      wholeNumber('--seed', 0, 3_999_999_999),
      7,
    )
    .option('--threads <n>', text('同 simulate', 'as for simulate'), wholeNumber('--threads', 1, 64), 1)
    .option('--json', text('报告以 JSON 输出', 'print the report as JSON'))
    .addHelpText(
      'after',
      example('calibrate --targets national-series --out data/found.json --threads 2', output),
    )
    .addHelpText(
      'after',
      example(
        'calibrate --targets guangdong-2023-07 --twin-of guangdong-2023-07 --out data/bent.json',
        output,
      ),
    )
    .action(async (flags: CalibrateFlags) => {
      const { calibrateAction } = await import('../actions/calibrate.ts');
      await calibrateAction(flags, output);
    });
}
