import type { Bilingual } from './language.ts';

/** Why a record is refused: a closed list. Order is the order of the checks; numbers go to the store: append only. */
export const refusalReasons = [
  'malformed',
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
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** 1-based number of a reason in verdict columns and in the store; 0 = accepted. */
export const reasonNumber = (reason: RefusalReason): number => refusalReasons.indexOf(reason) + 1;

export const reasonOf = (number: number): RefusalReason => {
  const reason = refusalReasons[number - 1];
  if (reason === undefined) throw new Error(`no refusal reason ${String(number)}`);
  return reason;
};

/** Verdict of a record that says the same as one already stored: counted, not refused. */
export const DUPLICATE = 254;

/** What each reason says to the sender. */
export const refusalText: Record<RefusalReason, { readonly name: Bilingual; readonly rule: Bilingual }> = {
  malformed: {
    name: { zh: '无法读取', en: 'Not readable' },
    rule: {
      zh: '每行一条 JSON 记录，kind 为 service、rating 或 rectification',
      en: 'one JSON record a line, whose kind is service, rating or rectification',
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
    name: { zh: '校验码错误', en: 'Checksum wrong' },
    rule: {
      zh: '身份证号按 GB 11643、统一社会信用代码按 GB 32100 校验',
      en: 'identity numbers follow GB 11643, social credit codes GB 32100',
    },
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
      zh: '同一（办件编号、服务序号、评价次数）已有内容不同的记录：本次服务已存在评价',
      en: 'a record with the same key and other content is already there',
    },
  },
  orphan: {
    name: { zh: '没有对应的服务数据', en: 'Rating without its service' },
    rule: {
      zh: '评价须有已接收的服务记录，整改须有已接收的差评',
      en: 'a rating needs an accepted service record, a rectification an accepted bad rating',
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
};
