import { createHash } from 'node:crypto';
import { cannot } from '../../model/errors.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { isTooLong, linesOf } from '../../national/lines.ts';
import type { PushDigest } from '../../push/source.ts';
import type { PushSource } from '../../model/push.ts';
import type { Store } from '../../store/open.ts';
import { listRuns } from '../../store/read/runs.ts';
import { recordLines } from '../export/record-lines.ts';

/** SHA-256 of texts, as hexadecimal digits. */
export const sha256: PushDigest = (texts) => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  return hash.digest('hex');
};

/** A file of records, opened anew for each reading. */
export interface PushFile {
  readonly name: string;
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** The lines of files, one file after the other. */
export const linesOfFiles = (files: readonly PushFile[]): PushSource => ({
  async *lines() {
    for (const { name, open } of files) {
      // A line that is too long is no record.
      for await (const line of linesOf(name, open()))
        yield { text: isTooLong(line) ? '' : line.text, source: name, number: line.number };
    }
  },
});

/**
 * The records of a database, printed as `simulate --out` prints them. Only simulated ones: the printer calls every
 * record 模拟数据, which nobody knows of a collected one.
 */
export function linesOfStore(store: Store, knowledge: Pick<Knowledge, 'reference'>): PushSource {
  const collected = listRuns(store).find(({ kind }) => kind === 'collect');
  if (collected) {
    throw cannot(
      `数据库 ${store.file} 含有接收的记录（第 ${String(collected.id)} 次运行：${collected.scenario}），不能当作模拟数据推送；请直接推送其文件`,
      `database ${store.file} holds collected records (run ${String(collected.id)}: ${collected.scenario}), which must not be sent as simulated ones; push their file instead`,
    );
  }
  return {
    *lines() {
      let number = 0;
      for (const text of recordLines(store, knowledge)) yield { text, source: store.file, number: ++number };
    },
  };
}
