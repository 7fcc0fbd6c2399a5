/** Control characters, line ends, what turns the direction of writing, and halves of surrogate pairs: none of them shows itself. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** True of a line of text in which every character shows itself and none moves what stands beside it. */
export const isPlainLine = (text: string): boolean => text.search(UNSEEN) === -1;

/** A text that others wrote, as messages print it: what does not show itself, by its number, as in JSON. */
export const escaped = (text: string): string =>
  text.replace(UNSEEN, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** How many characters a text has: one beyond the basic plane is one, though it takes two code units. */
export function characters(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // The second half of a surrogate pair begins no character.
    if (unit < 0xdc00 || unit > 0xdfff) n++;
  }
  return n;
}
