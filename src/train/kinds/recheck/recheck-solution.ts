import type { Bilingual } from '../../../model/language.ts';
import { isWithin } from '../../../model/rectification.ts';
import type { Limit } from '../../../model/reference.ts';
import { workingDaysBetween, type Calendar } from '../../../model/time/calendar.ts';
import { printDay } from '../../../model/time/time.ts';
import type { ExerciseBlock } from '../../../model/training/exercise.ts';
import { dayCountTable, daySecond, printMinute } from '../day-count.ts';
import type { DrawnOrder } from './draw-order.ts';
import { callName, flowName, laterName, printLimit, type StepId } from './order-tables.ts';
import { decisionNames, reasonNames } from './recheck-costs.ts';
import {
  callThatCounts,
  faultsOf,
  isRecurrence,
  recheckReasons,
  rectifyLimit,
  type RecheckFault,
  type RecheckReason,
} from './work-order.ts';

/** The worked solution: what decides, every rule with the rows that it was tried on, and the count of days. */
export function recheckSolution(drawn: DrawnOrder, calendar: Calendar): ExerciseBlock[] {
  const { order, flow } = drawn;
  const faults = faultsOf(order, calendar);
  const reason: RecheckReason = faults[0] ?? 'in-order';
  const decision = decisionNames[reason === 'in-order' ? 'pass' : 'return'];
  const findings = findingsOf(drawn, calendar);
  const faultNames = recheckReasons.filter((id) => id !== 'in-order');
  const decisive = reason === 'in-order' ? undefined : findings[reason];
  const count = (limit: Limit, step: StepId, to: number): ExerciseBlock => {
    const row = rowOf(flow, step);
    const allowed = printLimit(limit);
    return dayCountTable(calendar, limit.kind, {
      from: daySecond(order.ratedAt),
      to: daySecond(to),
      caption:
        step === 'contacted'
          ? {
              zh: `联系时限（${allowed.zh}），数到 ${row}`,
              en: `Limit for the contact (${allowed.en}), counted to ${row}`,
            }
          : {
              zh: `整改时限（${allowed.zh}），数到 ${row}`,
              en: `Limit for the rectification (${allowed.en}), counted to ${row}`,
            },
    });
  };
  return [
    {
      kind: 'text',
      text: {
        zh: `复核意见：${decision.zh}。理由：${reasonNames[reason].zh}。${decisive === undefined ? '八条规则逐条核对，没有一条不符合。' : `决定的是：${decisive.zh}。`}`,
        en: `Decision: ${decision.en}. Reason: ${reasonNames[reason].en}. ${decisive === undefined ? 'Eight rules were tried one by one and all hold.' : `What decides: ${decisive.en}.`}`,
      },
    },
    {
      kind: 'table',
      caption: { zh: '逐条核对', en: 'Rule by rule' },
      columns: [
        { name: { zh: '问题', en: 'Fault' } },
        { name: { zh: '有没有', en: 'Found?' } },
        { name: { zh: '依据', en: 'Grounds' } },
      ],
      rows: faultNames.map((fault) => [
        reasonNames[fault],
        faults.includes(fault) ? { zh: '有', en: 'yes' } : { zh: '没有', en: 'no' },
        findings[fault],
      ]),
    },
    count(order.limits.contact, 'contacted', order.contactedAt),
    count(rectifyLimit(order), 'completed', order.completedAt),
  ];
}

const rowOf = (flow: DrawnOrder['flow'], step: StepId): string =>
  flowName(flow.findIndex((line) => line.step === step));

