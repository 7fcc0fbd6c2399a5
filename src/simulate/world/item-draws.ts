import { fillWords, stream, streamKey } from '../../model/math/random.ts';
import { ranked } from './quota.ts';

/** What a draw of an item is for: its number among the draws of a task. Never renumber. */
export const columns = {
  fullyOnline: 0,
  depth: 1,
  published: 2,
  promisedDays: 3,
  visits: 4,
  channels: 5,
  crossRegion: 10,
  /** First of 25, one an element. */
  guide: 16,
  tier: 41,
  entrance: 42,
  licence: 43,
  accessible: 44,
  /** Whether the item is on the unit’s list, and how much it is asked for there. */
  listed: 45,
  taste: 46,
} as const;

/** Draws of a task, rounded up to whole blocks. */
const WIDTH = 48;

/** All draws of some items of a unit, made once. */
export class ItemDraws {
  private readonly words: Uint32Array;
  private readonly orders = new Map<number, readonly number[]>();

  constructor(
    seed: number,
    unit: number,
    /** Positions of the items in the list of all items. */
    private readonly indexes: readonly number[],
  ) {
    this.words = new Uint32Array(indexes.length * WIDTH);
    const key = streamKey(stream.task, unit);
    indexes.forEach((index, i) => {
      fillWords(seed, key, index, 0, this.words.subarray(i * WIDTH, (i + 1) * WIDTH));
    });
  }

  /**
   * Places of so many words of each item, from the nth on, from the lowest word to the highest: all of the first item come
   * first, then all of the second …
   */
  inOrder(n: number, count = 1): readonly number[] {
    const known = this.orders.get(n);
    if (known?.length === this.indexes.length * count) return known;
    const order = ranked(this.columns(n, count));
    this.orders.set(n, order);
    return order;
  }

  private columns(n: number, count: number): Uint32Array {
    const words = new Uint32Array(this.indexes.length * count);
    for (let i = 0; i < this.indexes.length; i++) {
      for (let k = 0; k < count; k++) words[i * count + k] = this.words[i * WIDTH + n + k] ?? 0;
    }
    return words;
  }
}
