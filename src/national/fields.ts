import type { CodeListName } from '../model/codes.ts';
import type { RecordKind } from '../model/record/kind.ts';
import type { Batch } from '../model/record/batch.ts';
import type { Bilingual } from '../model/language.ts';
import { certificateRule } from '../model/refusal.ts';

/** The rows of a kind in a batch. */
export const rowsOf = (batch: Batch, kind: RecordKind): { readonly length: number } =>
  batch[`${kind}s` as const];

/** A field of a record: a row of the data dictionary, and a column of the files. */
export interface RecordField {
  readonly name: string;
  readonly nameZh: string;
  readonly type: 'text' | 'code' | 'time' | 'number';
  readonly codes?: CodeListName;
  readonly format?: string;
  /** When it must have a value, after the checks of collection. */
  readonly required: Bilingual;
  readonly about: Bilingual;
}

const always: Bilingual = { zh: '必填', en: 'always' };
const never: Bilingual = { zh: '可空', en: 'never' };
const TIME = 'yyyy-MM-dd HH:mm:ss';

const field = (
  name: string,
  nameZh: string,
  type: RecordField['type'],
  required: Bilingual,
  about: readonly [zh: string, en: string],
  more: Partial<Pick<RecordField, 'codes' | 'format'>> = {},
): RecordField => ({ name, nameZh, type, required, about: { zh: about[0], en: about[1] }, ...more });

const projectNo = field(
  'projectNo',
  '办件编号',
  'text',
  always,
  [
    '实施编码、日期与六位序号；评价须与其服务数据一致',
    'task code, day and six-digit serial; a rating names that of its service',
  ],
  { format: '≤ 50' },
);
const serviceNumber = field(
  'serviceNumber',
  '服务次数序号',
  'number',
  always,
  ['同一办件的第几次服务', 'nth service of the case'],
  { format: '1–16' },
);
const mobile = (aboutZh: string, aboutEn: string): RecordField =>
  field('mobile', '手机号码', 'text', never, [aboutZh, aboutEn], { format: '11' });
const assessNumber = field(
  'assessNumber',
  '评价次数',
  'number',
  never,
  ['1 首次，2 追评', '1 first, 2 additional'],
  { codes: 'assessNumbers' },
);
const dataSource = field('dataSource', '数据来源', 'text', never, [
  '恒为“模拟数据”',
  'always “模拟数据”: simulated data',
]);

/** Service record (办件/服务信息, step A): every field that is written, in this order. */
const serviceFields: readonly RecordField[] = [
  field('taskCode', '实施编码', 'text', always, ['所办事项', 'the item handled'], { format: '31' }),
  field('taskName', '事项名称', 'text', never, ['与事项清单一致', 'as the register says']),
  field('taskType', '事项类型', 'code', never, ['与事项清单一致', 'as the register says'], {
    codes: 'itemTypes',
  }),
  projectNo,
  field('proStatus', '办件状态', 'code', always, ['服务当时的状态', 'state at the time of the service'], {
    codes: 'statuses',
  }),
  field(
    'orgcode',
    '办理机构代码',
    'text',
    never,
    ['统一社会信用代码（虚构）', 'social credit code (invented)'],
    {
      format: '18',
    },
  ),
  field('orgName', '办理机构名称', 'text', never, ['与事项清单一致', 'as the register says']),
  field('areaCode', '行政区划代码', 'text', never, ['单位代码补零', 'code of the unit, filled with zeros'], {
    format: '12',
  }),
  field(
    'acceptDate',
    '受理时间',
    'time',
    { zh: '已受理、已办结时必填', en: 'when proStatus is 2 or 3' },
    ['北京时间', 'Beijing time'],
    { format: TIME },
  ),
  field(
    'resultDate',
    '办结时间',
    'time',
    { zh: '已办结时必填', en: 'when proStatus is 3' },
    ['不早于受理时间', 'not before acceptDate'],
    { format: TIME },
  ),
  field('userProp', '办理人类型', 'code', always, ['申请人的类型', 'who applied'], { codes: 'userTypes' }),
  field('userName', '办理人姓名', 'text', never, [
    '“模拟用户”或“模拟企业”等加序号',
    '“模拟用户”, or “模拟企业” and the like, and a number',
  ]),
  field('userPageType', '证件类型', 'code', never, [certificateRule.zh, certificateRule.en], {
    codes: 'certificateTypes',
  }),
  field(
    'certKey',
    '证件号码',
    'text',
    always,
    ['虚构，区划 99，不属于任何人', 'invented, area 99: nobody’s'],
    { format: '18' },
  ),
  mobile('虚构，以 10–12 开头', 'invented: begins with 10 to 12'),
  field('serviceName', '服务环节', 'code', always, ['办理环节名称', 'name of the stage'], {
    codes: 'stages',
  }),
  serviceNumber,
  field(
    'serviceTime',
    '服务时间',
    'time',
    always,
    ['决定该记录计入哪一天', 'decides which day the record counts for'],
    { format: TIME },
  ),
  field('proChannel', '申报渠道', 'code', always, ['线上或线下', 'online or in person'], {
    codes: 'serviceChannels',
  }),
  field('projectType', '办件类型', 'code', never, ['与事项清单一致', 'as the register says'], {
    codes: 'handlings',
  }),
  dataSource,
];

