import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/web/app.ts';
import { createLogger } from '../../src/web/log.ts';
import { formRoutes, methodsByPath } from '../../src/web/routes.ts';
import { startServer, type RunningServer } from '../../src/web/server.ts';
import { useScratch } from '../builders.ts';
import { depsOf, parsePage, useSite, wordsOf } from './fixture.ts';
import { visitorOf } from './sent-form.ts';

const scratch = useScratch();
const site = useSite(scratch, { empty: true, deps: { hosts: ['ratings.example', '192.168.7.5'] } });

describe('the names of the server', () => {
  const ask = (host: string, path = '/healthz') => request(site().app).get(path).set('Host', host);

  it.each([
    'localhost',
    'LOCALHOST:3000',
    '127.0.0.1:80',
    '[::1]:3000',
    'ratings.example',
    '192.168.7.5:3000',
  ])('%s is one', async (host) => {
    expect((await ask(host)).status).toBe(200);
  });

  it.each([
    'evil.example',
    'localhost.evil.example',
    'evil.example:3000',
    'ratings.example.evil.example',
    '192.168.7.6',
    'localhost@evil.example',
    'evil.example#localhost',
    '[::2]',
    '',
  ])('“%s” is none: 421, with what to do', async (host) => {
    const answer = await ask(host, '/?lang=en');
    expect(answer.status).toBe(421);
    expect(wordsOf(parsePage(answer.text).querySelector('.message'))).toContain('HAOCHAPING_HOSTS=');
    expect((await ask(host, '/?lang=zh')).text).toContain('不在本服务器允许的名称之列');
  });

  it('are all addresses, but no other name, for a server that listens on every address', async () => {
    const app = createApp(depsOf(site().store, { hosts: ['0.0.0.0'] }));
    const status = async (host: string) => (await request(app).get('/healthz').set('Host', host)).status;
    expect(await status('10.1.2.3:3000')).toBe(200);
    expect(await status('[fe80::1]:3000')).toBe(200);
    expect(await status('evil.example')).toBe(421);
  });

  it.each([
    { host: 'evil.example', origin: 'http://evil.example', status: 421 },
    { host: 'localhost', origin: 'http://evil.example', status: 403 },
    { host: 'localhost', origin: 'http://localhost:9999', status: 403 },
    { host: 'localhost', origin: 'http://evil.example', 'sec-fetch-site': 'same-origin', status: 403 },
    { host: 'localhost', origin: 'http://localhost', status: 303 },
  ])('decide who may send a form: $host from $origin gets $status', async ({ status, ...headers }) => {
    const visitor = visitorOf(site().app);
    const fields = await visitor.fieldsOf('/scenario', 'form[method="post"]');
    expect((await visitor.send('/scenario', fields, headers)).status).toBe(status);
  });
});

describe('a method that an address does not answer', () => {
  it.each([...methodsByPath()])('%s allows %s', async (path, allowed) => {
    for (const method of ['post', 'put', 'delete', 'patch'] as const) {
      if (allowed.includes(method.toUpperCase())) continue;
      const answer = await request(site().app)[method](path);
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe(allowed);
    }
  });

  it('is named, in the language of the reader', async () => {
    const [form] = formRoutes.filter(({ path }) => path === '/runs/jobs');
    const answer = await request(site().app).get(`${form!.path}?lang=en`);
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('POST');
    expect(answer.text).toContain('does not answer GET, only: POST');
    expect((await request(site().app).post('/assets/style.css')).status).toBe(405);
  });
});

