import { describe, expect, it } from 'vitest';
import { checkPassword } from '../../../src/model/access/password-rules.ts';
import { Mistake } from '../../../src/model/errors.ts';

const refusalOf = (password: string, name = 'chief'): Mistake | undefined => {
  try {
    checkPassword(password, name);
    return undefined;
  } catch (error) {
    if (error instanceof Mistake) return error;
    throw error;
  }
};

describe('a password', () => {
  it.each([
    'slate overcoat kettle',
    '青石板上的旧雨伞和茶壶各有来处',
    'kT7#qzP2!mWx',
    '   spaces count   ',
    `${'ab c1'.repeat(25)}xyz`,
  ])('“%s” is welcome', (password) => {
    expect(refusalOf(password)).toBeUndefined();
  });

  it.each([
    ['kT7#qzP2!mW', /12 to 128 characters/],
    [`${'ab c1'.repeat(25)}wxyz`, /12 to 128 characters/],
    ['ababababababab', /at least 5 different characters/],
    ['Password1234', /easily guessed/],
    ['adminadmin123456789', /easily guessed/],
    ['ＱＷＥＲＴＹqwerty1', /easily guessed/],
    ['haochaping2026', /easily guessed/],
  ])('“%s” is refused, and not quoted', (password, rule) => {
    const refusal = refusalOf(password);
    expect(refusal?.text.en).toMatch(rule);
    expect(refusal?.text.zh).toMatch(/^密码：/);
    for (const text of Object.values(refusal?.text ?? {})) expect(text).not.toContain(password);
  });

  it('that is little else than the name of the account is refused, in whatever letters', () => {
    expect(refusalOf('Kestrel-KESTREL-1', 'kestrel')?.text.en).toMatch(/sign-in name/);
    expect(refusalOf('Kestrel-KESTREL-1', 'heron')).toBeUndefined();
  });
});
