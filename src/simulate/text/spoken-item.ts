import type { Item } from '../../model/reference.ts';
import { officeSpeech, type OfficeSpeech } from './offices.ts';

/** How people speak of an item: what it is called, and what one says one came for. */
export interface SpokenItem extends OfficeSpeech {
  readonly names: readonly string[];
  readonly deeds: readonly string[];
}

/** Official words and what people say instead; longer ones come first. */
const shorter: readonly (readonly [string, string])[] = [
  ['国有建设用地使用权及房屋所有权转移登记', '房产过户'],
  ['建筑物所有权登记', '房产登记'],
  ['基本养老保险关系', '养老关系'],
  ['基本医疗保险关系', '医保关系'],
  ['城乡居民基本医疗保险', '居民医保'],
  ['城乡居民养老保险', '居民养老'],
  ['基本医疗保险', '医保'],
  ['社会保险待遇领取资格认证', '养老资格认证'],
  ['机动车检验合格标志', '年检标志'],
  ['机动车驾驶证', '驾驶证'],
  ['社会保障卡', '社保卡'],
  ['社会保险', '社保'],
  ['住房公积金', '公积金'],
  ['居民身份证', '身份证'],
  ['最低生活保障', '低保'],
  ['个体工商户', '个体户'],
  ['往来港澳通行证', '港澳通行证'],
  ['民办非企业单位', '民非'],
  ['不动产', '房产'],
  ['存量房', '二手房'],
  ['机动车', '车辆'],
];

/** Endings of names that people turn round: 社保卡申领 is 领社保卡. */
const turned: readonly (readonly [ending: string, verb: string])[] = [
  ['补领换领', '补办'],
  ['申领', '领'],
  ['换领', '换'],
  ['补领', '补'],
  ['补证', '补办'],
  ['期满换证', '换'],
  ['签发', '办'],
  ['核发', '领'],
  ['提取', '提'],
  ['查询', '查'],
  ['打印', '打印'],
  ['开具', '开'],
  ['给付', '申请'],
  ['支付', '领'],
  ['申请', '申请'],
  ['办理', '办'],
];

function spoken({ name, department }: Item): SpokenItem {
  const short = shorter.reduce((text, [official, said]) => text.replace(official, said), name);
  const ending = turned.find(([last]) => short.endsWith(last) && short.length > last.length + 1);
  const thing = ending === undefined ? short : short.slice(0, -ending[0].length);
  const deeds = ending === undefined ? [] : [`${ending[1]}${thing}`];
  return {
    ...officeSpeech(department, name),
    names: name === short ? [name] : [short, short, name],
    deeds: [...deeds, `办${short}`, `办理${short}`],
  };
}

const known = new WeakMap<Item, SpokenItem>();

/** How people speak of this item: worked out once. */
export function spokenItem(item: Item): SpokenItem {
  let way = known.get(item);
  if (way === undefined) {
    way = spoken(item);
    known.set(item, way);
  }
  return way;
}

/** An item that was named before, or is not known. */
export const anyItem: SpokenItem = {
  ...officeSpeech('', ''),
  names: ['这件事', '业务', '这事'],
  deeds: ['办事', '办业务', '办这个'],
};
