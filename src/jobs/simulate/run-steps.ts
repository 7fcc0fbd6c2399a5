import { rmSync } from 'node:fs';
import type { CheckedBatch } from '../../collect/check.ts';
import { simulatedOrigin, simulatedRectificationOrigin } from '../../collect/origin.ts';
import { cannot } from '../../model/errors.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Register } from '../../model/register.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { nationalPrinter } from '../../national/record-printer.ts';
import type { SimulatedBatch } from '../../simulate/generate.ts';
import { storeMistake, type Store } from '../../store/open.ts';
import { begin, commit, rollBack } from '../../store/transaction.ts';
import { noteParts } from '../../store/write/runs.ts';
import { MOST_ATTACHED, copyAttached, withAttached } from '../../store/write/bulk-load/attach-and-copy.ts';
import type { TruthWriter } from '../../store/write/truth.ts';
import type { Intake } from '../collect/intake.ts';
import { takeRectifications } from '../collect/intake-rectifications.ts';
import type { MadePartition } from './partition-maker.ts';

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
  readonly scenario: Scenario;
  readonly register: Register;
  readonly knowledge: Knowledge;
  /** The clock of the run itself, which stands at the end of its period: what lies later has not happened yet. */
  readonly now: number;
  /** Seconds since it was asked last. */
  readonly lap: () => number;
}

/** A batch that was handed over, and what the checks said of it. */
export interface SeenBatch {
  readonly simulated: SimulatedBatch;
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
  private readonly printer;

  constructor(
    private readonly tasks: StepTasks,
    private stored: number,
    readonly allParts: number,
  ) {
    this.printer = nationalPrinter(tasks.knowledge.reference, tasks.register, () => '');
  }

  /** Adds the next partition; true when the step is full, or the run at its end. */
  add(part: MadePartition): boolean {
    this.parts.push(part);
    this.records += part.records;
    // A run without records would only keep the next one away: nothing is stored before the first record.
    if (this.stored === 0 && this.records === 0) return false;
    return (
      this.records >= STEP_RECORDS || this.parts.length >= MOST_ATTACHED || this.partsMade === this.allParts
    );
  }

  /** Partitions of the run that are stored, and those that are made. */
  get partsStored(): number {
    return this.stored;
  }
  get partsMade(): number {
    return this.stored + this.parts.length;
  }

  /** Why a run ends that was asked to stop. */
  stopped(): Error {
    const [done, all] = [String(this.stored), String(this.allParts)];
    return this.stored === 0
      ? cannot('运行已停止，未存入任何内容', 'the run was stopped; nothing was stored')
      : cannot(
          `运行已停止，已存入 ${done}/${all} 部分；用同样的选项加 --resume 继续`,
          `the run was stopped with ${done} of ${all} parts stored; continue it with the same options and --resume`,
        );
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
      this.stored += parts.length;
      this.parts = [];
      this.records = 0;
      return { records, seen };
    } catch (error) {
      throw storeMistake(error, store.file);
    }
  }

  private write(parts: readonly MadePartition[], files: number): SeenBatch[] {
    const { store, run, intake, truthWriter } = this.tasks;
    if (!noteParts(store, run, this.stored, parts.length)) {
      throw cannot(
        `另一进程正在继续第 ${String(run)} 次运行；本进程未再更改数据库 ${store.file}`,
        `another process continues run ${String(run)}; this one changed database ${store.file} no further`,
      );
    }
    copyAttached(store, files);
    const seen = parts.flatMap((part) => this.writePart(part));
    truthWriter.endStep();
    intake.save(this.tasks.lap);
    this.takeRectifications(parts);
    return seen;
  }

  private writePart({ loose, counted, shown, truth }: MadePartition): SeenBatch[] {
    const { intake, truthWriter, keepRows, scenario } = this.tasks;
    for (const one of truth) {
      if (keepRows) truthWriter.batch(one);
      else truthWriter.addTotals(one);
    }
    const seen = loose.map(({ simulated, packed }): SeenBatch => {
      const { batch, rawLines } = simulated;
      const origin = simulatedOrigin(scenario.name, () => this.printer, batch, rawLines);
      return { simulated, verdicts: intake.takePacked(batch, packed, origin) };
    });
    if (counted) intake.takeCounted(counted);
    return [...seen, ...shown.map(({ simulated, packed }) => ({ simulated, verdicts: packed }))];
  }

  /** Takes the rectifications, once all ratings of the step are stored; those of counted ratings need no look-up. */
  private takeRectifications(parts: readonly MadePartition[]): void {
    const { store, run, scenario, register, knowledge, now, keepRows } = this.tasks;
    const waiting = parts.flatMap(({ rectifications }) =>
      rectifications.map(({ rows, bad }) => ({
        rows,
        bad,
        origin: simulatedRectificationOrigin(scenario.name, this.printer, rows),
      })),
    );
    if (waiting.length > 0) takeRectifications(store, run, waiting, register, knowledge, now, keepRows);
  }
}
