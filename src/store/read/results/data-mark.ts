import type { Store } from '../../open.ts';
import { contentOf } from '../content.ts';
import { countRuns } from '../runs.ts';

/** Differs when the data do. A register can change without a record: hence the runs. */
export function dataMarkOf(store: Store): string {
  const { digest, services, ratings } = contentOf(store);
  return [digest, services, ratings, countRuns(store)].join('/');
}
