import { verdict } from '../model/rectification.ts';
import type { Reference } from '../model/reference.ts';
import { recordFields, type CodeListName } from '../national/fields.ts';
import { itemFields, officeFields } from './register-fields.ts';

interface CodeEntry {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

const entry = (code: string | number, name: string, nameEn: string): CodeEntry => ({
  code: String(code),
  name,
  nameEn,
});

/** The code lists that fields take their values from. */
function codeLists(reference: Reference): Readonly<Record<CodeListName, readonly CodeEntry[]>> {
  return {
    statuses: [entry(1, '待受理', 'Waiting'), entry(2, '已受理', 'Accepted'), entry(3, '已办结', 'Finished')],
    serviceChannels: [entry(1, '线上', 'Online'), entry(2, '线下', 'In person')],
    userTypes: reference.userTypes.map(({ code, name, nameEn }) => entry(code, name, nameEn)),
    certificateTypes: [
      entry('111', '居民身份证', 'Resident identity card'),
      entry('001', '统一社会信用代码', 'Unified social credit code'),
    ],
    itemTypes: reference.itemTypes.map(({ code, name, nameEn }) => entry(code, name, nameEn)),
    handlings: [entry(1, '即办件', 'Done on the spot'), entry(2, '承诺件', 'Within a promised time')],
    // A record names its stage in words.
    stages: reference.stages.map(({ name, nameEn }) => entry(name, name, nameEn)),
    levels: reference.levels.map(({ level, name, nameEn }) => entry(level, name, nameEn)),
    tags: reference.tags.map(({ code, name, nameEn }) => entry(code, name, nameEn)),
    channels: reference.channels.map(({ code, name, nameEn }) => entry(code, name, nameEn)),
    yesNo: [entry(0, '否', 'No'), entry(1, '是', 'Yes')],
    assessNumbers: [entry(1, '首次评价', 'First rating'), entry(2, '追评', 'Additional rating')],
    verdicts: [
      entry(verdict.upheld, '属实', 'Upheld'),
      entry(verdict.mistaken, '误评', 'Mistaken'),
      entry(verdict.malicious, '不实（经复核认定）', 'Untrue (found on review)'),
      entry(verdict.withdrawn, '已撤回', 'Withdrawn'),
    ],
    callbackLevels: [entry(0, '不满意', 'Not satisfied'), entry(1, '满意', 'Satisfied')],
  };
}

const requestFields = [
  {
    name: 'appMark',
    nameZh: '应用标识',
    type: 'text',
    about: { zh: '恒为虚构标识', en: 'always a made-up mark' },
  },
  {
    name: 'time',
    nameZh: '发送时间',
    type: 'text',
    format: 'yyyyMMddHHmmss',
    about: { zh: '所含记录的最晚时间', en: 'latest time of its records' },
  },
  {
    name: 'sign',
    nameZh: '签名',
    type: 'text',
    format: '64',
    about: {
      zh: '虚构：SHA-256(time + appMark + 模拟数据)，非真实平台的 SM2 签名，无密钥',
      en: 'made up: SHA-256 of time + appMark + 模拟数据, in hexadecimal; not the SM2 sign of a real platform, no key',
    },
  },
  {
    name: 'params',
    nameZh: '记录',
    type: 'list',
    format: '1–200',
    about: { zh: '同一步骤的记录', en: 'records of one step' },
  },
];

/** The data dictionary of an export: every field of every kind of line, and the code lists. */
export const dictionaryOf = (reference: Reference) => ({
  lines: { office: officeFields, item: itemFields, ...recordFields, request: requestFields },
  codeLists: codeLists(reference),
});
