import { join } from 'node:path';
import type { Clock } from '../../src/jobs/clock.ts';
import { readKnowledge, readScenario } from '../../src/store/reference.ts';
import { simulateRun } from '../../src/jobs/simulate/simulate-run.ts';
import { parseSecond } from '../../src/model/time/time.ts';
import type { Scenario } from '../../src/model/scenario/scenario.ts';
import { closeStore, openStore, openTruth } from '../../src/store/open.ts';
import { runFacts, type RunFacts } from './recorded-facts.ts';

/** Seed of the runs that the docs tell of: the one that `simulate` takes where none is given. */
export const SEED = 7;

/** Shipped scenarios whose counts the docs state; the national ones are too large to be made for this. */
const scenarios = ['tiny', 'defects', 'case-life', 'guangdong-2023-07', 'bent-2023-07'];

/** What the pictures show: the last year of the series that a first start makes, with fewer cases. */
export function pictureScenario(): Scenario {
  const scenario = readScenario('national-series');
  return { ...scenario, from: '2021-01-01', casesPerYear: Math.round(scenario.casesPerYear / 100) };
}

const clock: Clock = {
  now: () => parseSecond('2026-01-01 00:00:00'),
  elapsed: () => performance.now() / 1000,
};

/** Makes the runs, each in a database `<name>.db` of the folder. */
export async function recordRuns(folder: string): Promise<Record<string, RunFacts>> {
  const runs: Record<string, RunFacts> = {};
  for (const name of scenarios) runs[name] = await recordRun(join(folder, `${name}.db`), readScenario(name));
  return runs;
}

/** Makes a run in a database; its counts. */
export async function recordRun(file: string, scenario: Scenario): Promise<RunFacts> {
  const store = openStore(file);
  const truth = openTruth(store.file);
  try {
    const options = { scenario, seed: SEED, threads: 2, programVersion: 'docs' };
    return runFacts(await simulateRun(store, truth, options, readKnowledge(), clock));
  } finally {
    closeStore(store);
    closeStore(truth);
  }
}
