import type { z } from 'zod';
import { wrongUse } from './errors.ts';
import { faultOf, fieldAtFault, ruleOf } from './field-rule.ts';
import type { Bilingual } from './language.ts';

/** Reads what somebody brought by its schema. A Mistake names every wrong field with its value and its rule; `what` is what it should be. */
export function parseGiven<S extends z.ZodType>(
  schema: S,
  value: unknown,
  what: Bilingual,
  where: string,
): z.infer<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const findings = result.error.issues.map((issue) => {
    const at = fieldAtFault(issue) || '(top)';
    if (issue.code !== 'unrecognized_keys') return { at: `${at} = `, ...faultOf(issue, value) };
    return { at: `${at}: `, ...ruleOf(issue) };
  });
  throw wrongUse(
    `${what.zh} ${where} 有误：${findings.map(({ at, zh }) => at + zh).join('；')}`,
    `${what.en} ${where} is not valid: ${findings.map(({ at, en }) => at + en).join('; ')}`,
  );
}
