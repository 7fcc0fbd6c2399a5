import type { Request, RequestHandler } from 'express';
import type { Language } from '../model/language.ts';
import { readChoice } from './request-query.ts';

const languages = ['zh', 'en'] as const;
const YEAR_MS = 365 * 24 * 3600 * 1000;

/** The query of a request, without trusting the parser's idea of nested values. */
export const queryOf = (request: Request): URLSearchParams =>
  new URLSearchParams(request.originalUrl.split('?', 2)[1] ?? '');

/**
 * Language of the request: what the address says, else what the cookie remembers of an earlier choice, else the one the
 * browser prefers, else Chinese. Never throws.
 */
export function languageOf(request: Request): Language {
  const asked = queryOf(request).get('lang');
  const kept = /(?:^|;\s*)lang=(zh|en)(?:;|$)/.exec(request.headers.cookie ?? '')?.[1];
  const preferred = request.acceptsLanguages([...languages]);
  for (const wish of [asked, kept, preferred]) {
    const known = languages.find((language) => language === wish);
    if (known !== undefined) return known;
  }
  return 'zh';
}

/** Remembers a language that the address asks for. */
export const rememberLanguage: RequestHandler = (request, response, next) => {
  const query = queryOf(request);
  response.vary('Cookie').vary('Accept-Language');
  if (query.get('lang') !== null) {
    const language = readChoice(query, 'lang', languages, 'zh');
    const secure = request.secure;
    response.cookie('lang', language, {
      httpOnly: true,
      secure,
      sameSite: 'lax',
      path: '/',
      maxAge: YEAR_MS,
    });
  }
  next();
};
