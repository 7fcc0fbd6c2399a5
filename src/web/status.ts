import type { Response } from 'express';

/** Seconds after which a busy server may have time. */
const RETRY_SECONDS = 5;

/**
 * Sets the status of an answer; where the server was too busy, also when to ask again. What says that something went wrong carries no
 * tag of results (result-tag.ts).
 */
export function setStatus(response: Response, status: number): Response {
  if (status === 503) response.set('Retry-After', String(RETRY_SECONDS));
  if (status !== 200) response.removeHeader('ETag');
  return response.status(status);
}
