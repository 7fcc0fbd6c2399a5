/**
 * `npm run bench [name …]`: each benchmark prints ratios taken in one run, on this machine, now. Nothing here passes or
 * fails: a ratio is for reading. Every measurement runs in a process of its own; the first of two runs warms the disk
 * cache and is not counted.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { exportFormats } from '../src/export/export-formats.ts';
import { firstRequests, sinceTheData } from './first-requests.ts';
import { latencies } from './latency.ts';
import { servedBy } from './served-by.ts';
import { designs } from './replications.ts';

const measured = z.object({
  records: z.number(),
  ratings: z.number().default(0),
  seconds: z.number(),
  cpuSeconds: z.number(),
  peakRssMb: z.number(),
  bytes: z.number().default(0),
});
type Measured = z.infer<typeof measured>;

function run(task: string, ...args: string[]): Measured {
  const file = fileURLToPath(new URL('./task.js', import.meta.url));
  const child = spawnSync(process.execPath, [file, task, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.status !== 0) throw new Error(`benchmark ${task} ended with ${String(child.status)}`);
  const report: unknown = JSON.parse(child.stdout);
  return measured.parse(report);
}

function second(task: string, ...args: string[]): Measured {
  run(task, ...args);
  return run(task, ...args);
}

const rate = ({ records, seconds }: Measured): number => records / seconds;
const perSecond = (m: Measured): string => `${String(Math.round(rate(m) / 1000)).padStart(6)} k records/s`;

/** Millions of records of the comparison: so many that the second or two of starting counts for little. */
const MILLIONS = '20';
/** Counting is faster than storing: as many as take as long. */
const COUNTED_MILLIONS = '60';

/** Whole way from seed to stored and rolled up, against the naive way and the engine's own limit. */
function store(): void {
  console.log(
    'store: seed -> simulate -> check -> store -> roll up, one writer; services and ratings are records',
  );
  const one = second('simulate', MILLIONS, '1');
  const two = second('simulate', MILLIONS, '2');
  const fields = second('naive-fields');
  const columns = second('naive-columns');
  const copy = second('copy', MILLIONS);
  const best = Math.max(rate(one), rate(two));
  const line = (what: string, m: Measured): void => {
    console.log(`  ${what.padEnd(60)} ${perSecond(m)}   ours / this ${(best / rate(m)).toFixed(2)}`);
  };
  // No disk to warm: one run is enough.
  const counted = run('count', COUNTED_MILLIONS, '1');
  const countedByTwo = run('count', COUNTED_MILLIONS, '2');
  line(`1 thread (${String(one.records)} records, peak ${String(one.peakRssMb)} MB)`, one);
  line(`2 threads (peak ${String(two.peakRssMb)} MB)`, two);
  line('naive: every field of the record by faker, one INSERT a row', fields);
  line('naive: faker into our packed columns, one INSERT a row', columns);
  line('engine: INSERT … SELECT of the same rows inside SQLite', copy);
  line(`--no-keep, 1 thread (${String(counted.records)} records)`, counted);
  line('--no-keep, 2 threads', countedByTwo);
  console.log(`  --no-keep, 2 threads / 1 thread ${(rate(countedByTwo) / rate(counted)).toFixed(2)}`);
}

/** Millions of ratings in a month of the whole country. */
const RATINGS = '100';

/** A national month, counted and not kept. */
function month(): void {
  console.log('month: 64 units, one month, --no-keep, 2 threads');
  const m = run('month', RATINGS, '2');
  const ratings = (m.ratings / 1e6).toFixed(1);
  console.log(
    `  ${ratings} million ratings (${String(m.records)} records) in ${m.seconds.toFixed(1)} s, ${String(m.peakRssMb)} MB, ${perSecond(m).trim()}`,
  );
}

/** Peak memory as the number of records grows a hundredfold. */
function memory(): void {
  console.log('memory: peak resident memory, one thread');
  const line = (what: string, m: Measured): void => {
    const count = `${(m.records / 1e6).toFixed(1)} M records`;
    console.log(`  ${what.padEnd(20)} ${count.padStart(16)}  ${String(m.peakRssMb).padStart(4)} MB`);
  };
  for (const millions of ['1', '10', '100']) line('rows kept', run('simulate', millions, '1'));
  for (const millions of ['1', '10', '100']) line('--no-keep', run('count', millions, '1'));
  for (const format of exportFormats) {
    for (const millions of ['1', '10', '100']) line(`${format} writer`, run('files', format, millions));
  }
}

