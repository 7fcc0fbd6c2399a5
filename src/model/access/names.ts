import { characters, escaped } from '../characters.ts';
import { wrongUse } from '../errors.ts';

const LONGEST_NAME = 32;

/** Names that read alike are one: compatibility forms and case do not tell them apart. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase();

/** The name of an account (登录名) or of a key: a code name, no personal one. Throws a Mistake that names the field. */
export function checkedName(given: string, field: string): string {
  const name = given.normalize('NFKC').trim();
  if (
    /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name) &&
    // Some letters fill a place and are not seen.
    !/\p{Default_Ignorable_Code_Point}/u.test(name) &&
    characters(name) >= 2 &&
    characters(name) <= LONGEST_NAME
  )
    return name;
  const shown = escaped(Array.from(name).slice(0, LONGEST_NAME).join(''));
  throw wrongUse(
    `${field} = “${shown}”：须为 2 到 ${String(LONGEST_NAME)} 个字符，只用文字、数字、点、下划线和连字符，以文字或数字开头`,
    `${field} = “${shown}”: must have 2 to ${String(LONGEST_NAME)} characters, letters, digits, dots, underscores and hyphens only, and begin with a letter or digit`,
  );
}
