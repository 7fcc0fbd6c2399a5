import { join } from 'node:path';
import type { Clock } from '../../src/jobs/clock.ts';
import { readKnowledge, readScenario } from '../../src/store/reference.ts';
import { simulateRun } from '../../src/jobs/simulate/simulate-run.ts';
import { parseSecond } from '../../src/model/time/time.ts';
import { closeStore, openStore, openTruth } from '../../src/store/open.ts';
import { runFacts, type RunFacts } from './recorded-facts.ts';

/** Seed of the runs that the docs tell of: the one that `simulate` takes where none is given. */
export const SEED = 7;

/** Shipped scenarios whose counts the docs state; the national ones are too large to be made for this. */
const scenarios = ['tiny', 'demo', 'defects', 'case-life', 'guangdong-2023-07', 'bent-2023-07'];

const clock: Clock = {
  now: () => parseSecond('2026-01-01 00:00:00'),
  elapsed: () => performance.now() / 1000,
};

/** Makes the runs, each into a database `<scenario>.db` of the folder. */
export async function recordRuns(folder: string): Promise<Record<string, RunFacts>> {
  const knowledge = readKnowledge();
  const runs: Record<string, RunFacts> = {};
  for (const name of scenarios) {
    const store = openStore(join(folder, `${name}.db`));
    const truth = openTruth(store.file);
    try {
      const options = { scenario: readScenario(name), seed: SEED, threads: 2, programVersion: 'docs' };
      runs[name] = runFacts(await simulateRun(store, truth, options, knowledge, clock));
    } finally {
      closeStore(store);
      closeStore(truth);
    }
  }
  return runs;
}
