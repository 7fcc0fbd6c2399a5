import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteBuffer, pieceOf } from '../../src/export/byte-buffer.ts';

/** What is written, as text. */
function textOf(put: (out: ByteBuffer) => void): string {
  const written: Buffer[] = [];
  const out = new ByteBuffer((bytes) => written.push(Buffer.from(bytes)));
  put(out);
  out.flush();
  return Buffer.concat(written).toString();
}

/** Texts of all lengths, with the characters whose bytes are nearest to those of no number. */
const text = fc.array(
  fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\u007f', '𐀀', '\u{10ffff}')),
);

describe('bytes on their way to a file', () => {
  it('are those of the prepared text, whatever it is', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const pieces = [one.join(''), other.join('')].map(pieceOf);
        expect(textOf((out) => pieces.forEach((piece) => out.put(piece)))).toBe([...one, ...other].join(''));
      }),
    );
  });

  it('are the digits of a number, with zeros in front where a width is set', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (number) => {
        const digits = String(number);
        expect(textOf((out) => out.number(number))).toBe(digits);
        expect(textOf((out) => out.digits(number, 11))).toBe(digits.padStart(11, '0'));
      }),
    );
  });

  it('go on in order when the room is used up', () => {
    const written: Buffer[] = [];
    const out = new ByteBuffer((bytes) => written.push(Buffer.from(bytes)));
    const piece = pieceOf('评');
    for (let i = 0; i < 1_000_000; i++) {
      out.room(piece.length);
      out.put(piece);
    }
    out.flush();
    expect(written.length).toBeGreaterThan(2);
    expect(Buffer.concat(written).toString() === '评'.repeat(1_000_000)).toBe(true);
  });
});
