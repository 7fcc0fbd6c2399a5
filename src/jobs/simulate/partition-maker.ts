import path from 'node:path';
import { checkContext, noMemory, type CheckRules } from '../../collect/check-rules.ts';
import { madeRectifications, type MadeRectifications } from '../../collect/made-rectifications.ts';
import { rejectRows, simulatedOrigin } from '../../collect/origin.ts';
import { packBatch, type PackedBatch } from '../../collect/pack.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { trimmed } from '../../model/record/batch.ts';
import { addDigest, newDigest } from '../../model/record/digest.ts';
import type { RefusedRecord } from '../../model/refusal.ts';
import type { TruthBatch } from '../../model/truth.ts';
import { lineCorrupter } from '../../national/corrupt-lines.ts';
import { nationalPrinter, type NationalPrinter } from '../../national/record-printer.ts';
import { Tally } from '../../rollup/tally.ts';
import type { TaskColumns } from '../../rollup/task-columns.ts';
import type { SimulatedBatch } from '../../simulate/generate.ts';
import type { Partition } from '../../simulate/partitions.ts';
import { registerOfWorld } from '../../simulate/placement.ts';
import { readySimulation, type Recipe } from '../../simulate/simulation.ts';
import type { World } from '../../simulate/world/world.ts';
import { appendAccepted } from '../../store/write/bulk-load/accepted-rows.ts';
import {
  BulkLoadFile,
  KeysNotRising,
  type BulkLoadTable,
} from '../../store/write/bulk-load/bulk-load-file.ts';
import type { CountedRows } from '../collect/intake.ts';
import { storageMode } from './storage-modes.ts';

/** What a thread must be given to make any partition of a run; everything else follows from it. */
export interface SimulationOrder extends Recipe {
  /** The rules its records will be checked by. */
  readonly checkRules: CheckRules;
  /** What is read of each item when records are counted. */
  readonly tasks: TaskColumns;
  /** How the rows of each partition are stored. */
  readonly storageModes: Uint8Array;
  /** Hand over every batch, not only those that the writer must check and store. */
  readonly allBatches: boolean;
  /** Folder for bulk-load files, and the tables in them. */
  readonly folder: string;
  readonly tables: readonly BulkLoadTable[];
}

/** A batch as it was made, checked and packed without reading the store. */
export interface PackedSimulatedBatch {
  readonly simulated: SimulatedBatch;
  readonly packed: PackedBatch;
}

/** A partition as it comes to the writer. */
export interface MadePartition {
  /** Records made, refused ones too. */
  readonly records: number;
  /** Batches that the writer is to check and store: those of days before the other ones. */
  readonly loose: readonly PackedSimulatedBatch[];
  /** What was accepted and refused of the rest; absent where there is none. */
  readonly counted: CountedPartition | undefined;
  /** The batches of the rest, where they are to be shown. */
  readonly shown: readonly PackedSimulatedBatch[];
  readonly truth: readonly TruthBatch[];
  /** Those of loose batches without what is to be looked up: the bad ratings that the checks let in. */
  readonly rectifications: readonly (Pick<MadeRectifications, 'rows'> & Partial<MadeRectifications>)[];
}

interface CountedPartition extends CountedRows {
  /** File with the accepted rows; none where there are none, or they are not kept. */
  readonly file: string | undefined;
}

/** What is made when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Does all the work on a partition of a run that needs no store; every simulating thread has a maker of its own. */
export class PartitionMaker {
  readonly parts: readonly Partition[];
  /** Position of the first day of the run in the list of days. */
  private readonly firstDay: number;
  private readonly maker;
  private readonly printer: () => NationalPrinter;
  private readonly context;
  private readonly tally;

  constructor(
    world: World,
    private readonly order: SimulationOrder,
    knowledge: Knowledge,
  ) {
    const { reference, calendar } = knowledge;
    // Only corrupted and refused records need it: a run without any is spared 13 MB a thread.
    const register = lazily(() => registerOfWorld(world, order.placement));
    this.printer = lazily(() => nationalPrinter(reference, register(), () => ''));
    const { plan, maker } = readySimulation(world, order, knowledge, () =>
      lineCorrupter(reference, register()),
    );
    this.parts = plan.parts;
    this.firstDay = plan.span.first;
    this.maker = maker;
    this.context = checkContext(order.checkRules, noMemory);
    this.tally = new Tally({ tasks: order.tasks, calendar });
  }

