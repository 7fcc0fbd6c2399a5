import { z } from 'zod';
import { characters, escaped, isPlainLine } from './characters.ts';
import type { Bilingual } from './language.ts';

/** Between the languages of a rule: a schema carries one text. */
const LANGUAGES_APART = '\n';

/** A rule of ours for a schema, in both languages. */
export const both = (zh: string, en: string): string => en + LANGUAGES_APART + zh;

/** Code of a unit. */
export const unitCode = z
  .string()
  .regex(/^\d{6}$/, both('须为六位单位代码', 'must be a six-digit unit code'));

/**
 * A line of text that is shown, as titles and names are, of at most so many characters: schemas by themselves count code units.
 * No character in it moves what stands beside it.
 */
export const lineUpTo = (most: number): z.ZodString =>
  z
    .string()
    .refine(
      (text) => characters(text) <= most,
      both(`至多可有 ${String(most)} 字`, `must have at most ${String(most)} characters`),
    )
    .refine(
      isPlainLine,
      both(
        '不得含有控制字符、换行、改变书写方向的字符或不成对的代理码元',
        'must have no control characters, line ends, characters that turn the direction of writing, or unpaired surrogates',
      ),
    );

type Issue = z.core.$ZodIssue;

const kinds: ReadonlyMap<string, Bilingual> = new Map([
  ['number', { zh: '数', en: 'a number' }],
  ['int', { zh: '整数', en: 'a whole number' }],
  ['string', { zh: '文字', en: 'a text' }],
  ['boolean', { zh: ' true 或 false', en: 'true or false' }],
  ['array', { zh: '列表', en: 'a list' }],
  ['tuple', { zh: '列表', en: 'a list' }],
  ['object', { zh: '对象 {…}', en: 'an object {…}' }],
  ['record', { zh: '对象 {…}', en: 'an object {…}' }],
]);

/** The rule that a value breaks, from what the schema library found: in plain words, without field and value. */
export function ruleOf(issue: Issue): Bilingual {
  const [en = '', zh] = issue.message.split(LANGUAGES_APART);
  if (zh !== undefined) return { zh, en };
  switch (issue.code) {
    case 'invalid_type': {
      const kind = kinds.get(issue.expected) ?? { zh: issue.expected, en: issue.expected };
      return { zh: `须为${kind.zh}`, en: `must be ${kind.en}` };
    }
    case 'too_small':
      return boundOf(issue.origin, issue.minimum, issue.exact, issue.inclusive ? atLeast : above);
    case 'too_big':
      return boundOf(issue.origin, issue.maximum, issue.exact, issue.inclusive ? atMost : below);
    case 'invalid_value': {
      const values = issue.values.map(String);
      return { zh: `须为 ${values.join('、')} 之一`, en: `must be one of ${values.join(', ')}` };
    }
    case 'invalid_key': {
      const [inner] = issue.issues;
      const rule = inner === undefined ? { zh: '不对', en: 'is wrong' } : ruleOf(inner);
      return { zh: `名称${rule.zh}`, en: `its name ${rule.en}` };
    }
    case 'invalid_union': {
      const values = ('options' in issue ? (issue.options ?? []) : []).map(String);
      if (values.length === 0) return { zh: '不合规则', en: 'is not valid' };
      return { zh: `须为 ${values.join('、')} 之一`, en: `must be one of ${values.join(', ')}` };
    }
    case 'not_multiple_of':
      return {
        zh: `须为 ${String(issue.divisor)} 的倍数`,
        en: `must be a multiple of ${String(issue.divisor)}`,
      };
    case 'unrecognized_keys': {
      const names = issue.keys.map(escaped);
      return { zh: `没有字段 ${names.join('、')}`, en: `there is no field ${names.join(', ')}` };
    }
    default:
      return { zh: `不合规则（${en}）`, en };
  }
}

/** The field that an issue is about, as messages name it; "" for the whole. */
export const fieldAtFault = ({ path }: Pick<Issue, 'path'>): string => escaped(path.map(String).join('.'));

/** What is wrong with a value, without the name of its field: what is given there, and the rule that it breaks. */
export function faultOf(issue: Issue, value: unknown): Bilingual {
  const { zh, en } = ruleOf(issue);
  const given = quoted(valueAt(value, issue.path));
  return { zh: `${given}：${zh}`, en: `${given}: ${en}` };
}

/** What stands in a value at a path; undefined where nothing does. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, step);
  }
  return current;
}

/** A value as messages quote it. */
export function quoted(value: unknown): string {
  // JSON that is read may hold 1e999, which JSON that is written calls null.
  const text =
    value === undefined ? '(absent)' : typeof value === 'number' ? String(value) : JSON.stringify(value);
  const shown = text.length > 60 ? `${text.slice(0, 57).replace(/\p{Cs}$/u, '')}…` : text;
  return escaped(shown);
}

const atLeast: Bilingual = { zh: '不得小于', en: 'must be at least' };
const above: Bilingual = { zh: '须大于', en: 'must be above' };
const atMost: Bilingual = { zh: '不得大于', en: 'must be at most' };
const below: Bilingual = { zh: '须小于', en: 'must be below' };

function boundOf(
  origin: string,
  limit: number | bigint,
  exact: boolean | undefined,
  relation: Bilingual,
): Bilingual {
  const n = String(limit);
  const parts = origin === 'string' ? { zh: '字', en: 'characters' } : { zh: '项', en: 'items' };
  if (origin !== 'array' && origin !== 'string')
    return { zh: `${relation.zh} ${n}`, en: `${relation.en} ${n}` };
  if (exact === true) return { zh: `须恰有 ${n} ${parts.zh}`, en: `must have exactly ${n} ${parts.en}` };
  return relation === atLeast
    ? { zh: `至少须有 ${n} ${parts.zh}`, en: `must have at least ${n} ${parts.en}` }
    : { zh: `至多可有 ${n} ${parts.zh}`, en: `must have at most ${n} ${parts.en}` };
}
