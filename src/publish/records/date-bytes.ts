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

/** Lays down yyyy-MM-dd HH:mm:ss of a second number, 0 or more. */
export function putSecond(out: ByteBuffer, second: number): void {
  const day = (second / DAY_SECONDS) | 0;
  const rest = second - day * DAY_SECONDS;
  const from = dateAt(day);
  const { bytes } = out;
  let { at } = out;
  for (let i = 0; i < WIDTH; i++) bytes[at++] = dates[from + i] ?? 0;
  const hour = (rest / 3600) | 0;
  const minute = ((rest - hour * 3600) / 60) | 0;
  bytes[at++] = 32;
  at = putTwo(bytes, at, hour);
  bytes[at++] = 58;
  at = putTwo(bytes, at, minute);
  bytes[at++] = 58;
  out.at = putTwo(bytes, at, rest - hour * 3600 - minute * 60);
}

function putTwo(bytes: Uint8Array, at: number, value: number): number {
  const tens = (value / 10) | 0;
  bytes[at] = 48 + tens;
  bytes[at + 1] = 48 + value - tens * 10;
  return at + 2;
}
