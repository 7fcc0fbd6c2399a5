import path from 'node:path';
import { checkContext, noMemory } from '../../collect/check-rules.ts';
import { packBatch, type PackedBatch } from '../../collect/pack.ts';
import { Tally, type TallyColumns } from '../../rollup/tally.ts';
import type { Batch } from '../../model/record/batch.ts';
import { numbersIn, storedColumns, textColumns, textsIn, type AnyTable } from '../../model/record/columns.ts';
import type { RecordKind } from '../../model/record/kind.ts';
import { addDigest, newDigest, type Digest } from '../../model/record/digest.ts';
import type { TruthBatch } from '../../model/truth.ts';
import type { Partition } from '../../simulate/partitions.ts';
import type { World } from '../../simulate/world/world.ts';
import { KeysNotRising, BulkLoadFile } from '../../store/write/bulk-load/bulk-load-file.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { madeRectifications, type MadeRectifications } from '../../collect/made-rectifications.ts';
import { readySimulation, type SimulationOrder } from './simulation.ts';
import type { CorruptedBatch } from './corrupt-batch.ts';

/** What becomes of the rows of a partition. */
export const storageMode = {
  /** They are written to a bulk-load file, which the writer attaches and copies. */
  bulkLoad: 0,
  /** They are counted and not kept. */
  counted: 1,
  /** Their batches are handed over: the writer checks and counts them beside what it holds. */
  batches: 2,
} as const;

/** A batch as it was made, checked and packed without reading the store. */
export interface PackedSimulatedBatch {
  readonly simulated: CorruptedBatch;
  readonly packed: PackedBatch;
}

/** A partition as it comes to the writer. */
export interface MadePartition {
  /** Records made, refused ones too. */
  readonly records: number;
  /** Accepted rows with their counts; absent where the writer is to check and store the batches. */
  readonly counted: CountedPartition | undefined;
  /** The batches that the writer must have: all, where it stores or shows them, else those with refused rows. */
  readonly batches: readonly PackedSimulatedBatch[];
  readonly truth: readonly KeyedTruth[];
  readonly rectifications: readonly MadeRectifications[];
}

interface CountedPartition {
  readonly services: number;
  readonly ratings: number;
  readonly digest: Digest;
  readonly counts: TallyColumns;
  /** File with the rows; none where they are not kept. */
  readonly file: string | undefined;
}

/** The truth of the ratings of a batch, with their keys. */
interface KeyedTruth {
  readonly keys: Float64Array;
  readonly truth: TruthBatch;
}

/** Does all the work on a partition of a run that needs no store; every simulating thread has a maker of its own. */
export class PartitionMaker {
  readonly parts: number;
  private readonly simulation;
  private readonly context;
  private readonly tally;

  constructor(
    world: World,
    private readonly order: SimulationOrder,
    knowledge: Knowledge,
  ) {
    this.simulation = readySimulation(world, order, knowledge);
    this.parts = this.simulation.parts.length;
    this.context = checkContext(order.checkRules, noMemory);
    this.tally = new Tally({ tasks: order.tasks, calendar: knowledge.calendar });
  }

  /** Makes partition number `index`. */
  make(index: number): MadePartition {
    const part = this.simulation.parts[index];
    if (!part) throw new Error(`there is no partition ${String(index)}`);
    const how = this.order.storageModes[index];
    if (how === storageMode.batches) return this.loose(part);
    if (how === storageMode.counted) return this.counted(part, undefined);
    const name = path.join(this.order.folder, `${String(index)}.db`);
    const file = new BulkLoadFile(name, this.order.tables);
    try {
      return this.counted(part, { name, file });
    } catch (error) {
      file.abandon();
      // Rows out of order cannot be written as pages: the partition is made once more and handed over as batches.
      if (error instanceof KeysNotRising) return this.loose(part);
      throw error;
    }
  }

  private loose(part: Partition): MadePartition {
    const batches = this.packed(part, () => true);
    return { ...batches, counted: undefined };
  }

