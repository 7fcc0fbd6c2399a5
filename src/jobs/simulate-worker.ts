import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { scenarioSchema } from '../model/scenario.ts';
import { readKnowledge } from './knowledge.ts';
import { readySimulation } from './simulation.ts';
import type { FromWorker } from './threads.ts';

/** A thread that makes every n-th part of a run and posts its batches, a few ahead of what has been taken. */
const orderSchema = z.object({
  scenario: scenarioSchema,
  seed: z.number(),
  placement: z.object({ taskId: z.instanceof(Int32Array), slot: z.instanceof(Int32Array) }),
  first: z.number(),
  step: z.number(),
});

/** Batches a thread may be ahead of the writer. */
const AHEAD = 4;

const port = parentPort;
if (port) {
  const { first, step, ...order } = orderSchema.parse(workerData);
  const { parts, maker } = readySimulation(order, readKnowledge());
  let credit = AHEAD;
  let wake: (() => void) | undefined;
  port.on('message', () => {
    credit++;
    wake?.();
  });
  for (let i = first; i < parts.length; i += step) {
    const part = parts[i];
    if (!part) continue;
    for (const simulated of maker.batches(part)) {
      while (credit === 0) await new Promise<void>((resolve) => (wake = resolve));
      credit--;
      const message: FromWorker = { simulated };
      const { services, ratings } = simulated.batch;
      const tables: object[] = [services, ratings, simulated.truth];
      const columns = tables.flatMap((table): unknown[] => Object.values(table));
      const buffers = columns.flatMap((column) =>
        ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
      );
      port.postMessage(message, buffers);
    }
    const done: FromWorker = { partDone: true };
    port.postMessage(done);
  }
  port.close();
}
