import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { SimulatedBatch } from '../simulate/generate.ts';
import type { SimulationOrder } from './simulation.ts';

/** What a simulating thread posts: a batch, or the end of a part. */
export type FromWorker = { readonly simulated: SimulatedBatch } | { readonly partDone: true };

/** Makes the batches of all parts on other threads and yields them in the order of the parts. */
export async function* batchesFromThreads(
  order: SimulationOrder,
  parts: number,
  threads: number,
): AsyncGenerator<SimulatedBatch | 'part'> {
  const workers = Array.from({ length: threads }, (_, first) => new Inbox(order, first, threads));
  try {
    for (let i = 0; i < parts; i++) {
      const worker = workers[i % threads];
      for (;;) {
        const message = await worker?.next();
        if (message === undefined || 'partDone' in message) break;
        yield message.simulated;
        worker?.taken();
      }
      yield 'part';
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

/** A thread and the messages that came from it and were not yet read. */
class Inbox {
  private readonly worker: Worker;
  private readonly messages: FromWorker[] = [];
  private wake: (() => void) | undefined;
  private failure: Error | undefined;

  constructor(order: SimulationOrder, first: number, step: number) {
    this.worker = startWorker('simulate-worker', { workerData: { ...order, first, step } });
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
