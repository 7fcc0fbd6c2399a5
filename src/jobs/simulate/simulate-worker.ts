import { parentPort, type MessagePort } from 'node:worker_threads';
import type { Knowledge } from '../../model/knowledge.ts';
import { referenceOfWorld } from '../../model/names/named-reference.ts';
import { makeWorld, type World } from '../../simulate/world/world.ts';
import { readKnowledge } from '../../store/reference.ts';
import { PartitionMaker } from './partition-maker.ts';
import { AHEAD, place, type FromThread, type ThreadOrder, type ThreadWorld } from './threads.ts';

/** A thread that makes, of one run after another, the partitions which no other thread has begun, and posts them. */

/** Waits until the writer has caught up. */
function waitForWriter(sharedCounters: Int32Array): void {
  for (;;) {
    const written = Atomics.load(sharedCounters, place.written);
    if (((Atomics.load(sharedCounters, place.made) - written) | 0) <= AHEAD) return;
    Atomics.wait(sharedCounters, place.written, written);
  }
}

/** Makes partitions of a run until every one is begun. */
function makeParts(port: MessagePort, maker: PartitionMaker, { sharedCounters }: ThreadOrder): void {
  for (;;) {
    waitForWriter(sharedCounters);
    const part = Atomics.add(sharedCounters, place.next, 1);
    if (part >= maker.parts.length) break;
    const made = maker.make(part);
    Atomics.add(sharedCounters, place.made, made.records);
    const message: FromThread = { part, made };
    // Copied: once a column was handed over, every later use of any column asks whether it is still there.
    port.postMessage(message);
  }
}

const port = parentPort;
if (port) {
  const known = readKnowledge();
  let named: { readonly world: World; readonly knowledge: Knowledge } | undefined;
  port.on('message', (message: ThreadWorld | ThreadOrder) => {
    if (message.kind === 'world') {
      const { scenario, seed } = message;
      const knowledge = { ...known, reference: referenceOfWorld(known.reference, scenario) };
      named = { knowledge, world: makeWorld(scenario, seed, knowledge.reference) };
    } else if (named !== undefined) {
      makeParts(port, new PartitionMaker(named.world, message.order, named.knowledge), message);
      named = undefined;
    }
  });
}
