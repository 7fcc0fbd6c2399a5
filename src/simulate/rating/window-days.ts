import { Block, stream, streamKey, threefry } from '../../model/math/random.ts';
import { normalOf } from '../normal-words.ts';

/** Effects that are kept at hand: those of an office for a month or so, a power of two. */
const KEPT = 8192;
const FREE = -1;

/**
 * How good a day it is at a window: a standard normal value keyed by unit, office, window and day. Services that
 * follow one another often are of the same window and day, so what was worked out is kept until its place is needed.
 */
export class WindowDays {
  private readonly block = new Block();
  /** Of which office, window and day of the unit the value in each place is. */
  private readonly keys = new Int32Array(KEPT).fill(FREE);
  private readonly values = new Float64Array(KEPT);
  private unit = FREE;

  constructor(private readonly seed: number) {}

  /** Window 0 stands for what an office does away from its windows. */
  effect(unit: number, office: number, window: number, day: number): number {
    if (unit !== this.unit) {
      this.keys.fill(FREE);
      this.unit = unit;
    }
    const key = (office << 20) | (window << 16) | day;
    const place = Math.imul(key, 0x9e3779b1) >>> 19;
    if (this.keys[place] !== key) {
      threefry(this.seed, streamKey(stream.windowDay, unit), key, 0, this.block);
      this.keys[place] = key;
      this.values[place] = normalOf(this.block.a);
    }
    return this.values[place] ?? 0;
  }
}
