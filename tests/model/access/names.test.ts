import { describe, expect, it } from 'vitest';
import { checkedName, nameKey } from '../../../src/model/access/names.ts';

describe('the name of an account', () => {
  it.each([
    ['chief', 'chief'],
    [' 教员-01 ', '教员-01'],
    ['ａｂｃ', 'abc'],
    ['𠮷野', '𠮷野'],
    ['x'.repeat(32), 'x'.repeat(32)],
  ])('“%s” is kept as “%s”', (given, kept) => {
    expect(checkedName(given, 'name')).toBe(kept);
  });

  it.each([
    '',
    'x',
    'x'.repeat(33),
    '-x',
    '.x',
    'a b',
    'a@b.example',
    'a\nb',
    '<b>',
    'a/b',
    'a\u200Bb',
    '\u3164\u3164',
    'a\u115F',
  ])('%j is refused', (given) => {
    expect(() => checkedName(given, 'name')).toThrow(/^name = “.*”: must have 2 to 32 characters/s);
  });

  it('is quoted no longer than a name may be', () => {
    expect(() => checkedName('x'.repeat(1000), 'name')).toThrow(/^name = “x{32}”: /);
  });

  it('is quoted with what does not show itself by its number', () => {
    expect(() => checkedName('\u202Eab', 'name')).toThrow(/^name = “\\u202eab”: /);
  });

  it('is the same in upper and lower case and in compatibility forms, and else another', () => {
    expect(nameKey('Chief')).toBe(nameKey('ＣＨＩＥＦ'));
    expect(nameKey('chief')).not.toBe(nameKey('chief1'));
  });
});
