import { Mistake } from '../model/errors.ts';
import { translate, type Bilingual, type Language } from '../model/language.ts';
import { writeResult } from './standard-output.ts';

/** Stands in front of every result that names a place. */
export const notice: Bilingual = {
  zh: '模拟数据：不代表任何地区的实际情况',
  en: 'Simulated data: no statement about any real place',
};

/** How a command speaks: results on standard output, everything else on standard error. */
export interface Output {
  readonly language: Language;
  /** Picks the text of the reader's language. */
  readonly text: (zh: string, en: string) => string;
  /** A line of the result. */
  readonly line: (text: string) => void;
  /** The result for machines. */
  json(value: unknown): void;
  /** A remark for the person at the terminal. */
  readonly note: (text: Bilingual) => void;
  /** Progress, drawn over itself on a terminal and silent elsewhere. */
  progress(text: Bilingual, done: number, all: number): void;
}

export function createOutput(language: Language): Output {
  let drawn = '';
  const wipe = (): void => {
    if (drawn !== '') process.stderr.write(`\r${' '.repeat(drawn.length * 2)}\r`);
    drawn = '';
  };
  return {
    language,
    text: (zh, en) => (language === 'zh' ? zh : en),
    line: (text) => {
      wipe();
      writeResult(`${text}\n`);
    },
    json(value) {
      wipe();
      writeResult(`${JSON.stringify(value, undefined, 2)}\n`);
    },
    note(text) {
      wipe();
      process.stderr.write(`${translate(text, language)}\n`);
    },
    progress(text, done, all) {
      if (!process.stderr.isTTY) return;
      const next = `${translate(text, language)} ${String(Math.floor((100 * done) / Math.max(1, all)))}%`;
      if (next === drawn) return;
      drawn = next;
      process.stderr.write(`\r${next}`);
    },
  };
}

/** Prints what went wrong in one message and gives the exit code; a bug keeps its stack. */
export function report(error: unknown, output: Output): number {
  if (error instanceof Mistake) {
    output.note({ zh: `错误：${error.text.zh}`, en: `error: ${error.text.en}` });
    return error.exitCode;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  output.note({ zh: `程序内部错误：${detail}`, en: `internal error: ${detail}` });
  return 1;
}
