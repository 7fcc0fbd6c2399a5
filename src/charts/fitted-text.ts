/** How wide words are, so that a chart knows what fits where it is narrowest. */

/** Ems that a text takes: a Chinese character one, a letter about half of it. */
const emsOf = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 1 : 0.55), 0);

/** A text cut to some ems, with a sign that it was cut. */
export function cutTo(text: string, ems: number): string {
  if (emsOf(text) <= ems) return text;
  const signs = Array.from(text);
  while (signs.length > 0 && emsOf(signs.join('')) > ems - 1) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

/** A text in lines of some ems at most: broken between words, and between any two Chinese characters. */
export function wrappedLines(text: string, ems: number): string[] {
  const lines: string[] = [];
  let line = '';
  // A word that is longer than a line, like a digest, is cut anywhere.
  const word = `[^\\s\\u2e80-\\uffef]{1,${String(Math.floor(ems / 0.55))}}\\s*`;
  for (const piece of text.match(new RegExp(`[\\u2e80-\\uffef]|${word}|\\s+`, 'g')) ?? []) {
    // A mark that closes a clause never begins a line.
    const closes = /^[，。；：、）”》％]/.test(piece);
    if (line !== '' && !closes && emsOf((line + piece).trimEnd()) > ems) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
