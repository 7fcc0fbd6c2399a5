import { Mistake } from '../model/errors.ts';
import type { Bilingual } from '../model/language.ts';

/** Values of the address line, checked where they enter: each refusal names the field, the value and the rule. */

export const badParameter = (field: string, value: string, rule: Bilingual): Mistake =>
  new Mistake({
    zh: `参数 ${field} 的值“${value}”不符合要求：${rule.zh}`,
    en: `parameter ${field} has the value “${value}”, but ${rule.en}`,
  });

/** Fields that an address may repeat, as a form with several boxes does: each value counts. */
const repeatable: readonly string[] = ['units', 'periods', 'regimes', 'defects'];

/** Refuses an address in which a field comes twice: which of the values counts, nobody could tell. */
export function mustNotRepeat(query: URLSearchParams): void {
  for (const field of new Set(query.keys())) {
    const values = query.getAll(field);
    if (values.length === 1 || repeatable.includes(field)) continue;
    throw badParameter(field, values.join(', '), {
      zh: '只能出现一次',
      en: 'it may come once only',
    });
  }
}

/** One of a closed list; the fallback where the address does not carry the field. */
export function readChoice<T extends string>(
  query: URLSearchParams,
  field: string,
  choices: readonly T[],
  fallback: T,
): T {
  const value = query.get(field);
  if (value === null || value === '') return fallback;
  const choice = choices.find((known) => known === value);
  if (choice === undefined) {
    throw badParameter(field, value, {
      zh: `只能是 ${choices.join('、')} 之一`,
      en: `it must be one of ${choices.join(', ')}`,
    });
  }
  return choice;
}

/** A choice from a list that may also be left open. */
export function readOptionalChoice<T extends string>(
  query: URLSearchParams,
  field: string,
  choices: readonly T[],
): T | undefined {
  const value = query.get(field);
  return value === null || value === ''
    ? undefined
    : readChoice(query, field, choices, choices[0] ?? never(field));
}

function never(field: string): never {
  throw new Error(`no choices for ${field}`);
}

/** A whole number within limits. */
export function readWhole(
  query: URLSearchParams,
  field: string,
  fallback: number,
  low: number,
  high: number,
): number {
  const value = query.get(field);
  if (value === null || value === '') return fallback;
  const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= low && number <= high)) {
    throw badParameter(field, value, {
      zh: `须为 ${String(low)} 到 ${String(high)} 的整数`,
      en: `it must be a whole number from ${String(low)} to ${String(high)}`,
    });
  }
  return number;
}

/** Free text of limited length, trimmed. */
export function readText(query: URLSearchParams, field: string, longest: number): string {
  const value = (query.get(field) ?? '').trim();
  if (value.length > longest) {
    throw badParameter(field, `${value.slice(0, 20)}…`, {
      zh: `不能超过 ${String(longest)} 个字符`,
      en: `it may have ${String(longest)} characters at most`,
    });
  }
  return value;
}
