import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { simulateRun, type SimulateReport } from '../../src/jobs/simulate/simulate-run.ts';
import { verifyStore } from '../../src/jobs/verify/verify-store.ts';
import { draw } from '../../src/model/math/random.ts';
import { closeStore, openStore, openTruth, type Store } from '../../src/store/open.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { unfinishedRun } from '../../src/store/read/runs.ts';
import { clock, knowledge, useScratch } from '../builders.ts';
import { allOf, manySteps, PARTS } from '../jobs/many-steps.ts';
import { bySize } from './size.ts';

const root = resolve(import.meta.dirname, '../..');
const scratch = useScratch();
const options = { scenario: manySteps, seed: 7, threads: 1, programVersion: 'test' };

const run = (store: Store, truth: Store, resume: boolean): Promise<SimulateReport> =>
  simulateRun(store, truth, { ...options, resume }, knowledge, clock);

let undisturbed: { store: Store; truth: Store; report: SimulateReport };
beforeAll(async () => {
  const store = scratch.store();
  const truth = scratch.truth(store);
  undisturbed = { store, truth, report: await run(store, truth, false) };
});

/** Runs the scenario in a process of its own and kills it when it has told of so many parts and so many milliseconds went by. */
async function killAt(file: string, parts: number, delay: number, resume: boolean): Promise<void> {
  const script = `
    const { writeSync } = await import('node:fs');
    const { simulateRun } = await import('./src/jobs/simulate/simulate-run.ts');
    const { readKnowledge } = await import('./src/jobs/knowledge.ts');
    const { openStore, openTruth } = await import('./src/store/open.ts');
    const options = {
      ...JSON.parse(process.argv[2]),
      progress: (done) => void writeSync(1, done + ' '),
    };
    const clock = { now: () => ${String(clock.now())}, elapsed: () => 0 };
    await simulateRun(openStore(process.argv[1]), openTruth(process.argv[1]), options, readKnowledge(), clock);`;
  const given = { ...options, threads: 2, resume };
  const args = ['--import', 'tsx', '--input-type=module', '-e', script, file, JSON.stringify(given)];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let told = '';
  let waiting = true;
  child.stdout.on('data', (text: Buffer) => {
    told += text.toString();
    if (!waiting || Number(told.trim().split(' ').at(-1)) < parts) return;
    waiting = false;
    setTimeout(() => child.kill('SIGKILL'), delay);
  });
  await ended;
}

const seeds = Array.from({ length: bySize({ small: 2, full: 20 }) }, (_, i) => i + 1);

describe('a run that is killed', () => {
  it.each(seeds)(
    'stands as far as it came, is sound, and ends as if nothing had happened (%i)',
    async (seed) => {
      const file = scratch.path(`killed-${String(seed)}.db`);
      const first = 1 + (draw(seed, 1, 0, 0, 0) % (PARTS - 11));
      const delay = draw(seed, 1, 1, 0, 0) % 20;
      await killAt(file, first, delay, false);
      await killAt(file, first + 10, delay, true);
      const [store, truth] = [openStore(file), openTruth(file)];
      expect(verifyStore(store, knowledge).checks.filter(({ ok }) => !ok)).toEqual([]);
      const standing = unfinishedRun(store);
      if (standing) expect(standing.partsDone % 10).toBe(0);
      else expect(contentOf(store)).toEqual(contentOf(undisturbed.store));
      const report = await run(store, truth, true);
      expect(report.digest).toBe(undisturbed.report.digest);
      expect(allOf(store, truth)).toEqual(allOf(undisturbed.store, undisturbed.truth));
      closeStore(store);
      closeStore(truth);
    },
  );
});
