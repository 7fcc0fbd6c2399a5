import { rmSync } from 'node:fs';
import type { CheckedBatch } from '../../collect/check.ts';
import { cannot } from '../../model/errors.ts';
import { storeMistake, type Store } from '../../store/open.ts';
import { begin, commit, rollBack } from '../../store/transaction.ts';
import { noteParts } from '../../store/write/runs.ts';
import { MOST_ATTACHED, copyAttached, withAttached } from '../../store/write/bulk-load/attach-and-copy.ts';
import type { TruthWriter } from '../../store/write/truth.ts';
import type { Intake, Origin } from '../collect/intake.ts';
import type { MadePartition } from './partition-maker.ts';
import type { CorruptedBatch } from './corrupt-batch.ts';

/** Records of a step: some tenths of a second of work, which is what a kill can cost. */
const STEP_RECORDS = 500_000;

/** The two files of a run and who writes to them. */
export interface StepTasks {
  readonly store: Store;
  readonly truth: Store;
  readonly run: number;
  readonly keepRows: boolean;
  readonly intake: Intake;
  readonly truthWriter: TruthWriter;
  readonly originOf: (simulated: CorruptedBatch) => Origin;
  /** Takes the rectifications of a step, once its ratings are counted. */
  readonly takeRectifications: (parts: readonly MadePartition[]) => void;
  /** Seconds since it was asked last. */
  readonly lap: () => number;
}

/** A batch that was handed over, and what the checks said of it. */
export interface SeenBatch {
  readonly simulated: CorruptedBatch;
  readonly verdicts: CheckedBatch;
}

/**
 * Stores a run in steps of a few partitions. A step is one transaction: rows, counts, refusals, digest and the number
 * of partitions done; its truth is committed just before, so that no run is stored without it. Where steps end depends on
 * the run alone, not on threads or time.
 */
export class RunSteps {
  private parts: MadePartition[] = [];
  private records = 0;

  constructor(
    private readonly tasks: StepTasks,
    private partsDone: number,
    private readonly allParts: number,
  ) {}

  /** Adds the next partition; true when the step is full, or the run at its end. */
  add(part: MadePartition): boolean {
    this.parts.push(part);
    this.records += part.records;
    return (
      this.records >= STEP_RECORDS ||
      this.parts.length === MOST_ATTACHED ||
      this.partsDone + this.parts.length === this.allParts
    );
  }

  /** Partitions of the run that are stored. */
  get done(): number {
    return this.partsDone;
  }

  /** Stores the partitions added; what became of the batches that were handed over, in their order. */
  store(): { readonly records: number; readonly seen: readonly SeenBatch[] } {
    const { store, truth } = this.tasks;
    const { parts, records } = this;
    const files = parts.flatMap(({ counted }) => counted?.file ?? []);
    try {
      const seen = withAttached(store, files, () => {
        try {
          if (!truth.db.inTransaction) begin(truth);
          if (!store.db.inTransaction) begin(store);
          const verdicts = this.write(parts, files.length);
          commit(truth);
          commit(store);
          return verdicts;
        } finally {
          rollBack(store);
          rollBack(truth);
        }
      });
      for (const file of files) rmSync(file);
      this.partsDone += parts.length;
      this.parts = [];
      this.records = 0;
      return { records, seen };
    } catch (error) {
      throw storeMistake(error, store.file);
    }
  }

  private write(parts: readonly MadePartition[], files: number): SeenBatch[] {
    const { store, run, intake, truthWriter } = this.tasks;
    if (!noteParts(store, run, this.partsDone, parts.length)) {
      throw cannot(
        `另一进程正在继续第 ${String(run)} 次运行；本进程未再更改数据库 ${store.file}`,
        `another process continues run ${String(run)}; this one changed database ${store.file} no further`,
      );
    }
    copyAttached(store, files);
    const seen = parts.flatMap((part) => this.writePart(part));
    truthWriter.endStep();
    intake.save(this.tasks.lap);
    this.tasks.takeRectifications(parts);
    return seen;
  }

  private writePart({ counted, batches, truth }: MadePartition): SeenBatch[] {
    const { intake, truthWriter, keepRows, originOf } = this.tasks;
    for (const one of truth) {
      if (keepRows) truthWriter.batch(one.keys, one.truth);
      else truthWriter.addTotals(one.truth);
    }
    if (counted) intake.takeCounted(counted);
    return batches.map(({ simulated, packed }) => {
      const { batch } = simulated;
      const origin = originOf(simulated);
      if (!counted) return { simulated, verdicts: intake.takePacked(batch, packed, origin) };
      intake.keepRefused(batch, packed, origin);
      return { simulated, verdicts: packed };
    });
  }
}
