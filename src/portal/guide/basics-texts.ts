import type { Bilingual } from '../../model/language.ts';
import { audienceTexts } from '../rules/applicants-of-item.ts';
import { hasDays, limitText } from '../rules/limit-text.ts';
import { counterText, openingHours, otherCounters } from '../rules/office-contact.ts';
import type { ItemRules } from '../rules/rules-of-item.ts';
import { itemWord, siteDraw } from '../site-draws.ts';
import type { SiteItem } from '../site-unit.ts';
import { articleText, articleAfter, basisName, feeBasisName } from './article-text.ts';
import type { ElementTexts, TextsOf, WrongText } from './element-texts.ts';

type BasicsId =
  | 'type'
  | 'power'
  | 'handling'
  | 'code'
  | 'audience'
  | 'limit'
  | 'place'
  | 'hours'
  | 'telephone'
  | 'supervision'
  | 'basis'
  | 'agency';

/** The elements of 基本信息. */
export function basicsTexts(rules: ItemRules): TextsOf<BasicsId> {
  const { item, contact } = rules;
  const [otherFloor, otherWindow] = otherCounters(contact.counter);
  return {
    type: fromList(itemTypes, itemTypes[item.taskType] ?? otherType),
    power: fromList(powerSources, powerSource(rules)),
    handling: fromList(handlings, handlings[item.handling]),
    code: {
      right: same(item.taskCode),
      wrong: [same(withOtherDigit(item.taskCode, 1)), same(withOtherDigit(item.taskCode, 4))],
      vague: [],
    },
    audience: {
      ...audienceTexts(item),
      vague: [{ zh: '有关单位和个人', en: 'the units and persons concerned' }],
    },
    limit: limitTexts(item),
    place: {
      right: counterText(contact.counter),
      wrong: [counterText(otherFloor), counterText(otherWindow)],
      vague: [{ zh: '政务服务中心有关窗口', en: 'the window concerned of the government service centre' }],
    },
    hours: hoursTexts(contact.hours),
    telephone: {
      right: same(contact.telephone),
      wrong: [same(withOtherDigit(contact.telephone, 1)), same(withOtherDigit(contact.telephone, 3))],
      vague: [{ zh: '详询有关窗口', en: 'ask at the window concerned' }],
    },
    supervision: {
      right: same(contact.supervision),
      // The office that is complained of would take the complaint.
      wrong: [same(contact.telephone), same(withOtherDigit(contact.supervision, 2))],
      vague: [{ zh: '向有关部门反映', en: 'tell the department concerned' }],
    },
    basis: basisTexts(rules),
    agency: agencyTexts(rules),
  };
}

const same = (text: string): Bilingual => ({ zh: text, en: text });

const itemTypes: Readonly<Record<string, Bilingual>> = {
  '01': { zh: '行政许可', en: 'Administrative licence' },
  '05': { zh: '行政给付', en: 'Administrative payment' },
  '07': { zh: '行政确认', en: 'Administrative confirmation' },
  '08': { zh: '行政奖励', en: 'Administrative reward' },
  '09': { zh: '行政裁决', en: 'Administrative adjudication' },
  '10': { zh: '其他行政权力', en: 'Other administrative power' },
  '20': { zh: '公共服务', en: 'Public service' },
};
const otherType: Bilingual = { zh: '其他', en: 'Other' };

const powerSources = {
  own: { zh: '法定本级行使', en: 'Exercised by law at this level' },
  handedDown: { zh: '上级下放', en: 'Handed down by the level above' },
  entrusted: { zh: '委托行使', en: 'Exercised on behalf of another authority' },
};

/** Mostly of its own right: of 16 items 13, 2 and 1. An assumption. */
function powerSource({ site, item }: ItemRules): Bilingual {
  const sixteenth = itemWord(site, item, siteDraw.powerSource) >>> 28;
  return sixteenth < 13
    ? powerSources.own
    : sixteenth < 15
      ? powerSources.handedDown
      : powerSources.entrusted;
}

