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
