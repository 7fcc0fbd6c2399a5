/**
 * The two computations that a record costs most, for four records at a time. This is AssemblyScript, not read by tsc: its
 * machine code is src/model/math/four-at-once-code.ts, made and compared by tests/model/math/four-at-once.test.ts. What they
 * compute is said by `threefry` (random.ts) and `RowHash` (digest.ts).
 */

/** Words of a row that are hashed, and bytes from one of them to the next: those of the three rows beside it lie between. */
const ROW_WORDS: i32 = 12;
const STEP: usize = 16;
/** Bytes from one word of a case to its next: 256 cases lie side by side. */
const COLUMN: usize = 1024;

function rotated(word: v128, by: i32): v128 {
  return v128.or(i32x4.shl(word, by), i32x4.shr_u(word, 32 - by));
}

/** One round for the second words of a block: rotated, then mixed with the first. */
function mixed(second: v128, by: i32, first: v128): v128 {
  return v128.xor(rotated(second, by), first);
}

/**
 * Threefry-2x32-20 with key (k0, k1) of the counters (c0 + case, c1 .. c1 + blocks - 1) for `cases` cases, an even number
 * of blocks. Word w of block b of a case lies at out + (2b + w) columns. Two blocks go side by side, since each step of one
 * waits for the step before.
 */
export function keyedWords(k0: i32, k1: i32, c0: i32, c1: i32, blocks: i32, cases: i32, out: usize): void {
  const neighbours = i32x4(0, 1, 2, 3);
  for (let first = 0; first < cases; first += 4) {
    const begun = i32x4.add(i32x4.splat(c0 + first + k0), neighbours);
    let at = out + ((<usize>first) << 2);
    for (let block = 0; block < blocks; block += 2) {
      let a = begun;
      let c = begun;
      let b = i32x4.splat(c1 + block + k1);
      let d = i32x4.splat(c1 + block + 1 + k1);
      // The three words of the key take turns: after eight rounds each stands where the one after it stood.
      let x = k0;
      let y = k1;
      let z = 0x1bd11bda ^ k0 ^ k1;
      for (let done = 0; done < 16; done += 8) {
        a = i32x4.add(a, b);
        c = i32x4.add(c, d);
        b = mixed(b, 13, a);
        d = mixed(d, 13, c);
        a = i32x4.add(a, b);
        c = i32x4.add(c, d);
        b = mixed(b, 15, a);
        d = mixed(d, 15, c);
        a = i32x4.add(a, b);
        c = i32x4.add(c, d);
        b = mixed(b, 26, a);
        d = mixed(d, 26, c);
        a = i32x4.add(a, b);
        c = i32x4.add(c, d);
        b = mixed(b, 6, a);
        d = mixed(d, 6, c);
        a = i32x4.add(a, i32x4.splat(y));
        c = i32x4.add(c, i32x4.splat(y));
        b = i32x4.add(b, i32x4.splat(z + done / 4 + 1));
        d = i32x4.add(d, i32x4.splat(z + done / 4 + 1));

        a = i32x4.add(a, b);
        c = i32x4.add(c, d);
        b = mixed(b, 17, a);
        d = mixed(d, 17, c);
        a = i32x4.add(a, b);
        c = i32x4.add(c, d);
        b = mixed(b, 29, a);
        d = mixed(d, 29, c);
        a = i32x4.add(a, b);
        c = i32x4.add(c, d);
        b = mixed(b, 16, a);
        d = mixed(d, 16, c);
        a = i32x4.add(a, b);
        c = i32x4.add(c, d);
        b = mixed(b, 24, a);
        d = mixed(d, 24, c);
        a = i32x4.add(a, i32x4.splat(z));
        c = i32x4.add(c, i32x4.splat(z));
        b = i32x4.add(b, i32x4.splat(x + done / 4 + 2));
        d = i32x4.add(d, i32x4.splat(x + done / 4 + 2));

        const last = z;
        z = y;
        y = x;
        x = last;
      }

      a = i32x4.add(a, b);
      c = i32x4.add(c, d);
      b = mixed(b, 13, a);
      d = mixed(d, 13, c);
      a = i32x4.add(a, b);
      c = i32x4.add(c, d);
      b = mixed(b, 15, a);
      d = mixed(d, 15, c);
      a = i32x4.add(a, b);
      c = i32x4.add(c, d);
      b = mixed(b, 26, a);
      d = mixed(d, 26, c);
      a = i32x4.add(a, b);
      c = i32x4.add(c, d);
      b = mixed(b, 6, a);
      d = mixed(d, 6, c);
      v128.store(at, i32x4.add(a, i32x4.splat(y)));
      v128.store(at + COLUMN, i32x4.add(b, i32x4.splat(z + 5)));
      v128.store(at + 2 * COLUMN, i32x4.add(c, i32x4.splat(y)));
      v128.store(at + 3 * COLUMN, i32x4.add(d, i32x4.splat(z + 5)));
      at += 4 * COLUMN;
    }
  }
}

