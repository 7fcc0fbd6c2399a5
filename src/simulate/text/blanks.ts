import { faker } from '@faker-js/faker/locale/zh_CN';
import type { Chooser } from './chooser.ts';
import type { Blank, Phrase } from './phrase.ts';
import type { RatedCase } from './rated-case.ts';
import { anyItem, spokenItem } from './spoken-item.ts';

/** Family names only: no text names a person. */
const familyNames: readonly string[] = faker.rawDefinitions.person?.last_name?.generic ?? ['王', '李', '张'];

const addresses = ['{}老师', '{}师傅', '{}同志', '小{}', '{}姐', '{}科长', '姓{}的同志'] as const;
const staff: readonly (readonly string[])[] = [
  ['客服', '审核人员', '后台', '在线客服', '审核的人', '工作人员'],
  ['窗口人员', '工作人员', '办事员', '窗口的人', '导办', '前台'],
  ['接线员', '话务员', '接电话的人', '客服', '工作人员'],
];
const longWaits = [
  '半个多小时',
  '40多分钟',
  '一个小时',
  '一个多小时',
  '1个半小时',
  '两个小时',
  '2个多小时',
  '快三个小时',
  '大半天',
  '50分钟',
];
const shortWaits = ['几分钟', '五分钟', '十分钟', '10来分钟', '一刻钟', '不到10分钟', '8分钟', '20分钟'];
const bureausOnline = ['平台', '网上大厅', '政务网', '小程序', '系统'];
const bureausByCall = ['热线', '咨询电话'];

const numerals = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A number as people write it: in digits, or a small one in characters. */
function number(n: number, chooser: Chooser): string {
  const numeral = numerals[n];
  return numeral !== undefined && chooser.happens(0.4) ? numeral : String(n);
}

/** What the phrases of one text have in common besides the case. */
export interface Said {
  readonly bad: boolean;
  /** True where the text has named the item before. */
  readonly named: boolean;
  /** A number that chooses whom and which office the text speaks of, the same ones all through. */
  readonly whom: number;
}

const entry = (list: readonly string[], n: number): string => list[n % list.length] ?? '';

/** What stands in a blank. */
function contentOf(blank: Blank, rated: RatedCase, { bad, named, whom }: Said, chooser: Chooser): string {
  const { item } = rated;
  const spoken = item === undefined ? anyItem : spokenItem(item);
  switch (blank) {
    case 'item':
      return chooser.oneOf((named ? anyItem : spoken).names);
    case 'deed':
      return chooser.oneOf((named ? anyItem : spoken).deeds);
    case 'paper':
    case 'otherPaper': {
      // The two of one phrase are never the same: each has a half of the list.
      const half = spoken.papers.length >> 1;
      const at = chooser.below(half);
      return spoken.papers[blank === 'paper' ? at : half + at] ?? '材料';
    }
    case 'bureau':
      return entry([bureausOnline, spoken.bureaus, bureausByCall][rated.place] ?? spoken.bureaus, whom);
    case 'staff':
      return chooser.oneOf(staff[rated.place] ?? []);
    case 'name':
      return entry(addresses, whom).replace('{}', entry(familyNames, whom >> 4));
    case 'wait':
      return chooser.oneOf(bad ? longWaits : shortWaits);
    case 'few':
      return number(2 + chooser.below(4), chooser);
    case 'days':
      return number(rated.days, chooser);
    case 'promised':
      return number(rated.promised, chooser);
    case 'supplements':
      return number(rated.supplements, chooser);
    case 'visits':
      return number(rated.services, chooser);
    case 'window':
      return String(rated.window);
  }
}

/** A phrase with its blanks filled. */
export function filled({ texts, blanks }: Phrase, rated: RatedCase, said: Said, chooser: Chooser): string {
  let text = texts[0] ?? '';
  blanks.forEach((blank, i) => {
    text += contentOf(blank, rated, said, chooser) + (texts[i + 1] ?? '');
  });
  return text;
}
