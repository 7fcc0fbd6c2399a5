import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCounts, encodeCounts } from '../../../src/model/counts/count-codec.ts';

const count = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: -3, max: 300 }) },
  { weight: 1, arbitrary: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }) },
);
const list = fc.array(count, { maxLength: 400, size: 'max' }).map((counts) => Int32Array.from(counts));

describe('counts as bytes', () => {
  it('are the same counts when they are read', () => {
    fc.assert(
      fc.property(list, (counts) => {
        expect(decodeCounts(encodeCounts(counts), counts.length)).toEqual(counts);
      }),
    );
  });

  it('take a byte each where they are small, and none for zeros', () => {
    expect(encodeCounts(new Int32Array(5000))).toHaveLength(0);
    const counts = new Int32Array(5000);
    counts.fill(63, 100, 164);
    expect(encodeCounts(counts)).toHaveLength(66);
  });

  it('stand for no counts when they are cut off, when more is said than there is room for, or a number is too long', () => {
    const counts = Int32Array.of(0, 7, 300, 0, -2);
    const bytes = encodeCounts(counts);
    for (let end = 1; end < bytes.length; end++) {
      const cut = decodeCounts(bytes.subarray(0, end), counts.length);
      if (cut !== undefined) expect(cut).not.toEqual(counts);
    }
    expect(decodeCounts(bytes.subarray(0, 3), counts.length)).toBeUndefined();
    expect(decodeCounts(bytes, 4)).toBeUndefined();
    expect(decodeCounts(Uint8Array.of(0, 1, 255, 255, 255, 255, 31), 1)).toBeUndefined();
    expect(decodeCounts(Uint8Array.of(128, 128, 128, 128, 128, 128, 0), 1)).toBeUndefined();
  });

  it('are never more than asked for, whatever the bytes say', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const counts = decodeCounts(bytes, 20);
        expect(counts === undefined || counts.length === 20).toBe(true);
      }),
    );
  });
});
