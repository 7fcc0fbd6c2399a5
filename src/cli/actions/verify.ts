import { readKnowledge } from '../../store/reference.ts';
import { verifyStore } from '../../jobs/verify/verify-store.ts';
import { translate } from '../../model/language.ts';
import { storedWorldVersion } from '../../store/read/runs.ts';
import { programVersion } from '../options.ts';
import type { Output } from '../output.ts';
import { withStoreWhile } from '../with-store.ts';

export interface VerifyFlags {
  readonly db: string;
  readonly json?: true;
}

/** Reads a database again and reports what does not hold. */
export async function verifyAction(options: VerifyFlags, output: Output): Promise<void> {
  const knowledge = readKnowledge();
  const report = await withStoreWhile(options.db, { readonly: true }, async (store) => ({
    ...(await verifyStore(store, knowledge, programVersion)),
    worldVersion: storedWorldVersion(store),
  }));
  if (!report.ok) process.exitCode = 1;
  if (options.json) {
    output.json({
      ...report,
      checks: report.checks.map(({ name, ok, detail }) => ({
        name,
        ok,
        detail: translate(detail, output.language),
      })),
      leftOut: report.leftOut.map(({ name, detail }) => ({
        name,
        detail: translate(detail, output.language),
      })),
    });
    return;
  }
  for (const { name, ok, detail } of report.checks) {
    output.line(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${translate(detail, output.language)}`);
  }
  for (const { name, detail } of report.leftOut) {
    output.line(`--   ${name} (${output.text('未检查', 'left out')}): ${translate(detail, output.language)}`);
  }
  output.line(`${output.language === 'zh' ? '数据校验码' : 'digest'} ${report.digest}`);
  const { register, refusals, settings } = report.sideDigests;
  output.line(`${output.text('清单校验码', 'digest of the register')} ${register}`);
  output.line(`${output.text('未通过校验记录校验码', 'digest of the refused records kept')} ${refusals}`);
  output.line(`${output.text('运行设置校验码', 'digest of the settings of runs')} ${settings}`);
}
