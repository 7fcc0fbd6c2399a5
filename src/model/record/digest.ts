import { isForeign, MAX_SLOTS, partsOf, serviceNumberOf, serviceOfDay } from './key.ts';

/**
 * Digest of a set of rows that does not depend on their order, on runs or on internal ids: each row is hashed to 128
 * bits from what it says (codes, not ids), and the four 32-bit lanes are added up modulo 2^32. Equal sets give equal
 * digests; sums of parts add up to the sum of the whole, so threads, batches and continued runs need no second pass.
 * (Made for comparing runs, not for keeping an adversary out.)
 */
export type Digest = Uint32Array;

export const newDigest = (): Digest => new Uint32Array(4);

/** Adds another digest in place. */
export function addDigest(into: Digest, other: Digest): void {
  for (let lane = 0; lane < 4; lane++) into[lane] = (into[lane] ?? 0) + (other[lane] ?? 0);
}

export const printDigest = (digest: Digest): string =>
  Array.from(digest, (lane) => lane.toString(16).padStart(8, '0')).join('');

export function parseDigest(text: string): Digest {
  const digest = newDigest();
  for (let lane = 0; lane < 4; lane++) digest[lane] = Number.parseInt(text.slice(lane * 8, lane * 8 + 8), 16);
  return digest;
}

const K1 = 0x239b961b;
const K2 = 0xab0e9789 | 0;
const K3 = 0x38b34ae5;
const K4 = 0xa1e38b93 | 0;

/**
 * One row's hash in the making: the mixing of MurmurHash3 x86/128 (public domain, Appleby), four words at a time. Words
 * are written down first, then taken in together: a row costs one step.
 */
export class RowHash {
  h1 = 0;
  h2 = 0;
  h3 = 0;
  h4 = 0;
  /** Words written down and not yet taken in. */
  readonly words: Int32Array;

  /** `room` is how many words can be written down: those of one row, or of many. */
  constructor(room = 16) {
    this.words = new Int32Array(room);
  }

  begin(kind: number): void {
    this.h1 = this.h2 = this.h3 = this.h4 = kind;
  }

  /** Takes in so many of the words written down, from place `from` on: whole steps of four. */
  take(count: number, from = 0): void {
    const { words } = this;
    let { h1, h2, h3, h4 } = this;
    for (let i = from; i < from + count; i += 4) {
      let k = Math.imul(words[i] ?? 0, K1);
      let h = h1 ^ Math.imul((k << 15) | (k >>> 17), K2);
      h1 = (Math.imul(((h << 19) | (h >>> 13)) + h2, 5) + 0x561ccd1b) | 0;

      k = Math.imul(words[i + 1] ?? 0, K2);
      h = h2 ^ Math.imul((k << 16) | (k >>> 16), K3);
      h2 = (Math.imul(((h << 17) | (h >>> 15)) + h3, 5) + 0x0bcaa747) | 0;

      k = Math.imul(words[i + 2] ?? 0, K3);
      h = h3 ^ Math.imul((k << 17) | (k >>> 15), K4);
      h3 = (Math.imul(((h << 15) | (h >>> 17)) + h4, 5) + 0x96cd1c35) | 0;

      k = Math.imul(words[i + 3] ?? 0, K4);
      h = h4 ^ Math.imul((k << 18) | (k >>> 14), K1);
      h4 = (Math.imul(((h << 13) | (h >>> 19)) + h1, 5) + 0x32ac3b17) | 0;
    }
    this.h1 = h1;
    this.h2 = h2;
    this.h3 = h3;
    this.h4 = h4;
  }

  /** Takes in a text; `place` tells texts of one row apart. */
  mixText(text: string, place = 0): void {
    let a = 0x811c9dc5;
    let b = 0x01000193;
    for (let i = 0; i < text.length; i++) {
      a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
      b = Math.imul(b ^ text.charCodeAt(i), 0x5bd1e995) ^ (b >>> 15);
    }
    const { words } = this;
    words[0] = a;
    words[1] = b;
    words[2] = text.length;
    words[3] = place;
    this.take(4);
  }

