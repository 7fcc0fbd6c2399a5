import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { pushOverHttp } from '../../src/cli/push-over-http.ts';
import { withoutSecrets } from '../../src/cli/secrets.ts';
import { readReply } from '../../src/push/answer.ts';
import type { PushRecord } from '../../src/push/source.ts';

fc.configureGlobal({ seed: 20_250_301 });

const hex = (one: string, digits: number): string => one.charCodeAt(0).toString(16).padStart(digits, '0');

/** Ways in which answers write a character. */
const escapes: readonly ((one: string) => string)[] = [
  (one) => one,
  (one) => `%${hex(one, 2)}`,
  (one) => `%25${hex(one, 2).toUpperCase()}`,
  (one) => `\\u${hex(one, 4)}`,
  (one) => `\\x${hex(one, 2)}`,
  (one) => `&#x${hex(one, 2)};`,
  (one) => `&#${one.charCodeAt(0)};`,
  (one) => `%26#${one.charCodeAt(0)};`,
];

describe('a token in the text of another', () => {
  it('is blotted out whole, whichever of its characters are escaped in whatever way', () => {
    const token = fc.stringMatching(/^[\w.~+/-]{6,40}$/);
    const ways = fc.array(fc.constantFrom(...escapes), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(token, ways, (said, chosen) => {
        const mask = withoutSecrets([`Bearer ${said}`]);
        const written = Array.from(said, (one, i) => chosen[i]!(one)).join('');
        expect(mask(`token: ${written}, or not`)).toBe('token: ***, or not');
      }),
    );
  });

  it('is blotted out where half of it is left, or eight characters', () => {
    const token = fc.stringMatching(/^[\w.~+/-]{5,40}$/);
    fc.assert(
      fc.property(token, fc.nat(), fc.nat(), (said, cut, more) => {
        const least = Math.min(8, Math.max(4, Math.ceil(said.length / 2)));
        const length = least + (more % (said.length - least + 1));
        const from = cut % (said.length - length + 1);
        expect(withoutSecrets([said])(said.slice(from, from + length))).toBe('***');
      }),
    );
  });

  it('is blotted out where it was cut by a character, and nothing else is', () => {
    const mask = withoutSecrets(['Bearer S3CRET']);
    expect(mask('S3CRE 3CRET 100% of %zz \\u12 &#; &amp; CRE')).toBe(
      '*** *** 100% of %zz \\u12 &#; &amp; CRE',
    );
  });
});

const sent: PushRecord = {
  ...{ kind: 'service', text: '{}', projectNo: 'P1', serviceNumber: '1', assessNumber: '' },
  ...{ source: 'records.ndjson', line: 1 },
};

describe('an answer that repeats a token', () => {
  let server: Server;

  afterEach(() => {
    server.close();
  });

  it.each<[string, number, object]>([
    ['as the name of a field', 200, { S3CRET: 1 }],
    ['as the name of a field of a refusal', 401, { S3CRET: null }],
    ['as the name of a record', 200, { results: [{ key: 'S3CRET', code: '1', message: 'no' }] }],
    ['as the name of a field, in no form agreed upon', 422, { S3CRET: 1, code: [] }],
  ])('%s does not show it', async (_, status, body) => {
    server = createServer((_request, response) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = new URL(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
    const send = pushOverHttp(url, [['Authorization', 'Bearer S3CRET']], 5);
    const meaning = JSON.stringify(
      readReply(await send({ key: 'k', attempt: 1, body: '{}' }), [sent], false),
    );
    expect(meaning).toContain('***');
    expect(meaning).not.toContain('S3CRET');
  });
});
