import { expect, it } from 'vitest';
import { hashPassword, isPassword } from '../../../src/jobs/access/passwords.ts';

// Each hash takes a good part of a second: there are few here.

it('a password is kept as scrypt with its cost and a salt of its own, and known again however it was typed', async () => {
  const password = 'Zoë slate overcoat';
  const [kept, again] = await Promise.all([hashPassword(password), hashPassword(password)]);
  expect(kept).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(again).not.toBe(kept);
  const typed = [password, password.normalize('NFD'), 'Zoe slate overcoat'];
  expect(await Promise.all(typed.map((text) => isPassword(text, kept)))).toEqual([true, true, false]);
});

it('where no password was set none is right, not even an empty one, and it takes as long', async () => {
  const began = performance.now();
  expect(await isPassword('', null)).toBe(false);
  // Without a hash it would be a matter of microseconds.
  expect(performance.now() - began).toBeGreaterThan(20);
});
