import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTable, valuesAt } from '../../../src/model/record/columns.ts';
import type { RowHash } from '../../../src/model/record/digest.ts';
import {
  addDigest,
  codeWords,
  newDigest,
  parseDigest,
  printDigest,
  type Digest,
  type KeyWords,
} from '../../../src/model/record/digest.ts';
import { caseKey, foreignCaseId, foreignCaseKey, ratingKey } from '../../../src/model/record/key.ts';
import { RecordHash } from '../../../src/model/record/row-hash.ts';

const codes = ['task A', 'task B', 'task C'];

/** Words of a register that gave the codes these ids; every code keeps its slot in unit 0 and unit 1. */
function wordsWith(ids: readonly number[], foreign: readonly string[] = []): KeyWords {
  const taskWords = new Int32Array(codes.length * 2);
  const taskAt = new Int32Array(64 * 1024).fill(-1);
  codes.forEach((code, i) => {
    taskWords.set(codeWords(code), ids[i]! * 2);
    taskAt[i] = ids[i]!;
    taskAt[1024 + i] = ids[i]!;
  });
  return { taskWords, taskAt, foreignCase: (key) => foreign[foreignCaseId(key)] ?? '' };
}
const words = wordsWith([0, 1, 2], ['', 'case one', 'case two']);

const service = fc.record({
  key: fc
    .tuple(fc.nat(1), fc.nat(9999), fc.nat(2), fc.nat(99_999), fc.nat(15))
    .map(([unit, day, slot, serial, number]) => caseKey(unit, day, slot, serial) + number),
  task: fc.nat(2),
  packed: fc.nat(2047),
  acceptedAt: fc.nat(800_000_000),
  finishedAt: fc.nat(800_000_000),
  serviceAt: fc.nat(800_000_000),
  person: fc.nat(2_000_000_000),
});
type Service = typeof service extends fc.Arbitrary<infer T> ? T : never;
const rating = fc.record({
  key: service.map(({ key }) => ratingKey(key, 1)),
  packed: fc.nat(131_071),
  assessedAt: fc.nat(800_000_000),
  device: fc.nat(2000),
  rater: fc.integer({ min: -1, max: 2_147_483_647 }),
  uploadedAt: fc.integer({ min: -1, max: 800_000_000 }),
  text: fc.option(fc.string({ maxLength: 20 }), { nil: undefined }),
});
/** A rating that does not say where it came from. */
const unsaid = { device: 0, rater: -1, uploadedAt: -1, text: undefined };
type Rating = typeof rating extends fc.Arbitrary<infer T> ? T : never;
type Row = Service | Rating;

/** Has no text, whatever texts a rating may have. */
const emptyRating = valuesAt('rating', newTable('rating', 1), 0);

function hashed(row: Row, by = words): RowHash {
  const hash = new RecordHash(by);
  if ('task' in row) return hash.service(row);
  return hash.rating({ ...emptyRating, ...row, text: row.text ?? null });
}

function digestOf(rows: readonly Row[], by = words): string {
  const digest = newDigest();
  for (const row of rows) hashed(row, by).addTo(digest);
  return printDigest(digest);
}

const rows = fc.array(fc.oneof(service, rating), { maxLength: 30 });

describe('the digest of rows', () => {
  it('does not depend on their order', () => {
    const twice = rows.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(twice, ([list, other]) => {
        expect(digestOf(other)).toBe(digestOf(list));
      }),
    );
  });

  it('of two sets together is the sum of theirs', () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const sum: Digest = parseDigest(digestOf(a));
        addDigest(sum, parseDigest(digestOf(b)));
        expect(printDigest(sum)).toBe(digestOf([...a, ...b]));
      }),
    );
  });

  it('is that of no rows only for no rows', () => {
    expect(digestOf([])).toBe('0'.repeat(32));
    fc.assert(
      fc.property(service, (row) => {
        expect(digestOf([row])).not.toBe('0'.repeat(32));
        expect(digestOf([row, row])).not.toBe(digestOf([row]));
      }),
    );
  });

  it('is printed and read back', () => {
    const lane = fc.integer({ min: 0, max: 0xffffffff });
    fc.assert(
      fc.property(fc.tuple(lane, lane, lane, lane), (lanes) => {
        const digest = Uint32Array.from(lanes);
        expect(printDigest(digest)).toMatch(/^[0-9a-f]{32}$/);
        expect(parseDigest(printDigest(digest))).toEqual(digest);
      }),
    );
  });

  it('speaks of codes, not of the ids a register gave them', () => {
    const ids = [2, 0, 1];
    fc.assert(
      fc.property(rows, (list) => {
        const renamed = list.map((row) => ('task' in row ? { ...row, task: ids[row.task]! } : row));
        expect(digestOf(renamed, wordsWith(ids))).toBe(digestOf(list));
      }),
    );
  });

  it('speaks of the text of a foreign case number, not of its row', () => {
    const row = { ...unsaid, packed: 5, assessedAt: 100 };
    const first = { ...row, key: ratingKey(foreignCaseKey(1), 1) };
    const second = { ...row, key: ratingKey(foreignCaseKey(2), 1) };
    const otherWay = wordsWith([0, 1, 2], ['', 'case two', 'case one']);
    expect(digestOf([first])).not.toBe(digestOf([second]));
    expect(digestOf([first])).toBe(digestOf([second], otherWay));
  });
});

