import { characters } from '../../model/characters.ts';
import type { Chooser } from './chooser.ts';

/** How people type: what stands between and after clauses, and slips of the keyboard. */

/** Longest text of the interface, in characters. */
const LONGEST_TEXT = 150;
/** A slip of the keyboard, where the text has room for one. */
const SLIP = 0.07;

/** What a pinyin keyboard offers in the place of another word. */
const slips: readonly (readonly [meant: string, typed: string])[] = [
  ['再跑', '在跑'],
  ['已经', '以经'],
  ['排队', '排对'],
  ['安排', '按排'],
  ['登录', '登陆'],
  ['的时候', '得时候'],
  ['办得', '办的'],
  ['等得', '等的'],
  ['做', '作'],
  ['账', '帐'],
  ['麻烦', '麻凡'],
  ['效率', '效律'],
  ['耽误', '担误'],
  ['复印', '付印'],
  ['材料', '才料'],
  ['服务', '服物'],
  ['提交', '题交'],
  ['工作人员', '工做人员'],
];

const FULL = ['，', '。'] as const;
/** Marks between clauses and at the end, with their weights in hundredths. */
const habits: readonly (readonly [weight: number, between: string, end: string])[] = [
  [40, ...FULL],
  [27, '，', ''],
  [8, ' ', ''],
  [7, ',', ''],
  [5, '，', '！'],
  [4, '。', '。'],
  [3, '，，', '。。'],
  [3, ',', '.'],
  [2, '，', '……'],
  [1, '、', ''],
];

const badEnds = ['！', '！！', '！！！', '？？', '😡', '。。。'];
const goodEnds = ['！', '！！', '～', '👍', '👍👍', '🌹', '^_^', '。'];
/** Some people end with more than a full stop; more of those who feel strongly do. */
const ENDS_STRONGLY = 0.12;

/** The clauses that fit into a text, typed as one habit types them; `strong` is 1 or 5 where one may end as strongly as that. */
export function typed(clauses: readonly string[], strong: 0 | 1 | 5, chooser: Chooser): string {
  let choice = chooser.below(100);
  const [, between, end] = habits.find(([weight]) => (choice -= weight) < 0) ?? [0, ...FULL];
  const last =
    strong > 0 && chooser.happens(ENDS_STRONGLY) ? chooser.oneOf(strong === 1 ? badEnds : goodEnds) : end;
  let text = '';
  for (const clause of clauses) {
    const longer = text === '' ? clause : text + between + clause;
    if (characters(longer) + last.length > LONGEST_TEXT) continue;
    text = longer;
  }
  if (chooser.happens(SLIP)) text = slipped(text, chooser);
  return text + last;
}

/** The text with one slip: another word of the same sound, or a character twice. */
function slipped(text: string, chooser: Chooser): string {
  const found = slips.filter(([meant]) => text.includes(meant));
  const slip = found[chooser.below(found.length)];
  if (slip !== undefined) return text.replace(slip[0], slip[1]);
  const at = chooser.below(text.length);
  // A digit typed twice would be another number.
  const doubles = text.length < LONGEST_TEXT / 2 && !/\d/.test(text.charAt(at));
  return doubles ? text.slice(0, at + 1) + text.slice(at) : text;
}
