import type { Bilingual, Language } from './language.ts';

/**
 * Something the reader did or gave is wrong and can be put right: the message names the field, the value and the rule
 * in both languages. Anything that is not a Mistake is a bug.
 */
export class Mistake extends Error {
  readonly text: Bilingual;
  /** HTTP status when the mistake reaches a page. */
  readonly status: number;
  /** Process exit code when it reaches the command line: 1 failed, 2 wrong use. */
  readonly exitCode: 1 | 2;

  constructor(text: Bilingual, options: { status?: number; exitCode?: 1 | 2 } = {}) {
    super(text.en);
    this.name = 'Mistake';
    this.text = text;
    this.status = options.status ?? 400;
    this.exitCode = options.exitCode ?? 1;
  }

  in(language: Language): string {
    return this.text[language];
  }
}

/** The command was used wrongly (exit code 2). */
export const wrongUse = (zh: string, en: string): Mistake => new Mistake({ zh, en }, { exitCode: 2 });

/** The work could not be done with what was given (exit code 1). */
export const cannot = (zh: string, en: string): Mistake => new Mistake({ zh, en });

/** The page or thing asked for does not exist (404). */
export const notFound = (zh: string, en: string): Mistake => new Mistake({ zh, en }, { status: 404 });