describe('a row', () => {
  const differs = (a: Row, b: Row): void => {
    expect(digestOf([a])).not.toBe(digestOf([b]));
    expect(hashed(a).short()).not.toBe(hashed(b).short());
  };

  it('that is a service has another digest when any one field is another', () => {
    fc.assert(
      fc.property(service, (row) => {
        const serial = caseKey(0, 0, 0, 1);
        const day = caseKey(0, 1, 0, 0);
        differs(row, { ...row, key: row.key + serial });
        differs(row, { ...row, key: row.key + day });
        differs(row, { ...row, key: row.key % 16 === 15 ? row.key - 1 : row.key + 1 });
        differs(row, { ...row, task: (row.task + 1) % 3 });
        for (const field of ['packed', 'acceptedAt', 'finishedAt', 'serviceAt', 'person'] as const)
          differs(row, { ...row, [field]: row[field] + 1 });
      }),
    );
  });

  it('that is a rating has another digest when any one field is another', () => {
    fc.assert(
      fc.property(rating, (row) => {
        differs(row, { ...row, key: row.key + 1 });
        differs(row, { ...row, key: row.key + ratingKey(caseKey(0, 0, 0, 1), 1) });
        differs(row, { ...row, packed: row.packed + 1 });
        for (const field of ['assessedAt', 'device', 'rater', 'uploadedAt'] as const)
          differs(row, { ...row, [field]: row[field] + 1 });
        differs(row, { ...row, text: `${row.text ?? ''}。` });
      }),
    );
  });

  it('does not pass for one whose fields changed places', () => {
    const row = { key: 0, task: 0, packed: 1, acceptedAt: 10, finishedAt: 20, serviceAt: 30, person: 40 };
    differs(row, { ...row, acceptedAt: 20, finishedAt: 10 });
    differs(row, { ...row, serviceAt: 40, person: 30 });
    differs(
      { ...unsaid, key: 0, packed: 1, assessedAt: 1, text: '满意，很快' },
      { ...unsaid, key: 0, packed: 1, assessedAt: 1, text: '很快，满意' },
    );
  });

  it('sets every bit of its hash half of the time, each lane on its own', () => {
    const n = 2000;
    const lanes = Array.from({ length: n }, (_, i) => {
      const digest = newDigest();
      hashed({ ...unsaid, key: ratingKey(caseKey(1, 9000, 2, i), 1), packed: 5, assessedAt: 0 }).addTo(
        digest,
      );
      return [...digest];
    });
    const setBits = (of: (row: number[]) => number): number[] =>
      Array.from({ length: 32 }, (_, bit) => lanes.filter((row) => ((of(row) >>> bit) & 1) === 1).length);
    const pairs = [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].slice(a).map((b): [number, number] => [a, b]));
    for (const [a, b] of pairs) {
      // A lane alone, and two lanes against one another. Five standard errors of n fair coins.
      const counts = setBits((row) => (a === b ? row[a]! : row[a]! ^ row[b]!));
      for (const count of counts) expect(Math.abs(count - n / 2)).toBeLessThan(2.5 * Math.sqrt(n));
    }
  });

  it('has a short hash that is a safe integer', () => {
    fc.assert(
      fc.property(service, (row) => {
        const short = hashed(row).short();
        expect(Number.isSafeInteger(short) && short >= 0).toBe(true);
      }),
    );
  });
});
