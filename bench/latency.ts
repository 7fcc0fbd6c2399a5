/** How long the pages that people ask most often take once they were asked: median and 99th percentile of many requests, one after the other. */
import { setTimeout as pause } from 'node:timers/promises';
import { untilPrepared } from './prepared.ts';
import { servedBy } from './served-by.ts';

const REQUESTS = 200;
/** Of each page: the first ones warm what is kept and compiled, and are not counted. */
const WARM = 20;

/** Milliseconds until a server that has everything prepared rests. */
const REST = 5000;

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

/** Asks each page of a server of its own over a database: one address may ask 600 times a minute. */
export async function latencies(command: readonly string[], file: string): Promise<Latency[]> {
  await servedBy(command, file, () => untilPrepared(file));
  const found: Latency[] = [];
  for (const page of asked) found.push(await servedBy(command, file, (address) => latencyOf(address, page)));
  return found;
}

async function latencyOf(address: string, page: string): Promise<Latency> {
  await pause(REST);
  const times: number[] = [];
  for (let i = 0; i < WARM + REQUESTS; i++) times.push(await timedRequest(address + page));
  const sorted = times.slice(WARM).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { page, median: at(0.5), p99: at(0.99) };
}

/** Milliseconds until the whole answer is there. */
export async function timedRequest(address: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(address);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${address} answered ${String(response.status)}`);
  return performance.now() - began;
}
