import type { Reader } from '../../model/access/right.ts';

/** The account that a reader is signed in with; whoever has the right to it has one. */
export function signedInAs(reader: Reader): number {
  if (reader.kind === 'account') return reader.id;
  throw new Error('an address of one’s own account was answered without one');
}
