import { serialize } from 'node:v8';
import type { Store } from '../open.ts';
import type { AnswerKey } from '../read/results/answers.ts';

export interface NewAnswer extends AnswerKey {
  readonly answered: unknown;
}

/**
 * Keeps answers in place of all that were kept before. While another process writes, they are left unkept: pages compute
 * them again.
 */
export function keepAnswers(store: Store, answers: readonly NewAnswer[]): void {
  const insert = store.db.prepare<[string, string, string, string, Buffer]>(
    'INSERT INTO answer (question, asked, data, version, document) VALUES (?, ?, ?, ?, ?)',
  );
  const replace = store.db.transaction(() => {
    store.db.exec('DELETE FROM answer');
    for (const { question, asked, data, version, answered } of answers)
      insert.run(question, asked, data, version, serialize(answered));
  });
  try {
    replace.immediate();
  } catch (error) {
    const busy = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
    if (!busy) throw error;
  }
}
