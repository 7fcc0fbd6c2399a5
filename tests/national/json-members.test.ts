import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFields } from '../../src/national/json-members.ts';

fc.configureGlobal({ seed: 20_250_301 });

const valueOf = (line: string, field = 'a') => readFields(line).fields.get(field);
const faultOf = (line: string) => readFields(line).fault;

/** The same text with blanks between its tokens, which say nothing. */
const spaced = (json: string): string =>
  JSON.stringify(JSON.parse(json), null, ' \t').replaceAll('\n', '\r\n');

describe('the fields of a line', () => {
  const scalar = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null));
  const record = fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 8 }), scalar);

  it('are those that JSON.parse finds, whatever stands between them', () => {
    fc.assert(
      fc.property(record, fc.boolean(), (given, blanks) => {
        const json = JSON.stringify(given);
        const { fields, fault } = readFields(blanks ? spaced(json) : json);
        expect(fault).toBeUndefined();
        const expected = Object.entries(
          JSON.parse(json) as Record<string, string | number | boolean | null>,
        ).map(([name, value]) => [name, value === null ? '' : String(value).trim()] as const);
        expect([...fields]).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('are refused where, and only where, JSON.parse finds no object', () => {
    const tokens = '{ } [ ] : , " \\ t f n 0 e - . 1 \u0000 "a": true null \\u0041 {"a":1'.split(' ');
    const symbols = fc.constantFrom(' ', ...tokens);
    fc.assert(
      fc.property(fc.array(symbols, { maxLength: 12 }), (parts) => {
        const line = parts.join('');
        let value: unknown;
        try {
          value = JSON.parse(line);
        } catch {
          value = undefined;
        }
        const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
        expect(faultOf(line)?.reason === 'malformed').toBe(!isObject);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['12345678901234567', '12345678901234567'],
    ['990009199001010030', '990009199001010030'],
    ['123456789012345678901234567890', '123456789012345678901234567890'],
    ['1e400', '1e400'],
    ['5.0', '5'],
    ['12345678901234567.00', '12345678901234567'],
    ['0.10', '0.10'],
    ['-0', '-0'],
    ['true', 'true'],
    ['null', ''],
  ])('keep the digits of %s', (sent, kept) => {
    expect(valueOf(`{"a":${sent}}`)).toBe(kept);
    expect(valueOf(`{ "a" : ${sent} }`)).toBe(kept);
  });

  it.each([
    '{"a":01}',
    '{"a":1.}',
    '{"a":+1}',
    '{"a":.5}',
    '{"a":NaN}',
    '{"a":1e}',
    '{"a":"\t"}',
    '{"a":"\\x"}',
  ])('are not read from %s', (line) => {
    expect(faultOf(line)).toEqual({ reason: 'malformed', field: '' });
  });

  it.each([
    ['{"a":"1","b":2,"a":"1"}', 'a'],
    ['{"mobile":"1","mob\\u0069le":"2"}', 'mobile'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ])('are ambiguous where a name comes twice: %s', (line, field) => {
    expect(faultOf(line)).toEqual({ reason: 'ambiguous', field });
  });

  it.each(['\\ud83d', '\\ude00', '\\ude00\\ud83d', 'x\\uD83D\\uD83Dx'])('are ill-formed with %s', (half) => {
    expect(faultOf(`{"a":"${half}"}`)).toEqual({ reason: 'ill-formed-text', field: 'a' });
    expect(faultOf(`{"${half}":1}`)).toEqual({ reason: 'ill-formed-text', field: '' });
  });

  it('are well formed with both halves', () => {
    expect(faultOf('{"a":"\\ud83d\\ude00"}')).toBeUndefined();
    expect(valueOf('{"a":"\\ud83d\\ude00"}')).toBe('😀');
  });

  it('may hold lists and objects up to 32 levels, the record counted', () => {
    const nested = (depth: number): string => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    expect(faultOf(nested(31))).toBeUndefined();
    expect(readFields(nested(31)).fields.has('a')).toBe(true);
    expect(faultOf(nested(32))).toEqual({ reason: 'oversized', field: '' });
    expect(faultOf(nested(500_000))).toEqual({ reason: 'oversized', field: '' });
    expect(faultOf(`{"a":${'{"b":'.repeat(100_000)}`)).toEqual({ reason: 'oversized', field: '' });
  });

  it.each([
    ['a text', `{"a":"${'x'.repeat(1_000_000)}"}`],
    ['a text of escapes', `{"a":"${'\\u4e00'.repeat(170_000)}"}`],
    ['a number', `{"a":${'9'.repeat(1_000_000)}}`],
    ['a list', `{"a":[${'[],'.repeat(330_000)}[]]}`],
    ['blanks', `{"a":1${' '.repeat(1_000_000)}}`],
    ['fields', `{${Array.from({ length: 70_000 }, (_, i) => `"f${String(i)}":1`).join(',')},"a":1}`],
    ['a text without an end', `{"a":"${'x'.repeat(1_000_000)}`],
    ['backslashes', `{"a":"${'\\\\'.repeat(500_000)}`],
  ])('are read from a megabyte of %s in no time', (_, line) => {
    const began = performance.now();
    readFields(line);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
