import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  ftruncateSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import type { Journal } from '../model/push.ts';
import type { PushFile } from '../jobs/push/push-source.ts';
import { scratchFolder, scratchMistake } from '../jobs/scratch-folder.ts';
import { cannot } from '../model/errors.ts';
import { readBytes } from './bytes-of.ts';
import { alreadyThere, naming } from './write-files.ts';

/**
 * Files as a push reads them, several times. What comes by standard input is kept in a scratch file of this user until
 * `remove` is called.
 */
export async function openPushFiles(
  names: readonly string[],
): Promise<{ readonly files: readonly PushFile[]; readonly remove: () => void }> {
  let scratch: string | undefined;
  const remove = (): void => {
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
  };
  if (names.includes('-')) {
    scratch = scratchFolder();
    const kept = path.join(scratch, 'records.ndjson');
    try {
      await pipeline(process.stdin, createWriteStream(kept));
    } catch (error) {
      remove();
      throw scratchMistake(error);
    }
    const fileOf = (name: string): string => (name === '-' ? kept : name);
    return { files: names.map((name) => fileNamed(name, fileOf(name))), remove };
  }
  return { files: names.map((name) => fileNamed(name, name)), remove };
}

const fileNamed = (name: string, file: string): PushFile => ({
  name,
  open: () => readBytes(createReadStream(file), name),
});

/** A journal in a file, and whether it goes on with an older push. */
export interface JournalFile extends Journal {
  readonly goesOn: boolean;
  readonly close: () => void;
}

/**
 * Opens a journal, or begins one. A last line that is not whole was being written when the process ended: it is taken
 * away before the next one is written, which is when the file is known to be a journal.
 */
export async function openJournal(file: string): Promise<JournalFile> {
  const whole = existsSync(file) ? await wholeLines(file) : 0;
  return naming(file, () => {
    const handle = openSync(file, 'a');
    let cut = false;
    return {
      goesOn: whole > 0,
      past: whole > 0 ? linesIn(file, whole) : [],
      append(line) {
        naming(file, () => {
          if (!cut) ftruncateSync(handle, whole);
          cut = true;
          writeSync(handle, `${line}\n`);
        });
      },
      close() {
        closeSync(handle);
      },
    };
  });
}

/** Bytes of a file up to its last line break. */
async function wholeLines(file: string): Promise<number> {
  let read = 0;
  let whole = 0;
  for await (const bytes of readBytes(createReadStream(file), file)) {
    const last = bytes.lastIndexOf(10);
    if (last >= 0) whole = read + last + 1;
    read += bytes.length;
  }
  if (whole === 0 && read > 0) {
    throw cannot(
      `状态文件 ${file} 没有一行完整的内容；请换一个文件`,
      `state file ${file} has no whole line; use another file`,
    );
  }
  return whole;
}

/**
 * The lines of a file up to a byte: what is appended while they are read does not belong to them. Opened when the first
 * one is asked for, as an interface of readline drops what comes before.
 */
async function* linesIn(file: string, bytes: number): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(file, { end: bytes - 1 }), crlfDelay: Infinity });
}

/** A journal that keeps nothing. */
export const noJournal: JournalFile = {
  goesOn: false,
  past: [],
  append: () => undefined,
  close: () => undefined,
};

/** A file of lines in the making. */
export interface LineFile {
  readonly add: (line: string) => void;
  /** All lines have been added, perhaps none. */
  readonly finish: () => void;
  readonly close: () => void;
}

/**
 * A new file of lines. One that is there is replaced only where an earlier run of the same push made it, and not before
 * there is something to write.
 */
export function openLineFile(file: string, replace: boolean): LineFile {
  if (!replace && existsSync(file)) throw alreadyThere(file);
  return naming(file, () => {
    const handle = openSync(file, replace ? 'a' : 'wx');
    let held = '';
    let begun = false;
    const flush = (): void => {
      naming(file, () => {
        if (!begun) ftruncateSync(handle, 0);
        begun = true;
        writeSync(handle, held);
      });
      held = '';
    };
    return {
      add(line) {
        held += `${line}\n`;
        if (held.length > 65_536) flush();
      },
      finish: flush,
      close() {
        if (held !== '') flush();
        closeSync(handle);
        if (!begun && !replace) rmSync(file);
      },
    };
  });
}
