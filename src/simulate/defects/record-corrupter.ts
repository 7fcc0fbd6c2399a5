import type { Batch, RectificationBatch } from '../../model/record/batch.ts';
import type { CorruptedRecord, Corruption, DefectId, DefectTotal, LedgerEntry } from '../../model/defect.ts';
import {
  assessNumberOf,
  MAX_SERIALS,
  partsOf,
  serviceKeyOf,
  serviceNumberOf,
} from '../../model/record/key.ts';
import { Block, stream, streamKey, threefry } from '../../model/math/random.ts';
import type { Tag } from '../../model/reference.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import type { World } from '../world/world.ts';
import { planDefects, type DefectPlan, type Planned } from './plan.ts';
import { corruptRating, corruptService, type CodeLists } from './corrupt.ts';

const ofServices: readonly DefectId[] = ['A5', 'A6', 'A8', 'A9', 'A10'];
const ofRatings: readonly DefectId[] = ['A5', 'A6', 'A7', 'A8', 'A9', 'A10'];

/** What was corrupted in a batch. */
export interface CorruptedRecords {
  readonly corrupted: readonly CorruptedRecord[];
  /** Ratings whose service record will be refused, so that they have none. */
  readonly orphaned: readonly LedgerEntry[];
  /** Keys of ratings that will not be stored as they were, with the defect that changed them. */
  readonly lost: ReadonlyMap<number, Culprit>;
}

/** The injection that a record is refused for. */
type Culprit = Pick<CorruptedRecord, 'id' | 'concealment'>;

/** Random blocks above those of manipulations: a service, then a rating. */
const FIRST_BLOCK = { service: 1 << 20, rating: 1 << 21 } as const;

/** A record refused because what it belongs to was corrupted. */
const orphan = (
  record: 'rating' | 'rectification',
  key: number,
  { id, concealment }: Culprit,
  was: string,
): LedgerEntry => ({ record, key, id, rung: concealment, field: '', was, outcome: 'orphan' });

/** The entries of rectifications that lose their bad rating. */
export const orphanedRectifications = (
  { key, verdict, length }: RectificationBatch,
  lost: CorruptedRecords['lost'],
): LedgerEntry[] =>
  Array.from(key.subarray(0, length), (rating, row) => {
    const by = lost.get(rating);
    return by ? [orphan('rectification', rating, by, String(verdict[row] ?? 0))] : [];
  }).flat();

/** Corrupts records as senders do (A5–A10): at most one defect a record, and none for a rating of a corrupted service. */
export class RecordCorrupter {
  private readonly plan: DefectPlan;
  private readonly block = new Block();
  private readonly taskAt = new Map<number, number>();
  private readonly lists: CodeLists;

  constructor(
    scenario: Scenario,
    private readonly seed: number,
    world: World,
    taskIds: Int32Array,
    tags: readonly Tag[],
    retiredTags: ReadonlySet<string>,
  ) {
    this.plan = planDefects(scenario, world, (id) => ofServices.includes(id) || ofRatings.includes(id));
    taskIds.forEach((id, task) => this.taskAt.set(id, task));
    this.lists = {
      tagsOfLevel: [0, 1, 2, 3, 4, 5].map((level) =>
        tags.flatMap((tag) => (tag.level === level ? [tag.code] : [])),
      ),
      retiredTags: [...retiredTags].sort(),
    };
  }

  /** Decides what is corrupted in a batch in key order; adds to the totals by position of the injection. */
  corrupt({ services, ratings }: Batch, totals: readonly DefectTotal[]): CorruptedRecords {
    const corrupted: CorruptedRecord[] = [];
    const orphaned: LedgerEntry[] = [];
    const lost = new Map<number, Culprit>();
    /** Ratings that will be refused: an additional one has no place without its first. */
    const lostFirsts = new Map<number, Culprit>();
    let next = 0;
    for (let row = 0; row < services.length; row++) {
      const key = services.key[row] ?? 0;
      const planned = this.plan[this.taskAt.get(services.task[row] ?? -1) ?? -1];
      const hit =
        planned &&
        this.hit(planned, ofServices, 'service', key, totals, (id, word) =>
          corruptService(id, services, row, word),
        );
      if (hit) corrupted.push({ record: 'service', row, ...hit });
      while (next < ratings.length && serviceKeyOf(ratings.key[next] ?? 0) === key) {
        const rating = next++;
        const ratingKey = ratings.key[rating] ?? 0;
        if (hit && !hit.corruption.copy) {
          orphaned.push(orphan('rating', ratingKey, hit, String(ratings.level[rating] ?? 0)));
          lost.set(ratingKey, hit);
          continue;
        }
        const first = lostFirsts.get(ratingKey - 1);
        if (first && assessNumberOf(ratingKey) === 2) {
          orphaned.push(orphan('rating', ratingKey, first, String(ratings.level[rating] ?? 0)));
          lost.set(ratingKey, first);
          continue;
        }
        const serviceAt = services.serviceAt[row] ?? 0;
        const found =
          planned &&
          this.hit(planned, ofRatings, 'rating', key, totals, (id, word) =>
            corruptRating(id, ratings, rating, serviceAt, this.lists, word),
          );
        if (!found) continue;
        corrupted.push({ record: 'rating', row: rating, ...found });
        if (!found.corruption.copy && found.corruption.outcome !== 'accepted')
          lostFirsts.set(ratingKey, found);
        // Placeholders alone change nothing that a rectification needs.
        if (!found.corruption.copy && found.id !== 'A5') lost.set(ratingKey, found);
      }
    }
    return { corrupted, orphaned, lost };
  }

  private hit(
    planned: readonly Planned[],
    possible: readonly DefectId[],
    record: 'service' | 'rating',
    serviceKey: number,
    totals: readonly DefectTotal[],
    corruptionBy: (id: DefectId, word: number) => Corruption | undefined,
  ): Pick<CorruptedRecord, 'id' | 'concealment' | 'corruption'> | undefined {
    const { unit, day, slot, serial } = partsOf(serviceKey);
    for (const { id, number, concealment, threshold, firstDay, lastDay, position } of planned) {
      if (!possible.includes(id) || day < firstDay || day > lastDay) continue;
      const total = totals[position];
      if (total) total.eligible++;
      const n = FIRST_BLOCK[record] + serviceNumberOf(serviceKey) * 32 + number;
      threefry(
        this.seed,
        streamKey(stream.defect, (unit << 10) | slot),
        day * MAX_SERIALS + serial,
        n,
        this.block,
      );
      if (this.block.a >= threshold) continue;
      const corruption = corruptionBy(id, this.block.b);
      if (!corruption) continue;
      if (total) total.injected++;
      return { id, concealment, corruption };
    }
    return undefined;
  }
}
