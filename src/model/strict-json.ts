import { escaped } from './characters.ts';
import type { Bilingual } from './language.ts';

/** Deepest nesting of lists and objects in JSON that others write: a scenario has five levels. */
const MAX_NESTING = 32;

/** The value of JSON that others wrote, or what is to be said of the text, and where the parser stopped in it. */
export type JsonReading =
  { readonly value: unknown } | { readonly fault: Bilingual; readonly detail: Bilingual };

const noDetail: Bilingual = { zh: '', en: '' };

/**
 * Reads JSON that others wrote. Refused is what `JSON.parse` takes and others stumble over: nesting without end, for
 * whatever walks over the value calls itself a level down, and a field that comes twice in an object, for nobody knows
 * which value counts (as in I-JSON, RFC 7493).
 */
export function readStrictJson(json: string): JsonReading {
  if (isNestedTooDeep(json)) {
    const most = String(MAX_NESTING);
    return {
      fault: { zh: `嵌套超过 ${most} 层`, en: `is nested more than ${most} levels deep` },
      detail: noDetail,
    };
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return {
      fault: { zh: '不是 JSON', en: 'is not JSON' },
      detail: { zh: placeOf(words, json), en: escaped(words) },
    };
  }
  const repeated = repeatedField(json);
  if (repeated === undefined) return { value };
  const field = escaped(repeated);
  return {
    fault: { zh: `中字段 ${field} 重复`, en: `has the field ${field} twice` },
    detail: noDetail,
  };
}

/** The place that the parser names, where it names one: its words are English. */
function placeOf(words: string, json: string): string {
  const position = /at position (\d+)/.exec(words)?.[1];
  const torn = position === undefined ? words.includes('end of JSON') : Number(position) >= json.length;
  if (torn) return '内容不完整';
  if (position === undefined) return '';
  const lines = json.slice(0, Number(position)).split('\n');
  return `第 ${String(lines.length)} 行第 ${String((lines.at(-1)?.length ?? 0) + 1)} 个字附近`;
}

function isNestedTooDeep(json: string): boolean {
  let depth = 0;
  for (let i = 0; i < json.length; i++) {
    const symbol = json.charAt(i);
    if (symbol === '"') i = textEnd(json, i) - 1;
    else if (symbol === '[' || symbol === '{') {
      if (++depth > MAX_NESTING) return true;
    } else if (symbol === ']' || symbol === '}') depth--;
  }
  return false;
}

/** The first field that comes twice in an object of what is known to be JSON, with the fields it lies in. */
function repeatedField(json: string): string | undefined {
  const open: { readonly names: Set<string>; last: string }[] = [];
  for (let i = 0; i < json.length; i++) {
    const symbol = json.charAt(i);
    if (symbol === '[' || symbol === '{') open.push({ names: new Set(), last: '' });
    else if (symbol === ']' || symbol === '}') open.pop();
    else if (symbol === '"') {
      const end = textEnd(json, i);
      const inner = open.at(-1);
      if (inner && followedByColon(json, end)) {
        inner.last = String(JSON.parse(json.slice(i, end)));
        if (inner.names.has(inner.last)) return pathOf(open.map(({ last }) => last));
        inner.names.add(inner.last);
      }
      i = end - 1;
    }
  }
  return undefined;
}

/** Position behind the text that begins at `at`. */
function textEnd(json: string, at: number): number {
  let end = at + 1;
  while (end < json.length && json.charAt(end) !== '"') end += json.charAt(end) === '\\' ? 2 : 1;
  return end + 1;
}

function followedByColon(json: string, from: number): boolean {
  let at = from;
  while (' \t\r\n'.includes(json.charAt(at)) && at < json.length) at++;
  return json.charAt(at) === ':';
}

/** Lists have no names. */
const pathOf = (names: readonly string[]): string => names.filter((name) => name !== '').join('.');
