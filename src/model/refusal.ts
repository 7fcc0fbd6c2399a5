import { cannot } from './errors.ts';
import type { Bilingual } from './language.ts';

/** Why a record is refused: a closed list, in the order of the checks. */
export const refusalReasons = [
  'malformed',
  'oversized',
  'ambiguous',
  'ill-formed-text',
  'required',
  'code-list',
  'checksum',
  'unknown-item',
  'case-number',
  'conflict',
  'orphan',
  'time-order',
  'future',
  'tag-fit',
  'bad-without-reason',
  'text-length',
  'not-on-site',
  'double-assessment',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Number of each reason in verdict columns and in the store, where it stays for good; 0 = accepted. */
const numbers: Readonly<Record<RefusalReason, number>> = {
  malformed: 1,
  required: 2,
  'code-list': 3,
  checksum: 4,
  'unknown-item': 5,
  'case-number': 6,
  conflict: 7,
  orphan: 8,
  'time-order': 9,
  future: 10,
  'tag-fit': 11,
  'bad-without-reason': 12,
  'text-length': 13,
  oversized: 14,
  ambiguous: 15,
  'ill-formed-text': 16,
  'not-on-site': 17,
  'double-assessment': 18,
};

export const reasonNumber = (reason: RefusalReason): number => numbers[reason];

export const reasonOf = (number: number): RefusalReason => {
  const reason = refusalReasons.find((one) => numbers[one] === number);
  if (reason === undefined)
    throw cannot(
      `数据库的内容已损坏：没有编号为 ${String(number)} 的拒绝原因`,
      `the database is damaged: there is no refusal reason of number ${String(number)}`,
    );
  return reason;
};

/** A refused record as it is kept. */
export interface RefusedRecord {
  readonly reason: RefusalReason;
  /** What it is; '' where that could not be read. */
  readonly kind: 'service' | 'rating' | 'rectification' | 'assessment' | '';
  readonly field: string;
  /** File or run it came from, and its line (0 where there are no lines). */
  readonly source: string;
  readonly line: number;
  /** The record as it came; of a very long one the beginning. */
  readonly raw: string;
}

/** Refused records by reason. */
export type RefusedByReason = Readonly<Partial<Record<RefusalReason, number>>>;

/** Counts of refused records, summed. */
export function addRefused(one: RefusedByReason, other: RefusedByReason): RefusedByReason {
  const sum = new Map(Object.entries(one));
  for (const [reason, n] of Object.entries(other)) sum.set(reason, (sum.get(reason) ?? 0) + n);
  return Object.fromEntries(sum);
}

/** Verdict of a record that says the same as one already stored: counted, not refused. */
export const DUPLICATE = 254;

/** What is tested of certificate numbers; said in the same words wherever it is said. */
export const certificateRule: Bilingual = {
  zh: '身份证号（111）按 GB 11643 核对校验码和出生日期（1800 年以后、不晚于接收之日），统一社会信用代码（001）按 GB 32100 核对校验码',
  en: 'identity numbers (111) follow GB 11643: check character, and a date of birth from 1800 to the day of collection; social credit codes (001) follow GB 32100: check character',
};

/** What each reason says to the sender. */
export const refusalText: Record<RefusalReason, { readonly name: Bilingual; readonly rule: Bilingual }> = {
  malformed: {
    name: { zh: '无法读取', en: 'Not readable' },
    rule: {
      zh: '每行一条 JSON 记录，kind 为 service、rating 或 rectification，评估记录文件中为 assessment；所读字段须为文字或数字',
      en: 'one JSON record a line, whose kind is service, rating or rectification, or assessment in a file of these; a field that is read holds a text or a number',
    },
  },
  oversized: {
    name: { zh: '超出长度或层数', en: 'Too long or nested too deep' },
    rule: {
      zh: '每行不超过 1,048,576 字节，嵌套不超过 32 层',
      en: 'a line may have 1,048,576 bytes, and 32 levels of nesting',
    },
  },
  ambiguous: {
    name: { zh: '字段重复', en: 'Field given twice' },
    rule: {
      zh: '同一字段在一条记录中只能出现一次',
      en: 'a field may come only once in a record',
    },
  },
  'ill-formed-text': {
    name: { zh: '文字编码不合规', en: 'Text not well formed' },
    rule: {
      zh: '文字须为合规的 Unicode，不得含单独的代理码位（如 \\ud83d）',
      en: 'text must be well-formed Unicode, without half of a surrogate pair (such as \\ud83d)',
    },
  },
  required: {
    name: { zh: '必填项缺失', en: 'Required field missing' },
    rule: {
      zh: '必填项须有值；已受理须有受理时间，已办结须有办结时间；按等级评价的渠道须有满意度；已整改须有研判结论，回访须有时间',
      en: 'a required field must have a value: acceptDate once accepted, resultDate once finished, satisfaction on channels with levels, verdict once rectified, callbackTime of a call-back',
    },
  },
  'code-list': {
    name: { zh: '代码不在代码表', en: 'Code not in its list' },
    rule: {
      zh: '代码须在代码表内；时间为 yyyy-MM-dd HH:mm:ss；服务序号为 1–16',
      en: 'a code must be in its list; times are yyyy-MM-dd HH:mm:ss; service numbers are 1–16',
    },
  },
  checksum: {
    name: { zh: '证件号码错误', en: 'Certificate number wrong' },
    rule: certificateRule,
  },
  'unknown-item': {
    name: { zh: '事项不在清单', en: 'Item not in the register' },
    rule: { zh: '实施编码须在事项清单内', en: 'the task code must be in the item register' },
  },
  'case-number': {
    name: { zh: '办件编号与事项不符', en: 'Case number of another item' },
    rule: {
      zh: '以实施编码开头的办件编号，须与本记录的实施编码一致',
      en: 'a case number that begins with a task code must begin with the one of its record',
    },
  },
  conflict: {
    name: { zh: '主键相同、内容不同', en: 'Same key, other content' },
    rule: {
      zh: '同一（办件编号、服务序号、评价次数），或评估记录的同一（方案、事项、内容、轮次），已有内容不同的记录',
      en: 'a record with the same key and other content is already there',
    },
  },
  orphan: {
    name: { zh: '没有对应的服务数据', en: 'Rating without its service' },
    rule: {
      zh: '评价须有已接收的服务记录，追评须有已接收的首次评价，整改须有已接收的差评',
      en: 'a rating needs an accepted service record, an additional rating an accepted first one, a rectification an accepted bad rating',
    },
  },
  'time-order': {
    name: { zh: '时间倒置', en: 'Times out of order' },
    rule: {
      zh: '受理不晚于办结，服务不晚于评价，评价不晚于上传，差评、联系、整改、回访依次',
      en: 'accepted before finished, served before rated, rated before uploaded; rated, contacted, rectified, called back in this order',
    },
  },
  future: {
    name: { zh: '时间在未来', en: 'Time in the future' },
    rule: { zh: '任何时间不得晚于接收时刻', en: 'no time may lie after the moment of collection' },
  },
  'tag-fit': {
    name: { zh: '标签与满意度等级不符', en: 'Tag does not fit the level' },
    rule: {
      zh: '标签须为现行标签，且属于所选满意度等级',
      en: 'tags must be active ones of the level chosen',
    },
  },
  'bad-without-reason': {
    name: { zh: '差评无理由', en: 'Bad rating without a reason' },
    rule: { zh: '差评（1、2 级）须有标签或文字', en: 'a bad rating (level 1 or 2) needs a tag or a text' },
  },
  'text-length': {
    name: { zh: '文字过长', en: 'Text too long' },
    rule: { zh: '文字评价不超过 150 字', en: 'a text may have 150 characters at most' },
  },
  'not-on-site': {
    name: { zh: '服务网上没有可评估的内容', en: 'Nothing to assess on the site' },
    rule: {
      zh: '评估的事项须已发布，申报体验的事项须网上可办；只评估编号单位和虚构单位',
      en: 'an assessed item must be published, and offered online where its application is assessed; only coded and fictional units are assessed',
    },
  },
  'double-assessment': {
    name: { zh: '复评不成立', en: 'No valid second assessment' },
    rule: {
      zh: '第二轮须有已接收的第一轮，并由另一名评估人员作出',
      en: 'a second round needs an accepted first one, by another evaluator',
    },
  },
};