/** The writers of files, from ready batches: beside JSON.stringify of the same objects, and the bytes alone. */
function files(): void {
  console.log('files: 10 million ready records -> file, on one core (seconds of the processor)');
  const objects = second('files-objects');
  console.log(`  ${'JSON.stringify of ready objects'.padEnd(32)} ${perSecond(objects)}`);
  for (const format of exportFormats) {
    const ours = second('files', format, '10');
    const bytes = second('files-bytes', String(ours.bytes), String(ours.records));
    const size = `${String(Math.round(ours.bytes / ours.records))} bytes a record`;
    const against = `/ stringify ${(rate(ours) / rate(objects)).toFixed(1)}   / bytes alone ${(rate(ours) / rate(bytes)).toFixed(2)}`;
    console.log(`  ${`${format}, ${size}`.padEnd(32)} ${perSecond(ours)}   ${against}`);
  }
}

const proof = z.object({
  targets: z.string(),
  seed: z.number(),
  met: z.number(),
  all: z.number(),
  worst: z.string(),
  seconds: z.number(),
});

/** Seeds that no calibration has seen: it proves with small ones it is given and tries with others above 4 × 10⁹. */
const UNSEEN = ['1001', '1002', '1003', '1004', '1005'];

/** The shipped scenarios that have targets, run again with unseen seeds. */
function targets(): void {
  console.log('targets: shipped scenarios against published figures, seeds that no calibration has seen');
  for (const name of ['national-series', 'guangdong-2023-07', 'bent-2023-07']) {
    for (const seed of UNSEEN) {
      const file = fileURLToPath(new URL('./prove-targets.js', import.meta.url));
      const child = spawnSync(process.execPath, [file, name, seed], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      if (child.status !== 0) throw new Error(`proof of ${name} ended with ${String(child.status)}`);
      const report: unknown = JSON.parse(child.stdout);
      const { met, all, worst, seconds } = proof.parse(report);
      console.log(
        `  ${name.padEnd(18)} seed ${seed}: ${String(met)} of ${String(all)} met, ${seconds.toFixed(1)} s, largest difference ${worst}`,
      );
    }
  }
}

/** A year of the whole country in a database of its own, of so large a share of its records, while something is asked of it. */
async function withYear(
  scale: number,
  ask: (command: readonly string[], file: string) => Promise<void>,
): Promise<void> {
  const main = fileURLToPath(new URL('../src/cli/main.js', import.meta.url));
  const folder = mkdtempSync(path.join(tmpdir(), 'haochaping-bench-'));
  try {
    const file = path.join(folder, 'year.db');
    const year = ['--scenario', 'national-series', '--from', '2021-01-01', '--to', '2021-12-31'];
    const size = ['--scale', String(scale), '--threads', '2', '--db', file];
    const made = spawnSync(process.execPath, [main, 'simulate', ...year, ...size]);
    if (made.status !== 0) throw new Error(`the year of the pages ended with ${String(made.status)}`);
    await ask([process.execPath, main], file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a first start fills an empty database with, while something is asked of it. */
async function withFirstStart(
  ask: (command: readonly string[], file: string) => Promise<void>,
): Promise<void> {
  const main = fileURLToPath(new URL('../src/cli/main.js', import.meta.url));
  const folder = mkdtempSync(path.join(tmpdir(), 'haochaping-bench-'));
  try {
    const file = path.join(folder, 'first.db');
    const command = [process.execPath, main];
    await servedBy(command, file, () => Promise.resolve(), ['--fill']);
    await ask(command, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first request of each page since the data came, after a later start, and the next one: over a year and over what a first start makes. */
async function pages(): Promise<void> {
  console.log(
    'pages: first request since the data came, after a later start, and the one after it, milliseconds',
  );
  const places = { unit: '440000', region: 'south', run: '1' };
  const printed = (ms: number): string => ms.toFixed(0).padStart(7);
  const print = async (command: readonly string[], file: string): Promise<void> => {
    const fresh = await sinceTheData(command, file, places);
    for await (const { page, first, later } of firstRequests(command, file, places))
      console.log(`  ${page.padEnd(40)}${printed(fresh.get(page) ?? 0)}${printed(first)}${printed(later)}`);
  };
  console.log(' a year of about 15 million records');
  await withYear(0.5, print);
  console.log(' the shipped series, as a first start makes it');
  await withFirstStart(print);
}

/** Shares of a year of 30 million records: half a million and ten million. */
const LATENCY_SCALES = [0.0167, 0.333] as const;

/** The pages that are asked most often, on few records and on many. */
async function latency(): Promise<void> {
  for (const scale of LATENCY_SCALES)
    await withYear(scale, async (command, file) => {
      console.log(
        `latency: a year of ${(30 * scale).toFixed(1)} million records, median and p99 in milliseconds`,
      );
      for (const { page, median, p99 } of await latencies(command, file))
        console.log(`  ${page.padEnd(40)} ${median.toFixed(1).padStart(7)} ${p99.toFixed(1).padStart(7)}`);
    });
}

const held = z.object({
  draws: z.number(),
  indicators: z.array(z.object({ id: z.string(), share: z.number() })),
  overall: z.object({ share: z.number(), halfWidth: z.number() }),
  ranks: z.object({ share: z.number(), width: z.number() }),
});

/** Draws of each design: in about two hours `npm run prove -- coverage` takes five times as many. */
const DRAWS = '100';

/** How often 95% intervals hold what a new draw of offices, items and people of the same quality gives. */
function coverage(): void {
  console.log(`coverage: 95% intervals for a new draw, ${DRAWS} draws of 16 units a design`);
  const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
  for (const { correlation, volume } of designs) {
    const file = fileURLToPath(new URL('./coverage-draws.js', import.meta.url));
    const child = spawnSync(process.execPath, [file, String(correlation), String(volume), DRAWS], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (child.status !== 0) throw new Error(`coverage ended with ${String(child.status)}`);
    const report: unknown = JSON.parse(child.stdout);
    const { indicators, overall, ranks } = held.parse(report);
    const inside = indicators.filter(({ share }) => share >= 0.925 && share <= 0.975);
    const outside = indicators.filter((one) => !inside.includes(one));
    console.log(
      `  correlation ${String(correlation)}, volume ×${String(volume)}: ${String(inside.length)} of ${String(indicators.length)} indicators within 92.5–97.5%, overall ${percent(overall.share)}, half-width ${overall.halfWidth.toFixed(2)}, ranks ${percent(ranks.share)}, ${ranks.width.toFixed(1)} places`,
    );
    if (outside.length > 0)
      console.log(`    ${outside.map(({ id, share }) => `${id} ${percent(share)}`).join(', ')}`);
  }
}

/** Seeds that detectors are tried on. */
const TRIED_SEEDS = '10';

/** How right detectors are, and how fast. */
function detectors(): void {
  console.log(
    'detectors: services and first ratings read and looked at by every rule, one thread; SQLite alone reads the same rows',
  );
  const read = second('read-served', '1');
  const looked = second('detect', '1');
  console.log(`  SQLite: SELECT of the same rows                              ${perSecond(read)}`);
  console.log(
    `  every detector (${String(looked.records)} records, peak ${String(looked.peakRssMb)} MB)       ${perSecond(looked)}   ours / this ${(rate(looked) / rate(read)).toFixed(2)}`,
  );
  const file = fileURLToPath(new URL('./detectors.js', import.meta.url));
  const child = spawnSync(process.execPath, [file, TRIED_SEEDS], { stdio: 'inherit' });
  if (child.status !== 0) throw new Error(`detectors ended with ${String(child.status)}`);
}

const benchmarks = new Map<string, () => void | Promise<void>>([
  ['store', store],
  ['memory', memory],
  ['month', month],
  ['files', files],
  ['targets', targets],
  ['pages', pages],
  ['latency', latency],
  ['coverage', coverage],
  ['detectors', detectors],
]);

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : benchmarks.keys()) {
  const benchmark = benchmarks.get(name);
  if (!benchmark) {
    console.error(`there is no benchmark “${name}”: use ${[...benchmarks.keys()].join(', ')}`);
    process.exit(2);
  }
  await benchmark();
}
