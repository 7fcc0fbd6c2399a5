import type { Bilingual } from '../../model/language.ts';
import type { Obstacle } from '../../model/site/application-steps.ts';
import { guideOf } from '../guide/guide.ts';
import { unfoundedPapers } from '../rules/known-papers.ts';
import { formFields, type ApplicationField } from '../rules/form-of-item.ts';
import { limitText } from '../rules/limit-text.ts';
import type { Paper } from '../rules/paper.ts';
import type { ItemRules } from '../rules/rules-of-item.ts';
import { chosen, itemWord, siteDraw, SITE_SERIALS } from '../site-draws.ts';
import { siteCaseNumber } from './site-case-number.ts';
import { unfoundedConditions } from './unfounded-conditions.ts';

/** What the five steps of an application show. Nothing in them says what is an obstacle: whoever looks has to see it. */

/** Half a working day at which a place can be booked; `day` counts working days from the one after the application, from 1 on. */
export interface BookingSlot {
  readonly day: number;
  readonly session: 'morning' | 'afternoon';
  readonly label: Bilingual;
  /** Places that are free; 0 where it is full. */
  readonly free: number;
}

export interface BookingStep {
  /** What is booked: a visit to the hall, or a talk with the office where nobody has to come. */
  readonly what: Bilingual;
  readonly slots: readonly BookingSlot[];
}

export interface GuideStep {
  readonly limit: Bilingual;
  readonly conditions: readonly Bilingual[];
  /** Names of the papers that the rules ask for. */
  readonly papers: readonly Bilingual[];
}

/** A field as the form shows it: filled in from the account or with the item that was chosen, or empty. */
export interface AskedField extends ApplicationField {
  readonly prefilled: boolean;
}

export interface FormStep {
  /** True where a second login stands before the form. */
  readonly loginAgain: boolean;
  /** True where what was filled in can be kept, and is there after a break. */
  readonly keepsDraft: boolean;
  readonly fields: readonly AskedField[];
}

export interface UploadStep {
  /** Papers that are asked for; the form itself has been filled in. */
  readonly asked: readonly Paper[];
  readonly button: Bilingual;
  /** True where the button leads to a page that does not exist. */
  readonly deadButton: boolean;
  /** Another way of handing in papers, always there. */
  readonly otherWay: Bilingual;
}

export interface FeedbackStep {
  readonly message: Bilingual;
  /** Number of the simulated case, null where none is shown. */
  readonly caseNumber: string | null;
  /** The day by which it is decided, null where none is shown. */
  readonly decision: Bilingual | null;
  /** How progress is followed. */
  readonly follow: Bilingual;
}

type Has = ReadonlySet<Obstacle>;

const BOOKED_DAYS = 5;
/** Places of half a day. */
const PLACES = 8;

/** Without an obstacle there is room on the first day; with it none before the third or fourth. */
export function bookingStep({ site, item }: ItemRules, has: Has): BookingStep {
  const firstFree = has.has('no-slot') ? 3 + (itemWord(site, item, siteDraw.firstFreeDay) & 1) : 1;
  return {
    what:
      item.visits === 0
        ? {
            zh: '预约线上受理时段（无需到现场）',
            en: 'A time at which the office takes the application online; no visit',
          }
        : { zh: '预约到大厅办理时段', en: 'A time in the hall' },
    slots: Array.from({ length: 2 * BOOKED_DAYS }, (_, i): BookingSlot => {
      const day = 1 + (i >> 1);
      const isMorning = (i & 1) === 0;
      const word = itemWord(site, item, siteDraw.freePlaces + i);
      // An afternoon may be full on any day; the morning of the first day that has room is not.
      const free = day < firstFree ? 0 : isMorning ? 1 + (word % PLACES) : word % (PLACES + 1);
      return {
        day,
        session: isMorning ? 'morning' : 'afternoon',
        label: {
          zh: `第${day}个工作日${isMorning ? '上午' : '下午'}`,
          en: `Working day ${day}, ${isMorning ? 'morning' : 'afternoon'}`,
        },
        free,
      };
    }),
  };
}

export const guideStep = ({ site, item, conditions, papers }: ItemRules, has: Has): GuideStep => ({
  limit: limitText(item, has.has('natural-days') ? 'natural' : 'working'),
  conditions: has.has('extra-condition')
    ? [...conditions, chosen(unfoundedConditions, itemWord(site, item, siteDraw.extraCondition))]
    : conditions,
  papers: papers.map(({ name }) => name),
});

export const formStep = (rules: ItemRules, has: Has): FormStep => ({
  loginAgain: has.has('login-again'),
  keepsDraft: !has.has('no-draft'),
  fields: formFields(rules).map((field) => ({
    ...field,
    prefilled: field.id === 'matter' || (field.inAccount && !has.has('asked-again')),
  })),
});

export function uploadStep(rules: ItemRules, has: Has): UploadStep {
  const papers = rules.papers.slice(1);
  return {
    asked: has.has('unlisted-paper') ? [...papers, unlistedPaper(rules)] : papers,
    button: { zh: '上传材料', en: 'Upload papers' },
    deadButton: has.has('dead-button'),
    otherWay: { zh: '从“我的材料”中选用已有材料', en: 'Take papers from “My papers”' },
  };
}

/** A paper that neither the rules nor any version of the guide lists. */
function unlistedPaper({ site, item }: ItemRules): Paper {
  const element = guideOf(site, item).elements.find(({ id }) => id === 'papers');
  const listed = Object.values(element?.shown ?? {})
    .map((text) => text?.zh ?? '')
    .join();
  const [first = unfoundedPapers[0], ...others] = unfoundedPapers.filter(([zh]) => !listed.includes(zh));
  const [zh, en, source] = chosen([first, ...others], itemWord(site, item, siteDraw.unlistedPaper));
  return { name: { zh, en }, source, copies: 1, medium: 'electronic' };
}

export function feedbackStep({ site, item }: ItemRules, has: Has): FeedbackStep {
  const number = siteCaseNumber(item, itemWord(site, item, siteDraw.caseSerial) % SITE_SERIALS);
  return {
    message: { zh: '提交成功（模拟数据）', en: 'Handed in (simulated data)' },
    caseNumber: has.has('no-number') ? null : number,
    decision: has.has('no-date') ? null : decisionText(item),
    follow: has.has('no-number')
      ? { zh: '登录后在“我的办件”中查看', en: 'Log in and look under “My cases”' }
      : { zh: '凭办件编号在“办件进度查询”中查询', en: 'Look up the case number under “Progress of a case”' },
  };
}

const decisionText = ({ handling, promisedDays }: ItemRules['item']): Bilingual =>
  handling === 'instant' || promisedDays === 0
    ? { zh: '当场办结', en: 'Decided on the spot' }
    : {
        zh: `自受理之日起${promisedDays}个工作日内作出决定`,
        en: `Decided within ${promisedDays} working ${promisedDays === 1 ? 'day' : 'days'} of acceptance`,
      };