const handlings = {
  instant: { zh: '即办件', en: 'Done on the spot' },
  promise: { zh: '承诺件', en: 'Within a promised time' },
};

/** A value of a short list, where any other one is wrong and none is vague. */
function fromList(list: Readonly<Record<string, Bilingual>>, right: Bilingual): ElementTexts {
  const [first = right, ...others] = Object.values(list).filter(({ zh }) => zh !== right.zh);
  return { right, wrong: [first, ...others], vague: [] };
}

/** A number with another digit in the `fromEnd`-th place from its end; with one more where there is no digit. */
function withOtherDigit(text: string, fromEnd: number): string {
  const at = text.length - fromEnd;
  const digit = /^\d$/.test(text.charAt(at)) ? Number(text.charAt(at)) : undefined;
  return digit === undefined
    ? `${text}${fromEnd}`
    : `${text.slice(0, at)}${(digit + 3) % 10}${text.slice(at + 1)}`;
}

function limitTexts(item: SiteItem): ElementTexts {
  const longer = Math.max(5, Math.round(item.statutoryDays / 2));
  const wrong: readonly [WrongText, ...WrongText[]] = hasDays(item)
    ? [
        limitText(item, 'natural'),
        limitText({ ...item, statutoryDays: item.statutoryDays + longer }),
        limitText({ ...item, handling: 'promise', promisedDays: item.promisedDays + 3 }),
      ]
    : [
        limitText({ handling: 'promise', statutoryDays: 10, promisedDays: 5 }),
        limitText({ handling: 'promise', statutoryDays: 5, promisedDays: 3 }),
      ];
  return {
    right: limitText(item),
    wrong,
    vague: [
      { zh: '按有关规定的时限办理', en: 'within the time of the rules concerned' },
      { zh: '视情况尽快办理', en: 'as soon as circumstances allow' },
    ],
  };
}

function hoursTexts(place: number): ElementTexts {
  const right = openingHours[place] ?? openingHours[0];
  const [first = right, ...others] = openingHours.filter((_, i) => i !== place);
  return {
    right,
    wrong: [first, ...others],
    vague: [{ zh: '工作时间（以有关通知为准）', en: 'working hours, as the notices concerned say' }],
  };
}

function basisTexts({ title, article }: ItemRules): ElementTexts {
  const name = basisName(title);
  return {
    right: articleText(name, article),
    wrong: [articleText(name, articleAfter(article)), articleText(feeBasisName(title), article)],
    vague: [{ zh: '国家有关法律法规', en: 'the laws and regulations concerned' }],
  };
}

/** Intermediary services are those that issue a paper; nobody may say which intermediary. */
function agencyTexts({ papers }: ItemRules): ElementTexts {
  const issued = papers.filter(({ source }) => source === 'third-party');
  const list = {
    zh: issued.map(({ name }) => name.zh).join('、'),
    en: issued.map(({ name }) => name.en).join(', '),
  };
  const vague = [
    { zh: '视情况委托有关中介机构', en: 'an intermediary concerned, where circumstances ask for one' },
  ];
  if (issued.length === 0)
    return {
      right: { zh: '不涉及中介服务', en: 'none' },
      wrong: [
        {
          zh: '须提交中介机构出具的评估报告，费用由申请人承担',
          en: 'an assessment by an intermediary, paid for by the applicant',
          adds: true,
        },
        { zh: '须委托代办机构提交申请', en: 'the application has to come through an agency', adds: true },
      ],
      vague,
    };
  return {
    right: {
      zh: `${list.zh}：由申请人自主选择中介机构出具`,
      en: `${list.en}: from an intermediary of the applicant’s choice`,
    },
    wrong: [
      {
        zh: `${list.zh}：须由本窗口指定的中介机构出具`,
        en: `${list.en}: from the intermediary that the window names`,
        adds: true,
      },
      { zh: '不涉及中介服务', en: 'none' },
    ],
    vague,
  };
}
