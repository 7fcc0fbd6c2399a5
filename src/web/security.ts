import compression from 'compression';
import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { Mistake } from '../model/errors.ts';
import { fill } from '../wording/translator.ts';
import { errorTexts } from './error-texts.ts';

const REQUESTS_A_MINUTE = 600;
export const LONGEST_ADDRESS = 2000;

/** Headers: nothing but our own style, script and images; no inline code anywhere. */
export const headers = (): RequestHandler =>
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
    // Transport security belongs to the proxy that holds the certificate.
    strictTransportSecurity: false,
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
