import { BIRTH_OFFSET } from '../../model/identifiers.ts';
import { DAY_SECONDS, printDay } from '../../model/time.ts';
import type { ByteBuffer } from './byte-buffer.ts';

/** The earliest day that is ever printed: a birthday. */
const FIRST_DAY = BIRTH_OFFSET;
/** Last day whose seconds fit a time column. */
const LAST_DAY = Math.floor(2 ** 31 / DAY_SECONDS);
const WIDTH = 10;

const dates = new Uint8Array((LAST_DAY - FIRST_DAY + 1) * WIDTH);

/** Place of the ten bytes yyyy-MM-dd of a day in `dates`, printed when first asked for. */
function dateAt(day: number): number {
  const at = (day - FIRST_DAY) * WIDTH;
  if (dates[at] === 0) {
    const text = printDay(day);
    for (let i = 0; i < WIDTH; i++) dates[at + i] = text.charCodeAt(i);
  }
  return at;
}

/** Bytes of yyyyMMdd. */
export const COMPACT_DAY = 8;

/** Lays down yyyyMMdd of a day. */
export function putCompactDay(out: ByteBuffer, day: number): void {
  const from = dateAt(day);
  const { bytes, at } = out;
  for (let i = 0; i < 4; i++) bytes[at + i] = dates[from + i] ?? 0;
  bytes[at + 4] = dates[from + 5] ?? 0;
  bytes[at + 5] = dates[from + 6] ?? 0;
  bytes[at + 6] = dates[from + 8] ?? 0;
  bytes[at + 7] = dates[from + 9] ?? 0;
  out.at = at + 8;
}

/** Lays down yyyy-MM-dd HH:mm:ss of a second number, 0 or more, without its first `skipped` bytes, 11 at most. */
export function putSecond(out: ByteBuffer, second: number, skipped = 0): void {
  const day = (second / DAY_SECONDS) | 0;
  const { bytes } = out;
  let { at } = out;
  if (skipped <= WIDTH) {
    const from = dateAt(day);
    for (let i = skipped; i < WIDTH; i++) bytes[at++] = dates[from + i] ?? 0;
    bytes[at++] = 32;
  }
  const rest = second - day * DAY_SECONDS;
  const hour = (rest / 3600) | 0;
  const minute = ((rest - hour * 3600) / 60) | 0;
  putTwo(bytes, at, hour);
  bytes[at + 2] = 58;
  putTwo(bytes, at + 3, minute);
  bytes[at + 5] = 58;
  putTwo(bytes, at + 6, rest - hour * 3600 - minute * 60);
  out.at = at + 8;
}

/** Bytes with which the dates of two times begin alike, the space after them included. */
export function sharedByTimes(one: number, other: number): number {
  const [day, otherDay] = [(one / DAY_SECONDS) | 0, (other / DAY_SECONDS) | 0];
  if (day === otherDay) return WIDTH + 1;
  const [from, otherFrom] = [dateAt(day), dateAt(otherDay)];
  let n = 0;
  while (dates[from + n] === dates[otherFrom + n]) n++;
  return n;
}

function putTwo(bytes: Uint8Array, at: number, value: number): void {
  const tens = (value / 10) | 0;
  bytes[at] = 48 + tens;
  bytes[at + 1] = 48 + value - tens * 10;
}
