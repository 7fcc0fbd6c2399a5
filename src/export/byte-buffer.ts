import type { WriteBytes } from './record-sink.ts';

/** Bytes kept before they are handed on: large enough that a call a record is no cost. */
const SIZE = 1 << 20;

/** Bytes of a word. */
const WORD = 8;

const encoder = new TextEncoder();
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

/**
 * Eight bytes from a place on as one number, to be written as they are. Bytes of UTF-8 never make a NaN, whose bits
 * an engine may change: it would take a byte 0xF0 or more before 0x7F.
 */
export const wordAt = (bytes: DataView, at: number): number => bytes.getFloat64(at, true);

/** A text prepared to be written often: its bytes, eight to a word, zeros at the end. */
export interface Piece {
  readonly words: Float64Array;
  /** In bytes. */
  readonly length: number;
}

export function pieceOf(text: string): Piece {
  const bytes = bytesOf(text);
  const words = new Float64Array(Math.ceil(bytes.length / WORD));
  const padded = new Uint8Array(words.length * WORD);
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  for (let i = 0; i < words.length; i++) words[i] = wordAt(view, i * WORD);
  return { words, length: bytes.length };
}

/** The four digits of each number below 10,000, in one word of four bytes. */
const fourDigits = new Uint32Array(10_000);
for (let n = 0, four = new DataView(new ArrayBuffer(4)); n < fourDigits.length; n++) {
  for (let i = 3, rest = n; i >= 0; i--, rest = Math.floor(rest / 10)) four.setUint8(i, 48 + (rest % 10));
  fourDigits[n] = four.getUint32(0, true);
}

/** Least numbers of two digits and more, up to ten. */
const powers = Int32Array.from({ length: 9 }, (_, i) => 10 ** (i + 1));

/** Bytes on their way to a file, written one after another by hand: no text is made for a number or a date. */
export class ByteBuffer {
  bytes = new Uint8Array(SIZE);
  /** The same bytes. */
  view = new DataView(this.bytes.buffer);
  at = 0;

  constructor(private readonly write: WriteBytes) {}

  /** Makes room for so many bytes more, and for the zeros at the end of a piece. */
  room(size: number): void {
    if (this.at + size + WORD <= this.bytes.length) return;
    this.flush();
    if (this.at + size + WORD <= this.bytes.length) return;
    this.bytes = new Uint8Array(size + WORD);
    this.view = new DataView(this.bytes.buffer);
  }

  /** Writes out the bytes collected so far, and empties the buffer. */
  flush(): void {
    if (this.at > 0) this.write(this.bytes.subarray(0, this.at));
    this.at = 0;
  }

  /** Writes a prepared text; there must be room. */
  put({ words, length }: Piece): void {
    const { view, at } = this;
    for (let i = 0; i < words.length; i++) view.setFloat64(at + i * WORD, words[i] ?? 0, true);
    this.at = at + length;
  }

  /** Writes a text of any length. */
  text(text: string): void {
    this.room(text.length * 3);
    this.at += encoder.encodeInto(text, this.bytes.subarray(this.at)).written;
  }

  /** A whole number below 2^31. */
  number(value: number): void {
    let width = 1;
    while (width < 10 && value >= (powers[width - 1] ?? 0)) width++;
    this.digits(value, width);
  }

  /** So many digits of a whole number below 2^31, zeros in front. */
  digits(value: number, width: number): void {
    const { view, at: start } = this;
    let rest = value | 0;
    let at = start + width;
    for (; at - 4 >= start; at -= 4) {
      const above = (rest / 10_000) | 0;
      view.setUint32(at - 4, fourDigits[rest - above * 10_000] ?? 0, true);
      rest = above;
    }
    while (at > start) {
      const above = (rest / 10) | 0;
      view.setUint8(--at, 48 + rest - above * 10);
      rest = above;
    }
    this.at = start + width;
  }
}
