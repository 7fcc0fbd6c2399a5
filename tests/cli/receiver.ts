import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Block, threefry } from '../../src/model/math/random.ts';
import type { Platform } from '../platform.ts';

/** What the server does with a request. */
export type Mood = 'ok' | 'drop before' | 'drop after' | 'late' | '500' | '429';

export interface Receiver {
  readonly url: string;
  /** How often it was in each mood. */
  readonly moods: Map<Mood, number>;
  /** Headers of all requests. */
  readonly headers: IncomingMessage['headers'][];
  close(): Promise<void>;
}

/** The mood for the nth request: seeded, half of them bad. */
export function seededMood(seed: number): (n: number) => Mood {
  const bad = ['drop before', 'drop after', 'late', '500', '429'] as const;
  const block = new Block();
  return (n) => {
    threefry(seed, 0, n, 0, block);
    return block.a % 2 === 0 ? 'ok' : (bad[block.b % bad.length] ?? 'ok');
  };
}

/** Moods of which only so many are late: each of them costs the time that a sender waits. */
export function seldomLate(moodOf: (n: number) => Mood, most: number): (n: number) => Mood {
  let late = 0;
  return (n) => {
    const mood = moodOf(n);
    return mood === 'late' && ++late > most ? 'ok' : mood;
  };
}

/** A platform behind a real server on this machine. Answers in a late mood come after `late` milliseconds. */
export async function startReceiver(
  platform: Platform,
  moodOf: (n: number) => Mood,
  { late = 1500, before = () => undefined }: { late?: number; before?: (n: number) => void } = {},
): Promise<Receiver> {
  const moods = new Map<Mood, number>();
  const headers: IncomingMessage['headers'][] = [];
  const timers = new Set<NodeJS.Timeout>();
  let n = 0;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const mood = moodOf(n);
    before(n++);
    moods.set(mood, (moods.get(mood) ?? 0) + 1);
    headers.push(request.headers);
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
    const refuse = (status: number, more: Record<string, string> = {}): void => {
      response.writeHead(status, more).end('busy');
    };
    if (mood === 'drop before') return void request.socket.destroy();
    if (mood === '500') return refuse(500);
    if (mood === '429') return refuse(429, { 'Retry-After': '1' });
    const answer = platform.take(
      String(request.headers['idempotency-key']),
      Number(request.headers['x-attempt']),
      body,
    );
    if (mood === 'drop after') return void request.socket.destroy();
    const reply = (): void => {
      response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(answer.body);
    };
    if (mood === 'late') timers.add(setTimeout(reply, late));
    else reply();
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A request that was broken off: its sender is gone.
      if (!request.destroyed) throw error;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/evaluate`,
    moods,
    headers,
    async close() {
      timers.forEach((timer) => clearTimeout(timer));
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
