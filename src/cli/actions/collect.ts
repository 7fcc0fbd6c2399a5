import { createReadStream } from 'node:fs';
import { collectFiles, type CollectReport, type Source } from '../../jobs/collect/collect-files.ts';
import { readKnowledge } from '../../store/reference.ts';
import { translate } from '../../model/language.ts';
import { refusalReasons, refusalText } from '../../model/refusal.ts';
import { readBytes } from '../bytes-of.ts';
import { machineClock } from '../clock.ts';
import { programVersion } from '../options.ts';
import type { Output } from '../output.ts';
import { withMadeStore } from '../with-store.ts';

export interface CollectFlags {
  readonly db: string;
  readonly dialect: string;
  readonly failOnRefused?: true;
  readonly json?: true;
}

/** Takes files through collection and reports what became of their lines. */
export async function collectAction(
  files: readonly string[],
  options: CollectFlags,
  output: Output,
): Promise<void> {
  const knowledge = readKnowledge();
  const progress = (lines: number): void => {
    output.progress({ zh: `已读 ${String(lines)} 行`, en: `${String(lines)} lines read` }, 0, 1);
  };
  const report = await withMadeStore(options.db, (store) =>
    collectFiles(store, files.map(sourceOf), { programVersion, progress }, knowledge, machineClock),
  );
  if (options.failOnRefused && report.refusals.records > 0) process.exitCode = 1;
  if (options.json) output.json(report);
  else printReport(report, output);
}

function printReport(report: CollectReport, { line, text, language }: Output): void {
  line(`${text('接收', 'accepted')} ${String(report.accepted)}`);
  if (report.assessments > 0)
    line(`${text('接收评估记录', 'assessments accepted')} ${String(report.assessments)}`);
  if (report.updated > 0) {
    line(
      `${text('续报（同一差评整改的进展）', 'updated (a rectification that has gone on)')} ${String(report.updated)}`,
    );
  }
  line(
    `${text('重复（内容相同，不再存储）', 'duplicate (same content, not stored again)')} ${String(report.duplicate)}`,
  );
  line(
    `${text('冲突（主键相同、内容不同，校验未通过）', 'conflicting (same key, other content, refused)')} ${String(report.conflicting)}`,
  );
  for (const reason of refusalReasons) {
    const n = report.refused[reason];
    if (n === undefined) continue;
    line(
      `${text('校验未通过', 'refused')} ${reason} ${translate(refusalText[reason].name, language)}: ${String(n)}`,
    );
  }
  const { kept, repeated, notKept } = report.refusals;
  if (repeated > 0 || notKept > 0) {
    line(
      text(
        `未通过校验的原文：新保留 ${String(kept)} 条，与已保留的相同 ${String(repeated)} 条，超出保留上限 ${String(notKept)} 条`,
        `refused records: ${String(kept)} newly kept, ${String(repeated)} the same as one kept, ${String(notKept)} beyond the limit of what is kept`,
      ),
    );
  }
  const ignored = Object.entries(report.ignoredFields).map(([field, n]) => `${field} ${String(n)}`);
  if (ignored.length > 0) {
    line(
      text(
        `随记录而来、未入库的字段：${ignored.join('、')}`,
        `fields that came with accepted records and are not stored: ${ignored.join(', ')}`,
      ),
    );
  }
  line(`${text('数据校验码', 'digest')} ${report.digest}`);
}

function sourceOf(file: string): Source {
  return {
    name: file,
    chunks: file === '-' ? readBytes(process.stdin, file) : readBytes(createReadStream(file), file),
  };
}
