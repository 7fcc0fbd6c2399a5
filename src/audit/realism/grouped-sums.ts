/** Sums of one group: how many values, their sum, the sum of their squares. */
export type SumsReader = (n: number, sum: number, squares: number) => void;

const FREE = -1;

/** Sums by group, a group a number of 0 or more: typed columns, as there may be millions of groups. */
export class GroupedSums {
  private capacity = 1024;
  private groups = 0;
  private keys = new Float64Array(this.capacity).fill(FREE);
  private n = new Uint32Array(this.capacity);
  private sum = new Float64Array(this.capacity);
  private squares = new Float64Array(this.capacity);

  add(group: number, value: number): void {
    const slot = this.slotOf(group);
    this.n[slot] = (this.n[slot] ?? 0) + 1;
    this.sum[slot] = (this.sum[slot] ?? 0) + value;
    this.squares[slot] = (this.squares[slot] ?? 0) + value * value;
  }

  get size(): number {
    return this.groups;
  }

  /** Reads every group, in no order. */
  each(read: SumsReader): void {
    this.keys.forEach((key, slot) => {
      if (key !== FREE) read(this.n[slot] ?? 0, this.sum[slot] ?? 0, this.squares[slot] ?? 0);
    });
  }

  private slotOf(group: number): number {
    const slot = this.find(group);
    if (this.keys[slot] === group) return slot;
    if (++this.groups * 2 > this.capacity) {
      this.grow();
      return this.claim(group);
    }
    this.keys[slot] = group;
    return slot;
  }

  private claim(group: number): number {
    const slot = this.find(group);
    this.keys[slot] = group;
    return slot;
  }

  /** The slot of a group, or the free one where it would stand. */
  private find(group: number): number {
    const mask = this.capacity - 1;
    const low = group >>> 0;
    const high = Math.floor(group / 4_294_967_296);
    const mixed = Math.imul(low ^ (low >>> 15) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
    let slot = (mixed ^ (mixed >>> 16)) & mask;
    while (this.keys[slot] !== FREE && this.keys[slot] !== group) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, n, sum, squares } = this;
    this.capacity *= 2;
    this.keys = new Float64Array(this.capacity).fill(FREE);
    this.n = new Uint32Array(this.capacity);
    this.sum = new Float64Array(this.capacity);
    this.squares = new Float64Array(this.capacity);
    keys.forEach((key, old) => {
      if (key === FREE) return;
      const slot = this.claim(key);
      this.n[slot] = n[old] ?? 0;
      this.sum[slot] = sum[old] ?? 0;
      this.squares[slot] = squares[old] ?? 0;
    });
  }
}
