/** How long the pages that people ask most often take once they were asked: median and 99th percentile of many requests, one after the other. */
import { setTimeout as pause } from 'node:timers/promises';
import { servedBy } from './served-by.ts';

const REQUESTS = 200;
/** Of each page: the first ones warm what is kept and compiled, and are not counted. */
const WARM = 20;
/** One address may ask 600 times a minute: milliseconds from one request to the next. */
const PAUSE = 100;

/** What takes long is prepared in the background after a start: this page is the last of it. */
const PREPARED_LAST = '/weighting';
/** Milliseconds for what else is being prepared. */
const REST = 30_000;

const asked = [
  '/',
  '/units/440000?period=2021',
  '/compare?units=440000&units=330000',
  '/regions?period=2021',
  '/report/2021',
] as const;

export interface Latency {
  readonly page: string;
  /** Milliseconds. */
  readonly median: number;
  readonly p99: number;
}

/** Asks the pages of one server over a database. */
export async function latencies(command: readonly string[], file: string): Promise<Latency[]> {
  return servedBy(command, file, async (address) => {
    await timedRequest(address + PREPARED_LAST);
    await pause(REST);
    const found: Latency[] = [];
    for (const page of asked) {
      const times: number[] = [];
      for (let i = 0; i < WARM + REQUESTS; i++) {
        times.push(await timedRequest(address + page));
        await pause(PAUSE);
      }
      const sorted = times.slice(WARM).sort((a, b) => a - b);
      const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
      found.push({ page, median: at(0.5), p99: at(0.99) });
    }
    return found;
  });
}

/** Milliseconds until the whole answer is there. */
export async function timedRequest(address: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(address);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${address} answered ${String(response.status)}`);
  return performance.now() - began;
}
