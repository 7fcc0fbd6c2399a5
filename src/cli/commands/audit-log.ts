import type { Command } from 'commander';
import type { AuditLogFlags } from '../actions/audit-log.ts';
import { databaseOption, describe, example } from '../describe.ts';
import type { Output } from '../output.ts';

export function auditLogCommand(output: Output): Command {
  const { text } = output;
  return describe('audit-log', output)
    .description(
      text(
        '输出审计日志，并检查各条是否前后相接：谁在何时从哪里做了什么',
        'print the audit log (who did what, when, and from where), and check that each entry follows from the one before it',
      ),
    )
    .addOption(databaseOption(output))
    .option('--json', text('以 JSON 输出', 'print as JSON'))
    .addHelpText('after', example('audit-log --db data/haochaping.db', output))
    .action(async (flags: AuditLogFlags) => {
      const { auditLogAction } = await import('../actions/audit-log.ts');
      auditLogAction(flags, output);
    });
}