  finish(): void {
    let { h1: a, h2: b, h3: c, h4: d } = this;
    a = (a + b + c + d) | 0;
    b = (b + a) | 0;
    c = (c + a) | 0;
    d = (d + a) | 0;
    a = avalanche(a);
    b = avalanche(b);
    c = avalanche(c);
    d = avalanche(d);
    a = (a + b + c + d) | 0;
    this.h1 = a;
    this.h2 = (b + a) | 0;
    this.h3 = (c + a) | 0;
    this.h4 = (d + a) | 0;
  }

  addTo(digest: Digest): void {
    digest[0] = ((digest[0] ?? 0) + this.h1) | 0;
    digest[1] = ((digest[1] ?? 0) + this.h2) | 0;
    digest[2] = ((digest[2] ?? 0) + this.h3) | 0;
    digest[3] = ((digest[3] ?? 0) + this.h4) | 0;
  }

  /** Takes the hash of a row that is no longer there from a digest. */
  takeFrom(digest: Digest): void {
    digest[0] = ((digest[0] ?? 0) - this.h1) | 0;
    digest[1] = ((digest[1] ?? 0) - this.h2) | 0;
    digest[2] = ((digest[2] ?? 0) - this.h3) | 0;
    digest[3] = ((digest[3] ?? 0) - this.h4) | 0;
  }

  /** The hash as one safe integer (53 bits), for telling a repeated record from a conflicting one. */
  short(): number {
    return (this.h1 >>> 0) * 2_097_152 + (this.h2 >>> 11);
  }
}

function avalanche(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** What a row's key says in words that hold outside this database. */
export interface KeyWords {
  /** Two hash words of each item's code, by register id. */
  readonly taskWords: Int32Array;
  /** Register id of the item at (unit, slot): index unit * 1024 + slot. */
  readonly taskAt: Int32Array;
  /** Case number of a foreign service key. */
  readonly foreignCase: (serviceKey: number) => string;
}

/**
 * Begins the hash of a row of a kind with its service key. Gives the number of words that are written down and not
 * yet taken in: those of the row come after them.
 */
export function beginRow(hash: RowHash, kind: number, serviceKey: number, keyWords: KeyWords): number {
  hash.begin(kind);
  const { words } = hash;
  if (!isForeign(serviceKey)) {
    writeKey(words, 0, serviceKey, keyWords);
    return KEY_WORDS;
  }
  hash.mixText(keyWords.foreignCase(serviceKey));
  words[0] = serviceNumberOf(serviceKey);
  words[1] = words[2] = words[3] = 0;
  hash.take(4);
  return 0;
}

/** Words of a key made of parts. */
export const KEY_WORDS = 4;

/** Writes a key made of parts (not a foreign one) into `words` from place `at` on. */
export function writeKey(words: Int32Array, at: number, serviceKey: number, keyWords: KeyWords): void {
  const { unit, day, slot } = partsOf(serviceKey);
  const { taskAt, taskWords } = keyWords;
  const task = taskAt[unit * MAX_SLOTS + slot] ?? -1;
  words[at] = taskWords[task * 2] ?? 0;
  words[at + 1] = taskWords[task * 2 + 1] ?? 0;
  words[at + 2] = day;
  words[at + 3] = serviceOfDay(serviceKey);
}

/** Items in the order of their register. */
type Coded = readonly { readonly taskCode: string }[];

/** Hash words of registers that are in use. */
const known = new WeakMap<Coded, Int32Array>();

/** The hash words of the codes of items, two each, in their order; made once: each step of a run asks for them. */
export function taskWordsOf(tasks: Coded): Int32Array {
  const there = known.get(tasks);
  if (there !== undefined) return there;
  const words = new Int32Array(tasks.length * 2);
  const hash = new RowHash();
  tasks.forEach(({ taskCode }, id) => words.set(codeWords(taskCode, hash), id * 2));
  known.set(tasks, words);
  return words;
}

/** The two hash words of a code. */
export function codeWords(code: string, hash = new RowHash()): readonly [number, number] {
  hash.begin(7);
  hash.mixText(code);
  hash.finish();
  return [hash.h1, hash.h2];
}
