import type { Command } from 'commander';
import { exportFormats, type ExportFormat } from '../../export/export-formats.ts';
import { wrongUse } from '../../model/errors.ts';
import { scenarioNames } from '../../store/shipped.ts';
import type { SimulateFlags } from '../actions/simulate.ts';
import { databaseOption, describe, example } from '../describe.ts';
import { dateText, filePath, positive, wholeNumber } from '../options.ts';
import type { Output } from '../output.ts';

export function simulateCommand(output: Output): Command {
  const { text } = output;
  const names = scenarioNames();
  const formats = exportFormats.join(', ');
  return describe('simulate', output)
    .description(
      text(
        '生成一次运行：经接收流程写入数据库，或写成文件',
        'make a run: into the database through collection, or to files',
      ),
    )
    .requiredOption(
      '--scenario <name|file>',
      text(`内置场景（${names.join('、')}）或场景文件`, `a shipped scenario (${names.join(', ')}) or a file`),
      filePath('--scenario'),
    )
    .option(
      '--seed <n>',
      text('全部随机数的种子', 'seed of all randomness'),
      wholeNumber('--seed', 0, 4_294_967_295),
      7,
    )
    .option(
      '--threads <n>',
      text(
        '1 为全部在一个线程上；n 为 n 个线程模拟、一个线程存储',
        '1 = all on one thread, n = n threads simulate and one stores',
      ),
      wholeNumber('--threads', 1, 64),
      1,
    )
    .option(
      '--regime <name>',
      text(
        '评价产生的方式，人群和服务不变（见 docs/scenario.md）',
        'how ratings come about, over the same people and services (see docs/scenario.md)',
      ),
    )
    .option('--scale <x>', text('办件量的倍数', 'times as many cases'), positive('--scale'))
    .option(
      '--from <date>',
      text('起始日期，代替场景中的', 'first day instead of the scenario’s'),
      dateText('--from'),
    )
    .option(
      '--to <date>',
      text('结束日期，代替场景中的', 'last day instead of the scenario’s'),
      dateText('--to'),
    )
    .addOption(databaseOption(output))
    .option(
      '--resume',
      text(
        '从中断处继续这次运行；没有中断的则开始',
        'continue this run where it was broken off; without one, begin it',
      ),
    )
    .option(
      '--no-keep',
      text(
        '只保留计数、数据校验码和校验未通过的记录，不保留已接收的记录',
        'keep counts, digest and refused records, not the accepted records',
      ),
    )
    .option(
      '--out <dir>',
      text(
        '记录写入此文件夹，连同清单、数据字典、期望应答和文件目录；不写数据库',
        'write the records there, with register, data dictionary, expected answers and manifest; nothing goes to the database',
      ),
      filePath('--out'),
    )
    .option(
      '--format <list>',
      text(
        `与 --out 同用：${formats}；几种之间用逗号（默认：ndjson）`,
        `with --out: ${formats}; several with commas (default: ndjson)`,
      ),
      formatList,
    )
    .option(
      '--truth',
      text(
        '与 --out 同用：另写 truth.ndjson，每条评价背后的真实感受',
        'with --out: write truth.ndjson as well, what was felt behind each rating',
      ),
    )
    .option('--json', text('报告以 JSON 输出', 'print the report as JSON'))
    .addHelpText(
      'after',
      example('simulate --scenario case-life --seed 7 --threads 2 --db data/case-life.db', output),
    )
    .action(async (flags: SimulateFlags, command: Command) => {
      if (flags.out !== undefined && command.getOptionValueSource('db') === 'cli') {
        throw wrongUse('--db 与 --out 不能同用', '--db and --out cannot be used together');
      }
      const { simulateAction } = await import('../actions/simulate.ts');
      await simulateAction(flags, output);
    });
}

/** Reads the list of formats, each named once. */
function formatList(text: string): readonly ExportFormat[] {
  return [...new Set(text.split(','))].map((name) => {
    const format = exportFormats.find((known) => known === name.trim());
    if (format !== undefined) return format;
    throw wrongUse(
      `--format = “${text}”：没有“${name}”这种格式，可用 ${exportFormats.join(', ')}`,
      `--format = “${text}”: there is no format “${name}”, use ${exportFormats.join(', ')}`,
    );
  });
}
