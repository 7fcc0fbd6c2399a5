import { createReadStream } from 'node:fs';
import { collectFiles, type Source } from '../../jobs/collect/collect-files.ts';
import { readKnowledge } from '../../store/reference.ts';
import { say } from '../../model/language.ts';
import { refusalReasons, refusalText } from '../../model/refusal.ts';
import { closeStore, openStore } from '../../store/open.ts';
import { bytesOf } from '../bytes-of.ts';
import { machineClock } from '../clock.ts';
import { programVersion } from '../options.ts';
import type { Output } from '../output.ts';

export interface CollectFlags {
  readonly db: string;
  readonly dialect: string;
  readonly json?: true;
}

/** Takes files through collection and reports what became of their lines. */
export async function collectAction(
  files: readonly string[],
  options: CollectFlags,
  output: Output,
): Promise<void> {
  const store = openStore(options.db);
  try {
    const progress = (lines: number): void => {
      output.progress({ zh: `已读 ${String(lines)} 行`, en: `${String(lines)} lines read` }, 0, 1);
    };
    const report = await collectFiles(
      store,
      files.map(sourceOf),
      { programVersion, progress },
      readKnowledge(),
      machineClock,
    );
    if (options.json) {
      output.json(report);
      return;
    }
    const zh = output.language === 'zh';
    output.line(`${zh ? '接收' : 'accepted'} ${String(report.accepted)}`);
    output.line(
      `${zh ? '重复（内容相同，不再存储）' : 'duplicate (same content, not stored again)'} ${String(report.duplicate)}`,
    );
    output.line(
      `${zh ? '冲突（主键相同、内容不同，校验未通过）' : 'conflicting (same key, other content, refused)'} ${String(report.conflicting)}`,
    );
    for (const reason of refusalReasons) {
      const n = report.refused[reason];
      if (n !== undefined)
        output.line(
          `${zh ? '校验未通过' : 'refused'} ${reason} ${say(refusalText[reason].name, output.language)}: ${String(n)}`,
        );
    }
    output.line(`${zh ? '数据校验码' : 'digest'} ${report.digest}`);
  } finally {
    closeStore(store);
  }
}

function sourceOf(file: string): Source {
  return {
    name: file,
    chunks: file === '-' ? bytesOf(process.stdin, file) : bytesOf(createReadStream(file), file),
  };
}
