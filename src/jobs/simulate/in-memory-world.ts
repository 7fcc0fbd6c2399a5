import type { Knowledge } from '../../model/knowledge.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { closeStore, openInMemory, type Store } from '../../store/open.ts';
import type { Clock } from '../clock.ts';
import { simulateScenario } from './simulate-scenario.ts';

/** What a small world of its own is made with. */
export interface WorldBasis {
  readonly knowledge: Knowledge;
  readonly programVersion: string;
  readonly clock: Clock;
}

/** Makes a world in memory, the whole way through collection, looks at it and its truth, and forgets it. */
export async function inMemoryWorld<T>(
  scenario: Scenario,
  seed: number,
  { knowledge, programVersion, clock }: WorldBasis,
  look: (store: Store, truth: Store) => T,
): Promise<T> {
  const { store, truth } = openInMemory();
  try {
    await simulateScenario(store, truth, { scenario, seed, threads: 1, programVersion }, knowledge, clock);
    return look(store, truth);
  } finally {
    closeStore(truth);
    closeStore(store);
  }
}
