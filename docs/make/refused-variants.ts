import { join } from 'node:path';
import type { Clock } from '../../src/jobs/clock.ts';
import { collectFiles, type CollectReport, type Source } from '../../src/jobs/collect/collect-files.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import type { RefusalReason } from '../../src/model/refusal.ts';
import { closeStore, openStore, type Store } from '../../src/store/open.ts';
import { listRefusals } from '../../src/store/read/refusals.ts';

export type Fields = Readonly<Record<string, string | number>>;

/** A copy of the rating with some fields changed, and what collection says of it. */
export interface Variant {
  readonly changed: Fields;
  readonly reason: RefusalReason;
  readonly field: string;
}

export interface Tried {
  readonly variants: readonly Variant[];
  /** The rating itself, then the same once more. */
  readonly accepted: number;
  readonly duplicate: number;
}

/** Changes that four different checks find. */
const changes = (rating: Fields): readonly Fields[] => [
  { serviceNumber: Number(rating['serviceNumber']) + 1 },
  { assessTime: '2025-03-01 09:00:00' },
  { satisfaction: '4' },
  { evalDetail: '', writingEvaluation: '' },
];

/** Sends a rating through the checks: changed first, then as it is, then again. */
export async function tryVariants(
  folder: string,
  register: readonly string[],
  service: Fields,
  rating: Fields,
  knowledge: Knowledge,
  clock: Clock,
): Promise<Tried> {
  const store = openStore(join(folder, 'variants.db'));
  const collect = (lines: readonly (string | Fields)[]): Promise<CollectReport> =>
    collectFiles(store, [sourceOf(lines)], { programVersion: 'docs' }, knowledge, clock);
  try {
    await collect(register);
    await collect([service]);
    const variants: Variant[] = [];
    for (const changed of changes(rating)) {
      await collect([{ ...rating, ...changed }]);
      const refusal = lastRefusal(store);
      variants.push({ changed, reason: refusal.reason, field: refusal.field });
    }
    const { accepted } = await collect([rating]);
    const { duplicate } = await collect([rating]);
    return { variants, accepted, duplicate };
  } finally {
    closeStore(store);
  }
}

function lastRefusal(store: Store): Pick<Variant, 'reason' | 'field'> {
  const refusal = listRefusals(store, { limit: 100 }).at(-1);
  if (!refusal) throw new Error('the changed rating was accepted');
  return refusal;
}

const sourceOf = (lines: readonly (string | Fields)[]): Source => ({
  name: 'tour.ndjson',
  chunks: (async function* () {
    for (const line of lines)
      yield Buffer.from(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
  })(),
});
