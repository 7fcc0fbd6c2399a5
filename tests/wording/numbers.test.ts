import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvChunks } from '../../src/export/csv.ts';
import {
  printCount,
  printDifference,
  printFixed,
  printPercent,
  printScore,
  printShare,
  shareOf,
} from '../../src/wording/print-number.ts';

describe('printed numbers', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1_234_567, '1,234,567'],
    [-12_345, '−12,345'],
  ])('counts %d as %s', (value, text) => {
    expect(printCount(value)).toBe(text);
  });

  it('scores with two decimals, and a word where there is none', () => {
    expect(printScore(88.005, '—')).toBe('88.00');
    expect(printScore(null, '—')).toBe('—');
    expect(printFixed(1234.5, 1)).toBe('1,234.5');
  });

  it('differences with their sign, and no sign for what rounds to nothing', () => {
    expect([printDifference(1.5, '—'), printDifference(-1.5, '—'), printDifference(-0.001, '—')]).toEqual([
      '+1.50',
      '−1.50',
      '0.00',
    ]);
  });

  it('shares that stay visible when they are small', () => {
    expect([printShare(0.5, ''), printShare(0.00002, ''), printShare(0, ''), printShare(1, '')]).toEqual([
      '50.00%',
      '0.0020%',
      '0.00%',
      '100.00%',
    ]);
    expect([printPercent(0.25), printPercent(0.01875)]).toEqual(['25%', '1.88%']);
    expect(shareOf(1, 0)).toBeNull();
  });
});

describe('a CSV file', () => {
  const file = (rows: (string | number | null)[][]): string =>
    [...csvChunks({ notice: '模拟数据', facts: ['a, b'] }, ['x', 'y'], rows)].join('');

  it('starts with a byte order mark, the notice and the heading', () => {
    expect(file([])).toBe('\uFEFF"# 模拟数据 | a, b"\r\nx,y\r\n');
  });

  it('quotes by RFC 4180 and leaves missing cells empty', () => {
    expect(
      file([
        ['a"b', 'c\nd'],
        [1.5, null],
      ]),
    ).toContain('"a""b","c\nd"\r\n1.5,\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx'])('makes no formula of %j', (text) => {
    expect(file([[text, 0]])).toContain(`'${text}`);
  });

  it('leaves negative numbers numbers', () => {
    expect(file([[-1, 0]])).toContain('\r\n-1,0\r\n');
  });

  it('gives back every text it was given', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text)),
        (text) => {
          const line = file([[text, 1]]).split('x,y\r\n')[1]!;
          const cell = line.slice(0, -',1\r\n'.length);
          expect(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell).toBe(text);
        },
      ),
    );
  });

  it('comes in pieces when it is long', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [`text ${i}`, i]);
    expect([...csvChunks({ notice: '', facts: [] }, ['x', 'y'], rows)].length).toBeGreaterThan(2);
  });
});
