import type { Bilingual } from '../../../model/language.ts';
import { isWithin, type RectificationLimits } from '../../../model/rectification.ts';
import type { Limit } from '../../../model/reference.ts';
import type { Calendar } from '../../../model/time/calendar.ts';
import { daySecond } from '../day-count.ts';
import type { ProblemId } from './problems.ts';

/** What can be wrong with a rectification that is reported as done; the last one says that nothing is. */
export const recheckReasons = [
  'over-limit',
  'no-call-back',
  'staff-phone',
  'call-before',
  'dissatisfied',
  'unrelated',
  'case-answer-only',
  'recurred',
  'in-order',
] as const;
export type RecheckReason = (typeof recheckReasons)[number];
export type RecheckFault = Exclude<RecheckReason, 'in-order'>;

/** A call-back as the office entered it. Only one that was answered counts. */
export interface EnteredCall {
  readonly at: number;
  readonly number: string;
  readonly outcome: 'unanswered' | 'message' | 'satisfied' | 'fair' | 'dissatisfied';
  readonly note: Bilingual;
}

/** A measure as the office words it: for all later cases, for this applicant only, or beside the point. */
export interface ReportedMeasure {
  readonly at: number;
  readonly text: Bilingual;
  readonly reach: 'general' | 'case' | 'beside';
}

/** A later rating of the same item or office, or of another. */
export interface LaterRating {
  readonly office: Bilingual;
  readonly item: Bilingual;
  readonly isSameOffice: boolean;
  readonly isSameItem: boolean;
  readonly servedAt: number;
  readonly ratedAt: number;
  readonly level: number;
  /** Null where no fault was named. */
  readonly problem: ProblemId | null;
  /** Null for a good rating, which nobody examines. */
  readonly isUpheld: boolean | null;
}

/** A rectification as its office reports it (整改单). Times are seconds. */
export interface ReportedOrder {
  readonly limits: RectificationLimits;
  readonly isComplex: boolean;
  readonly problem: ProblemId;
  readonly ratedAt: number;
  readonly contactedAt: number;
  readonly completedAt: number;
  readonly closedAt: number;
  readonly calls: readonly EnteredCall[];
  /** Numbers that the rater left, the first one first. */
  readonly ownNumbers: readonly string[];
  readonly staffNumbers: readonly { readonly owner: Bilingual; readonly number: string }[];
  readonly measures: readonly ReportedMeasure[];
  readonly later: readonly LaterRating[];
}

/** Days after completion in which the same problem must not come again. */
export const OBSERVED_DAYS = 30;

export const rectifyLimit = ({ limits, isComplex }: Pick<ReportedOrder, 'limits' | 'isComplex'>): Limit =>
  isComplex ? limits.complex : limits.ordinary;

/** The last call-back before the order was closed that somebody answered. */
export const callThatCounts = ({ calls, closedAt }: ReportedOrder): EnteredCall | undefined =>
  calls
    .filter(({ at, outcome }) => at < closedAt && outcome !== 'unanswered' && outcome !== 'message')
    .at(-1);

/** True where a later rating shows the same problem again, by every condition of the rule. */
export const isRecurrence = (
  { problem, completedAt }: Pick<ReportedOrder, 'problem' | 'completedAt'>,
  later: LaterRating,
): boolean =>
  later.isSameOffice &&
  later.isSameItem &&
  later.problem === problem &&
  later.isUpheld === true &&
  later.servedAt > completedAt &&
  daySecond(later.servedAt) - daySecond(completedAt) <= OBSERVED_DAYS;

/** Applies the printed rules one by one: every fault of the order, in their sequence. */
export function faultsOf(order: ReportedOrder, calendar: Calendar): RecheckFault[] {
  const { limits, ratedAt, contactedAt, completedAt, measures } = order;
  const call = callThatCounts(order);
  const has = (reach: ReportedMeasure['reach']): boolean =>
    measures.some((measure) => measure.reach === reach);
  const broken: Readonly<Record<RecheckFault, boolean>> = {
    'over-limit':
      !isWithin(calendar, limits.contact, ratedAt, contactedAt) ||
      !isWithin(calendar, rectifyLimit(order), ratedAt, completedAt),
    'no-call-back': call === undefined,
    'staff-phone': call !== undefined && !order.ownNumbers.includes(call.number),
    'call-before': call !== undefined && call.at < completedAt,
    dissatisfied: call?.outcome === 'dissatisfied',
    unrelated: !has('general') && !has('case'),
    'case-answer-only': !has('general') && has('case'),
    recurred: order.later.some((later) => isRecurrence(order, later)),
  };
  return recheckReasons.filter((reason) => reason !== 'in-order').filter((fault) => broken[fault]);
}
