import { characters } from '../characters.ts';
import { Mistake } from '../errors.ts';
import { nameKey } from './names.ts';

export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 128;
const FEWEST_CHARACTERS = 5;

/** What many people take where twelve characters are asked for. */
const common = [
  'password',
  'passw0rd',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  '1q2w3e4r',
  '1qaz2wsx',
  'iloveyou',
  'letmein',
  'welcome',
  'administrator',
  'admin',
  'haochaping',
  'changeme',
  '123456789',
  '987654321',
  'abcdefgh',
  'abcd1234',
  'woaini',
  '5201314',
];

const fault = (zh: string, en: string): Mistake => new Mistake({ zh, en });

/** What is left where parts that everybody guesses are taken away. */
function withoutGuessed(password: string, name: string): string {
  return [nameKey(name), ...common]
    .filter((part) => part !== '')
    .reduce((rest, part) => rest.split(part).join(''), nameKey(password));
}

/** Refuses a password that is easily guessed; any characters are welcome, and none is asked for. The value is never quoted. */
export function checkPassword(password: string, name: string): void {
  const length = characters(password);
  if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
    throw fault(
      `密码：须有 ${String(SHORTEST_PASSWORD)} 到 ${String(LONGEST_PASSWORD)} 个字符`,
      `password: must have ${String(SHORTEST_PASSWORD)} to ${String(LONGEST_PASSWORD)} characters`,
    );
  }
  if (new Set(password).size < FEWEST_CHARACTERS) {
    throw fault(
      `密码：须有至少 ${String(FEWEST_CHARACTERS)} 个不同的字符`,
      `password: must have at least ${String(FEWEST_CHARACTERS)} different characters`,
    );
  }
  if (withoutGuessed(password, name).length < SHORTEST_PASSWORD / 2) {
    throw fault(
      '密码：几乎全由登录名或常见密码组成，容易被猜中；请用几个不相关的词',
      'password: little else than the sign-in name or a common password, which is easily guessed; take some words that do not belong together',
    );
  }
}
