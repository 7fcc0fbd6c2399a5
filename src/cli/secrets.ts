/** Runs of so many characters of a secret count as a part of it; of a short one, half of it. */
const RUN = 8;
/** Shorter words are no secrets: to blot them out would blot out everything. */
const SHORTEST = 4;

/** Words that say how a header authorises; they are no secrets. */
const SCHEMES = /^(basic|bearer|digest|token|apikey|api-key|negotiate)$/i;

/**
 * Takes secrets out of text that others wrote: whole or cut, each word of them, in base64, and with any of their
 * characters escaped. Upper and lower case are taken for one.
 */
export function withoutSecrets(secrets: readonly string[]): (text: string) => string {
  const forms = new Set(secrets.flatMap(wordsOf).flatMap(formsOf));
  /** Parts by their length. */
  const parts = new Map<number, Set<string>>();
  for (const form of forms) {
    const length = partLength(form);
    const known = parts.get(length) ?? new Set();
    parts.set(length, known);
    for (let i = 0; i + length <= form.length; i++) known.add(form.slice(i, i + length));
  }
  return (text) => {
    const hidden = new Uint8Array(text.length);
    for (const { text: read, starts } of readings(text)) {
      const lower = lowerCase(read);
      for (const [length, known] of parts) {
        for (let i = 0; i + length <= lower.length; i++) {
          if (known.has(lower.slice(i, i + length))) hidden.fill(1, starts[i], starts[i + length]);
        }
      }
    }
    let shown = '';
    for (let i = 0; i < text.length; i++) {
      if (hidden[i] !== 1) shown += text[i] ?? '';
      else if (hidden[i - 1] !== 1) shown += '***';
    }
    return shown;
  };
}

/** A text, and where each of its characters begins in the one that it was read from; its end last. */
interface Reading {
  readonly text: string;
  readonly starts: readonly number[];
}

/** Escapes of addresses, of JSON and scripts, and of HTML, for characters of one unit. */
const escape =
  /%([\da-f]{2})|\\u([\da-f]{4})|\\x([\da-f]{2})|&#x0*([\da-f]{1,4});|&#0*(\d{1,5});|\\([\\/"])/gi;
/** How often one escape may hold another. */
const DEEPEST = 3;

/** A text as it stands, and as it reads once its escapes are resolved, and theirs. */
function* readings(text: string): Iterable<Reading> {
  let reading: Reading = { text, starts: Array.from({ length: text.length + 1 }, (_, i) => i) };
  yield reading;
  for (let depth = 0; depth < DEEPEST && reading.text.search(escape) >= 0; depth++) {
    reading = unescaped(reading);
    yield reading;
  }
}

function unescaped({ text, starts }: Reading): Reading {
  let read = '';
  const from: number[] = [];
  let at = 0;
  const upTo = (end: number): void => {
    read += text.slice(at, end);
    for (; at < end; at++) from.push(starts[at] ?? 0);
  };
  for (const match of text.matchAll(escape)) {
    const [whole, percent, u, x, hexadecimal, decimal, itself] = match;
    upTo(match.index);
    const hex = percent ?? u ?? x ?? hexadecimal;
    read += itself ?? String.fromCharCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    from.push(starts[at] ?? 0);
    at += whole.length;
  }
  upTo(text.length);
  return { text: read, starts: [...from, starts[text.length] ?? 0] };
}

/** How many characters of a form in a row give it away. */
const partLength = ({ length }: string): number => Math.min(RUN, Math.max(SHORTEST, Math.ceil(length / 2)));

/** Lower case that leaves every character where it was. */
const lowerCase = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** A header's value, its words, and what stands in them in base64, as the user and password of “Basic”. */
function wordsOf(secret: string): string[] {
  const words = [...secret.split(/\s+/), ...secret.split(/[\s,;="']+/)].filter(
    (word) => word.length >= SHORTEST && !SCHEMES.test(word),
  );
  const decoded = words.flatMap((word) => {
    if (!/^[\w+/-]{8,}=*$/.test(word)) return [];
    const text = Buffer.from(word, 'base64').toString('utf8');
    return /^[\x20-\x7e]+$/.test(text) ? [text, ...text.split(':')] : [];
  });
  return [...words, ...decoded].filter((word) => word.length >= SHORTEST);
}

/** How a word can look in an answer, in lower case. */
function formsOf(word: string): string[] {
  const bytes = Buffer.from(word);
  const base64 = [0, 1, 2].flatMap((before) => {
    // A word inside a longer text begins at any of three places of a group; what neighbours share with it is left out.
    const all = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const end = all.slice([0, 2, 3][before]);
    const inside = (before + bytes.length) % 3 === 0 ? end : end.slice(0, -1);
    return [end, inside].flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]);
  });
  return [word, encodeURIComponent(word), bytes.toString('hex'), ...base64].map(lowerCase);
}
