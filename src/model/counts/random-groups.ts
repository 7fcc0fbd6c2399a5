import type { Office } from '../register.ts';
import { serviceNumberOf } from '../record/key.ts';

/**
 * Random groups (随机组): persons and offices are parted into 32 groups, and counts are kept by group, so that any figure can
 * be computed with one group left out (delete-a-group jackknife).
 */
export const GROUPS = 32;
const GROUP_BITS = 5;

/**
 * The group of a person, from the number that a service carries for them; where it carries none (negative), the group of the
 * case, since nothing else says which services belong together. The number is mixed: neighbours are not alike.
 */
export const personGroup = (person: number, serviceKey: number): number =>
  mixed(person < 0 ? caseWord(serviceKey) : person) >>> (32 - GROUP_BITS);

/** Both words of the key of a case's first service as one. */
function caseWord(serviceKey: number): number {
  const caseKey = serviceKey - serviceNumberOf(serviceKey) + 1;
  return mixed(Math.floor(caseKey / 2 ** 32)) ^ caseKey;
}

/** Spreads a word over all of its bits (the last step of MurmurHash3), one to one. */
function mixed(word: number): number {
  const once = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

/**
 * The group of each office, by its place among the offices of its unit in the register: a unit of up to 32 offices has one
 * in each group. The register only grows at its end, so an office stays in its group.
 */
export function officeGroups(offices: readonly Pick<Office, 'unitIndex'>[]): Uint8Array {
  const ofUnit = new Map<number, number>();
  return Uint8Array.from(offices, ({ unitIndex }) => {
    const before = ofUnit.get(unitIndex) ?? 0;
    ofUnit.set(unitIndex, before + 1);
    return before % GROUPS;
  });
}
