import type { Bilingual } from '../model/language.ts';
import type { ItemLine, OfficeLine } from '../model/register.ts';

/** A field of a line of register.ndjson: a row of the data dictionary. All are required. */
export interface RegisterField<Name extends string> {
  readonly name: Name;
  readonly nameZh: string;
  readonly type: 'text' | 'number' | 'boolean' | 'list' | 'object';
  readonly format?: string;
  readonly about: Bilingual;
}

type Row<Name extends string> = readonly [
  name: Name,
  nameZh: string,
  type: RegisterField<Name>['type'],
  zh: string,
  en: string,
  format?: string,
];

const fieldsOf = <Name extends string>(rows: readonly Row<Name>[]): readonly RegisterField<Name>[] =>
  rows.map(([name, nameZh, type, zh, en, format]) => ({
    name,
    nameZh,
    type,
    ...(format === undefined ? {} : { format }),
    about: { zh, en },
  }));

/** An office (办事机构). */
export const officeFields = fieldsOf<keyof OfficeLine>([
  ['kind', '行类型', 'text', '恒为 office', 'always office'],
  ['code', '机构代码', 'text', '统一社会信用代码（虚构）', 'social credit code (invented)', '18'],
  ['name', '机构名称', 'text', '以“（模拟）”结尾', 'ends in “（模拟）”', '≤ 200'],
  ['nameEn', '英文名称', 'text', '英文名称', 'name in English'],
  ['unit', '单位', 'text', '所属参评单位', 'code of the assessed unit it belongs to', '6'],
  ['department', '部门', 'text', '部门代号', 'key of the department'],
  ['profile', '地方规则', 'text', '适用的地方规则', 'rule profile it follows'],
]);

/** An item as implemented by one office (实施事项). */
export const itemFields = fieldsOf<keyof ItemLine>([
  ['kind', '行类型', 'text', '恒为 item', 'always item'],
  [
    'taskCode',
    '实施编码',
    'text',
    '机构代码、行使层级、基本编码',
    'office, exercise level and basic code',
    '31',
  ],
  ['office', '实施机构', 'text', '机构代码', 'code of the office', '18'],
  ['name', '事项名称', 'text', '中文名称', 'name in Chinese', '≤ 200'],
  ['nameEn', '英文名称', 'text', '英文名称', 'name in English'],
  ['taskType', '事项类型', 'text', '见 codeLists.itemTypes', 'see codeLists.itemTypes'],
  [
    'handling',
    '办件类型',
    'text',
    'instant 即办件，promise 承诺件',
    'done on the spot, or within a promised time',
  ],
  ['statutoryDays', '法定时限', 'number', '工作日，0 为无', 'working days, 0 = none'],
  ['promisedDays', '承诺时限', 'number', '工作日，0 为无', 'working days, 0 = none'],
  ['visits', '到现场次数', 'number', '办事指南要求的次数', 'visits that the guide asks for'],
  ['depth', '网上办理深度', 'number', '代码；5 及以上为全程网办', '5 and above: wholly online', '1–7'],
  ['channels', '办理渠道', 'list', '评价渠道代码，见 codeLists.channels', 'codes of codeLists.channels'],
  ['published', '已发布', 'boolean', '可在平台办理', 'offered through the platform'],
  ['crossRegion', '跨省（跨区域）通办', 'boolean', '可异地办理', 'can be handled from another region'],
  ['guide', '办事指南', 'object', '五组要素：[准确数, 总数]', 'five groups of elements: [right, all]'],
  [
    'tier',
    '办理层级',
    'number',
    '可办理的最低层级：1 省，2 市，3 县，4 乡镇（街道），5 村（社区）；可缺',
    'lowest level that handles it: 1 province, 2 city, 3 county, 4 township, 5 village; may be absent',
    '1–5',
  ],
  [
    'entrance',
    '统一入口',
    'boolean',
    '经统一入口一次登录可达；可缺',
    'reached through the unified entrance; may be absent',
  ],
  [
    'licence',
    '电子证照',
    'boolean',
    '结果证照可电子亮证、核验；可缺',
    'its licence can be shown electronically; may be absent',
  ],
  [
    'accessible',
    '无障碍服务',
    'boolean',
    '有适老化或无障碍版本；可缺',
    'has an accessible version; may be absent',
  ],
  ['convenience', '便民服务', 'boolean', '属便民服务事项；可缺', 'a service of everyday life; may be absent'],
]);