/** Rating (评价, step B): every field that is written, in this order. */
const ratingFields: readonly RecordField[] = [
  projectNo,
  serviceNumber,
  field(
    'satisfaction',
    '满意度',
    'code',
    { zh: '渠道按五个满意度等级评价时必填', en: 'on channels with levels' },
    ['5 最好，1、2 为差评', '5 is best, 1 and 2 are bad ratings'],
    { codes: 'levels' },
  ),
  field(
    'evalDetail',
    '评价标签',
    'code',
    { zh: '差评无文字时必填', en: 'for a bad rating without a text' },
    ['所选满意度等级的标签，逗号分隔', 'tags of the level chosen, separated by commas'],
    { codes: 'tags' },
  ),
  field(
    'writingEvaluation',
    '文字评价',
    'text',
    { zh: '差评无标签时必填', en: 'for a bad rating without a tag' },
    ['合成文字', 'synthetic text'],
    { format: '≤ 150' },
  ),
  field('pf', '评价渠道', 'code', always, ['评价所用的渠道', 'where the rating was given'], {
    codes: 'channels',
  }),
  field('name', '评价人', 'text', never, ['恒为“无”', 'always “无”: none']),
  field(
    'assessTime',
    '评价时间',
    'time',
    always,
    ['不早于服务时间；决定计入哪一天', 'not before serviceTime; decides which day it counts for'],
    { format: TIME },
  ),
  field('uploadTime', '上传时间', 'time', never, ['不早于评价时间', 'not before assessTime'], {
    format: TIME,
  }),
  field(
    'deviceNo',
    '评价终端号',
    'text',
    never,
    ['窗口评价器，或网络账户', 'rating device at a window, or network account'],
    { format: 'W999 | N9999999999' },
  ),
  mobile('评价人手机，虚构', 'telephone of the rater, invented'),
  assessNumber,
  field('isdefault', '是否默认评价', 'code', never, ['1 为系统默认评价', '1 = given by the system'], {
    codes: 'yesNo',
  }),
  dataSource,
];

/** Rectification of a bad rating (差评整改, step C): every field that is written, in this order. */
const rectificationFields: readonly RecordField[] = [
  projectNo,
  serviceNumber,
  assessNumber,
  field(
    'verdict',
    '研判结论',
    'code',
    { zh: '有整改时间时必填', en: 'with rectifyTime' },
    ['差评是否属实；未研判时为空', 'what the bad rating was found to be; none while undecided'],
    { codes: 'verdicts' },
  ),
  field(
    'complex',
    '是否限期整改',
    'code',
    never,
    ['1 为情况复杂，适用较长期限', '1 = the longer limit holds'],
    {
      codes: 'yesNo',
    },
  ),
  field('contactTime', '回访核实时间', 'time', never, ['不早于评价时间', 'not before assessTime'], {
    format: TIME,
  }),
  field(
    'rectifyTime',
    '整改时间',
    'time',
    never,
    ['整改完成的时间；不属实的，为答复时间', 'when it was rectified, or answered where it was not upheld'],
    { format: TIME },
  ),
  field(
    'callbackTime',
    '回访时间',
    'time',
    { zh: '有回访手机或结果时必填', en: 'with callbackMobile or callbackLevel' },
    ['不早于整改时间', 'not before rectifyTime'],
    { format: TIME },
  ),
  field('callbackMobile', '回访手机', 'text', never, ['虚构', 'invented'], { format: '11' }),
  field('callbackLevel', '回访结果', 'code', never, ['回访时是否满意', 'whether satisfied by then'], {
    codes: 'callbackLevels',
  }),
  dataSource,
];

/** The fields of each kind of record, in the order they are written. */
export const recordFields: Readonly<Record<RecordKind, readonly RecordField[]>> = {
  service: serviceFields,
  rating: ratingFields,
  rectification: rectificationFields,
};
