import { describe, expect, it } from 'vitest';
import { remember } from '../../src/web/shared/remember.ts';

describe('what is remembered', () => {
  it('is made once for each key, also where there is nothing, and the longest known goes first', () => {
    const made: string[] = [];
    const known = remember<string | undefined>(2);
    const ask = (key: string, value: string | undefined): string | undefined =>
      known(key, () => {
        made.push(key);
        return value;
      });
    expect([ask('a', undefined), ask('a', 'other'), ask('b', 'second')]).toEqual([
      undefined,
      undefined,
      'second',
    ]);
    ask('c', 'third');
    expect(ask('b', 'other')).toBe('second');
    ask('a', 'again');
    expect(made).toEqual(['a', 'b', 'c', 'a']);
  });
});
