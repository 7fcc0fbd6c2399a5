import { Option, type Command } from 'commander';
import { keyScopes } from '../../model/access/api-key.ts';
import type { KeysFlags, NewKeyFlags } from '../actions/keys.ts';
import { databaseOption, describe, example } from '../describe.ts';
import type { Output } from '../output.ts';

export function keysCommand(output: Output): Command {
  const { text } = output;
  return describe('keys', output)
    .description(
      text(
        '供程序使用的密钥：列出、建立或吊销；网站运行时也可以',
        'keys of machines: list them, make one, or revoke one, also while the database is served',
      ),
    )
    .helpCommand(false)
    .addCommand(listCommand(output))
    .addCommand(addCommand(output))
    .addCommand(revokeCommand(output))
    .addHelpText('after', example('keys add harvester --scope read', output));
}

function listCommand(output: Output): Command {
  const { text } = output;
  return describe('list', output)
    .description(text('列出全部密钥，不含密钥内容', 'list all keys, without what they consist of'))
    .addOption(databaseOption(output))
    .option('--json', text('以 JSON 输出', 'print as JSON'))
    .addHelpText('after', example('keys list --db data/haochaping.db', output))
    .action(async (flags: KeysFlags) => {
      const { listKeysAction } = await import('../actions/keys.ts');
      listKeysAction(flags, output);
    });
}

function addCommand(output: Output): Command {
  const { text } = output;
  return describe('add', output)
    .description(
      text(
        '建立密钥；密钥只输出这一次，单独写到标准输出',
        'make a key, and print it this once, alone on standard output',
      ),
    )
    .argument('<name>', text('名称，说明由什么程序使用', 'a name that says what uses it'))
    .addOption(
      new Option('--scope <scope>', text('用途', 'what it opens')).choices(keyScopes).makeOptionMandatory(),
    )
    .addOption(databaseOption(output))
    .option('--json', text('以 JSON 输出', 'print as JSON'))
    .addHelpText('after', example('keys add harvester --scope read > harvester.key', output))
    .action(async (name: string, flags: NewKeyFlags) => {
      const { addKeyAction } = await import('../actions/keys.ts');
      addKeyAction(name, flags, output);
    });
}

function revokeCommand(output: Output): Command {
  const { text } = output;
  return describe('revoke', output)
    .description(text('吊销密钥，立即生效，不能恢复', 'revoke a key, at once and for good'))
    .argument('<id>', text('编号，见 keys list', 'its number, as keys list shows it'))
    .addOption(databaseOption(output))
    .option('--json', text('以 JSON 输出', 'print as JSON'))
    .addHelpText('after', example('keys revoke 1a2b3c4d5e6f', output))
    .action(async (id: string, flags: KeysFlags) => {
      const { revokeKeyAction } = await import('../actions/keys.ts');
      revokeKeyAction(id, flags, output);
    });
}
