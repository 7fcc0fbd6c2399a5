import type { Bilingual } from '../../../../model/language.ts';
import type { Difficulty } from '../../../../model/training/exercise-kinds.ts';
import { addWorkingDays, workingDaysBetween } from '../../../../model/time/calendar.ts';
import { DAY_SECONDS, printDay } from '../../../../model/time/time.ts';
import {
  dayBeforeIrregular,
  dayCountTable,
  daySecond,
  printMinute,
  restNote,
  workingDayUpTo,
} from '../../day-count.ts';
import {
  anotherCase,
  besides,
  proof,
  textOrNone,
  ticketRecord,
  type Complaint,
  type ComplaintTemplate,
  type Proof,
} from '../complaint.ts';
import { HOUR, MINUTE, officeMoment, type Scene } from '../scene.ts';

/** 超过承诺时限: whether a case was finished within the promised working days, to be counted from dates. */
export const overtimeTemplate: ComplaintTemplate = {
  name: { zh: '超过承诺时限', en: 'Over the promised time' },
  suits: ({ isPromise, promisedDays }) => isPromise && promisedDays >= 2,
  tell,
};

/** Working days between the last day allowed and the day in question: nearer where it is harder. */
type Margins = Readonly<Record<Difficulty, readonly [number, number]>>;
const marginsLate: Margins = { 1: [3, 5], 2: [2, 3], 3: [1, 1] };
const marginsEarly: Margins = { 1: [2, 3], 2: [1, 1], 3: [0, 0] };

