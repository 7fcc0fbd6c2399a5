/**
 * `npm run bench [name …]`: each benchmark prints ratios taken in one run, on this machine, now. Nothing here passes or
 * fails: a ratio is for reading. Every measurement runs in a process of its own; the first of two runs warms the disk
 * cache and is not counted.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const measured = z.object({ records: z.number(), seconds: z.number(), peakRssMb: z.number() });
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

/** Millions of records of the comparison. */
const MILLIONS = '5';

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
  line(`1 thread (${String(one.records)} records, peak ${String(one.peakRssMb)} MB)`, one);
  line(`2 threads (peak ${String(two.peakRssMb)} MB)`, two);
  line('naive: every field of the record by faker, one INSERT a row', fields);
  line('naive: faker into our packed columns, one INSERT a row', columns);
  line('engine: INSERT … SELECT of the same rows inside SQLite', copy);
}

/** Peak memory as the number of records grows. */
function memory(): void {
  console.log('memory: peak resident memory of a run');
  for (const millions of ['1', '5']) {
    const m = run('simulate', millions, '1');
    console.log(
      `  ${String(m.records).padStart(8)} records: ${String(m.peakRssMb)} MB, ${perSecond(m).trim()}`,
    );
  }
}

const benchmarks = new Map([
  ['store', store],
  ['memory', memory],
]);

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : benchmarks.keys()) {
  const benchmark = benchmarks.get(name);
  if (!benchmark) {
    console.error(`there is no benchmark “${name}”: use ${[...benchmarks.keys()].join(', ')}`);
    process.exit(2);
  }
  benchmark();
}
