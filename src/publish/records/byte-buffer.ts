import type { WriteBytes } from './record-sink.ts';

/** Bytes kept before they are handed on: large enough that a call a record is no cost. */
const SIZE = 1 << 20;

/** Bytes at which copying by a loop gives way to the engine's own copy. */
const LONG = 48;

const encoder = new TextEncoder();
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

/** Bytes on their way to a file, laid down one after another by hand: no text is made for a number or a date. */
export class ByteBuffer {
  bytes = new Uint8Array(SIZE);
  at = 0;

  /** Without `write` the bytes stay, and their room grows. */
  constructor(private readonly write?: WriteBytes) {}

  /** Makes room for so many bytes more. */
  room(size: number): void {
    if (this.at + size <= this.bytes.length) return;
    this.flush();
    if (this.at + size <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.at + size));
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
  }

  /** Hands on what is there. */
  flush(): void {
    if (this.write === undefined) return;
    if (this.at > 0) this.write(this.bytes.subarray(0, this.at));
    this.at = 0;
  }

  /** Lays down prepared bytes; there must be room. */
  put(source: Uint8Array): void {
    const { bytes } = this;
    const { length } = source;
    let { at } = this;
    if (length > LONG) {
      bytes.set(source, at);
      this.at = at + length;
      return;
    }
    for (let i = 0; i < length; i++) bytes[at++] = source[i] ?? 0;
    this.at = at;
  }

  /** Lays down a text of any length. */
  text(text: string): void {
    this.room(text.length * 3);
    this.at += encoder.encodeInto(text, this.bytes.subarray(this.at)).written;
  }

  /** A whole number below 2^31. */
  number(value: number): void {
    let width = 1;
    for (let limit = 10; width < 10 && value >= limit; limit *= 10) width++;
    this.digits(value, width);
  }

  /** So many digits of a whole number below 2^31, zeros in front. */
  digits(value: number, width: number): void {
    const { bytes } = this;
    let rest = value | 0;
    for (let i = this.at + width - 1; i >= this.at; i--) {
      const tens = (rest / 10) | 0;
      bytes[i] = 48 + rest - tens * 10;
      rest = tens;
    }
    this.at += width;
  }
}
