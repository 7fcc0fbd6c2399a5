/**
 * Compression of a Parquet page by Snappy (format_description.txt of google/snappy): copies of at most 64 bytes from at
 * most 64 KiB back, found by a hash of four bytes; where nothing matches the search takes longer and longer steps.
 */
const HASH_BITS = 14;
const SKIP_BITS = 4;
const MAX_BACK = 65_535;
/** Bytes at the end that are not searched. */
const MARGIN = 15;

const table = new Int32Array(1 << HASH_BITS);
let room = new Uint8Array(1 << 20);

/** The compressed bytes of a page; they are overwritten by the next call. */
export function snappyCompress(input: Uint8Array): Uint8Array {
  const { length } = input;
  const worst = 32 + length + Math.ceil(length / 6);
  if (room.length < worst) room = new Uint8Array(worst);
  const out = room;
  let at = 0;
  let rest = length;
  while (rest > 127) {
    out[at++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  out[at++] = rest;

  table.fill(-1);
  const view = new DataView(input.buffer, input.byteOffset, length);
  const limit = length - MARGIN;
  let from = 0;
  let here = 0;
  let missed = 1 << SKIP_BITS;
  while (here < limit) {
    const word = view.getInt32(here, true);
    const hash = Math.imul(word, 0x1e35a7bd) >>> (32 - HASH_BITS);
    const before = table[hash] ?? -1;
    table[hash] = here;
    if (before < 0 || here - before > MAX_BACK || view.getInt32(before, true) !== word) {
      here += missed++ >> SKIP_BITS;
      continue;
    }
    missed = 1 << SKIP_BITS;
    let end = here + 4;
    const back = here - before;
    while (end < limit && view.getInt32(end, true) === view.getInt32(end - back, true)) end += 4;
    while (end < length && input[end] === input[end - back]) end++;
    if (here > from) at = putLiteral(out, at, input, from, here);
    at = putCopy(out, at, back, end - here);
    here = end;
    from = end;
  }
  if (from < length) at = putLiteral(out, at, input, from, length);
  return out.subarray(0, at);
}

/** Bytes as they are. */
function putLiteral(out: Uint8Array, start: number, input: Uint8Array, from: number, to: number): number {
  let at = start;
  const less = to - from - 1;
  if (less < 60) out[at++] = less << 2;
  else {
    const width = less < 1 << 8 ? 1 : less < 1 << 16 ? 2 : less < 1 << 24 ? 3 : 4;
    out[at++] = (59 + width) << 2;
    for (let i = 0; i < width; i++) out[at++] = (less >>> (8 * i)) & 255;
  }
  if (less >= 64) {
    out.set(input.subarray(from, to), at);
    return at + less + 1;
  }
  for (let i = from; i < to; i++) out[at++] = input[i] ?? 0;
  return at;
}

/** `length` bytes (4 or more) that stood `back` bytes before. */
function putCopy(out: Uint8Array, start: number, back: number, length: number): number {
  let at = start;
  let rest = length;
  while (rest > 0) {
    const part = rest > 64 ? 64 : rest;
    if (part >= 4 && part < 12 && back < 2048) {
      out[at++] = 1 | ((part - 4) << 2) | ((back >> 8) << 5);
      out[at++] = back & 255;
    } else {
      out[at++] = 2 | ((part - 1) << 2);
      out[at++] = back & 255;
      out[at++] = back >> 8;
    }
    rest -= part;
  }
  return at;
}
