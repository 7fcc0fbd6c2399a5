/** Columns of a terminal that a text takes: Chinese characters and full-width signs are two wide. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  return width;
}

/** The blocks of East Asian Wide and Fullwidth characters (Unicode Standard Annex 11) that our texts use. */
const isWide = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0xffe0 && code <= 0xffe6) ||
  (code >= 0x20000 && code <= 0x3fffd);

/** A text with spaces behind it (or, for figures, before it) up to a width. */
export const padTo = (text: string, width: number, side: 'left' | 'right' = 'left'): string => {
  const spaces = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return side === 'left' ? text + spaces : spaces + text;
};

/** A word, or one Chinese character; brackets and stops stay with their neighbour. */
const PIECE = /\s*[（［]?(?:[\u2e80-\uffef]|[^\s\u2e80-\uffef]+)[，。；：、）］！？]*/g;

/** Breaks a text into lines of at most a width: at spaces, and between Chinese characters, which have none. */
export function wrapTo(text: string, width: number): string {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const piece of paragraph.match(PIECE) ?? []) {
      if (line !== '' && displayWidth(line) + displayWidth(piece) > width) {
        lines.push(line);
        line = piece.trimStart();
      } else line += piece;
    }
    lines.push(line);
  }
  return lines.join('\n');
}
