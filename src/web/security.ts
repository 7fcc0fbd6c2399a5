import compression from 'compression';
import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { Mistake } from '../model/errors.ts';
import { fill } from '../wording/translator.ts';
import { isSecure } from './access/sessions.ts';
import type { Deps } from './deps.ts';
import { errorTexts } from './error-texts.ts';

const REQUESTS_A_MINUTE = 600;
const YEAR_SECONDS = 31_536_000;
export const LONGEST_ADDRESS = 2000;

/** Headers: nothing but our own style, script and images; no inline code anywhere. */
export const headers = (deps: Deps): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // A proxy holds the certificate: what readers reach by https is to be reached by nothing else.
    strictTransportSecurity: isSecure(deps) ? { maxAge: YEAR_SECONDS, includeSubDomains: false } : false,
  });

export const compressed = (): RequestHandler => compression();

const both = (key: 'busyText' | 'tooLargeText', n: number): Mistake['text'] => ({
  zh: fill(errorTexts[key].zh, { n }),
  en: fill(errorTexts[key].en, { n }),
});

/** Refuses addresses longer than any of ours, before anything reads them; says so like any other mistake. */
export const limitAddress: RequestHandler = (request, _response, next) => {
  next(
    request.originalUrl.length > LONGEST_ADDRESS
      ? new Mistake(both('tooLargeText', LONGEST_ADDRESS), { status: 414 })
      : undefined,
  );
};

export const limitRate = (): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: REQUESTS_A_MINUTE,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) => {
      next(new Mistake(both('busyText', REQUESTS_A_MINUTE), { status: 429 }));
    },
  });
