import type { Language } from '../model/language.ts';

/**
 * The language of the person at the terminal: HAOCHAPING_LANG, else the locale of messages as POSIX finds it, the
 * first of LC_ALL, LC_MESSAGES and LANG that is set and not empty. Whatever is not Chinese reads English.
 */
export function readerLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const own = env['HAOCHAPING_LANG'];
  if (own === 'zh' || own === 'en') return own;
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value) ?? '';
  return /^zh(?![a-z])/i.test(locale) ? 'zh' : 'en';
}