function findingsOf({ order, flow }: DrawnOrder, calendar: Calendar): Record<RecheckFault, Bilingual> {
  const call = callThatCounts(order);
  const closed = rowOf(flow, 'closed');
  const completed = rowOf(flow, 'completed');
  const called = call === undefined ? '' : callName(order.calls.indexOf(call));
  const withoutCall: Bilingual = {
    zh: '没有可以核对的回访',
    en: 'there is no call-back to be tried',
  };
  const measures = (reach: string): string => {
    const rows = flow.flatMap(({ step, text }, i) =>
      step === 'measure' && order.measures.some((measure) => measure.text === text && measure.reach === reach)
        ? [flowName(i)]
        : [],
    );
    return rows.length === 0 ? '0' : rows.join('、');
  };
  const [general, single, beside] = [measures('general'), measures('case'), measures('beside')];
  const ofMeasures: Bilingual = {
    zh: `对今后办件有效的措施 ${none(general)}；个案答复 ${none(single)}；与原因无关或只有表态 ${none(beside)}`,
    en: `measures for all later cases ${listed(general)}; answers to the case ${listed(single)}; beside the cause or words only ${listed(beside)}`,
  };
  const again = order.later.flatMap((later, i) => (isRecurrence(order, later) ? [laterName(i)] : []));
  return {
    'over-limit': daysFound(order, flow, calendar),
    'no-call-back':
      call === undefined
        ? {
            zh: `${closed} 结案（${printMinute(order.closedAt)}）之前没有一次接通的回访：${missed(order, 'zh')}`,
            en: `before ${closed} (closed ${printMinute(order.closedAt)}) nobody answered a call-back: ${missed(order, 'en')}`,
          }
        : {
            zh: `${called}（${printMinute(call.at)}）接通，早于 ${closed} 结案（${printMinute(order.closedAt)}）`,
            en: `${called} (${printMinute(call.at)}) was answered before ${closed} (closed ${printMinute(order.closedAt)})`,
          },
    'staff-phone': call === undefined ? withoutCall : ownerFound(order, call.number, called),
    'call-before':
      call === undefined
        ? withoutCall
        : {
            zh: `${called} 回访 ${printMinute(call.at)}，${completed} 整改完成 ${printMinute(order.completedAt)}`,
            en: `${called}: call-back ${printMinute(call.at)}; ${completed}: completed ${printMinute(order.completedAt)}`,
          },
    dissatisfied:
      call === undefined
        ? withoutCall
        : {
            zh: `${called} 的结果：${call.outcome === 'dissatisfied' ? '不满意' : call.outcome === 'fair' ? '基本满意' : '满意'}`,
            en: `result of ${called}: ${call.outcome === 'fair' ? 'fairly satisfied' : call.outcome}`,
          },
    unrelated: ofMeasures,
    'case-answer-only': ofMeasures,
    recurred:
      again.length > 0
        ? {
            zh: `${again.join('、')} 与本件单位、事项、标签相同，研判属实，办理时间晚于整改完成（${printMinute(order.completedAt)}）`,
            en: `${again.join(', ')}: same office, item and tag, upheld, served after completion (${printMinute(order.completedAt)})`,
          }
        : {
            zh: `R1—${laterName(order.later.length - 1)} 没有一件同时符合单位、事项、标签相同，属实，办理在整改完成（${printMinute(order.completedAt)}）之后`,
            en: `none of R1–${laterName(order.later.length - 1)} has the same office, item and tag, was upheld and was served after completion (${printMinute(order.completedAt)})`,
          },
  };
}

const none = (rows: string): string => (rows === '0' ? '没有' : rows);
const listed = (rows: string): string => (rows === '0' ? 'none' : rows.replaceAll('、', ', '));

function daysFound(order: DrawnOrder['order'], flow: DrawnOrder['flow'], calendar: Calendar): Bilingual {
  const counted = (limit: Limit, to: number): Bilingual => {
    const [first, last] = [daySecond(order.ratedAt), daySecond(to)];
    const days = limit.kind === 'working' ? workingDaysBetween(calendar, first, last) : last - first;
    const { zh, en } = printLimit(limit);
    const kept = isWithin(calendar, limit, order.ratedAt, to);
    const unit = limit.kind === 'working' ? '个工作日' : '个自然日';
    return {
      zh: `${printDay(last)} ${days === 0 ? '即差评当日' : `为第 ${String(days)} ${unit}`}，时限 ${zh}，${kept ? '没有超过' : '超过'}`,
      en: `${printDay(last)} is ${days === 0 ? 'the day of the rating' : `${limit.kind} day ${String(days)}`}, limit: ${en}, ${kept ? 'kept' : 'exceeded'}`,
    };
  };
  const [contact, rectify] = [
    counted(order.limits.contact, order.contactedAt),
    counted(rectifyLimit(order), order.completedAt),
  ];
  const [contactRow, rectifyRow] = [rowOf(flow, 'contacted'), rowOf(flow, 'completed')];
  const rated = printDay(daySecond(order.ratedAt));
  return {
    zh: `${rated} 差评；${contactRow} 联系：${contact.zh}；${rectifyRow} 整改完成：${rectify.zh}`,
    en: `rated ${rated}; ${contactRow}, contact: ${contact.en}; ${rectifyRow}, completion: ${rectify.en}`,
  };
}

function ownerFound(
  { ownNumbers, staffNumbers }: DrawnOrder['order'],
  number: string,
  row: string,
): Bilingual {
  const staff = staffNumbers.find((entry) => entry.number === number);
  const isOwn = ownNumbers.includes(number);
  return {
    zh: `${row} 打的是 ${number}，${isOwn ? '是评价人留下的号码' : `登记为${staff?.owner.zh ?? '他人'}`}`,
    en: `${row} went to ${number}, ${isOwn ? 'a number that the rater left' : `on record as: ${staff?.owner.en ?? 'somebody else'}`}`,
  };
}

function missed({ calls, closedAt }: DrawnOrder['order'], language: 'zh' | 'en'): string {
  const because = calls.map(({ at, outcome }, i) => {
    const row = callName(i);
    if (outcome === 'unanswered') return { zh: `${row} 未接通`, en: `${row} not answered` };
    if (outcome === 'message') return { zh: `${row} 只是短信`, en: `${row} a text message only` };
    return {
      zh: `${row} 在结案之后（${printMinute(at)} 晚于 ${printMinute(closedAt)}）`,
      en: `${row} after closing (${printMinute(at)} after ${printMinute(closedAt)})`,
    };
  });
  return because.map((text) => text[language]).join(language === 'zh' ? '，' : ', ');
}
