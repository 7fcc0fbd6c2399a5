import { parentPort, type MessagePort } from 'node:worker_threads';
import { referenceOfWorld } from '../../model/names/named-reference.ts';
import { makeWorld } from '../../simulate/world/world.ts';
import { readKnowledge } from '../../store/reference.ts';
import { PartitionMaker } from './partition-maker.ts';
import { AHEAD, place, type FromThread, type ThreadOrder, type ThreadWorld } from './threads.ts';

/** A thread that makes the partitions of a run which no other thread has begun, and posts them. */

/** Waits until the writer has caught up. */
function waitForWriter(sharedCounters: Int32Array): void {
  for (;;) {
    const written = Atomics.load(sharedCounters, place.written);
    if (((Atomics.load(sharedCounters, place.made) - written) | 0) <= AHEAD) return;
    Atomics.wait(sharedCounters, place.written, written);
  }
}

/** The two messages that come, one after the other. */
function messagesOf(from: MessagePort): {
  readonly named: Promise<ThreadWorld>;
  readonly ordered: Promise<ThreadOrder>;
} {
  let [name, give] = [(_: ThreadWorld): void => undefined, (_: ThreadOrder): void => undefined];
  const named = new Promise<ThreadWorld>((resolve) => (name = resolve));
  const ordered = new Promise<ThreadOrder>((resolve) => (give = resolve));
  from.on('message', (message: ThreadWorld | ThreadOrder) => {
    if (message.kind === 'world') name(message);
    else give(message);
  });
  return { named, ordered };
}

const port = parentPort;
if (port) {
  const { named, ordered } = messagesOf(port);
  const known = readKnowledge();
  const { scenario, seed } = await named;
  const knowledge = { ...known, reference: referenceOfWorld(known.reference, scenario) };
  const world = makeWorld(scenario, seed, knowledge.reference);
  const { order, sharedCounters } = await ordered;
  const maker = new PartitionMaker(world, order, knowledge);
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
  port.close();
}
