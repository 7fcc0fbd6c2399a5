/**
 * Lists of counts, most of them 0, as bytes: over and over how many zeros come, how many counts follow, and those counts, each
 * number in as few bytes of seven bits as it takes (LEB128). Counts are zigzag numbers: a cell can be below 0 for a while.
 * Equal lists have equal bytes.
 */

/** Bytes that a 32-bit number can take. */
const LONGEST = 5;

/** Where bytes are written before their number is known: the same room for every list. */
let room = new Uint8Array(0);

export function encodeCounts(counts: Int32Array): Uint8Array {
  const most = counts.length * LONGEST + LONGEST;
  if (room.length < most) room = new Uint8Array(most);
  const bytes = room;
  let at = 0;
  const put = (number: number): void => {
    let rest = number;
    for (; rest > 127; rest >>>= 7) bytes[at++] = (rest & 127) | 128;
    bytes[at++] = rest;
  };
  for (let from = 0; ;) {
    let first = from;
    while (first < counts.length && counts[first] === 0) first++;
    if (first === counts.length) return bytes.slice(0, at);
    let end = first;
    while (end < counts.length && counts[end] !== 0) end++;
    put(first - from);
    put(end - first);
    for (let i = first; i < end; i++) {
      const count = counts[i] ?? 0;
      put(((count << 1) ^ (count >> 31)) >>> 0);
    }
    from = end;
  }
}

/** The list of so many counts that these bytes stand for; undefined where they stand for none. */
export function decodeCounts(bytes: Uint8Array, length: number): Int32Array | undefined {
  const counts = new Int32Array(length);
  let at = 0;
  const next = (): number => {
    let number = 0;
    for (let shift = 0; shift < LONGEST * 7; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) return NaN;
      number += (byte & 127) * 2 ** shift;
      if (byte < 128) return number < 2 ** 32 ? number : NaN;
    }
    return NaN;
  };
  for (let place = 0; at < bytes.length;) {
    place += next();
    const end = place + next();
    if (!(end <= length)) return undefined;
    for (; place < end; place++) {
      const number = next();
      if (Number.isNaN(number)) return undefined;
      counts[place] = (number >>> 1) ^ -(number & 1);
    }
  }
  return counts;
}
