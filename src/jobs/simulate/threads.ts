import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { startWorker } from '../start-worker.ts';
import type { MadePartition, SimulationOrder } from './partition-maker.ts';

/** The world of the next run: a simulating thread makes it while the run is opened. */
export interface ThreadWorld {
  readonly kind: 'world';
  readonly scenario: Scenario;
  readonly seed: number;
}

/** What a simulating thread gets to make the partitions of that run. */
export interface ThreadOrder {
  readonly kind: 'order';
  readonly order: SimulationOrder;
  /** Counters that all threads share; `place` says which is which. */
  readonly sharedCounters: Int32Array;
}

/** What a simulating thread posts: a partition that it made. */
export interface FromThread {
  readonly part: number;
  readonly made: MadePartition;
}

/** Places in the shared counters. Records are counted modulo 2^32: only differences are read. */
export const place = {
  /** The partition that the next free thread makes. */
  next: 0,
  /** Records made, and those of them that the writer is done with. */
  made: 1,
  written: 2,
} as const;

/**
 * Most memory for the objects of a thread, some five times what it needs. With no limit the engine lets four times as much pile
 * up before it clears away what the years before have left.
 */
const MEMORY = { maxOldGenerationSizeMb: 1024 };

const newCounters = (): Int32Array => new Int32Array(new SharedArrayBuffer(12));

/** Records that threads may be ahead of the writer before they begin another partition. */
export const AHEAD = 1_000_000;

/**
 * Threads that make the partitions of one run after another, each the next one that nobody has begun: none is idle while
 * there is work, and the order of their answers does not matter. Stop them in the end, whatever happened.
 */
export class SimulationThreads {
  /** Of the run under way. */
  private sharedCounters = newCounters();
  /** Started by the first run that is to be made. */
  private workers: readonly Worker[] = [];
  private readonly arrived = new Map<number, MadePartition>();
  private wake: (() => void) | undefined;
  private failure: Error | undefined;

  constructor(private readonly threads: number) {}

  /**
   * Names the world of the next run. Threads load what they need and make it from then on, so name it before other work; they
   * begin when they get their order.
   */
  expect(scenario: Scenario, seed: number): void {
    if (this.workers.length === 0) this.workers = Array.from({ length: this.threads }, () => this.start());
    const world: ThreadWorld = { kind: 'world', scenario, seed };
    for (const worker of this.workers) worker.postMessage(world);
  }

  private start(): Worker {
    const worker = startWorker('simulate/simulate-worker', MEMORY);
    worker.on('message', ({ part, made }: FromThread) => {
      this.arrived.set(part, made);
      this.wake?.();
    });
    worker.on('error', (error: Error) => {
      this.failure = error;
      this.wake?.();
    });
    return worker;
  }

  /** Makes the partitions from `first` to before `end` and yields them in order; `stop` ends the waiting. */
  async *parts(
    order: SimulationOrder,
    first: number,
    end: number,
    stop: AbortSignal | undefined,
  ): AsyncGenerator<MadePartition> {
    // A thread may still ask these of the run before for another partition.
    this.sharedCounters = newCounters();
    Atomics.store(this.sharedCounters, place.next, first);
    const message: ThreadOrder = { kind: 'order', order, sharedCounters: this.sharedCounters };
    for (const worker of this.workers) worker.postMessage(message);
    const stopWaiting = (): void => {
      this.wake?.();
    };
    stop?.addEventListener('abort', stopWaiting);
    try {
      for (let part = first; part < end; part++) {
        // Other work gets its turn between two partitions, such as a request to stop, even where the next has arrived.
        await setImmediate();
        for (;;) {
          if (this.failure) throw this.failure;
          const made = this.arrived.get(part);
          if (made || stop?.aborted) {
            if (made) yield made;
            break;
          }
          await new Promise<void>((resolve) => (this.wake = resolve));
        }
        this.arrived.delete(part);
        if (stop?.aborted) return;
      }
    } finally {
      // The same signal serves many runs of a calibration.
      stop?.removeEventListener('abort', stopWaiting);
    }
  }

  /** The writer is done with so many records: threads that were too far ahead go on. */
  written(records: number): void {
    Atomics.add(this.sharedCounters, place.written, records);
    Atomics.notify(this.sharedCounters, place.written);
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}
