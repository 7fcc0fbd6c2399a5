import { ONLINE_DEPTH } from '../../model/items/item-kinds.ts';
import type { Bilingual } from '../../model/language.ts';
import type { SiteItem } from '../site-unit.ts';

/** A step of handling (办理环节): what is done in it, and in how many working days; 0 where it is done on the spot. */
export interface HandlingStep {
  readonly name: Bilingual;
  readonly content: Bilingual;
  readonly days: number;
}

const step = (zh: string, en: string, contentZh: string, contentEn: string) => ({
  name: { zh, en },
  content: { zh: contentZh, en: contentEn },
});

/** In words that guides use; the days are those of the item. */
const steps = {
  submission: step(
    '申请',
    'Application',
    '网上或窗口提交申请材料',
    'papers are handed in online or at the window',
  ),
  atTheWindow: step('申请', 'Application', '到窗口提交申请材料', 'papers are handed in at the window'),
  acceptance: step(
    '受理',
    'Acceptance',
    '核对材料，材料不齐的一次性告知',
    'papers are checked, and all that is missing is named at once',
  ),
  onTheSpot: step('办结', 'Completion', '窗口人员当场办理', 'the window handles it on the spot'),
  examination: step('审查', 'Examination', '承办人员审查材料', 'a clerk examines the papers'),
  review: step('评审', 'Review', '组织评审并形成意见', 'a panel reviews it and gives its opinion'),
  mediation: step(
    '调解',
    'Mediation',
    '听取双方意见并先行调解',
    'both sides are heard and mediation is tried',
  ),
  publicity: step('公示', 'Public notice', '公示审核结果', 'the result is put on public notice'),
  decision: step('决定', 'Decision', '负责人作出决定', 'the person in charge decides'),
  delivery: step(
    '送达',
    'Delivery',
    '窗口领取、邮寄或下载电子结果',
    'the result is collected, posted or downloaded',
  ),
  payment: step('发放', 'Payment', '拨付至申请人账户', 'the sum is paid to the account of the applicant'),
};
type StepKey = keyof typeof steps;

/** The steps in which an item is handled, by its type; those in the middle share its days. */
const middleSteps: Readonly<Record<string, readonly [StepKey, ...StepKey[]]>> = {
  '05': ['examination', 'publicity', 'decision'],
  '08': ['review', 'publicity', 'decision'],
  '09': ['examination', 'mediation', 'decision'],
};

/** The steps of an item in their order; the days add up to the days that the office promises. */
export function stepsOfItem({ handling, promisedDays, taskType, depth }: SiteItem): readonly HandlingStep[] {
  const at = (key: StepKey, days: number): HandlingStep => ({ ...steps[key], days });
  const first = at(depth >= ONLINE_DEPTH ? 'submission' : 'atTheWindow', 0);
  if (handling === 'instant') return [first, at('acceptance', 0), at('onTheSpot', 0), at('delivery', 0)];
  const middle = middleSteps[taskType] ?? ['examination', 'decision'];
  const last = taskType === '05' || taskType === '08' ? 'payment' : 'delivery';
  const each = Math.floor(promisedDays / (middle.length + 1));
  return [
    first,
    at('acceptance', 0),
    // The first takes what is left over: it is the longest.
    ...middle.map((key, i) => at(key, i === 0 ? promisedDays - each * (middle.length - 1) : each)),
    at(last, 0),
  ];
}

/** Days of a step as guides print them. */
export const stepDays = (days: number): Bilingual => ({
  zh: `${days}个工作日`,
  en: `${days} working ${days === 1 ? 'day' : 'days'}`,
});