  private counted(
    part: Partition,
    into: { readonly name: string; readonly file: BulkLoadFile } | undefined,
  ): MadePartition {
    this.tally.clear();
    const digest = newDigest();
    let services = 0;
    let ratings = 0;
    const made = this.packed(part, ({ simulated: { batch }, packed }) => {
      addDigest(digest, packed.digest);
      const counted = this.count(batch, packed);
      services += counted.services;
      ratings += counted.ratings;
      if (into) addRows(into.file, batch, packed);
      const refused = batch.services.length + batch.ratings.length - counted.services - counted.ratings;
      return refused > 0 || this.order.allBatches;
    });
    into?.file.close();
    const counts = this.tally.columns();
    return { ...made, counted: { services, ratings, digest, counts, file: into?.name } };
  }

  /** Makes the batches of a partition; those that `handOver` chooses are handed over. */
  private packed(
    part: Partition,
    handOver: (made: PackedSimulatedBatch) => boolean,
  ): Omit<MadePartition, 'counted'> {
    const batches: PackedSimulatedBatch[] = [];
    const truth: KeyedTruth[] = [];
    const rectifications: MadeRectifications[] = [];
    let records = 0;
    for (const simulated of this.simulation.batches(part)) {
      const { services, ratings } = simulated.batch;
      const made = { simulated, packed: packBatch(simulated.batch, this.context) };
      const keys = simulated.truth.keys ?? ratings.key.slice(0, ratings.length);
      truth.push({ keys, truth: simulated.truth });
      if (simulated.batch.rectifications.length > 0)
        rectifications.push(madeRectifications(simulated.batch, made.packed));
      records += services.length + ratings.length;
      if (handOver(made)) batches.push(made);
      else this.simulation.recycle(simulated.batch);
    }
    return { records, batches, truth, rectifications };
  }

  /** Counts the accepted rows of a batch. */
  private count({ services, ratings }: Batch, packed: PackedBatch): { services: number; ratings: number } {
    const { tally } = this;
    const { packedServices, packedRatings, links } = packed;
    const refusedServices = packed.services.reason;
    const refusedRatings = packed.ratings.reason;
    const counted = { services: 0, ratings: 0 };
    for (let row = 0; row < services.length; row++) {
      if (refusedServices[row] !== 0) continue;
      counted.services++;
      tally.addServiceAt(services, row, packedServices[row] ?? 0);
    }
    for (let row = 0; row < ratings.length; row++) {
      if (refusedRatings[row] !== 0) continue;
      counted.ratings++;
      tally.addRating(
        ratings.key[row] ?? 0,
        links.task[row] ?? 0,
        packedRatings[row] ?? 0,
        ratings.assessedAt[row] ?? 0,
      );
    }
    return counted;
  }
}

/** Writes the accepted rows of a batch. */
function addRows(file: BulkLoadFile, { services, ratings }: Batch, packed: PackedBatch): void {
  const { packedServices, packedRatings } = packed;
  const refused = packed.ratings.reason;
  file
    .rows('service')
    .append(
      services.key,
      numbersBySql('service', services, packedServices),
      services.length,
      packed.services.reason,
    );
  file
    .rows('rating')
    .append(ratings.key, numbersBySql('rating', ratings, packedRatings), ratings.length, refused);
  for (const { name, sql } of textColumns('rating')) {
    const texts = file.rows(sql);
    for (const [row, text] of [...textsIn(ratings, name)].sort(([a], [b]) => a - b)) {
      if (refused[row] === 0) texts.appendText(ratings.key[row] ?? 0, text);
    }
  }
}

/** The stored columns of a table but for its key, by their names in the store. */
const numbersBySql = (
  kind: RecordKind,
  rows: AnyTable,
  packed: Int32Array,
): Readonly<Record<string, Int32Array>> =>
  Object.fromEntries(
    storedColumns(kind)
      .filter(({ kept }) => kept !== 'key')
      .map(({ name, kept, sql }) => [sql, kept === 'packed' ? packed : numbersIn(rows, name)]),
  );
