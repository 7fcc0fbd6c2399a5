import { MAX_SERIALS, MAX_UNITS } from '../src/model/record/key.ts';
import { Block, stream, streamKey, threefry, WORDS } from '../src/model/math/random.ts';
import { parseDay } from '../src/model/time/time.ts';

/**
 * Orders in which keyed words can be read one after another. A keyed generator may pass every test along its counter
 * and still fail where neighbours differ in their key: so each part of the key takes its turn as the one that runs
 * fastest, with the values that src/simulate gives it.
 */

/** Takes `block` to the next pair of words. */
export type NextPair = (block: Block) => void;

/** How many values each part of a key takes. */
const sizes = { n: 24, serial: 4, day: 1000, slot: 120, unit: MAX_UNITS, stream: 8, seed: 65_536 };
type Wheel = keyof typeof sizes;

const FIRST_DAY = parseDay('2025-01-01');
const groupOf = (unit: number, slot: number): number => (unit << 10) | slot;
const entityOf = (day: number, serial: number): number => (FIRST_DAY + day) * MAX_SERIALS + serial;

/** Runs through all values of some wheels, the first one fastest. The others stay where they stand. */
const turning =
  (...order: readonly Wheel[]) =>
  (seed: number): NextPair => {
    const at = { n: 0, serial: 0, day: 0, slot: 17, unit: 3, stream: stream.service - 1, seed: 0 };
    for (const wheel of order) at[wheel] = 0;
    return (block) => {
      const key = streamKey(at.stream + 1, groupOf(at.unit, at.slot));
      threefry((seed + at.seed) >>> 0, key, entityOf(at.day, at.serial), at.n, block);
      for (const wheel of order) {
        if (++at[wheel] < sizes[wheel]) return;
        at[wheel] = 0;
      }
    };
  };

/** The same word of each block, pair by pair. */
const only =
  (which: 'a' | 'b', begin: (seed: number) => NextPair) =>
  (seed: number): NextPair => {
    const next = begin(seed);
    const one = new Block();
    return (block) => {
      next(one);
      block.a = one[which];
      next(one);
      block.b = one[which];
    };
  };

/** One key; the counter counts. */
const counter = (seed: number): NextPair => {
  let low = 0;
  let high = 0;
  return (block) => {
    threefry(seed, 0, low, high, block);
    if (++low < WORDS) return;
    low = 0;
    high++;
  };
};

/** Blocks of a case: 4 of its course, 8 of the rating of each of its 3 services. */
const COURSE = 4;
const CASE = COURSE + sizes.n;
const ITEM_DAY = 1 + sizes.serial * CASE;

/** Everything a run can ask, as src/simulate does: demand of an item and day, its cases one by one, the next item. */
const run = (seed: number): NextPair => {
  let [at, slot, day, unit, step] = [0, 0, 0, 0, 0];
  const ask = (block: Block): void => {
    const group = groupOf(unit, slot);
    const from = (seed + step) >>> 0;
    if (at === 0) {
      threefry(from, streamKey(stream.demand, group), FIRST_DAY + day, 0, block);
      return;
    }
    const serial = Math.floor((at - 1) / CASE);
    const n = (at - 1) % CASE;
    const entity = entityOf(day, serial);
    if (n < COURSE) threefry(from, streamKey(stream.service, group), entity, n, block);
    else threefry(from, streamKey(stream.rating, group), entity, n - COURSE, block);
  };
  return (block) => {
    ask(block);
    if (++at < ITEM_DAY) return;
    at = 0;
    if (++slot < sizes.slot) return;
    slot = 0;
    if (++day < sizes.day) return;
    day = 0;
    if (++unit < sizes.unit) return;
    unit = 0;
    step++;
  };
};

/** Cases of an item, then items, then units, at one question. */
const entities = turning('serial', 'day', 'slot', 'unit', 'seed');

/** Each begins with a seed. Both words of a block follow one another, but in two of them. */
export const arrangements: Readonly<Record<string, (seed: number) => NextPair>> = {
  counter,
  run,
  entities,
  /** What one question of the simulation meets, case by case. */
  'first-words': only('a', entities),
  'second-words': only('b', entities),
  /** Questions of a case, then cases. */
  draws: turning('n', 'serial', 'day', 'slot', 'unit', 'seed'),
  /** Items and units at one case and question. */
  groups: turning('slot', 'unit', 'serial', 'day', 'seed'),
  /** What a draw is for. */
  streams: turning('stream', 'slot', 'unit', 'serial', 'day', 'seed'),
  /** Seeds one after another at one draw. */
  seeds: turning('seed', 'serial', 'day', 'slot', 'unit'),
};
