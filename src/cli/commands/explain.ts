import type { Command } from 'commander';
import type { ExplainFlags } from '../actions/explain.ts';
import { databaseOption, describe, example } from '../describe.ts';
import { methodOption, periodOption } from '../options.ts';
import type { Output } from '../output.ts';

export function explainCommand(output: Output): Command {
  const { text } = output;
  return describe('explain', output)
    .description(text('一个指数或指标的由来，直到计数', 'how a figure came about, down to the counts'))
    .argument('<unit>', text('参评单位的代码或简称', 'code or short name of an assessed unit'))
    .argument(
      '<indicator>',
      text(
        '一级、二级或三级指标的代号；overall 为全部',
        'id of a dimension, group or indicator; overall for all',
      ),
    )
    .addOption(methodOption(output))
    .addOption(periodOption(output))
    .addOption(databaseOption(output))
    .option('--json', text('树以 JSON 输出', 'print the tree as JSON'))
    .addHelpText('after', example('explain 981100 goodRate', output))
    .action(async (unit: string, indicator: string, flags: ExplainFlags) => {
      const { explainAction } = await import('../actions/explain.ts');
      explainAction(unit, indicator, flags, output);
    });
}
