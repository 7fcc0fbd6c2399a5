/** Runs of so many characters of a secret count as a part of it. */
const RUN = 8;
/** Shorter words are no secrets: to blot them out would blot out everything. */
const SHORTEST = 4;

/** Words that say how a header authorises; they are no secrets. */
const SCHEMES = /^(basic|bearer|digest|token|apikey|api-key|negotiate)$/i;

/**
 * Takes secrets out of text that others wrote: whole or cut, each word of them, and in base64 or percent-encoding.
 * Upper and lower case are taken for one.
 */
export function withoutSecrets(secrets: readonly string[]): (text: string) => string {
  const forms = new Set(secrets.flatMap(wordsOf).flatMap(formsOf));
  const short = [...forms].filter((form) => form.length >= SHORTEST && form.length < RUN);
  const runs = new Set<string>();
  for (const form of forms) {
    for (let i = 0; i + RUN <= form.length; i++) runs.add(form.slice(i, i + RUN));
  }
  return (text) => {
    const lower = lowerCase(text);
    const hidden = new Uint8Array(lower.length);
    for (let i = 0; i + RUN <= lower.length; i++) {
      if (runs.has(lower.slice(i, i + RUN))) hidden.fill(1, i, i + RUN);
    }
    for (const form of short) {
      for (let i = lower.indexOf(form); i >= 0; i = lower.indexOf(form, i + 1))
        hidden.fill(1, i, i + form.length);
    }
    let shown = '';
    for (let i = 0; i < text.length; i++) {
      if (hidden[i] !== 1) shown += text[i] ?? '';
      else if (hidden[i - 1] !== 1) shown += '***';
    }
    return shown;
  };
}

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
