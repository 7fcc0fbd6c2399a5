import { serialize } from 'node:v8';
import type { Store } from '../open.ts';
import type { AnswerKey } from '../read/results/answers.ts';

export interface NewAnswer extends AnswerKey {
  readonly answered: unknown;
}

/** Keeps an answer in place of an older one to the same question. Where another process writes, or nobody may, it is left unkept: pages compute it again. */
export function keepAnswer(store: Store, { question, asked, data, version, answered }: NewAnswer): void {
  const insert = store.db.prepare<[string, string, string, string, Buffer]>(
    'INSERT OR REPLACE INTO answer (question, asked, data, version, document) VALUES (?, ?, ?, ?, ?)',
  );
  whereWritten(() => {
    insert.run(question, asked, data, version, serialize(answered));
  });
}

/** Forgets the answers that hold for other data or another program. Marks of these data may have more behind the mark; an empty mark holds for any. */
export function forgetOldAnswers(store: Store, data: string, version: string): void {
  whereWritten(() => {
    store.db
      .prepare("DELETE FROM answer WHERE version <> ? OR (data <> '' AND substr(data, 1, length(?)) <> ?)")
      .run(version, data, data);
  });
}

function whereWritten(write: () => void): void {
  try {
    write();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!/^SQLITE_(BUSY|READONLY)/.test(code)) throw error;
  }
}
