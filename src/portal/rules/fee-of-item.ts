import type { SiteItem } from '../site-unit.ts';

/** What is paid for an item in yuan a case, by words in its name: of the order of what is usual, an assumption. Of the others nothing is paid. */
const fees: readonly (readonly [name: RegExp, yuan: number])[] = [
  [/护照/, 120],
  [/通行证/, 60],
  [/临时居民身份证/, 10],
  [/身份证补/, 40],
  [/身份证/, 20],
  [/机动车检验/, 0],
  [/机动车驾驶证(?!注销)/, 10],
  [/机动车(注册|转让)登记/, 15],
  [/不动产.*(注销|查封|资料)/, 0],
  [/不动产|房屋所有权|建筑物所有权|抵押权/, 80],
  [/公证办理/, 200],
  [/(占用|挖掘)城市道路/, 50],
  [/考试|测试报名|资格报名/, 50],
  [/专业技术人员职称评审申报/, 100],
];

/** The fee of an item in yuan a case; 0 where none is charged. */
export const feeOfItem = ({ name }: Pick<SiteItem, 'name'>): number => {
  if (/查询|打印/.test(name)) return 0;
  return fees.find(([words]) => words.test(name))?.[1] ?? 0;
};
