import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SimulateReport } from '../../src/jobs/simulate/simulate-run.ts';
import { simulateScenario } from '../../src/jobs/simulate/simulate-scenario.ts';
import { verifyStore } from '../../src/jobs/verify/verify-store.ts';
import { draw } from '../../src/model/math/random.ts';
import { closeStore, openStore, openTruth, type Store } from '../../src/store/open.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { unfinishedRun } from '../../src/store/read/runs.ts';
import { clock, knowledge, useScratch } from '../builders.ts';
import { root } from '../built.ts';
import { allOf, manySteps, PARTS } from '../jobs/many-steps.ts';
import { bySize } from './size.ts';

const scratch = useScratch();
const options = { scenario: manySteps, seed: 7, threads: 1, programVersion: 'test' };

const run = (store: Store, truth: Store, resume: boolean): Promise<SimulateReport> =>
  simulateScenario(store, truth, { ...options, resume }, knowledge, clock);

let undisturbed: { store: Store; truth: Store; report: SimulateReport };
beforeAll(async () => {
  const store = scratch.store();
  const truth = scratch.truth(store);
  undisturbed = { store, truth, report: await run(store, truth, false) };
});

/** Goes on with the run in a process of its own, and kills that some milliseconds after it has told of so many parts. */
async function killAt(file: string, parts: number, delay: number, resume: boolean): Promise<void> {
  const given = { ...options, threads: 2, resume, now: clock.now() };
  const args = ['--import', 'tsx', 'tests/prove/telling-run.ts', file, JSON.stringify(given)];
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
  const [code] = (await ended) as [number | null];
  // On a busy machine it may be done before the kill reaches it; it never fails.
  expect([null, 0]).toContain(code);
  expect(waiting).toBe(false);
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
      expect((await verifyStore(store, knowledge, 'test')).checks.filter(({ ok }) => !ok)).toEqual([]);
      // The second kill is past the tenth part, and so past the first step, or past the end.
      const existing = unfinishedRun(store);
      if (existing) expect(existing.partsDone % 10).toBe(0);
      else expect(contentOf(store)).toEqual(contentOf(undisturbed.store));
      const report = await run(store, truth, true);
      expect(report.digest).toBe(undisturbed.report.digest);
      expect(allOf(store, truth)).toEqual(allOf(undisturbed.store, undisturbed.truth));
      closeStore(store);
      closeStore(truth);
    },
  );
});
