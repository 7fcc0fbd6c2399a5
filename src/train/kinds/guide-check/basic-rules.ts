import type { Bilingual } from '../../../model/language.ts';
import { basisName } from '../../../portal/guide/article-text.ts';
import type { GuideElement } from '../../../portal/guide/guide.ts';
import type { ItemRules } from '../../../portal/rules/rules-of-item.ts';
import { sameInBoth } from '../figures/printed.ts';

/** A line of the rules: what it is about, and what it says. */
export type RuleRow = readonly [what: Bilingual, says: Bilingual];

/** What the rules say of 基本信息. */
export function basicRules(rules: ItemRules, elements: readonly GuideElement[]): RuleRow[] {
  const { item, applicants, contact } = rules;
  const { floor, area, window } = contact.counter;
  return [
    [{ zh: '事项类型代码', en: 'Code of the type' }, sameInBoth(item.taskType)],
    [{ zh: '权力从哪里来', en: 'Where the power comes from' }, powerRule(elements)],
    [
      { zh: '怎样办', en: 'How it is handled' },
      item.handling === 'instant'
        ? { zh: '当场办完', en: 'while one waits' }
        : { zh: '当场办不完', en: 'not while one waits' },
    ],
    [{ zh: '事项编码（分段书写）', en: 'Item code, in groups' }, sameInBoth(inGroups(item.taskCode, 4))],
    [
      { zh: '可申请人代码', en: 'Codes of applicants' },
      { zh: applicants.join('、'), en: applicants.join(', ') },
    ],
    [{ zh: '时限', en: 'Limit' }, limitRule(item)],
    [
      { zh: '窗口', en: 'Window' },
      {
        zh: `楼层 ${String(floor)}，区域 ${area}，窗口 ${String(window)}`,
        en: `floor ${String(floor)}, area ${area}, window ${String(window)}`,
      },
    ],
    [{ zh: '开放', en: 'Open' }, openRules[contact.hours] ?? sameInBoth('')],
    [{ zh: '咨询电话', en: 'Enquiries' }, sameInBoth(spoken(contact.telephone))],
    [{ zh: '监督电话', en: 'Complaints' }, sameInBoth(spoken(contact.supervision))],
    basisRule(rules),
  ];
}

/** How the power was got, by the value that the guide has to show. */
const powerRules: Readonly<Record<string, Bilingual>> = {
  法定本级行使: { zh: '法律授予本级', en: 'given to this level by law' },
  上级下放: { zh: '原由上级行使，已交下来', en: 'was with the level above, which has passed it on' },
  委托行使: { zh: '属于别的机关，替它行使', en: 'belongs to another authority, for which it is exercised' },
};

function powerRule(elements: readonly GuideElement[]): Bilingual {
  const right = elements.find(({ id }) => id === 'power')?.right.zh ?? '';
  const rule = powerRules[right];
  if (rule === undefined) throw new Error(`no rule of the source of power “${right}”`);
  return rule;
}

const inGroups = (text: string, length: number): string =>
  Array.from({ length: Math.ceil(text.length / length) }, (_, i) =>
    text.slice(length * i, length * (i + 1)),
  ).join(' ');

/** A telephone number as it is said: 000 8123 4567. */
const spoken = (telephone: string): string => {
  const [area = '', number = ''] = telephone.split('-');
  return `${area} ${inGroups(number, 4)}`;
};

const working = (days: number): string => `${String(days)} working ${days === 1 ? 'day' : 'days'}`;

function limitRule({ handling, statutoryDays, promisedDays }: ItemRules['item']): Bilingual {
  const atOnce = handling === 'instant' || promisedDays === 0;
  const statutory =
    statutoryDays === 0
      ? { zh: '法律法规没有规定时限', en: 'the law sets no limit' }
      : { zh: `法律规定 ${String(statutoryDays)} 个工作日`, en: `by law ${working(statutoryDays)}` };
  const saved = statutoryDays - promisedDays;
  const promised = atOnce
    ? { zh: '本单位承诺当场办完', en: 'the office promises to do it at once' }
    : statutoryDays === 0
      ? {
          zh: `本单位承诺 ${String(promisedDays)} 个工作日`,
          en: `the office promises ${working(promisedDays)}`,
        }
      : saved === 0
        ? { zh: '本单位承诺与法定相同', en: 'the office promises the same' }
        : {
            zh: `本单位承诺比法定少 ${String(saved)} 个工作日`,
            en: `the office promises ${working(saved)} less`,
          };
  return { zh: `${statutory.zh}；${promised.zh}`, en: `${statutory.en}; ${promised.en}` };
}

/** Hours of the hall in other words, in the order of the hours that an office may keep. */
const openRules: readonly Bilingual[] = [
  {
    zh: '每周五天（周一起）：上午 9 点到 12 点，下午 1 点半到 5 点；节假日不开',
    en: 'five days a week from Monday: 9 to 12 in the morning, half past 1 to 5 in the afternoon; closed on holidays',
  },
  {
    zh: '每周五天（周一起）：上午 8 点半到 12 点，下午 2 点到 5 点半；节假日不开',
    en: 'five days a week from Monday: half past 8 to 12 in the morning, 2 to half past 5 in the afternoon; closed on holidays',
  },
  {
    zh: '每周五天（周一起）：上午 9 点到下午 5 点，中午照常；节假日不开',
    en: 'five days a week from Monday: 9 in the morning to 5 in the afternoon, at noon as well; closed on holidays',
  },
  {
    zh: '每周六天（周一起）：上午 9 点到 12 点，下午 1 点到 5 点；节假日不开',
    en: 'six days a week from Monday: 9 to 12 in the morning, 1 to 5 in the afternoon; closed on holidays',
  },
];

/** The regulation that an item rests on, with the number of the article. */
const basisRule = ({ title, article }: ItemRules): RuleRow => {
  const { zh, en } = basisName(title);
  return [
    { zh: '设定依据', en: 'Legal basis' },
    { zh: `${zh}，条文序号 ${String(article)}`, en: `${en}, article no. ${String(article)}` },
  ];
};
