import { FIRST_BIRTHDAY } from '../../model/record/birthdays.ts';
import { DAY_SECONDS, printCompactDay, printDay } from '../../model/time/time.ts';
import { pieceOf, wordAt, type ByteBuffer } from '../byte-buffer.ts';

/** The earliest day that is ever printed: a birthday. */
const FIRST_DAY = FIRST_BIRTHDAY;
/** Last day whose seconds fit a time column. */
const LAST_DAY = Math.floor(2 ** 31 / DAY_SECONDS);
const DAYS = LAST_DAY - FIRST_DAY + 1;
/** Bytes of yyyy-MM-dd with the space that follows it before a time, and those it has room for: two words. */
const DATE = 11;
const DATE_ROOM = 16;
/** Bytes of yyyyMMdd: a word. */
const COMPACT_DAY = 8;

/** Both forms of each day, printed when first asked for. */
const dates = new DataView(new ArrayBuffer(DAYS * DATE_ROOM));
const compactDays = new DataView(new ArrayBuffer(DAYS * COMPACT_DAY));

function writeText(bytes: DataView, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes.setUint8(at + i, text.charCodeAt(i));
}

/** Place of the bytes of a day in `dates`. */
function dateAt(day: number): number {
  const at = (day - FIRST_DAY) * DATE_ROOM;
  if (dates.getUint8(at) === 0) writeText(dates, at, `${printDay(day)} `);
  return at;
}

/** Writes yyyyMMdd of a day. */
export function putCompactDay(out: ByteBuffer, day: number): void {
  const from = (day - FIRST_DAY) * COMPACT_DAY;
  if (compactDays.getUint8(from) === 0) writeText(compactDays, from, printCompactDay(day));
  out.view.setFloat64(out.at, wordAt(compactDays, from), true);
  out.at += COMPACT_DAY;
}

const twoDigits = (n: number): string => String(n).padStart(2, '0');
const firstWord = (text: string): number => pieceOf(text).words[0] ?? 0;
/** HH:mm: of each minute of a day. */
const minutes = Float64Array.from({ length: 24 * 60 }, (_, minute) =>
  firstWord(`${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:`),
);
const MINUTE = 6;

/** Writes yyyy-MM-dd HH:mm:ss of a second number, 0 or more. */
export function putSecond(out: ByteBuffer, second: number): void {
  const { view } = out;
  const day = (second / DAY_SECONDS) | 0;
  const from = dateAt(day);
  view.setFloat64(out.at, wordAt(dates, from), true);
  view.setFloat64(out.at + 8, wordAt(dates, from + 8), true);
  const at = out.at + DATE;
  const rest = second - day * DAY_SECONDS;
  const minute = (rest / 60) | 0;
  view.setFloat64(at, minutes[minute] ?? 0, true);
  out.at = at + MINUTE;
  out.digits(rest - minute * 60, 2);
}
