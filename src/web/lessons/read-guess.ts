import { badParameter } from '../request-query.ts';

/** What the class expects, as the address says it; undefined where it says nothing. */
export function readGuess(query: URLSearchParams, most: number, decimals: 0 | 2): number | undefined {
  const text = (query.get('guess') ?? '').trim();
  if (text === '') return undefined;
  const form = decimals === 0 ? /^\d{1,3}$/ : /^\d{1,3}(\.\d{1,2})?$/;
  if (form.test(text) && Number(text) <= most) return Number(text);
  const limit = String(most);
  throw badParameter(
    'guess',
    text.slice(0, 20),
    decimals === 0
      ? { zh: `须为 0 到 ${limit} 的整数`, en: `it must be a whole number from 0 to ${limit}` }
      : {
          zh: `须为 0 到 ${limit} 的数，至多两位小数`,
          en: `it must be a number from 0 to ${limit} with two decimals at most`,
        },
  );
}
