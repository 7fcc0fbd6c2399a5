import { Command } from 'commander';
import type { Config } from '../../config.ts';
import { readKnowledge } from '../../jobs/knowledge.ts';
import { verifyStore } from '../../jobs/verify/verify-store.ts';
import { say } from '../../model/language.ts';
import type { Output } from '../output.ts';
import { withStore } from '../with-store.ts';

interface Options {
  readonly db: string;
  readonly json?: true;
}

export const verifyCommand = (config: Config, output: Output): Command =>
  new Command('verify')
    .description('read every row again: integrity of the file, counts, digest, rollups')
    .option('--db <file>', 'database', config.db)
    .option('--json', 'print the report as JSON')
    .addHelpText('after', '\nExample: haochaping verify --db data/haochaping.db')
    .action((options: Options) => {
      verify(options, output);
    });

function verify(options: Options, output: Output): void {
  const report = withStore(options.db, { readonly: true }, (store) => verifyStore(store, readKnowledge()));
  if (!report.ok) process.exitCode = 1;
  if (options.json) {
    output.json({
      ...report,
      checks: report.checks.map(({ name, ok, detail }) => ({
        name,
        ok,
        detail: say(detail, output.language),
      })),
    });
    return;
  }
  for (const { name, ok, detail } of report.checks) {
    output.line(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${say(detail, output.language)}`);
  }
  output.line(`${output.language === 'zh' ? '摘要' : 'digest'} ${report.digest}`);
}
