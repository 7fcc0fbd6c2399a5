import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCaseNumber, printCaseNumber } from '../../src/national/case-number.ts';
import { MAX_DAYS, MAX_SERIALS } from '../../src/model/record/key.ts';
import { dayOf } from '../../src/model/time/time.ts';
import { permit } from '../builders.ts';

describe('a case number of our own form', () => {
  it('is item, day and serial from 1', () => {
    expect(printCaseNumber(permit, dayOf(2025, 3, 3), 7)).toBe(`${permit}20250303000008`);
  });

  it('is read back', () => {
    const day = fc.integer({ min: 0, max: MAX_DAYS - 1 });
    const serial = fc.integer({ min: 0, max: MAX_SERIALS - 1 });
    const taskCode = fc.stringMatching(/^[0-9A-Z]{31}$/);
    fc.assert(
      fc.property(taskCode, day, serial, (code, d, s) => {
        const text = printCaseNumber(code, d, s);
        expect(text.length).toBe(45);
        expect(parseCaseNumber(text)).toEqual({ taskCode: code, day: d, serial: s });
      }),
    );
  });

  it.each([
    ['', 'nothing'],
    [`${permit}2025030300000`, 'too short'],
    [`${permit}202503030000001`, 'too long'],
    [`${permit}20250230000001`, 'a day that does not exist'],
    [`${permit}19991231000001`, 'a day before 2000'],
    [`${permit}20250303000000`, 'serial 0'],
    [`${permit}20250303131073`, 'a serial past the last'],
    [`${permit}2025030300000X`, 'a letter in the serial'],
    [`${permit}20680101000001`, 'a day past the last'],
    ['330601190620108066200', 'a number of another system'],
  ])('is not “%s”: %s', (text) => {
    expect(parseCaseNumber(text)).toBeUndefined();
  });
});