function times(word: v128, factor: i32): v128 {
  return i32x4.mul(word, i32x4.splat(factor));
}

/** A lane of the hash with one word taken in. */
function taken(lane: v128, word: v128, factor: i32, by: i32, nextFactor: i32): v128 {
  return v128.xor(lane, times(rotated(times(word, factor), by), nextFactor));
}

/** A lane brought on: rotated, the lane beside it added, times five and moved. */
function stirred(lane: v128, by: i32, beside: v128, moved: i32): v128 {
  const sum = i32x4.add(rotated(lane, by), beside);
  return i32x4.add(i32x4.add(i32x4.shl(sum, 2), sum), i32x4.splat(moved));
}

function avalanche(word: v128): v128 {
  let h = times(v128.xor(word, i32x4.shr_u(word, 16)), 0x85ebca6b);
  h = times(v128.xor(h, i32x4.shr_u(h, 13)), 0xc2b2ae35);
  return v128.xor(h, i32x4.shr_u(h, 16));
}

/**
 * Hashes rows of twelve words, of a kind, and stores at `sums` the sums of their four lanes: four words each, to be
 * added up. The words of four rows lie side by side.
 */
export function hashRows(from: usize, rows: i32, kind: i32, sums: usize): void {
  const neighbours = i32x4(0, 1, 2, 3);
  const end = i32x4.splat(rows);
  let sum1 = i32x4.splat(0);
  let sum2 = sum1;
  let sum3 = sum1;
  let sum4 = sum1;
  for (let row = 0; row < rows; row += 4) {
    let h1 = i32x4.splat(kind);
    let h2 = h1;
    let h3 = h1;
    let h4 = h1;
    for (let word = 0; word < ROW_WORDS; word += 4) {
      h1 = stirred(taken(h1, v128.load(from), 0x239b961b, 15, 0xab0e9789), 19, h2, 0x561ccd1b);
      h2 = stirred(taken(h2, v128.load(from + STEP), 0xab0e9789, 16, 0x38b34ae5), 17, h3, 0x0bcaa747);
      h3 = stirred(taken(h3, v128.load(from + 2 * STEP), 0x38b34ae5, 17, 0xa1e38b93), 15, h4, 0x96cd1c35);
      h4 = stirred(taken(h4, v128.load(from + 3 * STEP), 0xa1e38b93, 18, 0x239b961b), 13, h1, 0x32ac3b17);
      from += 4 * STEP;
    }
    h1 = i32x4.add(i32x4.add(h1, h2), i32x4.add(h3, h4));
    h2 = avalanche(i32x4.add(h2, h1));
    h3 = avalanche(i32x4.add(h3, h1));
    h4 = avalanche(i32x4.add(h4, h1));
    h1 = i32x4.add(i32x4.add(avalanche(h1), h2), i32x4.add(h3, h4));
    // The last four may hold fewer rows: what lies beside them does not count.
    const counts = i32x4.lt_s(i32x4.add(i32x4.splat(row), neighbours), end);
    sum1 = i32x4.add(sum1, v128.and(counts, h1));
    sum2 = i32x4.add(sum2, v128.and(counts, i32x4.add(h2, h1)));
    sum3 = i32x4.add(sum3, v128.and(counts, i32x4.add(h3, h1)));
    sum4 = i32x4.add(sum4, v128.and(counts, i32x4.add(h4, h1)));
  }
  v128.store(sums, sum1);
  v128.store(sums + STEP, sum2);
  v128.store(sums + 2 * STEP, sum3);
  v128.store(sums + 3 * STEP, sum4);
}
