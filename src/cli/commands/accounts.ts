import { Option, type Command } from 'commander';
import { roles } from '../../model/access/role.ts';
import type { AccountsFlags, NewAccountFlags } from '../actions/accounts.ts';
import { databaseOption, describe, example } from '../describe.ts';
import type { Output } from '../output.ts';

export function accountsCommand(output: Output): Command {
  const { text } = output;
  return describe('accounts', output)
    .description(
      text(
        '账号：列出、建立，或给出设置密码的一次性链接；网站运行时也可以。管理员都不能登录时由此恢复',
        'accounts: list them, make one, or make the one-time link that sets a password, also while the database is served; the way back in where no administrator can sign in',
      ),
    )
    .helpCommand(false)
    .addCommand(listCommand(output))
    .addCommand(addCommand(output))
    .addCommand(linkCommand(output))
    .addHelpText('after', example('accounts link chief --db data/haochaping.db', output));
}

function listCommand(output: Output): Command {
  const { text } = output;
  return describe('list', output)
    .description(text('列出全部账号', 'list all accounts'))
    .addOption(databaseOption(output))
    .option('--json', text('以 JSON 输出', 'print as JSON'))
    .addHelpText('after', example('accounts list --db data/haochaping.db', output))
    .action(async (flags: AccountsFlags) => {
      const { listAccountsAction } = await import('../actions/accounts.ts');
      listAccountsAction(flags, output);
    });
}

function addCommand(output: Output): Command {
  const { text } = output;
  return describe('add', output)
    .description(
      text(
        '建立账号，并给出设置密码的一次性链接',
        'make an account, and print the one-time link that sets its password',
      ),
    )
    .argument('<name>', text('登录名：用代号，不用真实姓名', 'sign-in name: a code name, no personal one'))
    .addOption(new Option('--role <role>', text('角色', 'role')).choices(roles).makeOptionMandatory())
    .addOption(databaseOption(output))
    .option('--json', text('以 JSON 输出', 'print as JSON'))
    .addHelpText('after', example('accounts add chief --role administrator', output))
    .action(async (name: string, flags: NewAccountFlags) => {
      const { addAccountAction } = await import('../actions/accounts.ts');
      addAccountAction(name, flags, output);
    });
}

function linkCommand(output: Output): Command {
  const { text } = output;
  return describe('link', output)
    .description(
      text(
        '为已有账号给出新的一次性链接，用于首次设置密码或忘记密码时',
        'print a new one-time link for an account: for its first password, or a forgotten one',
      ),
    )
    .argument('<name>', text('登录名', 'sign-in name'))
    .addOption(databaseOption(output))
    .option('--json', text('以 JSON 输出', 'print as JSON'))
    .addHelpText('after', example('accounts link chief', output))
    .action(async (name: string, flags: AccountsFlags) => {
      const { linkAccountAction } = await import('../actions/accounts.ts');
      linkAccountAction(name, flags, output);
    });
}
