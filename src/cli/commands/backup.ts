import type { Command } from 'commander';
import type { BackupFlags } from '../actions/backup.ts';
import { databaseOption, describe, example } from '../describe.ts';
import { filePath } from '../options.ts';
import type { Output } from '../output.ts';

export function backupCommand(output: Output): Command {
  const { text } = output;
  return describe('backup', output)
    .description(
      text(
        '把数据库连同真值和账号复制到新文件并检查副本，网站运行时也可以；副本就是普通数据库，反向复制即恢复。副本中没有登录状态和未用的链接',
        'copy a database with its truth and its accounts to a new file and check the copy, also while it is served; a copy is a database like any other: copy it back to restore it. Nobody is signed in to a copy, and no link opens it',
      ),
    )
    .argument('<file>', text('副本，不得已存在', 'the copy, which must not be there yet'), filePath('file'))
    .addOption(databaseOption(output))
    .option('--json', text('报告以 JSON 输出', 'print the report as JSON'))
    .addHelpText('after', example('backup data/copy.db --db data/haochaping.db', output))
    .action(async (file: string, flags: BackupFlags) => {
      const { backupAction } = await import('../actions/backup.ts');
      await backupAction(file, flags, output);
    });
}
