const HERE = 'http://here';

/** An address of this site, as it was given; that of the first page for any other. */
export function localAddress(given: string): string {
  // Browsers take a backslash for a slash, and leave out what cannot be seen.
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(given) || given.includes('\\')) return '/';
  return URL.canParse(given, HERE) && new URL(given, HERE).origin === HERE ? given : '/';
}
