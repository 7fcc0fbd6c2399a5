import type { Reply, Transport } from '../model/push.ts';
import { readStrictJson } from '../model/strict-json.ts';
import { decodeBody } from './decode-body.ts';
import { programVersion } from './options.ts';
import { withoutSecrets } from './secrets.ts';

/** Headers of the user, such as a token: they go over the wire and nowhere else. */
export type PushHeaders = readonly (readonly [name: string, value: string])[];

/** An answer longer than this is not read: 4 MiB, some 800 bytes for each record of the largest batch. */
const LONGEST_ANSWER = 4_194_304;
/** Characters of an answer that can be shown at most. */
const SHOWN = 4000;

/** Sends requests by POST, without following redirects; an answer must be complete within the time limit. */
export function pushOverHttp(url: URL, given: PushHeaders, timeoutSeconds: number): Transport {
  // A system may repeat a token in its answer; reports must not.
  const mask = withoutSecrets([...given.map(([, value]) => value), ...url.searchParams.values()]);
  return async ({ key, attempt, body }) => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutSeconds * 1000),
        headers: [
          ...given.map(([name, value]): [string, string] => [name, value]),
          ['Content-Type', 'application/json; charset=utf-8'],
          ['User-Agent', `haochaping/${programVersion}`],
          ['Idempotency-Key', key],
          ['X-Attempt', String(attempt)],
        ],
        body,
      });
      return await replyOf(response, url, mask);
    } catch (error) {
      return faultOf(error);
    }
  };
}

async function replyOf(response: Response, url: URL, mask: (text: string) => string): Promise<Reply> {
  const { status, headers } = response;
  if (status >= 300 && status < 400) {
    await response.body?.cancel();
    return {
      kind: 'barred',
      code: 'redirect',
      message: mask(shownTarget(headers.get('location') ?? '', url)),
    };
  }
  const body = await readBody(response);
  if (body === undefined) return { kind: 'barred', code: 'too-long', message: '' };
  return {
    kind: 'answer',
    status,
    body: maskBody(body, mask),
    shown: mask(body.slice(0, SHOWN)),
    retryAfter: secondsOf(headers.get('retry-after')),
  };
}

/** The text of an answer, or nothing when it is too long. */
async function readBody(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    if (!(chunk instanceof Uint8Array)) continue;
    length += chunk.length;
    if (length > LONGEST_ANSWER) return undefined;
    chunks.push(chunk);
  }
  return decodeBody(Buffer.concat(chunks), response.headers.get('content-type') ?? '');
}

/** An answer whose values show no secrets. Names stay: a token that looks like one must not break the form. */
function maskBody(body: string, mask: (text: string) => string): string {
  const read = readStrictJson(body);
  // What is not taken for an answer is only shown.
  if ('fault' in read) return mask(body);
  return JSON.stringify(read.value, (key, inner: unknown) => {
    // The name of a record is compared with what was sent and never shown.
    if (key === 'key') return inner;
    if (typeof inner === 'string') return mask(inner);
    if (typeof inner !== 'number') return inner;
    const shown = mask(String(inner));
    return shown === String(inner) ? inner : shown;
  });
}

/** An address as it may be shown: what follows ? may be secret. */
export const shownUrl = ({ origin, pathname }: URL): string => origin + pathname;

function shownTarget(location: string, base: URL): string {
  return URL.canParse(location, base.href) ? shownUrl(new URL(location, base)) : '';
}

/** Retry-After: seconds, or a date. */
function secondsOf(text: string | null): number | null {
  if (text === null) return null;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text);
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, (date - Date.now()) / 1000);
}

/** What went wrong below HTTP, by the codes of node:net, node:tls, node:dns and undici. */
function faultOf(error: unknown): Reply {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError') return { kind: 'lost', cause: 'timeout' };
  const code = codeOf(error.cause) ?? codeOf(error) ?? '';
  if (code === 'ENOTFOUND') return { kind: 'barred', code: 'unknown-host', message: '' };
  if (/^ERR_(SSL|TLS)|^EPROTO$|CERT|UNABLE_TO/.test(code)) {
    return { kind: 'barred', code: 'no-tls', message: code };
  }
  if (error.cause instanceof Error && error.cause.message === 'bad port') {
    return { kind: 'barred', code: 'bad-port', message: '' };
  }
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return { kind: 'lost', cause: 'timeout' };
  if (['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', ''].includes(code)) return { kind: 'lost', cause: 'dropped' };
  return { kind: 'lost', cause: code };
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
