import type { SourceLine } from '../../model/record/source-line.ts';
import type { Store } from '../open.ts';

/** Lines that wait, by the step in which they are taken. */
export interface WaitingLines {
  add(step: number, line: SourceLine): void;
  /** The lines of a step in the order they came; others may be written meanwhile. */
  of(step: number): Iterable<SourceLine>;
  end(): void;
}

/**
 * Keeps lines that wait in a temporary table, so that they take no memory however many they are. It is in a file of
 * its own that the engine takes away; a transaction that is rolled back takes it along.
 */
export function waitingLines({ db }: Store): WaitingLines {
  db.exec(`CREATE TEMP TABLE waiting_line (
    step INTEGER NOT NULL, id INTEGER NOT NULL, source TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (step, id)
  ) STRICT, WITHOUT ROWID`);
  const insert = db.prepare<[number, number, string, number, string]>(
    'INSERT INTO waiting_line (step, id, source, number, text) VALUES (?, ?, ?, ?, ?)',
  );
  const next = db.prepare<[number, number], SourceLine & { id: number }>(
    'SELECT id, source, number, text FROM waiting_line WHERE step = ? AND id > ? ORDER BY id LIMIT 1',
  );
  let last = 0;
  return {
    add: (step, { source, number, text }) => {
      insert.run(step, ++last, source, number, text);
    },
    *of(step) {
      for (let line = next.get(step, 0); line; line = next.get(step, line.id)) yield line;
    },
    end: () => {
      db.exec('DROP TABLE waiting_line');
    },
  };
}
