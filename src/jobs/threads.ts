import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { PackedBatch } from '../collect/pack.ts';
import type { SimulationOrder } from './simulation.ts';
import type { SpoiltBatch } from './spoil-batch.ts';

/** What a simulating thread posts: a batch, or the end of a part. */
export type FromWorker = PackedSimulatedBatch | { readonly partDone: true };

/** A batch as a thread hands it over: checked and packed, without a look at the store. */
export interface PackedSimulatedBatch {
  readonly simulated: SpoiltBatch;
  readonly packed: PackedBatch;
}

/**
 * Threads that simulate. They load what they need from the moment they are made, so make them before other work; they
 * begin when they get their order. Stop them in the end, whatever happened.
 */
export class SimulationThreads {
  private readonly workers: readonly Inbox[];

  constructor(threads: number) {
    this.workers = Array.from({ length: threads }, (_, first) => new Inbox(first, threads));
  }

  /** Makes the batches of all parts and yields them in the order of the parts. */
  async *batches(order: SimulationOrder, parts: number): AsyncGenerator<PackedSimulatedBatch | 'part'> {
    for (const worker of this.workers) worker.begin(order);
    for (let i = 0; i < parts; i++) {
      const worker = this.workers[i % this.workers.length];
      for (;;) {
        const message = await worker?.next();
        if (message === undefined || 'partDone' in message) break;
        yield message;
        worker?.taken();
      }
      yield 'part';
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.stop()));
  }
}

/** A thread and the messages that came from it and were not yet read. */
class Inbox {
  private readonly worker: Worker;
  private readonly messages: FromWorker[] = [];
  private wake: (() => void) | undefined;
  private failure: Error | undefined;

  constructor(first: number, step: number) {
    this.worker = startWorker('simulate-worker', { workerData: { first, step } });
    this.worker.on('message', (message: FromWorker) => {
      this.messages.push(message);
      this.wake?.();
    });
    this.worker.on('error', (error: Error) => {
      this.failure = error;
      this.wake?.();
    });
  }

  async next(): Promise<FromWorker | undefined> {
    for (;;) {
      if (this.failure) throw this.failure;
      const message = this.messages.shift();
      if (message) return message;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  begin(order: SimulationOrder): void {
    this.worker.postMessage(order);
  }

  /** Lets the thread make one batch more. */
  taken(): void {
    this.worker.postMessage('taken');
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}

/** Starts a thread from the compiled file, or from the source through tsx while developing. */
function startWorker(name: string, options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, import.meta.url), options);
  const source = new URL(`./${name}.ts`, import.meta.url).href;
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(source)}); });`;
  return new Worker(start, { ...options, eval: true });
}
