import { Option, type Command } from 'commander';
import type { CollectFlags } from '../actions/collect.ts';
import { databaseOption, describe, example } from '../describe.ts';
import { filePaths } from '../options.ts';
import type { Output } from '../output.ts';

export function collectCommand(output: Output): Command {
  const { text } = output;
  return describe('collect', output)
    .description(
      text(
        '把 NDJSON 文件中的记录送入接收流程；- 为标准输入',
        'take records from NDJSON files through the pipeline; - is standard input',
      ),
    )
    .argument(
      '<file...>',
      text('清单和记录，次序不限', 'register and records, in any order'),
      filePaths('file'),
    )
    .addOption(
      new Option('--dialect <d>', text('字段名和代码', 'field names and codes'))
        .choices(['national'])
        .default('national'),
    )
    .addOption(databaseOption(output))
    .option(
      '--fail-on-refused',
      text(
        '有记录未通过校验时退出码为 1（其余照常入库）',
        'exit code 1 when a record was refused; the others are stored all the same',
      ),
    )
    .option('--json', text('报告以 JSON 输出', 'print the report as JSON'))
    .addHelpText(
      'after',
      example('collect data/tiny/register.ndjson data/tiny/records.ndjson --db data/other.db', output),
    )
    .action(async (files: string[], flags: CollectFlags) => {
      const { collectAction } = await import('../actions/collect.ts');
      await collectAction(files, flags, output);
    });
}
