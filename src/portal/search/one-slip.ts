/** Shortest word in which a slip leaves something to recognise. */
const LONG_ENOUGH = 4;

/** True of two words that differ by one letter put in, left out or wrong, or by two neighbours in the wrong order. */
export function isOneSlipAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < LONG_ENOUGH || long.length > short.length + 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = long.slice(at + 1);
  if (long.length > short.length) return short.slice(at) === rest;
  const isSwapped =
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === rest.slice(1);
  return short.slice(at + 1) === rest || isSwapped;
}
