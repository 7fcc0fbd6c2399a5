import type { Command } from 'commander';
import type { ServeFlags } from '../actions/serve.ts';
import { databaseOption, describe, example } from '../describe.ts';
import { hostAddress, wholeNumber } from '../options.ts';
import type { Output } from '../output.ts';

export function serveCommand(output: Output): Command {
  const { text } = output;
  return describe('serve', output)
    .description(
      text(
        '启动网页应用；没有 --db 时，空数据库先生成 2017—2021 年的模拟数据',
        'start the web application; without --db, an empty database is first filled with simulated data of 2017 to 2021',
      ),
    )
    .option(
      '--port <n>',
      text('端口（默认：PORT，否则 3000）', 'port (default: PORT, else 3000)'),
      wholeNumber('--port', 0, 65_535),
    )
    .option(
      '--host <address>',
      text(
        '监听的地址（默认：HOST，否则 127.0.0.1）',
        'address to listen on (default: HOST, else 127.0.0.1)',
      ),
      hostAddress('--host'),
    )
    .addOption(databaseOption(output))
    .option(
      '--fill',
      text(
        '数据库不存在或为空时，生成 2017—2021 年的模拟数据',
        'simulate the years 2017 to 2021 where the database is missing or empty',
      ),
    )
    .addHelpText('after', example('serve --port 8080', output))
    .action(async (flags: Omit<ServeFlags, 'named'>, command: Command) => {
      const { serveAction } = await import('../actions/serve.ts');
      await serveAction({ ...flags, named: command.getOptionValueSource('db') === 'cli' }, output);
    });
}
