import { expect, it } from 'vitest';
import { z } from 'zod';
import { both, lineUpTo, quoted, ruleOf } from '../../src/model/field-rule.ts';

const said = (schema: z.ZodType, value: unknown): string[] => {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.map((issue) => {
    const { zh, en } = ruleOf(issue);
    return `${zh} / ${en}`;
  });
};

it.each<[z.ZodType, unknown, string]>([
  [z.number(), 'a', '须为数 / must be a number'],
  [z.number(), undefined, '须为数 / must be a number'],
  [z.int(), 1.5, '须为整数 / must be a whole number'],
  [z.string(), 7, '须为文字 / must be a text'],
  [z.array(z.number()), 'abc', '须为列表 / must be a list'],
  [z.boolean(), 1, '须为 true 或 false / must be true or false'],
  [z.tuple([z.number()]), 1, '须为列表 / must be a list'],
  [z.strictObject({ a: z.number() }), { a: 1, b: 2, c: 3 }, '没有字段 b、c / there is no field b, c'],
  [
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('office') }),
      z.object({ kind: z.literal('item') }),
    ]),
    { kind: 'shop' },
    '须为 office、item 之一 / must be one of office, item',
  ],
  [z.union([z.number(), z.boolean()]), 'a', '不合规则 / is not valid'],
  [z.strictObject({}), [], '须为对象 {…} / must be an object {…}'],
  [z.record(z.string(), z.number()), 3, '须为对象 {…} / must be an object {…}'],
  [z.number().min(1), 0, '不得小于 1 / must be at least 1'],
  [z.number().positive(), 0, '须大于 0 / must be above 0'],
  [z.number().max(1), 2, '不得大于 1 / must be at most 1'],
  [z.number().lt(1), 1, '须小于 1 / must be below 1'],
  [z.number().multipleOf(0.25), 9.1, '须为 0.25 的倍数 / must be a multiple of 0.25'],
  [z.array(z.number()).min(1), [], '至少须有 1 项 / must have at least 1 items'],
  [z.array(z.number()).max(1), [1, 2], '至多可有 1 项 / must have at most 1 items'],
  [z.array(z.number()).length(12), [1], '须恰有 12 项 / must have exactly 12 items'],
  [z.string().max(2), 'abc', '至多可有 2 字 / must have at most 2 characters'],
  [z.enum(['one', 'two']), 'three', '须为 one、two 之一 / must be one of one, two'],
  [z.literal('month'), 'day', '须为 month 之一 / must be one of month'],
  [
    z.string().regex(/^\d$/, both('须为一位数字', 'must be one digit')),
    'a',
    '须为一位数字 / must be one digit',
  ],
  [
    z.record(z.string().regex(/^\d$/, both('须为一位数字', 'must be one digit')), z.number()),
    { a: 1 },
    '名称须为一位数字 / its name must be one digit',
  ],
])('%s of %j is said in plain words', (schema, value, rule) => {
  expect(said(schema, value)).toEqual([rule]);
});

it.each(['a\u0001', 'a\nb', 'a\u2028b', '\u009b', '\u202eab', '\u2066ab', 'a\ud800b', '\udc00'])(
  'a line has no %j, and a message shows it by its number',
  (text) => {
    expect(lineUpTo(9).safeParse(text).success).toBe(false);
    expect(quoted(text)).toMatch(/^"[ab]*\\(n|u[0-9a-f]{4})[ab]*"$/);
  },
);

it('a line may have characters of every script, also beyond the basic plane', () => {
  expect(lineUpTo(9).safeParse('好𠮷é 👍🏽 ع').success).toBe(true);
  expect(quoted('𠮷'.repeat(40))).toBe(`"${'𠮷'.repeat(28)}…`);
});