function tell(scene: Scene): Complaint {
  const { draws, difficulty, calendar, promisedDays: n, tail, otherTail } = scene;
  const from = acceptedOn(scene);
  const acceptedAt = from * DAY_SECONDS + (scene.servedAt % DAY_SECONDS);
  const late = addWorkingDays(calendar, from, n + draws.whole('late by', ...marginsLate[difficulty]));
  const early = addWorkingDays(
    calendar,
    from,
    Math.max(1, n - draws.whole('early by', ...marginsEarly[difficulty])),
  );
  const moment = draws.whole('finished at', 9 * 60 + 30, 16 * 60 + 30) * MINUTE;
  const [lateAt, earlyAt] = [late * DAY_SECONDS + moment, early * DAY_SECONDS + moment];
  const ratedAt = late * DAY_SECONDS + 17 * HOUR + draws.whole('rated at', 20, 280) * MINUTE;
  const counted = (day: number): string => String(workingDaysBetween(calendar, from, day));
  const overdue: Bilingual = {
    zh: `${printDay(late)} 是第 ${counted(late)} 个工作日，超过承诺的 ${String(n)} 个工作日`,
    en: `${printDay(late)} is working day ${counted(late)}, beyond the ${String(n)} promised`,
  };
  const inTime: Bilingual = {
    zh: `${printDay(early)} 是第 ${counted(early)} 个工作日，没有超过承诺的 ${String(n)} 个工作日`,
    en: `${printDay(early)} is working day ${counted(early)}, within the ${String(n)} promised`,
  };
  const finished = (bearing: 'supports' | 'against', at: number, because: Bilingual): Proof[] => [
    proof(bearing, 'platform', at, {
      text: {
        zh: `办件 ${tail}：${printMinute(at)} 提交办结`,
        en: `Case ${tail}: finished at ${printMinute(at)}`,
      },
      again: {
        zh: `办件 ${tail}：办结日期 ${printDay(daySecond(at))}`,
        en: `Case ${tail}: date of completion ${printDay(daySecond(at))}`,
      },
      because,
    }),
    proof(bearing, 'sms', at + MINUTE, {
      text: {
        zh: `办件 ${tail}：办结时自动触发的通知短信，发送时间 ${printMinute(at + MINUTE)}`,
        en: `Case ${tail}: message sent automatically on completion, at ${printMinute(at + MINUTE)}`,
      },
      again: {
        zh: `办件 ${tail}：办结通知 1 条，${printDay(daySecond(at))}`,
        en: `Case ${tail}: 1 message of completion, ${printDay(daySecond(at))}`,
      },
      because,
    }),
  ];
  const postedAt = earlyAt + 40 * MINUTE;
  return {
    tag: { code: '209', name: { zh: '未在承诺时间内办结', en: 'Not done within the promised time' } },
    text: textOrNone(scene, [
      {
        zh: `说好 ${String(n)} 个工作日，结果超了，也没人说一声`,
        en: `They said ${String(n)} working days, it took longer, and nobody told me`,
      },
      {
        zh: '早就过了承诺的时间，打电话问只说还在审批',
        en: 'The promised time was long over; on the phone they only said it was being examined',
      },
      { zh: '拖到超期才办下来', en: 'It was dragged out beyond the time limit' },
    ]),
    claim: {
      zh: `本件没有在承诺的 ${String(n)} 个工作日内办结`,
      en: `the case was not finished within the ${String(n)} working days promised`,
    },
    denial: {
      zh: '该件在承诺时限内办结',
      en: 'the case was finished within the promised time',
    },
    ratedAt,
    facts: [
      [
        { zh: '受理时间（双方无异议）', en: 'Accepted (not disputed)' },
        { zh: printMinute(acceptedAt), en: printMinute(acceptedAt) },
      ],
      [
        { zh: '承诺办结时限', en: 'Promised time' },
        { zh: `${String(n)} 个工作日`, en: `${String(n)} working days` },
      ],
    ],
    notes: [restNote(calendar, from, late)],
    supports: finished('supports', lateAt, overdue),
    against: [
      ...finished('against', earlyAt, inTime),
      proof('against', 'post', postedAt, {
        text: {
          zh: `办件 ${tail} 的办理结果：${printMinute(postedAt)} 揽收`,
          en: `Result of case ${tail}: handed to the post at ${printMinute(postedAt)}`,
        },
        again: {
          zh: `办件 ${tail}：${printDay(daySecond(postedAt))} 揽收 1 件`,
          en: `Case ${tail}: 1 piece handed in on ${printDay(daySecond(postedAt))}`,
        },
        because: {
          zh: `结果已经寄出，说明已办结；${inTime.zh}`,
          en: `what is sent off has been finished; ${inTime.en}`,
        },
      }),
    ],
    misplaced: [earlyAt, lateAt]
      .map((at) => at + draws.whole('another case', 7, 25) * MINUTE)
      .map((at) =>
        besides(
          'platform',
          at,
          {
            zh: `办件 ${otherTail}：${printMinute(at)} 提交办结`,
            en: `Case ${otherTail}: finished at ${printMinute(at)}`,
          },
          anotherCase,
        ),
      ),
    always: [],
    beside: [
      besides(
        'guide',
        officeMoment(scene, acceptedAt, -30, 'guide'),
        {
          zh: `该事项承诺办结时限 ${String(n)} 个工作日，受理次日起算`,
          en: `Promised time of the item: ${String(n)} working days, counted from the day after acceptance`,
        },
        {
          zh: '只说明承诺几天，没有说明哪天办结',
          en: 'it says how many days are promised, not when the case was finished',
        },
      ),
      ticketRecord(scene, acceptedAt),
    ],
    workings: [
      dayCountTable(calendar, 'working', {
        from,
        to: late,
        caption: {
          zh: `从受理次日数起，承诺 ${String(n)} 个工作日`,
          en: `Counted from the day after acceptance; ${String(n)} working days are promised`,
        },
      }),
    ],
  };
}

/** Day of acceptance: where it is hard, a holiday or a make-up working day soon follows. */
function acceptedOn({ draws, difficulty, calendar, servedAt, promisedDays }: Scene): number {
  const day = daySecond(servedAt);
  return difficulty === 3
    ? workingDayUpTo(
        calendar,
        dayBeforeIrregular(calendar, draws, { day, reach: promisedDays, name: 'day off' }),
      )
    : day;
}
