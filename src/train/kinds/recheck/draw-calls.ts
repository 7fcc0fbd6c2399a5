import type { Bilingual } from '../../../model/language.ts';
import { addWorkingDays } from '../../../model/time/calendar.ts';
import { DAY_SECONDS } from '../../../model/time/time.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import { daySecond, workingDayUpTo } from '../day-count.ts';
import type { OrderDates } from './draw-dates.ts';
import { isBroken, isNearMiss, type RecheckPlan } from './recheck-plan.ts';
import type { EnteredCall, ReportedOrder } from './work-order.ts';

const MINUTE = 60;

export type OrderCalls = Pick<ReportedOrder, 'calls' | 'closedAt' | 'ownNumbers' | 'staffNumbers'>;

/** Call-backs, the closing of the order, and whose numbers are which. */
export function drawCalls(request: MakeRequest, plan: RecheckPlan, dates: OrderDates): OrderCalls {
  const { draws } = request;
  const numbers = drawNumbers(request, plan);
  const at = timeOfCall(request, plan, dates);
  const settled = Math.max(at, dates.completedAt);
  const [unanswered, closedAt] = [
    settled - draws.whole('unanswered before', 6, 9) * MINUTE,
    settled + draws.whole('closed after', 15, 55) * MINUTE,
  ];
  const call: EnteredCall = { at, number: numberOfCall(request, plan, numbers), ...resultOf(request, plan) };
  const tried: EnteredCall = { ...notAnswered, at: unanswered, number: call.number };
  const message: EnteredCall = { ...messageSent, at: settled + 5 * MINUTE, number: call.number };
  const calls = isBroken(plan, 'call-made')
    ? callsThatDoNotCount(request, { tried, message, call, closedAt })
    : [
        ...(draws.share('tried before') < 0.5 && at >= dates.completedAt + 20 * MINUTE ? [tried] : []),
        call,
        ...(isBroken(plan, 'call-order') || draws.share('message after') < 0.4 ? [message] : []),
      ];
  return { calls, closedAt, ...numbers };
}

/** Nothing at all, only what nobody answered, or a call entered after the order was closed. */
function callsThatDoNotCount(
  { draws, difficulty }: MakeRequest,
  {
    tried,
    message,
    call,
    closedAt,
  }: Readonly<Record<'tried' | 'message' | 'call', EnteredCall>> & { readonly closedAt: number },
): EnteredCall[] {
  const after = { ...call, at: closedAt + draws.whole('called after closing', 20, 90) * MINUTE };
  const second = { ...tried, at: tried.at + 3 * MINUTE };
  if (difficulty === 1) return draws.one('calls', [[tried, second], [message]]);
  return draws.one('calls', [
    [tried, message],
    [tried, after],
    [message, after],
  ]);
}

/** When the call-back that somebody answered took place. */
function timeOfCall(
  request: MakeRequest,
  plan: RecheckPlan,
  { contactedAt, completedAt }: OrderDates,
): number {
  const { calendar, draws, difficulty } = request;
  const isNear = difficulty === 3;
  if (isBroken(plan, 'call-order')) {
    const before =
      completedAt - (isNear ? draws.whole('before', 8, 25) : draws.whole('before', 70, 95)) * MINUTE;
    const dayBefore = workingDayUpTo(calendar, daySecond(completedAt) - 1) * DAY_SECONDS + 1010 * MINUTE;
    return difficulty === 1 && dayBefore > contactedAt ? dayBefore : before;
  }
  const sameDay = completedAt + draws.whole('after', isNear ? 8 : 30, isNear ? 40 : 110) * MINUTE;
  const days = draws.whole('days to the call', 0, 2);
  if (days === 0 || isNearMiss(plan, 'call-order')) return sameDay;
  return (
    addWorkingDays(calendar, daySecond(completedAt), days) * DAY_SECONDS +
    draws.whole('called at', 9 * 60 + 20, 16 * 60) * MINUTE
  );
}

