import { readFileSync, writeFileSync } from 'node:fs';
import type { PushReport, ReportLine } from '../../src/model/push.ts';
import { nameOf } from '../platform.ts';
import { run, type Ran, type Scratch } from './command.ts';

/** Writes a scenario of one city with many bad ratings, every one with a work order, and gives its file. */
function pushedScenario(scratch: Pick<Scratch, 'path'>): string {
  const scenario = { name: 'mine', title: { zh: '我的', en: 'Mine' }, from: '2025-05-06', to: '2025-05-15' };
  const volume = { units: ['330100'], casesPerYear: 11_000 };
  const bad = { experience: { cuts: [-1.2, -0.8, -0.4, 0] }, rectification: { chance: 1 } };
  const file = scratch.path('mine.json');
  writeFileSync(file, JSON.stringify({ ...scenario, ...volume, ...bad }));
  return file;
}

/** Simulates it into a file of records, and gives that with its lines and the names of its records. */
export async function recordsToPush(scratch: Pick<Scratch, 'path'>) {
  const { code, err } = await run([
    'simulate',
    ...['--scenario', pushedScenario(scratch), '--out', scratch.path('out')],
  ]);
  if (code !== 0) throw new Error(err);
  const file = scratch.path('out/records.ndjson');
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return { file, lines, names: lines.map((line) => nameOf(JSON.parse(line) as Record<string, unknown>)) };
}

export const linesIn = (name: string): ReportLine[] =>
  readFileSync(name, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ReportLine);

export const jsonOf = ({ out }: Ran): PushReport => JSON.parse(out) as PushReport;
