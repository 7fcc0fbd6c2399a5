import type { Bilingual, Language } from './language.ts';

/**
 * Something the reader did or gave is wrong and can be put right: the message names the field, the value and the rule
 * in both languages. Anything that is not a Mistake is a bug.
 */
export class Mistake extends Error {
  readonly text: Bilingual;
  /** HTTP status when the mistake reaches a page. */
  readonly status: number;
  /** Process exit code when it reaches the command line: 1 data or machine, 2 what the caller gave. */
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

/** What the caller gave is wrong: an option, a setting, a name, a scenario or targets file (exit code 2). */
export const wrongUse = (zh: string, en: string): Mistake => new Mistake({ zh, en }, { exitCode: 2 });

/** The data or the machine do not allow it (exit code 1). */
export const cannot = (zh: string, en: string): Mistake => new Mistake({ zh, en });

/** The page or thing asked for does not exist (404, exit code 2). */
export const notFound = (zh: string, en: string): Mistake =>
  new Mistake({ zh, en }, { status: 404, exitCode: 2 });