const notAnswered = {
  outcome: 'unanswered',
  note: { zh: '响铃 60 秒无人接听', en: 'rang 60 seconds, no answer' },
} as const;

const messageSent = {
  outcome: 'message',
  note: { zh: '发送短信告知整改结果', en: 'the result was sent as a text message' },
} as const;

const fairNotes: readonly Bilingual[] = [
  {
    zh: '提了两条意见：希望再快一点、标识再清楚一点；总的还可以',
    en: 'made two suggestions, to be faster and to have clearer signs; all in all it will do',
  },
  {
    zh: '说前面折腾得够呛，不过现在问题解决了',
    en: 'said that it had been a trial, but that the problem is solved now',
  },
];
const satisfiedNotes: readonly Bilingual[] = [
  { zh: '知道改了，表示认可', en: 'knows what was changed and approves' },
  { zh: '听了说明，认为改到了点子上', en: 'was told what was done and finds it to the point' },
];
const dissatisfiedNotes: readonly Bilingual[] = [
  {
    zh: '感谢工作人员多次来电，态度很好；但问题还在',
    en: 'thanked the staff for ringing so often, very friendly; but the problem remains',
  },
  {
    zh: '对工作人员的歉意表示接受，称该改的地方没有改',
    en: 'accepted the apology; says that what should change has not',
  },
];
const plainDissatisfied: Bilingual = { zh: '认为没有解决', en: 'finds that nothing is solved' };

function resultOf(
  { draws, difficulty }: MakeRequest,
  plan: RecheckPlan,
): Pick<EnteredCall, 'outcome' | 'note'> {
  if (isBroken(plan, 'call-result'))
    return {
      outcome: 'dissatisfied',
      note: difficulty === 1 ? plainDissatisfied : draws.one('note', dissatisfiedNotes),
    };
  if (isNearMiss(plan, 'call-result') || draws.share('fair') < 0.4)
    return { outcome: 'fair', note: draws.one('note', fairNotes) };
  return { outcome: 'satisfied', note: draws.one('note', satisfiedNotes) };
}

type Numbers = Pick<ReportedOrder, 'ownNumbers' | 'staffNumbers'>;

function numberOfCall(
  { draws }: MakeRequest,
  plan: RecheckPlan,
  { ownNumbers, staffNumbers }: Numbers,
): string {
  const [first = '', second = first] = ownNumbers;
  if (isBroken(plan, 'call-number')) return draws.one('staff called', staffNumbers).number;
  return isNearMiss(plan, 'call-number') || draws.share('second number') < 0.3 ? second : first;
}

/** Numbers as records show them: the middle is hidden. Where it is hard, one of the staff differs from the rater's in one digit. */
function drawNumbers({ draws, difficulty }: MakeRequest, plan: RecheckPlan): Numbers {
  const prefixes = draws.shuffled('prefixes', ['101', '103', '106', '110', '112', '117', '121', '128']);
  const tails = draws.shuffled(
    'tails',
    Array.from({ length: 5 }, (_, i) => draws.whole(`tail ${String(i)}`, 0, 999) + i * 1000 + 1000),
  );
  const masked = (i: number): string => `${prefixes[i] ?? ''}****${String(tails[i] ?? '')}`;
  const [first, second] = [masked(0), masked(1)];
  const hasSecond = difficulty > 1 || isNearMiss(plan, 'call-number');
  const alike = `${first.slice(0, -1)}${String((Number(first.slice(-1)) + draws.whole('alike', 1, 9)) % 10)}`;
  return {
    ownNumbers: hasSecond ? [first, second] : [first],
    staffNumbers: [
      {
        owner: { zh: '窗口值班手机', en: 'Duty phone of the window' },
        number: difficulty === 3 ? alike : masked(2),
      },
      { owner: { zh: '承办科室负责人', en: 'Head of the section' }, number: masked(3) },
      { owner: { zh: '整改联络员', en: 'Officer for rectifications' }, number: masked(4) },
    ],
  };
}
