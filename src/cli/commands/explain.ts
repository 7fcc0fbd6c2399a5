import type { Command } from 'commander';
import type { ExplainFlags } from '../actions/explain.ts';
import { databaseOption, describe, example } from '../describe.ts';
import { methodOrFileOption, periodOption } from '../options.ts';
import type { Output } from '../output.ts';

export function explainCommand(output: Output): Command {
  const { text } = output;
  return describe('explain', output)
    .description(
      text(
        '任一数字的由来：得分直到计数、区间、查询和记录样例，名次，能力水平，平均值',
        'how any figure came about: a score down to counts, interval, queries and examples of records; a rank; a level; a mean',
      ),
    )
    .argument(
      '<unit>',
      text(
        '参评单位的代码或简称；province 或 city 表示该类单位的平均值',
        'code or short name of an assessed unit; province or city for the mean of that kind',
      ),
    )
    .argument(
      '<indicator>',
      text(
        '一级、二级或三级指标的代号，或 overall、rank、band；平均值只有 overall 和一级指标',
        'id of a dimension, group or indicator, or overall, rank, band; of a mean overall or a dimension',
      ),
    )
    .addOption(methodOrFileOption(output))
    .addOption(periodOption(output))
    .option('--region <id>', text('只取该区域的平均值', 'the mean of this region only'))
    .addOption(databaseOption(output))
    .option('--json', text('以 JSON 输出', 'print the explanation as JSON'))
    .addHelpText('after', example('explain 981100 goodRate', output))
    .action(async (unit: string, indicator: string, flags: ExplainFlags) => {
      const { explainAction } = await import('../actions/explain.ts');
      explainAction(unit, indicator, flags, output);
    });
}
