import { faker } from '@faker-js/faker/locale/zh_CN';
import { HALL } from '../world/tables.ts';

/** Phrases of short comments, by level: how it was, and what about. Composed, never copied from a real comment. */
const openings: Record<number, readonly string[]> = {
  1: ['非常失望', '跑了好几趟', '等了太久', '一直没人处理', '体验很差'],
  2: ['不太满意', '有点折腾', '没说清楚', '流程不顺', '需要改进'],
  3: ['总体还行', '基本顺利', '中规中矩', '可以接受', '还算方便'],
  4: ['比较满意', '挺方便的', '办得不错', '服务挺好', '比以前快'],
  5: ['非常满意', '办得很快', '一次就办好了', '特别方便', '服务周到'],
};

const subjects: readonly (readonly string[])[] = [
  ['网上提交', '系统页面', '办理进度', '材料上传', '结果反馈'],
  ['窗口{}老师', '叫号排队', '导办{}师傅', '现场材料', '取件'],
];

const verdicts: Record<number, readonly string[]> = {
  1: ['完全没有解决问题', '要求与指南不一致', '超过了承诺时间', '来回要材料'],
  2: ['说明不够清楚', '还要再跑一趟', '比预计慢', '多次要求补充'],
  3: ['一般', '没有大问题', '按时完成', '和说明一致'],
  4: ['清楚明白', '态度好', '节省时间', '希望保持'],
  5: ['耐心细致', '解答清楚', '很省心', '点赞', '当天就有结果'],
};

/** Different comments a level and place have. */
const POOL = 512;

const pools = new Map<number, readonly string[]>();

/** A short comment that fits a level (1..5) and a place; the same for the same word. */
export function comment(level: number, place: number, word: number): string {
  const which = place * 6 + level;
  let pool = pools.get(which);
  if (!pool) {
    pool = makePool(level, place);
    pools.set(which, pool);
  }
  return pool[word & (POOL - 1)] ?? '';
}

/** Composes the comments of a level and place, always the same ones. */
function makePool(level: number, place: number): readonly string[] {
  faker.seed(place * 6 + level);
  const pick = (list: readonly string[] | undefined): string => faker.helpers.arrayElement(list ?? ['']);
  return Array.from({ length: POOL }, () => {
    const subject = pick(subjects[place === HALL ? 1 : 0]).replace('{}', () => faker.person.lastName());
    return `${pick(openings[level])}，${subject}${pick(verdicts[level])}。`;
  });
}
