import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pushOverHttp } from '../../src/cli/push-over-http.ts';
import { pushRecords } from '../../src/jobs/push/push-records.ts';
import type { ReportLine } from '../../src/model/push.ts';
import { expectAllAccountedFor, Platform } from '../platform.ts';
import { onlyMessage, run, scratchFolder, start } from './command.ts';
import { jsonOf, linesIn, recordsToPush } from './pushed.ts';
import { seededMood, seldomLate, startReceiver, type Receiver } from './receiver.ts';

const { path, remove } = scratchFolder();
let file = '';
let lines: string[] = [];
let names: string[] = [];
const open: { close(): unknown }[] = [];

beforeAll(async () => {
  ({ file, lines, names } = await recordsToPush({ path }));
  expect(await run(['simulate', '--scenario', path('mine.json'), '--db', path('mine.db')])).toMatchObject({
    code: 0,
  });
});

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

afterAll(() => {
  remove();
});

/** Every 17th record is refused. */
const refuses = (name: string): boolean => names.indexOf(name) % 17 === 0;
const never = (): boolean => false;

async function receiver(...args: Parameters<typeof startReceiver>): Promise<Receiver> {
  const started = await startReceiver(...args);
  open.push(started);
  return started;
}

/** A server that answers as a test wants it. */
async function serverOf(listener: RequestListener): Promise<string> {
  const server = createHttpServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(server);
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/evaluate`;
}

describe('push', () => {
  it('brings a database to a platform, service, rating, rectification, and says so', async () => {
    const platform = new Platform('each', never, true);
    const { url, headers } = await receiver(platform, () => 'ok');
    const ran = await run([
      ...['push', '--url', `${url}?token=s3cret-query`, '--db', path('mine.db'), '--batch', '50'],
      ...['--header', 'Authorization: Bearer s3cret-token', '--header', 'C-Tenancy-Id: 990000000000'],
    ]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain(`simulated data pushed to ${url}: ${String(names.length)} records`);
    expect(ran.out).toContain(`accepted ${String(names.length)}\n`);
    expect(ran.out).not.toContain('s3cret');
    expectAllAccountedFor(names, platform, []);
    expect(platform.processed.map(({ name }) => name)).toEqual(names);
    expect(new Set(platform.processed.map(({ step }) => step)).size).toBe(3);
    for (const one of headers) {
      expect(one).toMatchObject({ authorization: 'Bearer s3cret-token', 'c-tenancy-id': '990000000000' });
      expect(one['idempotency-key']).toMatch(/^[0-9a-f]{32}$/);
      expect(one['x-attempt']).toBe('1');
      expect(one['content-type']).toBe('application/json; charset=utf-8');
    }
  });

  it('reports what was refused, once a line, and ends with 1', async () => {
    const platform = new Platform('exceptions', refuses, true);
    const { url } = await receiver(platform, () => 'ok');
    const report = path('refused.ndjson');
    const args = ['push', file, '--url', url, '--report', report, '--json'];
    const ran = await run(args);
    expect(ran.code).toBe(1);
    expectAllAccountedFor(names, platform, linesIn(report));
    const { refusals, refused, unsentBy } = jsonOf(ran);
    expect(refusals).toEqual([{ code: '1003', message: '要素不全', records: refused }]);
    expect(refused).toBeGreaterThan(5);
    expect(Object.keys(unsentBy).sort()).toEqual(['rating-refused', 'service-refused']);
    const { 'service-refused': ofService = 0, 'rating-refused': ofRating = 0 } = unsentBy;
    expect(linesIn(report).length).toBe(refused + ofService + ofRating);
    // A report that is there is not replaced.
    expect(onlyMessage(await run(args))).toContain('is there already and is not replaced');
  });

  it('leaves rectifications out on request, and says how many', async () => {
    const two = names.filter((name) => !name.endsWith('/rectification'));
    const platform = new Platform('each', (name) => !two.includes(name), true);
    const { url } = await receiver(platform, () => 'ok');
    const args = ['push', '--url', url, '--db', path('mine.db'), '--no-rectifications'];
    const ran = await run(args);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expectAllAccountedFor(two, platform, []);
    expect(ran.out).toContain(`${String(two.length)} records, ${String(two.length)} of them sent or tried\n`);
    expect(ran.out).toContain(
      `${String(names.length - two.length)} rectifications were left out (--no-rectifications)\n`,
    );
    expect(jsonOf(await run([...args, '--json']))).toMatchObject({
      ...{ records: two.length, duplicate: two.length, unsent: 0, leftOut: names.length - two.length },
    });
  });

  it('takes records from standard input', async () => {
    const platform = new Platform('each', never, true);
    const { url } = await receiver(platform, () => 'ok');
    const shuffled = [...lines].reverse();
    const ran = await run(['push', '-', '--url', url], { input: `${shuffled.join('\n')}\n` });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expectAllAccountedFor(names, platform, []);
  });

  it.each([2])('loses nothing on a bad day (%d)', { timeout: 60_000 }, async (seed) => {
    const platform = new Platform(seed === 1 ? 'each' : 'silent', refuses, false);
    const { url, moods } = await receiver(platform, seldomLate(seededMood(seed), 4));
    const reported: ReportLine[] = [];
    const report = await pushRecords(
      { lines: () => lines.map((text, i) => ({ text, source: file, number: i + 1 })) },
      // Long enough for an answer that comes at once, also where the machine is busy.
      pushOverHttp(new URL(url), [], 1),
      { past: [], append: () => undefined },
      {
        ...{ url, batch: 10, retries: 20, rectifications: true, stop: new AbortController().signal },
        progress: () => undefined,
        waiting: () => undefined,
        report: (line) => reported.push(line),
      },
      // Waits take no time here: they are tested by a clock that stands still.
      { elapsed: () => performance.now() / 1000, sleep: () => Promise.resolve() },
    );
    expectAllAccountedFor(names, platform, reported);
    expect(report).toMatchObject({ stopped: null, records: names.length });
    expect(report.resent).toBeGreaterThan(20);
    for (const mood of ['ok', 'drop before', 'drop after', 'late', '500', '429'] as const) {
      expect(moods.get(mood), mood).toBeGreaterThan(0);
    }
    expect(Object.keys(report.retriesBy).sort()).toEqual(['429', '500', 'dropped', 'timeout']);
    expect(reported.filter(({ reason }) => reason === 'refused').length).toBe(report.refused);
  });

  it('writes report and state at Ctrl-C, and goes on from there', { timeout: 60_000 }, async () => {
    const platform = new Platform('each', never, true);
    const children: ReturnType<typeof start>[] = [];
    const [state, report] = [path('stopped.state'), path('stopped.ndjson')];
    const { url } = await receiver(platform, () => 'ok', {
      before: (n) => {
        if (n === 5) children[0]?.kill('SIGINT');
      },
    });
    const args = ['push', file, '--url', url, '--batch', '10', '--state', state, '--report', report];
    const child = start([...args, '--rate', '200']);
    children.push(child);
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.stdout.resume();
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(err).toContain('ending after the answer to the request in flight');
    expect(err).toContain(
      'ended early: the push was interrupted; run it again with the same --state to go on',
    );
    expect(linesIn(report).every(({ reason, state: at }) => reason === 'stopped' && at === 0)).toBe(true);
    expect(linesIn(report).length).toBe(names.length - platform.processed.length);
    expectAllAccountedFor(names, platform, linesIn(report));
    expect(await run(args)).toMatchObject({ code: 0, err: '' });
    expect(platform.processed.map(({ name, attempt }) => [name, attempt])).toEqual(
      names.map((name) => [name, 1]),
    );
    expect(statSync(report).size).toBe(0);
  });

  it.each([
    ['GB18030, stated', 'application/json; charset=GBK', 'gb18030'],
    ['GB18030, not stated', 'application/json', 'gb18030'],
    ['GB18030, stated as UTF-8', 'application/json; charset=utf-8', 'gb18030'],
    ['UTF-8, stated as ISO-8859-1', 'text/plain;charset=ISO-8859-1', 'utf8'],
  ])('understands an answer in %s', async (title, type, encoding) => {
    const said = { success: false, code: 500, errorMessage: '没有对应的服务数据' };
    const url = await serverOf((_, response) => {
      response.writeHead(200, { 'Content-Type': type });
      // The text as Chinese systems write it in GB18030.
      const words = Buffer.from('c3bbd3d0b6d4d3a6b5c4b7fecef1cafdbedd', 'hex');
      const [before = '', after = ''] = JSON.stringify(said).split(said.errorMessage);
      response.end(
        encoding === 'utf8'
          ? JSON.stringify(said)
          : Buffer.concat([Buffer.from(before), words, Buffer.from(after)]),
      );
    });
    const service = path(`gb-${title.length}.ndjson`);
    writeFileSync(service, `${lines.find((line) => line.includes('"kind":"service"')) ?? ''}\n`);
    const ran = await run(['push', service, '--url', url, '--json']);
    expect(JSON.parse(ran.out)).toMatchObject({ states: { 88: 1 } });
  });

  it('takes no answer for sure that says two things at once', async () => {
    const url = await serverOf((_, response) => {
      response.end('{"code":"500","errorMessage":"busy","code":"200"}');
    });
    const service = path('two-things.ndjson');
    writeFileSync(service, `${lines.find((line) => line.includes('"kind":"service"')) ?? ''}\n`);
    const ran = await run(['push', service, '--url', url, '--json']);
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({ states: { 99: 1 }, accepted: 0 });
  });

  it('shows no part of a token, however the platform writes it', async () => {
    const url = await serverOf((request, response) => {
      const value = String(request.headers.authorization);
      const [, token = ''] = value.split(' ');
      const base64 = (text: string): string => Buffer.from(text).toString('base64');
      const said = [token, base64(token), base64(value), base64(`x${token}y`), encodeURIComponent(value)];
      said.push(token.slice(0, 14), token.toUpperCase(), 'query-s3cret-9', 'user-name', 'pass/word+12');
      response.statusCode = 401;
      response.end(JSON.stringify({ code: token, errorMessage: `no: ${said.join(' ')}` }));
    });
    const [state, report] = [path('parts.state'), path('parts.ndjson')];
    const basic = `Basic ${Buffer.from('user-name:pass/word+12').toString('base64')}`;
    const secret = 'S3CRET-a/b+c.0123456789';
    for (const header of [`Authorization: Bearer ${secret}`, `Authorization: ${basic}`]) {
      const ran = await run([
        ...['push', file, '--url', `${url}?k=query-s3cret-9`, '--header', header],
        ...['--header', 'X-User: user-name pass/word+12', '--state', state, '--report', report],
      ]);
      const shown = [ran.out, ran.err, readFileSync(state, 'utf8'), readFileSync(report, 'utf8')].join('\n');
      expect(shown).toContain('no: ***');
      for (const part of ['s3cret', '0123456789', 'user-name', 'pass/word', basic.slice(6, 18)]) {
        expect(shown.toLowerCase()).not.toContain(part.toLowerCase());
      }
      for (const text of [secret, `Bearer ${secret}`]) {
        expect(shown).not.toContain(Buffer.from(text).toString('base64').slice(4, 14));
      }
      rmSync(state);
      rmSync(report);
    }
  });

  it('shows a token nowhere, even where the platform repeats it', async () => {
    const url = await serverOf((request, response) => {
      const said = `bad token ${String(request.headers['x-token'])}`;
      response.end(JSON.stringify({ success: false, code: 7, errorMessage: said }));
    });
    const [state, report] = [path('token.state'), path('token.ndjson')];
    const ran = await run([
      ...[
        'push',
        file,
        '--url',
        `${url}?k=s3cret-query`,
        '--header',
        'X-Token: s3cret-token',
        '--batch',
        '5000',
      ],
      ...['--state', state, '--report', report],
    ]);
    const written = [ran.out, ran.err, readFileSync(state, 'utf8'), readFileSync(report, 'utf8')].join('\n');
    expect(written).toContain('bad token ***');
    expect(written).not.toContain('s3cret');
  });
});

describe('a push that cannot work says why', () => {
  const refusedUse = async (args: readonly string[]): Promise<string> => {
    const ran = await run(['push', ...args]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    return onlyMessage(ran);
  };

  it.concurrent.each([
    [['--url', 'platform'], '--url = “platform”: must be an address that begins with http:// or https://'],
    [['--url', 'ftp://platform/x'], 'must be an address that begins with http:// or https://'],
    [['--url', 'http://me:s3cret@platform/'], 'no user name or password in the address'],
    [['--url', 'http://a/', '--rate', '0'], '--rate = “0”: must be a positive number'],
    [['--url', 'http://a/', '--batch', '0'], '--batch = “0”: must be a whole number from 1 to 5000'],
    [['--url', 'http://a/', '--header', 's3cret'], '--header: must be “Name: value”'],
    [['--url', 'http://a/', '--header', 'X-Attempt: 9'], '--header: X-Attempt is set by the program itself'],
    [['x.ndjson', '--url', 'http://a/', '--db', 'x.db'], '--db and files cannot be used together'],
    [['x.ndjson', '--url', 'http://a/', '--report', './x.ndjson'], 'is used twice'],
    [[], "required option '--url <url>' not specified"],
  ])('%j', async (args, words) => {
    const message = await refusedUse(args);
    expect(message).toContain(words);
    expect(message).not.toContain('s3cret');
  });

  it('a file that is not there, or holds no records', async () => {
    const url = 'http://127.0.0.1:9/';
    const missing = await run([
      'push',
      path('no.ndjson'),
      '--url',
      url,
      '--report',
      path('no-report.ndjson'),
    ]);
    expect(missing.code).toBe(1);
    expect(onlyMessage(missing)).toContain('cannot read file');
    expect(existsSync(path('no-report.ndjson'))).toBe(false);
    const register = await run(['push', path('out/register.ndjson'), '--url', url]);
    expect(register.code).toBe(1);
    expect(onlyMessage(register)).toMatch(
      /there is nothing to push: \d+ lines are no service, rating or rectification/,
    );
    const database = await run(['push', '--db', path('no.db'), '--url', url]);
    expect(onlyMessage(database)).toContain('there is no database');
  });

  it('a state that is none stays as it is, and so does a report beside it', async () => {
    const [state, report] = [path('mine.txt'), path('kept.txt')];
    writeFileSync(state, 'my notes\nunfinished');
    writeFileSync(report, 'my report');
    const ran = await run([
      'push',
      file,
      '--url',
      'http://127.0.0.1:9/',
      '--state',
      state,
      '--report',
      report,
    ]);
    expect(ran.code).toBe(2);
    expect(onlyMessage(ran)).toContain('--state: line 1 is not a line of a push state');
    expect(readFileSync(state, 'utf8')).toBe('my notes\nunfinished');
    expect(readFileSync(report, 'utf8')).toBe('my report');
  });

  it('a server that is not there', async () => {
    const holder = createServer();
    holder.listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const url = `http://127.0.0.1:${String((holder.address() as AddressInfo).port)}/`;
    holder.close();
    const ran = await run(['push', file, '--url', url, '--retries', '1', '--report', path('nobody.ndjson')]);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('ended early: the system does not answer (ECONNREFUSED, 2 tries a batch)');
    expect(linesIn(path('nobody.ndjson')).length).toBe(names.length);
  });

  it('https to a port of http, a redirect, an endless answer', async () => {
    const plain = await serverOf((_, response) => response.end('{}'));
    const secure = await run(['push', file, '--url', plain.replace('http:', 'https:')]);
    expect(secure.code).toBe(1);
    expect(secure.err).toContain('no https at this port, or a certificate that is not trusted');

    let followed = 0;
    const moved = await serverOf((request, response) => {
      if (request.url !== '/evaluate') followed++;
      response.writeHead(307, { Location: '/elsewhere?token=s3cret' }).end();
    });
    const redirected = await run(['push', file, '--url', moved]);
    expect(redirected.err).toContain(
      `the system redirects, which is not followed: ${moved.replace('evaluate', 'elsewhere')}`,
    );
    expect(redirected.err).not.toContain('s3cret');
    expect(followed).toBe(0);

    const endless = await serverOf((_, response) => {
      const more = (): void => {
        while (response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    });
    const long = await run(['push', file, '--url', endless]);
    expect(long.err).toContain('ended early: the answer is too long');
  });

  it('in Chinese where the environment asks for it', async () => {
    const ran = await run(['push', '--url', 'platform'], { env: { HAOCHAPING_LANG: 'zh' } });
    expect(ran.err).toContain('错误：--url = “platform”：须为 http:// 或 https:// 开头的地址');
    expect(existsSync('platform')).toBe(false);
  });
});
