import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import path from 'node:path';
import { readKnowledge } from '../src/store/reference.ts';
import { lineCorrupter } from '../src/national/corrupt-lines.ts';
import { placeWorld } from '../src/simulate/placement.ts';
import { readySimulation } from '../src/simulate/simulation.ts';
import { sinkOf } from '../src/export/sink-of-format.ts';
import type { Batch } from '../src/model/record/batch.ts';
import type { Register } from '../src/model/register.ts';
import { nationalPrinter } from '../src/national/record-printer.ts';
import { exportFormats } from '../src/export/export-formats.ts';
import { makeWorld } from '../src/simulate/world/world.ts';
import { closeStore, openStore } from '../src/store/open.ts';
import { readRegister } from '../src/store/read/register.ts';
import { addToRegister } from '../src/store/write/register.ts';
import { countryYear } from './country-year.ts';

/** The writers of files alone, from ready batches; seconds are those of the processor, so that neighbours count less. */
export interface Written {
  readonly records: number;
  readonly seconds: number;
  readonly bytes: number;
}

const knowledge = readKnowledge();

/** Batches of a year that holds about a million records; no store is asked. */
function readyBatches(folder: string): { batches: Batch[]; register: Register; records: number } {
  const { reference } = knowledge;
  const scenario = countryYear(1);
  const world = makeWorld(scenario, 7, reference);
  const store = openStore(path.join(folder, 'register.db'));
  const lines = { offices: world.offices, items: world.tasks.map(({ line }) => line) };
  addToRegister(
    store,
    readRegister(store),
    lines,
    reference.units.map(({ code }) => code),
  );
  const register = readRegister(store);
  closeStore(store);
  const recipe = { scenario, seed: 7, placement: placeWorld(world, register) };
  const { plan, maker } = readySimulation(world, recipe, knowledge, () => lineCorrupter(reference, register));
  const batches = plan.parts.flatMap((part) => [...maker.batches(part)].map(({ batch }) => batch));
  const records = batches.reduce((sum, { services, ratings }) => sum + services.length + ratings.length, 0);
  return { batches, register, records };
}

const processorSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Millions of records that are still written to the disk; more are for their memory alone, and go nowhere. */
const MOST_ON_DISK = 10;

/** A format, over the ready batches so many times. */
export function writeFormat(folder: string, name: string, times: number): Written {
  const format = exportFormats.find((known) => known === name);
  if (format === undefined) throw new Error(`no format ${name}`);
  const { batches, register, records } = readyBatches(folder);
  const descriptors: number[] = [];
  let bytes = 0;
  const open = (file: string) => {
    const descriptor = openSync(times <= MOST_ON_DISK ? path.join(folder, file) : devNull, 'w');
    descriptors.push(descriptor);
    return (piece: Uint8Array): void => {
      bytes += writeSync(descriptor, piece);
    };
  };
  const sign = (text: string): string => createHash('sha256').update(text).digest('hex');
  const began = processorSeconds();
  const sink = sinkOf(format, knowledge, register, open, sign);
  for (let i = 0; i < times; i++) for (const batch of batches) sink.batch(batch);
  sink.end();
  const seconds = processorSeconds() - began;
  descriptors.forEach(closeSync);
  return { records: records * times, seconds, bytes };
}

/** How often the ready objects are written: a million records, so that all code is warm. */
const OBJECTS_TIMES = 8;

/** The naive way: JSON.stringify of ready objects, one a line, in pieces of 64 KiB. */
export function writeObjects(folder: string): Written {
  const { batches, register } = readyBatches(folder);
  const printer = nationalPrinter(knowledge.reference, register, () => '');
  const objects = batches
    .slice(0, 6)
    .flatMap(({ services, ratings }) => [
      ...Array.from({ length: services.length }, (_, row) => printer.serviceFields(services, row)),
      ...Array.from({ length: ratings.length }, (_, row) => printer.ratingFields(ratings, row)),
    ]);
  const descriptor = openSync(path.join(folder, 'objects.ndjson'), 'wx');
  const began = processorSeconds();
  let bytes = 0;
  let piece = '';
  for (let i = 0; i < OBJECTS_TIMES; i++) {
    for (const object of objects) {
      piece += `${JSON.stringify(object)}\n`;
      if (piece.length < 65_536) continue;
      bytes += writeSync(descriptor, piece);
      piece = '';
    }
  }
  bytes += writeSync(descriptor, piece);
  const seconds = processorSeconds() - began;
  closeSync(descriptor);
  return { records: objects.length * OBJECTS_TIMES, seconds, bytes };
}

/** The limit: so many bytes from one ready buffer. */
export function writeBytes(folder: string, bytes: number, records: number): Written {
  const buffer = new Uint8Array(1 << 20).fill(48);
  const descriptor = openSync(path.join(folder, 'bytes'), 'wx');
  const began = processorSeconds();
  for (let left = bytes; left > 0; left -= buffer.length) {
    writeSync(descriptor, buffer, 0, Math.min(left, buffer.length));
  }
  const seconds = processorSeconds() - began;
  closeSync(descriptor);
  return { records, seconds, bytes };
}
