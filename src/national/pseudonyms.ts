import { NO_PERSON } from '../model/record/batch.ts';
import { inventedMobileOwner, parseDevice } from '../model/record/identifiers.ts';
import { codeWords } from '../model/record/digest.ts';

/** Numbers that stand for telephones and devices in what is stored. */

/** Number of a rating device or network account: ours are read back, others are hashed above all of ours. */
export function deviceOf(text: string): number {
  if (text === '') return 0;
  const own = parseDevice(text);
  return own > 0 ? own : hashed(`device:${text}`);
}

/** Pseudonymous number of a telephone's owner: ours are read back, others are hashed, so that no number is stored. */
export function raterOf(text: string): number {
  if (text === '') return NO_PERSON;
  const own = inventedMobileOwner(text);
  return own >= 0 ? own : hashed(`mobile:${text}`);
}

/** What senders enter where there is no telephone: 0, and eleven times the same digit. */
const placeholders = ['0', ...Array.from('0123456789', (digit) => digit.repeat(11))];

/** The numbers that stored records have in place of the owner where the telephone is a placeholder. */
export const placeholderTelephoneNumbers = (): ReadonlySet<number> => new Set(placeholders.map(raterOf));

/** A text as a number of 31 bits, whose top bit is set: no number of ours lies there by chance but rarely. */
function hashed(text: string): number {
  const [word] = codeWords(text);
  return (word >>> 1) | 0x4000_0000;
}
