import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_PERSON, type RatingBatch, type ServiceBatch } from '../../../src/model/record/batch.ts';
import { addRatingsToDigest, addServicesToDigest } from '../../../src/model/record/batch-digest.ts';
import { newTable } from '../../../src/model/record/columns.ts';
import { codeWords, newDigest, printDigest, type KeyWords } from '../../../src/model/record/digest.ts';
import { caseKey, foreignCaseKey, ratingKey } from '../../../src/model/record/key.ts';
import { RecordHash } from '../../../src/model/record/row-hash.ts';
import { ABSENT } from '../../../src/model/time/time.ts';

const keyWords: KeyWords = {
  taskWords: Int32Array.from(['task A', 'task B'].flatMap((code) => codeWords(code))),
  taskAt: new Int32Array(64 * 1024).fill(1),
  foreignCase: (key) => `case ${String(key)}`,
};

/** Enough rows for more than one block. */
const ROWS = 1300;
const numbers = fc.array(fc.nat(2_000_000_000), { minLength: ROWS, maxLength: ROWS });
const choices = fc.array(fc.nat(9), { minLength: ROWS, maxLength: ROWS });

const serviceKey = (row: number, choice: number): number =>
  choice === 0 ? foreignCaseKey(row) : caseKey(row % 3, 9000, 5, row);

const rowNumbers = Array.from({ length: ROWS }, (_, row) => row);
const packedOf = (values: readonly number[]): Int32Array => Int32Array.from(values, (n) => n % 131_072);
const refusedOf = (picks: readonly number[]): Uint8Array =>
  Uint8Array.from(picks, (choice) => (choice === 1 ? 3 : 0));

describe('the digest of a batch', () => {
  it('of service rows is the sum of their hashes one by one, without the refused', () => {
    fc.assert(
      fc.property(numbers, choices, (values, picks) => {
        const rows: ServiceBatch = newTable('service', ROWS);
        rows.length = ROWS;
        values.forEach((value, row) => {
          rows.key[row] = serviceKey(row, picks[row] ?? 0);
          rows.task[row] = value % 2;
          [rows.acceptedAt, rows.finishedAt, rows.serviceAt, rows.person].forEach((column, place) => {
            column[row] = value + place * 7919;
          });
        });
        const refused = refusedOf(picks);
        const digest = newDigest();
        addServicesToDigest(rows, packedOf(values), refused, keyWords, digest);
        const expected = newDigest();
        const hash = new RecordHash(keyWords);
        for (const row of rowNumbers.filter((one) => refused[one] === 0))
          hash.serviceAt(rows, row, (values[row] ?? 0) % 131_072).addTo(expected);
        expect(printDigest(digest)).toBe(printDigest(expected));
      }),
      { numRuns: 20 },
    );
  });

  it('of ratings is the sum of their hashes one by one, with texts and without source', () => {
    fc.assert(
      fc.property(numbers, choices, (values, picks) => {
        const rows: RatingBatch = newTable('rating', ROWS);
        rows.length = ROWS;
        values.forEach((value, row) => {
          const choice = picks[row] ?? 0;
          rows.key[row] = ratingKey(serviceKey(row, choice), value % 2 === 0 ? 1 : 2);
          rows.assessedAt[row] = value;
          rows.device[row] = value % 2000;
          rows.rater[row] = choice === 2 ? NO_PERSON : value;
          rows.uploadedAt[row] = choice < 4 ? ABSENT : value;
          if (choice === 5) rows.text.set(row, `text ${String(value)}`);
        });
        const refused = refusedOf(picks);
        const digest = newDigest();
        addRatingsToDigest(rows, packedOf(values), refused, keyWords, digest);
        const expected = newDigest();
        const hash = new RecordHash(keyWords);
        for (const row of rowNumbers.filter((one) => refused[one] === 0))
          hash.ratingAt(rows, row, (values[row] ?? 0) % 131_072).addTo(expected);
        expect(printDigest(digest)).toBe(printDigest(expected));
      }),
      { numRuns: 20 },
    );
  });
});
