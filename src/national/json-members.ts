/** Deepest nesting of lists and objects in a line: a record has none of its own, other senders’ fields may. */
const MAX_DEPTH = 32;

/** Why a line cannot be read as one record, and the field at fault where one is known. */
export interface ReadFault {
  readonly reason: 'malformed' | 'oversized' | 'ambiguous' | 'ill-formed-text';
  readonly field: string;
}

/** Value of a field: its text, or the digits of its number exactly as sent; undefined for a list or an object. */
export type FieldValue = string | undefined;

/** Called for each member in its order; `quoted` is true for a text, `nested` is the text of a list or an object. */
type Visit = (name: string, value: FieldValue, quoted: boolean, nested?: string) => void;

const notJson: ReadFault = { reason: 'malformed', field: '' };
const tooDeep: ReadFault = { reason: 'oversized', field: '' };

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPENING = 123;
const CLOSING = 125;
const LIST = 91;
const BACKSLASH = 92;

/** What makes a text other than it looks: escapes, and control characters (all below the blank), which must be escaped. */
const unplain = /\\|[^ -\uffff]/;
const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Walks over the members of the one JSON object that a line holds, in one pass and without losing what JSON.parse loses:
 * digits of long numbers, repeated names, the order. Never goes deeper than MAX_DEPTH. Gives the fault of a line that is
 * no object.
 */
export function eachMember(line: string, visit: Visit): ReadFault | undefined {
  const plain = !unplain.test(line);
  let at = skipSpace(line, 0);
  if (line.charCodeAt(at) !== OPENING) return notJson;
  at = skipSpace(line, at + 1);
  if (line.charCodeAt(at) === CLOSING) return skipSpace(line, at + 1) === line.length ? undefined : notJson;
  for (;;) {
    const nameEnd = textEnd(line, at, plain);
    const name = textAt(line, at, nameEnd, plain);
    at = skipSpace(line, nameEnd);
    if (name === undefined || line.charCodeAt(at) !== COLON) return notJson;
    at = skipSpace(line, at + 1);
    const first = line.charCodeAt(at);
    if (first === QUOTE) {
      const end = textEnd(line, at, plain);
      const value = textAt(line, at, end, plain);
      if (value === undefined) return notJson;
      visit(name, value, true);
      at = end;
    } else if (first === OPENING || first === LIST) {
      const end = nestedEnd(line, at, plain);
      if (end === undefined) return tooDeep;
      const nested = line.slice(at, end);
      if (parsed(nested) === undefined) return notJson;
      visit(name, undefined, false, nested);
      at = end;
    } else {
      literal.lastIndex = at;
      if (!literal.test(line)) return notJson;
      visit(name, digitsOf(line.slice(at, literal.lastIndex)), false);
      at = literal.lastIndex;
    }
    at = skipSpace(line, at);
    const next = line.charCodeAt(at);
    at = skipSpace(line, at + 1);
    if (next === CLOSING) return at === line.length ? undefined : notJson;
    if (next !== COMMA) return notJson;
  }
}

function skipSpace(line: string, from: number): number {
  let at = from;
  for (
    let unit = line.charCodeAt(at);
    unit === 32 || (unit >= 9 && unit <= 13 && unit !== 11 && unit !== 12);
  )
    unit = line.charCodeAt(++at);
  return at;
}

/** Digits of a number as sent, but for a fraction of zeros, which says nothing; words stay, null says nothing. */
const digitsOf = (number: string): string => (number === 'null' ? '' : number.replace(/^(-?\d+)\.0+$/, '$1'));

/** Position behind the text that begins at `at`; the end of the line where it does not end. */
function textEnd(line: string, at: number, plain: boolean): number {
  if (plain) {
    const end = line.indexOf('"', at + 1);
    return end < 0 ? line.length : end + 1;
  }
  for (let i = at + 1; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    if (unit === BACKSLASH) i++;
    else if (unit === QUOTE) return i + 1;
  }
  return line.length;
}

/** A text with its escapes resolved; undefined where it is none. */
function textAt(line: string, at: number, end: number, plain: boolean): string | undefined {
  if (line.charCodeAt(at) !== QUOTE || end < at + 2 || line.charCodeAt(end - 1) !== QUOTE) return undefined;
  if (plain) return line.slice(at + 1, end - 1);
  const text = parsed(line.slice(at, end));
  return typeof text === 'string' ? text : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Position behind the list or object that begins at `at`, or the end of the line; undefined where it is nested too deep. */
function nestedEnd(line: string, at: number, plain: boolean): number | undefined {
  let depth = 0;
  for (let i = at; i < line.length; i++) {
    const unit = line.charAt(i);
    if (unit === '"') i = textEnd(line, i, plain) - 1;
    else if (unit === '{' || unit === '[') {
      if (++depth >= MAX_DEPTH) return undefined;
    } else if ((unit === '}' || unit === ']') && --depth === 0) return i + 1;
  }
  return line.length;
}

/** A surrogate without its other half. */
const loneSurrogate = /\p{Surrogate}/u;

/** Most values have a plain letter or digit at either end, and nothing to cut off. */
function trimmedText(value: FieldValue): FieldValue {
  if (
    value === undefined ||
    (isPlainEdge(value.charCodeAt(0)) && isPlainEdge(value.charCodeAt(value.length - 1)))
  )
    return value;
  return value.trim();
}

const isPlainEdge = (unit: number): boolean =>
  (unit > 0x20 && unit < 0x7f) || (unit > 0x3000 && unit < 0xa000);

/** The fields of a line by name, and its first fault; the fields that could be read are given with it. */
export interface LineFields {
  readonly fields: ReadonlyMap<string, FieldValue>;
  readonly fault: ReadFault | undefined;
}

/**
 * Reads a line as one record. Refused are, as in I-JSON (RFC 7493), a name that comes twice, for nobody knows which value counts,
 * and text that is not well-formed Unicode, for it cannot be stored as it is. Blanks around a text are cut off.
 */
export function readFields(line: string): LineFields {
  const fields = new Map<string, FieldValue>();
  let fault: ReadFault | undefined;
  let known = 0;
  // A line was decoded from UTF-8: only an escape can bring half of a surrogate pair into it.
  const escapes = line.includes('\\u');
  const unreadable = eachMember(line, (name, value) => {
    fields.set(name, trimmedText(value));
    if (fields.size === known) fault ??= { reason: 'ambiguous', field: name };
    known = fields.size;
    if (escapes && loneSurrogate.test(name)) fault ??= { reason: 'ill-formed-text', field: '' };
    if (escapes && value !== undefined && loneSurrogate.test(value))
      fault ??= { reason: 'ill-formed-text', field: name };
  });
  return { fields, fault: unreadable ?? fault };
}
