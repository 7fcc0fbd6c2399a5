import { codeLists } from '../model/codes.ts';
import type { Reference } from '../model/reference.ts';
import { recordFields } from '../national/fields.ts';
import { itemFields, officeFields } from './register-fields.ts';

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
