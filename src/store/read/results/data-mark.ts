import type { Store } from '../../open.ts';
import { contentOf } from '../content.ts';
import { retentionOf } from '../refusals.ts';
import { countRuns } from '../runs.ts';

/** Differs when the data do. A register can change without a record, and refused records come without any: hence both. */
export function dataMarkOf(store: Store): string {
  const { digest, services, ratings } = contentOf(store);
  return [digest, services, ratings, countRuns(store), retentionOf(store).records].join('/');
}
