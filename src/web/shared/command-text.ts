import path from 'node:path';

/** Commands that a page prints: what is copied from it works where the server was started. */

/** A file as it is called in the folder where the server was started. */
export const fileFromHere = (file: string): string => path.relative('', file);

/** A command with its options, ready to be pasted. */
export const commandText = (command: string, options: Readonly<Record<string, string | number>>): string =>
  [
    'npx haochaping',
    command,
    ...Object.entries(options).map(([name, value]) => `--${name} ${quoted(value)}`),
  ].join(' ');

/** As one word of a shell. */
const quoted = (value: string | number): string =>
  /^[\w./+-]+$/.test(String(value)) ? String(value) : `'${String(value).replaceAll("'", `'\\''`)}'`;
