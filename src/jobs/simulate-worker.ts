import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { checkContext, noMemory } from '../collect/door.ts';
import { packBatch } from '../collect/pack.ts';
import { scenarioSchema } from '../model/scenario.ts';
import { makeWorld } from '../simulate/world.ts';
import { readKnowledge } from './knowledge.ts';
import { readySimulation } from './simulation.ts';
import type { FromWorker } from './threads.ts';

/** A thread that makes every n-th part of a run and posts its batches, checked and packed, a few ahead of what has been taken. */
const column = z.instanceof(Int32Array);
const orderSchema = z.object({
  scenario: scenarioSchema,
  seed: z.number(),
  placement: z.object({ taskId: column, slot: column }),
  door: z.object({ now: z.number(), levelled: column, taskWords: column, taskAt: column }),
});

/** Batches a thread may be ahead of the writer. */
const AHEAD = 4;

const port = parentPort;
if (port) {
  const { first, step } = z.object({ first: z.number(), step: z.number() }).parse(workerData);
  const ordered = new Promise((resolve) => port.once('message', resolve));
  const knowledge = readKnowledge();
  const order = orderSchema.parse(await ordered);
  const world = makeWorld(order.scenario, order.seed, knowledge.reference);
  const { parts, batches } = readySimulation(world, order, knowledge);
  const context = checkContext(order.door, noMemory);
  let credit = AHEAD;
  let wake: (() => void) | undefined;
  port.on('message', () => {
    credit++;
    wake?.();
  });
  for (let i = first; i < parts.length; i += step) {
    const part = parts[i];
    if (!part) continue;
    for (const simulated of batches(part)) {
      while (credit === 0) await new Promise<void>((resolve) => (wake = resolve));
      credit--;
      const packed = packBatch(simulated.batch, context);
      const message: FromWorker = { simulated, packed };
      const { services, ratings } = simulated.batch;
      const { services: s, ratings: r, links, ...marks } = packed;
      const tables: object[] = [services, ratings, simulated.truth, s, r, links, marks];
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
