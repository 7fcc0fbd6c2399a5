import type { Command } from 'commander';
import type { EvaluateFlags } from '../actions/evaluate.ts';
import { databaseOption, describe, example } from '../describe.ts';
import { filePath } from '../options.ts';
import type { Output } from '../output.ts';

export function evaluateCommand(output: Output): Command {
  const { text } = output;
  return describe('evaluate', output)
    .description(
      text(
        '按抽样方案派出模拟评估人员，收入评估记录，并分析评估人员带来的误差',
        'send simulated evaluators by a sampling plan, collect what they find, and analyse the error that evaluators bring',
      ),
    )
    .requiredOption('--plan <file>', text('抽样方案的 JSON 文件', 'JSON file of the sampling plan'))
    .addOption(databaseOption(output))
    .option(
      '--out <file>',
      text(
        '另把该方案已接收的评估记录写入此文件',
        'also write the accepted assessments of the plan to this file',
      ),
      filePath('--out'),
    )
    .option('--json', text('结果以 JSON 输出', 'print the result as JSON'))
    .addHelpText('after', example('evaluate --plan db/reference/plans/basic.json', output))
    .action(async (flags: EvaluateFlags) => {
      const { evaluateAction } = await import('../actions/evaluate.ts');
      await evaluateAction(flags, output);
    });
}