describe('a connection', () => {
  const log: string[] = [];
  let server: RunningServer;
  beforeAll(async () => {
    const logger = createLogger('debug', { write: (line: string) => log.push(line) });
    const limits = { headers: 300, request: 600, keepAlive: 200, idle: 1500, connections: 8 };
    server = await startServer(depsOf(scratch.store(), { logger }), 0, '127.0.0.1', limits);
  });
  afterAll(() => server.close());

  const open = async (): Promise<Socket> => {
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  };
  /** Everything that comes until the server ends the connection. */
  const answerOn = async (socket: Socket): Promise<string> => {
    let text = '';
    socket.setEncoding('utf8').on('data', (more: string) => (text += more));
    await new Promise((resolve) => socket.on('close', resolve));
    return text;
  };
  const head = (method: string, path: string, ...more: string[]): string =>
    [`${method} ${path} HTTP/1.1`, 'Host: localhost', ...more, '', ''].join('\r\n');
  const form = 'Content-Type: application/x-www-form-urlencoded';

  it.each([
    ['POST', '/scenario'],
    ['GET', '/healthz'],
    ['PUT', '/nothing'],
    ['GET', '/assets/site.css'],
  ])('is cut when %s %s announces a body beyond the limit', async (method, path) => {
    const socket = await open();
    const answer = answerOn(socket);
    socket.write(head(method, path, form, 'Content-Length: 400000000'));
    expect(await answer).toMatch(/^HTTP\/1.1 413 /);
  });

  it.each([
    ['POST', '/scenario', 'localhost', 413],
    ['POST', '/scenario', 'evil.example', 421],
    ['POST', '/nothing', 'localhost', 404],
    ['POST', '/assets/site.css', 'localhost', 405],
    ['GET', '/assets/site.css', 'localhost', 200],
  ])('is cut when %s %s at %s goes on with a body of no known length', async (method, path, host, status) => {
    const socket = await open();
    const answer = answerOn(socket);
    socket.write(head(method, path, form, 'Transfer-Encoding: chunked').replace('localhost', host));
    const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
    let sent = 0;
    while (!socket.destroyed && sent < 200) {
      sent++;
      await new Promise<void>((resolve) =>
        socket.write(chunk, () => {
          resolve();
        }),
      );
    }
    expect(await answer).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `));
    // Some of it waits in the buffers of the system.
    expect(sent).toBeLessThan(200);
  });

  it.each([
    ['headers', 'GET / HTTP/1.1\r\nHost: loc', 408],
    ['a form', head('POST', '/scenario', form, 'Content-Length: 100') + 'a=', 408],
  ])('is closed when %s do not come to an end', async (_what, text, status) => {
    const socket = await open();
    const began = performance.now();
    const answer = answerOn(socket);
    socket.write(text);
    expect(await answer).toMatch(new RegExp(`^(HTTP/1.1 ${String(status)} |$)`));
    expect(performance.now() - began).toBeLessThan(3000);
  });

  it('is closed when nothing comes at all, and when nothing comes after an answer', async () => {
    const silent = await open();
    const kept = await open();
    const answers = [answerOn(silent), answerOn(kept)];
    kept.write(head('GET', '/healthz'));
    const [none, one] = await Promise.all(answers);
    expect(none).not.toContain('200 OK');
    expect(one).toMatch(/^HTTP\/1.1 200 OK/);
  });

  it('is refused beyond the number there may be, and again taken when others have ended', async () => {
    const all = await Promise.all(Array.from({ length: 14 }, open));
    for (const socket of all) socket.resume();
    await expect.poll(() => all.filter((socket) => socket.closed).length).toBeGreaterThanOrEqual(6);
    expect(all.filter((socket) => !socket.closed).length).toBeLessThanOrEqual(8);
    for (const socket of all) socket.destroy();
    const ask = async (): Promise<string> => {
      const socket = await open();
      socket.write(head('GET', '/healthz', 'Connection: close'));
      return answerOn(socket);
    };
    await expect.poll(ask).toMatch(/^HTTP\/1.1 200 OK/);
  });

  it('that a client ends is a line for debugging, not an error', async () => {
    log.length = 0;
    const socket = await open();
    socket.write(head('POST', '/scenario', form, 'Content-Length: 100') + 'a=');
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await expect.poll(() => log.length).toBe(1);
    expect(JSON.parse(log[0]!)).toMatchObject({ level: 20, path: '/scenario' });
    expect(log[0]).not.toContain('stack');
  });
});

describe('the log', () => {
  it('holds no query, header, body or number of a person', async () => {
    const lines: string[] = [];
    const logger = createLogger('trace', { write: (line: string) => lines.push(line) });
    const store = scratch.store();
    const app = createApp(depsOf(store, { logger }));
    store.db.exec('DROP TABLE refusal');
    const answer = await request(app)
      .get('/refusals?reason=malformed&key=S3CRET')
      .set({ cookie: 'form=C00KIE', authorization: 'Bearer T0KEN' });
    expect(answer.status).toBe(500);
    const error = Object.assign(new Error('certKey 11010519491231002X, mobile 13800138000'), {
      body: 'assessPerson=张三',
    });
    logger.error({ err: error }, 'request failed');
    const text = lines.join();
    expect(text).toContain('no such table');
    expect(text).toContain('certKey');
    for (const secret of ['S3CRET', 'C00KIE', 'T0KEN', '11010519491231002X', '13800138000', '张三'])
      expect(text).not.toContain(secret);
  });
});

describe('long work', () => {
  const preview = '/scenario?preset=tiny&show=preview';
  const never = (): Promise<never> => new Promise(() => undefined);

  it.each(['cross-site', 'same-site'])(
    'is not started by a page that is %s, but by a link',
    async (place) => {
      const app = createApp(depsOf(site().store));
      const from = (more: Record<string, string>, path = preview) =>
        request(app)
          .get(path)
          .set({ 'Sec-Fetch-Site': place, ...more });
      const image = await from({ 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image' });
      expect(image.status).toBe(403);
      expect(image.text).toContain('不能由其他网站的页面发起');
      expect((await from({}, '/?lang=en')).text).toContain('a page of another site may not start');
      const link = await from({ 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-User': '?1' });
      expect(link.status).toBe(200);
    },
  );

  it('may last longer than a connection may be idle', async () => {
    const { store } = site();
    const deps = depsOf(store);
    const slow: typeof deps.answerer = async (name, asked) => {
      await new Promise((resolve) => setTimeout(resolve, 900));
      return await deps.answerer(name, asked);
    };
    const limits = { headers: 300, request: 600, keepAlive: 200, idle: 400, connections: 8 };
    const server = await startServer(depsOf(store, { answerer: slow }), 0, '127.0.0.1', limits);
    try {
      expect((await fetch(`http://127.0.0.1:${server.port}${preview}`)).status).toBe(200);
    } finally {
      await server.close();
    }
  });

  it('that waits too long is refused with 503 and when to ask again', async () => {
    const app = createApp(depsOf(site().store, { answerer: never }));
    // One is under way and sixteen wait: the eighteenth is the first to be answered.
    const asked = Array.from({ length: 18 }, (_, seed) =>
      request(app).get(`${preview}&lang=en&seed=${String(seed)}`),
    );
    const answer = await Promise.any(asked);
    for (const one of asked) one.abort();
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.text).toContain('the server is busy');
  });

  it('does not keep a small run from starting', async () => {
    const deps = depsOf(scratch.store(), { answerer: never });
    const visitor = visitorOf(createApp(deps));
    const fields = await visitor.fieldsOf('/scenario?preset=tiny', 'form[method="post"]');
    const started = await visitor.send('/runs/jobs', fields);
    expect(started.status).toBe(303);
    expect(started.headers.location).toMatch(/^\/runs\/jobs\//);
    await deps.runStarter.close();
  });
});
