import type { Command } from 'commander';
import { wrongUse } from '../../model/errors.ts';
import type { PushFlags } from '../actions/push.ts';
import { databaseOption, describe, example } from '../describe.ts';
import { filePath, filePaths, positive, wholeNumber } from '../options.ts';
import type { Output } from '../output.ts';
import { header, httpUrl } from '../push-options.ts';

export function pushCommand(output: Output): Command {
  const { text } = output;
  return describe('push', output)
    .description(
      text(
        '把模拟记录发送到被测系统；- 为标准输入',
        'send simulated records to a system under test; - is standard input',
      ),
    )
    .argument(
      '[file...]',
      text(
        'simulate --out 写出的 records.ndjson，代替数据库',
        'records.ndjson as simulate --out writes it, instead of the database',
      ),
      filePaths('file'),
    )
    .requiredOption(
      '--url <url>',
      text('接收记录的地址，http 或 https', 'address that takes the records, http or https'),
      httpUrl,
    )
    .addOption(databaseOption(output))
    .option('--rate <n>', text('每秒至多几条记录', 'records a second at most'), positive('--rate'))
    .option(
      '--batch <n>',
      text('每个请求几条记录', 'records a request'),
      wholeNumber('--batch', 1, 5000),
      200,
    )
    .option(
      '--retries <n>',
      text('一个请求至多再试几次', 'further tries of a request'),
      wholeNumber('--retries', 0, 100),
      5,
    )
    .option(
      '--timeout <seconds>',
      text('等待应答的最长秒数', 'longest wait for an answer'),
      wholeNumber('--timeout', 1, 300),
      30,
    )
    .option(
      '--header <header>',
      text('“名称: 值”，用于令牌；可重复', '“Name: value”, for a token; may be repeated'),
      header,
    )
    .option(
      '--no-rectifications',
      text(
        '不发送整改，用于只有两步（服务、评价）的系统',
        'leave them out, for a system of two steps: services and ratings',
      ),
    )
    .option(
      '--report <file>',
      text('未被接收的记录各写一行', 'write a line for each record that was not accepted'),
      filePath('--report'),
    )
    .option(
      '--state <file>',
      text('应答存于此文件，下次从那里继续', 'keep there what was answered, and go on from it the next time'),
      filePath('--state'),
    )
    .option('--json', text('报告以 JSON 输出', 'print the report as JSON'))
    .addHelpText('after', example('push --url http://localhost:8080/evaluate --rate 500', output))
    .action(async (files: string[], flags: PushFlags, command: Command) => {
      if (files.length > 0 && command.getOptionValueSource('db') === 'cli') {
        throw wrongUse('--db 与文件不能同用', '--db and files cannot be used together');
      }
      const { pushAction } = await import('../actions/push.ts');
      await pushAction(files, flags, output);
    });
}
