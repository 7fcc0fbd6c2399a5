import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { Mistake, notFound } from '../model/errors.ts';
import { translate, type Bilingual } from '../model/language.ts';
import { signInAddress } from './access/sign-in-link.ts';
import { bareLayout } from './layout.ts';
import { languageOf, queryOf } from './request-language.ts';
import { linkFrom, type Site } from './request-context.ts';
import { setStatus } from './status.ts';
import { errorTexts } from './error-texts.ts';
import { fill, translator } from '../wording/translator.ts';

/** An address that no route answers. */
export const unknownAddress: RequestHandler = (request, _response, next) => {
  const path = request.path;
  next(notFound(fill(errorTexts.notFoundText.zh, { path }), fill(errorTexts.notFoundText.en, { path })));
};

/** An address that other methods answer: they are listed in the header Allow. */
export const wrongMethod =
  (allowed: string): RequestHandler =>
  (request, response, next) => {
    response.set('Allow', allowed);
    const values = { method: request.method, allowed };
    next(
      new Mistake(
        { zh: fill(errorTexts.wrongMethodText.zh, values), en: fill(errorTexts.wrongMethodText.en, values) },
        { status: 405 },
      ),
    );
  };

function headingOf(status: number): Bilingual {
  if (status === 404) return errorTexts.notFound;
  if (status === 401) return errorTexts.signInFirst;
  if (status === 403) return errorTexts.forbidden;
  if (status === 405) return errorTexts.wrongMethod;
  if (status === 409) return errorTexts.conflict;
  if (status === 414 || status === 413) return errorTexts.tooLarge;
  if (status === 421) return errorTexts.otherHost;
  if (status === 503) return errorTexts.overloaded;
  if (status === 429) return errorTexts.busy;
  return status < 500 ? errorTexts.wrong : errorTexts.failed;
}

/** Errors of the framework's own readers (a malformed address, a body too long) carry a status and are the sender's. */
function statusOf(error: unknown): number {
  if (error instanceof Mistake) return error.status;
  if (error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500) {
    return error.status;
  }
  return 500;
}

/** The page that a reader was on: what was sent from it is to be sent again after signing in. */
const comingFrom = (request: Request): string => (request.method === 'GET' ? request.originalUrl : '/');

function show(site: Site, request: Request, response: Response, status: number, text: Bilingual): void {
  const language = languageOf(request);
  setStatus(response, status).set('Cache-Control', 'no-store');
  if (status === 401) response.set('WWW-Authenticate', 'Bearer');
  if (request.path.startsWith('/api/') || request.path === '/healthz') {
    response.json({ error: { status, zh: text.zh, en: text.en } });
    return;
  }
  const query = queryOf(request);
  const link = (path: string): string => linkFrom(query, path, { period: undefined });
  response.render('pages/error', {
    frame: bareLayout(language, site.assets, request.path, link, ({ lang }) =>
      linkFrom(query, request.path, { lang, period: undefined }),
    ),
    title: translate(headingOf(status), language),
    t: translator(errorTexts, language),
    status,
    message: translate(text, language),
    home: link('/'),
    signIn: status === 401 ? signInAddress(comingFrom(request)) : '',
  });
}

/** What reading from and writing to a closed connection ends with; a failure of our own stays one, whoever has left. */
const ofClosedConnections = [
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ABORT_ERR',
];
const isClientGone = (error: unknown, request: Request): boolean =>
  request.socket.destroyed &&
  error instanceof Error &&
  'code' in error &&
  ofClosedConnections.includes(String(error.code));

/** Turns whatever a request ran into into a page in the reader's language. */
export const errorPage =
  (site: Site): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (isClientGone(error, request)) {
      site.logger.debug({ path: request.path }, 'the client went away before it had its answer');
      return;
    }
    const status = statusOf(error);
    if (status >= 500 && !(error instanceof Mistake))
      site.logger.error({ err: error, path: request.path }, 'request failed');
    if (response.headersSent) {
      next(error);
      return;
    }
    const plain = status >= 500 ? errorTexts.failedText : headingOf(status);
    show(site, request, response, status, error instanceof Mistake ? error.text : plain);
  };
