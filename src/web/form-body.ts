import type { Request, RequestHandler } from 'express';
import { Mistake } from '../model/errors.ts';
import { errorTexts } from './error-texts.ts';
import { fill } from '../wording/translator.ts';

/** Bytes of a form: all fields of a scenario, with room to spare. */
const LARGEST_BODY = 256 * 1024;

const tooLong = (): Mistake =>
  new Mistake(
    {
      zh: fill(errorTexts.bodyTooLargeText.zh, { n: LARGEST_BODY }),
      en: fill(errorTexts.bodyTooLargeText.en, { n: LARGEST_BODY }),
    },
    { status: 413 },
  );

/**
 * Refuses a body that says it is longer than any form of ours, unread. Where the length is not known beforehand, or too
 * long, the connection ends with the answer: else the server would read the rest to reach the next request.
 */
export const limitBody: RequestHandler = (request, response, next) => {
  const length = Number(request.get('content-length') ?? 0);
  const unknown = request.get('transfer-encoding') !== undefined;
  if (unknown || length > LARGEST_BODY) response.set('Connection', 'close');
  next(length > LARGEST_BODY ? tooLong() : undefined);
};

/** Reads the form of a request; any other kind of body counts as a form without fields. */
export const readForm: RequestHandler = async (request, _response, next) => {
  if (request.is('application/x-www-form-urlencoded') !== false) request.body = await formText(request);
  next();
};

function formText(request: Request): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > LARGEST_BODY) {
        request.pause();
        reject(tooLong());
      } else chunks.push(chunk);
    });
    request.on('end', () => {
      resolve(Buffer.concat(chunks).toString('utf8'));
    });
    request.on('error', reject);
  });
}

/** What a form says, field by field. */
export function formOf(request: Request): URLSearchParams {
  const body: unknown = request.body;
  return new URLSearchParams(typeof body === 'string' ? body : '');
}
