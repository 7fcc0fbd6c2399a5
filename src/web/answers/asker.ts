import type { Request } from 'express';
import type { Asker } from './question-queue.ts';

/** What a browser says of a request that its reader or one of our pages makes. */
const OWN = ['same-origin', 'none'];

/** Milliseconds that a connection may be silent while we work: for a queue of long work before its own. */
const LONGEST_SILENCE = 900_000;

/**
 * Who waits for the answer to a request. Browsers say when a page from elsewhere sends a request, be it only from
 * another port of this machine; where a reader followed a link there, it is the reader's own.
 */
export function askerOf(request: Request): Asker {
  const gone = new AbortController();
  request.res?.once('close', () => {
    gone.abort();
  });
  const followed = request.get('sec-fetch-mode') === 'navigate' && request.get('sec-fetch-user') === '?1';
  const { socket } = request;
  const { timeout: usual = 0 } = socket;
  let waits = 0;
  return {
    gone: gone.signal,
    foreign: !OWN.includes(request.get('sec-fetch-site') ?? 'none') && !followed,
    waits() {
      if (++waits === 1) socket.setTimeout(LONGEST_SILENCE);
      return () => {
        if (--waits === 0) socket.setTimeout(usual);
      };
    },
  };
}
