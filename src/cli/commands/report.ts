import { Option, type Command } from 'commander';
import { wrongUse } from '../../model/errors.ts';
import { reportFormats, type ReportFormat } from '../../report/report-file-names.ts';
import type { ReportFlags } from '../actions/report.ts';
import { databaseOption, describe, example } from '../describe.ts';
import { filePath, methodOption, periodOption } from '../options.ts';
import type { Output } from '../output.ts';

export function reportCommand(output: Output): Command {
  const { text } = output;
  const formats = reportFormats.join(', ');
  return describe('report', output)
    .description(
      text(
        '写出一个时段的模拟评估报告：全部章节、表和图，数字与网页相同',
        'write the simulated assessment report of a period: all chapters, tables and figures, with the numbers of the pages',
      ),
    )
    .requiredOption(
      '--out <dir>',
      text(
        '写入此文件夹；同名文件被替换，其余不动',
        'write the files there; those of the same names are replaced, others stay',
      ),
      filePath('--out'),
    )
    .option(
      '--format <list>',
      text(
        `${formats}；几种之间用逗号。csv 每表一个文件，svg、png 每图一个文件；pdf、png 和 docx 中的图需要本机装有 Chromium`,
        `${formats}; several with commas. csv is a file a table, svg and png a file a figure; pdf, png and the figures in docx need a Chromium on this machine`,
      ),
      formatList,
      ['html'],
    )
    .addOption(
      new Option('--lang <l>', text('报告的语言', 'language of the report'))
        .choices(['zh', 'en'])
        .default('zh'),
    )
    .addOption(periodOption(output))
    .addOption(methodOption(output))
    .addOption(databaseOption(output))
    .option('--json', text('写出了哪些文件以 JSON 输出', 'print which files were written as JSON'))
    .addHelpText(
      'after',
      example('report --period 2021 --out data/report --format html,docx,xlsx,csv', output),
    )
    .action(async (flags: ReportFlags) => {
      const { reportAction } = await import('../actions/report.ts');
      await reportAction(flags, output);
    });
}

/** Reads the list of formats, each named once. */
function formatList(text: string): readonly ReportFormat[] {
  return [...new Set(text.split(',').map((name) => name.trim()))].map((name) => {
    const format = reportFormats.find((known) => known === name);
    if (format !== undefined) return format;
    throw wrongUse(
      `--format = “${text}”：没有“${name}”这种格式，可用 ${reportFormats.join(', ')}`,
      `--format = “${text}”: there is no format “${name}”, use ${reportFormats.join(', ')}`,
    );
  });
}
