import type { Request } from 'express';
import type { Asker } from './question-queue.ts';

/**
 * Who waits for the answer to a request. Browsers say when a page of another site sends a request; where a reader
 * followed a link there, it is the reader's own.
 */
export function askerOf(request: Request): Asker {
  const gone = new AbortController();
  request.res?.once('close', () => {
    gone.abort();
  });
  const followed = request.get('sec-fetch-mode') === 'navigate' && request.get('sec-fetch-user') === '?1';
  return { gone: gone.signal, foreign: request.get('sec-fetch-site') === 'cross-site' && !followed };
}
