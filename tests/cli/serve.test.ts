import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import Database from 'better-sqlite3';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { closeStore, openAccess } from '../../src/store/open.ts';
import { onlyMessage, run, scratchFolder, start } from './command.ts';

const { path, remove } = scratchFolder();
let server: ChildProcess | undefined;

afterEach(() => {
  if (server?.exitCode === null && server.signalCode === null) server.kill('SIGKILL');
  server = undefined;
});

afterAll(() => {
  remove();
});

/** The port of the address that a starting server prints. */
async function portOf(child: ReturnType<typeof start>): Promise<number> {
  let out = '';
  for await (const text of child.stdout.setEncoding('utf8')) {
    out += String(text);
    const port = /^http:\/\/localhost:(\d+)\n/m.exec(out)?.[1];
    if (port !== undefined) return Number(port);
  }
  throw new Error(`no address in: ${out}`);
}

describe('serve', () => {
  it('answers from a database, and ends when asked to', { timeout: 60_000 }, async () => {
    const db = path('served.db');
    expect(await run(['simulate', '--scenario', 'tiny', '--seed', '7', '--db', db])).toMatchObject({
      code: 0,
    });
    const child = start(['serve', '--port', '0', '--db', db], { LOG_LEVEL: 'error' });
    server = child;
    const port = await portOf(child);

    const page = await fetch(`http://127.0.0.1:${String(port)}/`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('模拟数据');
    const health = await fetch(`http://127.0.0.1:${String(port)}/healthz`);
    const { ok, services, ratings, digest } = (await health.json()) as Record<string, unknown>;
    expect(ok).toBe(true);

    const closed = once(child, 'close') as Promise<[number | null, string | null]>;
    child.kill('SIGTERM');
    expect(await closed).toEqual([0, null]);
    const store = new Database(db, { readonly: true });
    expect(store.prepare('SELECT services, ratings, digest FROM content').get()).toEqual({
      services,
      ratings,
      digest,
    });
    expect(store.pragma('quick_check', { simple: true })).toBe('ok');
    store.close();
  });

  it(
    'offers whoever starts it, as long as nobody is, to become the first administrator',
    { timeout: 90_000 },
    async () => {
      const db = path('offered.db');
      await run(['simulate', '--scenario', 'tiny', '--seed', '7', '--db', db]);
      // As a database of an earlier version has it: there is nothing beside the records.
      expect(existsSync(path('offered.access.db'))).toBe(false);
      const codes: string[] = [];
      for (const readers of ['anyone', 'accounts']) {
        const settings = { LOG_LEVEL: 'trace', HAOCHAPING_READERS: readers };
        const child = start(['serve', '--port', '0', '--db', db], settings);
        server = child;
        const said = child.stderr.setEncoding('utf8')[Symbol.asyncIterator]();
        const port = await portOf(child);
        let text = '';
        while (!text.includes('code=')) text += String((await said.next()).value);
        expect(text.includes('need no account')).toBe(readers === 'anyone');
        const code = /code=([\w-]{43})\n/.exec(text)![1]!;
        const answers = [...codes, code].map(async (one) => {
          const { status } = await fetch(`http://127.0.0.1:${String(port)}/invitation?code=${one}`);
          return status;
        });
        // Only the link of this start is valid.
        expect(await Promise.all(answers)).toEqual([...codes.map(() => 404), 200]);
        codes.push(code);
        const closed = once(child, 'close');
        child.kill('SIGTERM');
        await closed;
      }
      expect(statSync(path('offered.access.db')).mode & 0o777).toBe(0o600);
      const access = openAccess(db);
      access.db.exec(
        "INSERT INTO account (name, name_key, role, password, made_at) VALUES ('a', 'a', 'administrator', 'x', 0)",
      );
      closeStore(access);
      const child = start(['serve', '--port', '0', '--db', db], { LOG_LEVEL: 'trace' });
      server = child;
      let text = '';
      child.stderr.setEncoding('utf8').on('data', (more: string) => (text += more));
      const port = await portOf(child);
      await fetch(`http://127.0.0.1:${String(port)}/`);
      expect(text).not.toContain('invitation');
    },
  );

  it('says so when the port is taken, and ends', { timeout: 60_000 }, async () => {
    const holder = createServer();
    holder.listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const ran = await run(['serve', '--port', String(port), '--db', path('served.db')]);
    holder.close();
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(onlyMessage(ran)).toContain(`port ${String(port)} on 127.0.0.1 is in use`);
  });

  it('makes no database of a name that nothing has, unless asked to', async () => {
    const ran = await run(['serve', '--port', '0', '--db', path('mistyped.db')]);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(onlyMessage(ran)).toBe(
      `error: there is no database ${path('mistyped.db')}; with --fill it is made and filled with some years of simulated data`,
    );
    expect(existsSync(path('mistyped.db'))).toBe(false);
  });

  it('says what comes of a first start that is broken off', { timeout: 60_000 }, async () => {
    const child = start(['serve', '--port', '0'], {
      LOG_LEVEL: 'error',
      HAOCHAPING_DB: path('first/start.db'),
    });
    server = child;
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    while (!err.includes('simulating the years 2017–2021 first')) await once(child.stderr, 'data');
    child.kill('SIGINT');
    const [code] = (await once(child, 'close')) as [number | null];
    expect(code).toBe(1);
    expect(err).toContain('stopped before anything was stored: the next start begins anew');
    expect(existsSync(path('first'))).toBe(false);
  });
});
