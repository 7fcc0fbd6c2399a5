import type { Bilingual } from '../../model/language.ts';
import { applicantKind } from '../../model/record/applicant-kinds.ts';
import {
  inventedMobile,
  inventedOrganisationCode,
  inventedResidentNumber,
} from '../../model/record/identifiers.ts';
import { printCompactDay } from '../../model/time/time.ts';
import { chosen, itemWord, siteDraw } from '../site-draws.ts';
import { isFounding } from './applicants-of-item.ts';
import type { ItemRules } from './rules-of-item.ts';

/** A field of a form (填写栏目). */
export interface ApplicationField {
  readonly id: string;
  readonly label: Bilingual;
  /** What a made-up applicant writes there; of nobody who exists. */
  readonly sample: Bilingual;
  /** Held by the account of whoever logged in, and so not to be asked for again. */
  readonly inAccount: boolean;
}

const PERSON_TYPE = 1;
/** Numbers of made-up persons and firms: 0..2^31-1. */
const INVENTED = 2 ** 31;
const SHOWN_NUMBERS = 1_000_000;

const field = (
  id: string,
  zh: string,
  en: string,
  sample: string | Bilingual,
  inAccount = false,
): ApplicationField => ({
  id,
  label: { zh, en },
  sample: typeof sample === 'string' ? { zh: sample, en: sample } : sample,
  inAccount,
});

const namedPerson = (word: number): Bilingual => numbered('模拟用户', 'Simulated applicant', word);

const numbered = (zh: string, en: string, word: number): Bilingual => {
  const number = String(word % SHOWN_NUMBERS).padStart(6, '0');
  return { zh: `${zh}${number}`, en: `${en} ${number}` };
};

/** The fields of the form of an item as its first type of applicants fills them in. */
export function formFields(rules: ItemRules): readonly ApplicationField[] {
  const { site, item, title, applicants } = rules;
  const applicant = itemWord(site, item, siteDraw.applicant) % INVENTED;
  const agent = itemWord(site, item, siteDraw.agent) % INVENTED;
  const type = Number(applicants[0] ?? PERSON_TYPE);
  return [
    ...(isFounding(item.name)
      ? founderFields(applicant)
      : type === PERSON_TYPE
        ? personFields(applicant)
        : organisationFields(type, applicant, agent)),
    field('matter', '办理事项', 'Item applied for', title),
    ...ownFields(item.name, item.taskType),
  ];
}

const address: Bilingual = { zh: '模拟区示例路12号', en: '12 Example Road, Simulated District' };

const personFields = (person: number): ApplicationField[] => [
  field('name', '姓名', 'Name', namedPerson(person), true),
  field(
    'certificate',
    '公民身份号码',
    'Identity number',
    inventedResidentNumber(person, printCompactDay),
    true,
  ),
  field('mobile', '手机号码', 'Mobile number', inventedMobile(person), true),
  field('address', '联系地址', 'Address', address),
];

const founderFields = (person: number): ApplicationField[] => [
  field('planned', '拟设名称', 'Planned name', numbered('模拟单位', 'Simulated organisation', person >>> 2)),
  ...personFields(person).filter(({ id }) => id !== 'address'),
  field('address', '住所（经营场所）', 'Registered address', address),
];

function organisationFields(type: number, organisation: number, agent: number): ApplicationField[] {
  const kind = applicantKind(type);
  const name = numbered(kind.name, 'Simulated organisation', organisation);
  return [
    field('name', '单位名称', 'Name of the organisation', name, true),
    field(
      'certificate',
      '统一社会信用代码',
      'Unified social credit code',
      inventedOrganisationCode(organisation, kind),
      true,
    ),
    field('head', '法定代表人（负责人）', 'Legal representative or head', namedPerson(agent >>> 3)),
    field('agent', '经办人', 'Agent', namedPerson(agent), true),
    field('mobile', '经办人手机号码', 'Mobile number of the agent', inventedMobile(agent), true),
    field('address', '住所', 'Registered address', address),
  ];
}

/** Fields by what is applied for. */
function ownFields(name: string, taskType: string): ApplicationField[] {
  if (/查询|打印|证明/.test(name))
    return [field('purpose', '用途', 'Purpose', { zh: '本人留存', en: 'For my own records' })];
  if (/变更|更正|信息/.test(name))
    return [
      field('before', '变更前内容', 'Before the change', { zh: '示例内容甲', en: 'Example A' }),
      field('after', '变更后内容', 'After the change', { zh: '示例内容乙', en: 'Example B' }),
    ];
  if (taskType === '05')
    return [
      field('bank', '收款账户', 'Account for the payment', {
        zh: '模拟银行 0000 0000 0000',
        en: 'Simulated Bank 0000 0000 0000',
      }),
      field('grounds', '申请理由', 'Grounds', {
        zh: '符合发放条件',
        en: 'The conditions of the payment are met',
      }),
    ];
  return [
    field('content', '申请内容', 'What is applied for', {
      zh: '按所附材料办理',
      en: 'As set out in the papers',
    }),
  ];
}

/** A form of something else, and the labels of its fields. */
export interface OtherForm {
  readonly name: Bilingual;
  readonly labels: readonly Bilingual[];
}

const otherForm = (zh: string, en: string, ...labels: readonly (readonly [string, string])[]): OtherForm => ({
  name: { zh: `《${zh}》`, en: `Application form “${en}”` },
  labels: labels.map(([labelZh, labelEn]) => ({ zh: labelZh, en: labelEn })),
});

const otherForms: readonly [OtherForm, ...OtherForm[]] = [
  otherForm(
    '临时摊位设置申请表',
    'Temporary stall',
    ['摊主姓名', 'Stallholder'],
    ['摊位位置', 'Place of the stall'],
    ['经营品类', 'Goods'],
  ),
  otherForm(
    '会议室使用申请表',
    'Use of a meeting room',
    ['使用单位', 'User'],
    ['使用时间', 'Time of use'],
    ['参会人数', 'Number of participants'],
  ),
  otherForm(
    '车位租用申请表',
    'Rent of a parking space',
    ['承租人', 'Tenant'],
    ['车牌号码', 'Number plate'],
    ['租用期限', 'Term of the rent'],
  ),
  otherForm(
    '志愿者招募报名表',
    'Recruitment of volunteers',
    ['志愿者姓名', 'Volunteer'],
    ['服务意向', 'Wanted service'],
    ['可服务时间', 'Available times'],
  ),
];

/** The form that stands where that of the item should: of something that no list of items has. */
export const otherFormOf = ({ site, item }: ItemRules): OtherForm =>
  chosen(otherForms, itemWord(site, item, siteDraw.otherForm));
