import type { Bilingual } from '../../../model/language.ts';
import { pointsOfPlace, type AskingWay } from '../../../model/site/asking-ways.ts';
import type { ExerciseBlock } from '../../../model/training/exercise.ts';
import { sameInBoth } from '../figures/printed.ts';

export const WRONG_PLACE = 1;
export const WRONG_FIGURE = 2;
export const MISSED_ENTRY = 2;
export const WRONG_ENTRY = 1;

export const wayNames: Readonly<Record<AskingWay, Bilingual>> = {
  standard: { zh: '标准名称', en: 'standard name' },
  common: { zh: '口语名称', en: 'common name' },
  typing: { zh: '输入有误', en: 'typing error' },
  need: { zh: '一句话需求', en: 'need in a sentence' },
};

const bands: readonly (readonly [place: number, name: Bilingual])[] = [
  [1, { zh: '第 1 条', en: 'place 1' }],
  [2, { zh: '第 2、3 条', en: 'places 2 and 3' }],
  [4, { zh: '第 4 至 10 条（第一页的其余）', en: 'places 4 to 10, the rest of page one' }],
  [11, { zh: '第 11 至 20 条（第二页）', en: 'places 11 to 20, page two' }],
  [0, { zh: '前两页没有，名次记 0', en: 'not on two pages, place 0' }],
];

export const searchRulesAndCosts: readonly ExerciseBlock[] = [
  { kind: 'heading', text: { zh: '抽查规则', en: 'Rules' } },
  {
    kind: 'list',
    items: [
      {
        zh: '每次查询看结果的前两页，每页 10 条。正确结果：名称与要找的事项相同、由同一机构办理的那一条。',
        en: 'Two pages of 10 hits count for each query. The right hit has the name of the item that is looked for and the same office.',
      },
      {
        zh: '同一对象的别的事项（变更、换发、补领、延续、注销、查询等）不是正确结果，只差几个字的也不是。',
        en: 'Other items of the same subject (change, renewal, replacement, cancellation, enquiry) are not right, however few words differ.',
      },
      {
        zh: '名次是正确结果在两页中的位置，1 至 20；没有的记 0。得分由名次按下表得出。',
        en: 'The place is the position of the right hit on the two pages, 1 to 20, and 0 where there is none. Points follow from the place.',
      },
      {
        zh: '日志的一条记录，名次和得分都与结果列表相符才算相符，有一项不符就是错的。四分之一左右的日志没有错。',
        en: 'An entry of a log agrees when both place and points do. About a quarter of the logs have no wrong entry.',
      },
    ],
  },
  {
    kind: 'table',
    caption: { zh: '名次与得分（本项目设定）', en: 'Places and points (set by this project)' },
    columns: [{ name: { zh: '名次', en: 'Place' } }, { name: { zh: '得分', en: 'Points' }, isNumber: true }],
    rows: bands.map(([place, name]) => [name, sameInBoth(String(pointsOfPlace(place)))]),
  },
  {
    kind: 'table',
    caption: { zh: '代价', en: 'Costs' },
    columns: [{ name: { zh: '情形', en: 'Case' } }, { name: { zh: '代价', en: 'Cost' }, isNumber: true }],
    rows: [
      [{ zh: '名次记错，每个', en: 'Wrong place, each' }, sameInBoth(String(WRONG_PLACE))],
      [{ zh: '合计的数错', en: 'Wrong figure' }, sameInBoth(String(WRONG_FIGURE))],
      [
        { zh: '日志中错的记录没有指出，每条', en: 'Wrong entry of the log not named, each' },
        sameInBoth(String(MISSED_ENTRY)),
      ],
      [
        { zh: '指出的记录没有错，每条', en: 'Entry named that agrees, each' },
        sameInBoth(String(WRONG_ENTRY)),
      ],
    ],
  },
  {
    kind: 'list',
    items: [
      {
        zh: `错的记录没有指出，记 ${String(MISSED_ENTRY)}：错的数进入评估结果，复核也没有拦住。`,
        en: `A wrong entry not named, ${String(MISSED_ENTRY)}: it enters the result although somebody checked it.`,
      },
      {
        zh: '既选“没有”又选记录，互相矛盾，“没有”按指错一条计。',
        en: 'To choose “none” beside an entry contradicts itself: it costs as an entry that agrees.',
      },
    ],
  },
];
