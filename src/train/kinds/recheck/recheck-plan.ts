import type { Bilingual } from '../../../model/language.ts';
import type { RecheckFault } from './work-order.ts';

/**
 * What a recheck turns on: each theme comes broken, and then the order is sent back for its fault, or kept by a hair, and then it passes.
 */
export const recheckThemes = [
  'contact-limit',
  'rectify-limit',
  'call-made',
  'call-number',
  'call-order',
  'call-result',
  'measure-cause',
  'measure-reach',
  'recurrence',
] as const;
export type RecheckTheme = (typeof recheckThemes)[number];

export const faultOfTheme: Readonly<Record<RecheckTheme, RecheckFault>> = {
  'contact-limit': 'over-limit',
  'rectify-limit': 'over-limit',
  'call-made': 'no-call-back',
  'call-number': 'staff-phone',
  'call-order': 'call-before',
  'call-result': 'dissatisfied',
  'measure-cause': 'unrelated',
  'measure-reach': 'case-answer-only',
  recurrence: 'recurred',
};

export const themeNames: Readonly<Record<RecheckTheme, Bilingual>> = {
  'contact-limit': { zh: '联系时限', en: 'Limit for the contact' },
  'rectify-limit': { zh: '整改时限', en: 'Limit for the rectification' },
  'call-made': { zh: '有没有回访', en: 'Whether there was a call-back' },
  'call-number': { zh: '回访打给了谁', en: 'Whom the call-back reached' },
  'call-order': { zh: '回访与整改的先后', en: 'Call-back before or after the rectification' },
  'call-result': { zh: '回访结果', en: 'What the call-back heard' },
  'measure-cause': { zh: '措施对不对题', en: 'Whether the measures meet the cause' },
  'measure-reach': { zh: '个案答复还是整改', en: 'Answer to one case or rectification' },
  recurrence: { zh: '同类问题是否再发生', en: 'Whether the problem came again' },
};

/** What an order is drawn to be: `fault` is null where all is in order. */
export interface RecheckPlan {
  readonly theme: RecheckTheme;
  readonly fault: RecheckFault | null;
}

/** True where the theme is this one and its rule is kept, by a hair. */
export const isNearMiss = ({ theme, fault }: RecheckPlan, of: RecheckTheme): boolean =>
  fault === null && theme === of;

/** True where the theme is this one and its rule is broken. */
export const isBroken = ({ theme, fault }: RecheckPlan, of: RecheckTheme): boolean =>
  fault !== null && theme === of;