  /** Makes partition number `index`. */
  make(index: number): MadePartition {
    const { storageModes, folder, tables } = this.order;
    const part = this.parts[index];
    if (!part) throw new Error(`there is no partition ${String(index)}`);
    const mode = storageModes[index];
    if (mode === storageMode.batches) return this.loose(part);
    const name = path.join(folder, `${String(index)}.db`);
    const file = mode === storageMode.counted ? undefined : new BulkLoadFile(name, tables);
    try {
      return mode === storageMode.fromRunOn ? this.split(part, file) : this.counted(part, file);
    } catch (error) {
      file?.abandon();
      // Rows out of order cannot be written as pages: the partition is made once more and handed over as batches.
      if (error instanceof KeysNotRising) return this.loose(part);
      throw error;
    }
  }

  /** A partition whose batches the writer checks and stores. */
  private loose(part: Partition): MadePartition {
    const { batches, rectifications, ...made } = this.packed(part, true, () => undefined);
    return {
      ...made,
      rectifications: rectifications.map(({ rows }) => ({ rows })),
      loose: batches,
      counted: undefined,
      shown: [],
    };
  }

  /** A partition of which the writer checks and stores the cases begun before the run: of these, services are stored already. */
  private split(part: Partition, file: BulkLoadFile | undefined): MadePartition {
    const before = this.loose({ ...part, lastDay: this.firstDay });
    const made = this.counted({ ...part, firstDay: this.firstDay }, file);
    return {
      ...made,
      records: before.records + made.records,
      loose: before.loose,
      truth: [...before.truth, ...made.truth],
      rectifications: [...before.rectifications, ...made.rectifications],
    };
  }

  /** A partition that is checked and counted here, its accepted rows written to a file where there is one. */
  private counted(part: Partition, file: BulkLoadFile | undefined): MadePartition {
    const { order, tally, printer } = this;
    tally.clear();
    const digest = newDigest();
    const refused: RefusedRecord[] = [];
    const count = { services: 0, ratings: 0, duplicates: 0 };
    const { batches, ...made } = this.packed(part, order.allBatches, ({ batch, rawLines }, packed) => {
      const { services, ratings } = batch;
      const { packedServices, packedRatings, links } = packed;
      addDigest(digest, packed.digest);
      count.services += tally.addServices(services, packedServices, packed.services.reason);
      count.ratings += tally.addRatings(ratings, links, packedRatings, packed.ratings.reason);
      const origin = simulatedOrigin(order.scenario.name, printer, batch, rawLines);
      for (const kind of ['service', 'rating'] as const) {
        const verdicts = kind === 'service' ? packed.services : packed.ratings;
        count.duplicates += rejectRows(kind, verdicts, origin, (row) => refused.push(row));
      }
      if (!file) return;
      appendAccepted(file, 'service', services, packedServices, packed.services.reason);
      appendAccepted(file, 'rating', ratings, packedRatings, packed.ratings.reason);
    });
    file?.close();
    const holdsRows = count.services + count.ratings > 0;
    const counts = tally.columns();
    return {
      ...made,
      loose: [],
      shown: batches,
      counted: { ...count, digest, counts, refused, file: holdsRows ? file?.name : undefined },
    };
  }

  /** Makes the batches of a partition and does `work` with each; those that are handed over are copies without spare room. */
  private packed(
    part: Partition,
    handOver: boolean,
    work: (simulated: SimulatedBatch, packed: PackedBatch) => void,
  ): Pick<MadePartition, 'records' | 'truth' | 'rectifications'> & { batches: PackedSimulatedBatch[] } {
    const batches: PackedSimulatedBatch[] = [];
    const truth: TruthBatch[] = [];
    const rectifications: MadeRectifications[] = [];
    let records = 0;
    for (const simulated of this.maker.batches(part)) {
      const { batch } = simulated;
      const packed = packBatch(batch, this.context);
      truth.push(simulated.truth);
      if (batch.rectifications.length > 0) rectifications.push(madeRectifications(batch, packed));
      records += batch.services.length + batch.ratings.length;
      work(simulated, packed);
      if (handOver) batches.push({ simulated: { ...simulated, batch: trimmed(batch) }, packed });
      this.maker.recycle(batch);
    }
    return { records, batches, truth, rectifications };
  }
}
