/** Remembers what was made last for each key, so many of them: the longest known goes first. */
export function remember<T>(most: number): (key: string, make: () => T) => T {
  const known = new Map<string, { readonly value: T }>();
  return (key, make) => {
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = make();
    known.set(key, { value });
    const oldest = known.keys().next();
    if (known.size > most && oldest.done !== true) known.delete(oldest.value);
    return value;
  };
}
