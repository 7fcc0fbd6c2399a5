import { quoted } from '../../model/field-rule.ts';
import type { ScenarioFinding } from '../../model/scenario/check-scenario.ts';
import { readStrictJson } from '../../model/strict-json.ts';
import type { FieldPart } from './scenario-fields.ts';

/** How the inputs of a scenario form print values and read them again. */

/** Browsers send the line ends of a text in their own way. */
export const sameInput = ({ kind }: FieldPart, said: string, was: string): boolean => {
  const text = said.trim().replaceAll('\r\n', '\n');
  return (kind === 'units' ? inOrder(text) : text) === was;
};

/** A value as its input shows it; what is absent is empty. */
export function printPart({ kind }: FieldPart, value: unknown): string {
  if (value === undefined) return '';
  if (kind === 'units' && Array.isArray(value)) return inOrder(value.map(String).join(' '));
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const codesIn = (text: string): string[] => text.split(/[\s,，、]+/).filter((code) => code !== '');

/** A list of units reads the same in whatever order it was written. */
export const inOrder = (text: string, codeOf = (code: string): string => code): string =>
  text === 'all' ? text : codesIn(text).map(codeOf).sort().join(', ');

/** What an input says, as the schema reads it; an empty one says nothing. Text that is no number is left to the schema. */
export function readPart({ kind, path }: FieldPart, text: string): unknown {
  // A title may be empty; elsewhere nothing means the default.
  if (text === '') return path.startsWith('title.') ? '' : undefined;
  if (kind === 'number') return Number.isFinite(Number(text)) ? Number(text) : text;
  if (kind === 'switch') return text === 'true' ? true : text === 'false' ? false : text;
  if (kind === 'units') return text === 'all' ? text : codesIn(text);
  if (kind !== 'json') return text;
  const read = readStrictJson(text);
  return 'value' in read ? read.value : text;
}

/** What is wrong with the JSON of an input, before any rule of its field. */
export function unreadableParts(
  parts: readonly FieldPart[],
  values: ReadonlyMap<string, string>,
): ScenarioFinding[] {
  return parts.flatMap(({ kind, path }) => {
    const text = values.get(path) ?? '';
    const read = kind === 'json' && text !== '' ? readStrictJson(text) : { value: text };
    if ('value' in read) return [];
    const given = quoted(text);
    return [{ path, text: { zh: `${given}：${read.fault.zh}`, en: `${given}: ${read.fault.en}` } }];
  });
}
