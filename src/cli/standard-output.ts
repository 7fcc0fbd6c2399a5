import { fstatSync, writeSync } from 'node:fs';
import type { Bilingual } from '../model/language.ts';

const STANDARD_OUTPUT = 1;

/**
 * Writes a text of the result. A stream writes to a file once and does not look how much of the text went there, so that
 * a full disk would cut a result off without a word: to a file it is written until all of it is there.
 */
export function writeResult(text: string): void {
  if (!isFile()) {
    process.stdout.write(text);
    return;
  }
  if (process.stdout.errored) return;
  try {
    for (let rest = Buffer.from(text); rest.length > 0;)
      rest = rest.subarray(writeSync(STANDARD_OUTPUT, rest));
  } catch (error) {
    process.stdout.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

let file: boolean | undefined;
const isFile = (): boolean => (file ??= fstatSync(STANDARD_OUTPUT).isFile());

/**
 * Decides how a command ends whose output cannot be written. A reader that closes early (head, less) is no error, and no
 * success either: the command goes on to its own end. Results that a full disk swallows are an error, said once. Where
 * standard error takes nothing, nobody can be told.
 */
export function endWhereOutputCannotGo(note: (text: Bilingual) => void): void {
  let lost = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (lost || error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return;
    lost = true;
    note({
      zh: `错误：无法写到标准输出：${error.message}`,
      en: `error: cannot write to standard output: ${error.message}`,
    });
  });
  process.stderr.on('error', () => undefined);
  process.on('exit', () => {
    if (lost) process.exitCode ||= 1;
  });
}
