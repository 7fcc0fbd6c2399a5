import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../src/model/time/period.ts';
import { printMonth } from '../../../src/model/time/time.ts';
import { mistakeOf } from '../../builders.ts';

describe('a period', () => {
  it.each([
    ['2025', '2025-01', '2025-12'],
    ['2025-Q1', '2025-01', '2025-03'],
    ['2025-Q4', '2025-10', '2025-12'],
    ['2025-01', '2025-01', '2025-01'],
    ['2025-12', '2025-12', '2025-12'],
    ['2000-01', '2000-01', '2000-01'],
  ])('%s reaches from %s to %s', (text, first, last) => {
    const period = parsePeriod(text);
    expect([period.label, printMonth(period.first), printMonth(period.last)]).toEqual([text, first, last]);
  });

  it.each([
    '',
    '25',
    '1999',
    '2025-00',
    '2025-13',
    '2025-1',
    '2025-Q0',
    '2025-Q5',
    '2025-q1',
    '2025-03-01',
    ' 2025',
  ])('is not “%s”: wrong use, with the forms there are', async (text) => {
    const mistake = await mistakeOf(() => parsePeriod(text));
    expect(mistake.exitCode).toBe(2);
    expect(mistake.text.en).toContain(`“${text}”`);
    expect(mistake.text.en).toContain('2025-Q3');
  });
});
