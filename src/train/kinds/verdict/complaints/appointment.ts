import { printClock, printMinute } from '../../day-count.ts';
import {
  besides,
  proof,
  servedFact,
  textOrNone,
  windowFact,
  type Complaint,
  type ComplaintTemplate,
} from '../complaint.ts';
import { HOUR, MINUTE, momentBefore, officeMoment, type Scene } from '../scene.ts';

/** 预约后重复排队: whether an appointment was honoured, to be read from times of tickets and calls. */
export const appointmentTemplate: ComplaintTemplate = {
  name: { zh: '预约后到现场重新排队', en: 'Queued again in spite of an appointment' },
  suits: ({ isOnline }) => !isOnline,
  tell,
};

function tell(scene: Scene): Complaint {
  const { draws, window, otherWindow, servedAt } = scene;
  const hour = Math.floor(servedAt / HOUR) * HOUR;
  const arrived = hour + draws.whole('arrived', 2, 9) * MINUTE;
  const waited = draws.whole('waited', 41, 75);
  const calledLate = arrived + waited * MINUTE;
  const soon = draws.whole('called after', 3, 9);
  const calledSoon = arrived + soon * MINUTE;
  const ticket = `${draws.one('series', ['A', 'B', 'C'])}${String(draws.whole('ticket', 21, 98)).padStart(3, '0')}`;
  const slot = {
    zh: `${printMinute(hour)} 至 ${printClock(hour + HOUR / 2)}`,
    en: `${printMinute(hour)} to ${printClock(hour + HOUR / 2)}`,
  };
  const yesterday = momentBefore(scene, servedAt, 'another day');
  const anotherDay = {
    zh: '日期不是本件办理的日期，不针对本件',
    en: 'it is not the day of this case',
  };
  return {
    tag: {
      code: '212',
      name: {
        zh: '在线预约办理后到实体大厅重复取号排队',
        en: 'Booked online, still had to queue in the hall',
      },
    },
    text: textOrNone(scene, [
      {
        zh: '网上预约了，到现场还要重新取号排队',
        en: 'I had booked online and had to take a ticket and queue again',
      },
      { zh: '约好的时间不管用，照样排队', en: 'The appointed time meant nothing, I queued like everybody' },
      { zh: '预约等于没预约', en: 'I might as well not have booked' },
    ]),
    claim: {
      zh: '已在线预约，到大厅仍要重新取号排队',
      en: 'in spite of an appointment a ticket had to be taken and the queue joined again',
    },
    denial: {
      zh: '凭预约核销后直接办理，没有要求重新取号',
      en: 'the appointment was honoured at once and no new ticket was asked for',
    },
    ratedAt: calledLate + draws.whole('rated after', 25, 200) * MINUTE,
    facts: [
      [{ zh: '预约时段（双方无异议）', en: 'Appointment (not disputed)' }, slot],
      servedFact({ ...scene, servedAt: arrived }),
      windowFact(scene),
    ],
    notes: [],
    supports: [
      proof('supports', 'queue', calledLate, {
        text: {
          zh: `同一证件 ${printMinute(arrived)} 现场取号 ${ticket}，${printClock(calledLate)} 到 ${window} 号窗口，等候 ${String(waited)} 分钟，类别“现场号”`,
          en: `The same card took ticket ${ticket} at ${printMinute(arrived)}, called to window ${window} at ${printClock(calledLate)} after ${String(waited)} minutes, kind “walk-in”`,
        },
        again: {
          zh: `该证件当日现场取号 1 次（${ticket}），预约优先号 0 次`,
          en: `The card took 1 walk-in ticket that day (${ticket}), 0 tickets of appointment`,
        },
        because: {
          zh: '预约人按现场号排队，证明所诉',
          en: 'the person with an appointment queued as a walk-in: it proves the claim',
        },
      }),
      proof('supports', 'booking', calledLate + 20 * MINUTE, {
        text: {
          zh: `预约 ${slot.zh}：到场扫码 ${printMinute(arrived)}，返回“预约号不可用，请现场取号”，未核销`,
          en: `Appointment ${slot.en}: scanned at ${printMinute(arrived)}, answered “not usable, please take a ticket”, never used`,
        },
        again: {
          zh: '当日该证件预约核销 0 次，返回“请现场取号”1 次',
          en: 'The card that day: appointment used 0 times, answered “please take a ticket” 1 time',
        },
        because: {
          zh: '系统让预约人重新取号，证明所诉',
          en: 'the system sent the person to take a ticket: it proves the claim',
        },
      }),
    ],
    against: [
      proof('against', 'queue', calledSoon, {
        text: {
          zh: `同一证件当日没有现场取号；${printMinute(calledSoon)} 以“预约优先号”到 ${window} 号窗口`,
          en: `The same card took no walk-in ticket that day; called to window ${window} at ${printMinute(calledSoon)} as “appointment”`,
        },
        again: {
          zh: '该证件当日现场取号 0 次，预约优先号 1 次',
          en: 'The card took 0 walk-in tickets that day, 1 ticket of appointment',
        },
        because: { zh: '没有现场取号，与所诉相反', en: 'no walk-in ticket was taken, contrary to the claim' },
      }),
      proof('against', 'booking', arrived, {
        text: {
          zh: `预约 ${slot.zh}：${printMinute(arrived)} 到场扫码核销成功，直接进入优先队列`,
          en: `Appointment ${slot.en}: scanned and used at ${printMinute(arrived)}, put first in the queue`,
        },
        again: {
          zh: '当日该证件预约核销 1 次，返回“请现场取号”0 次',
          en: 'The card that day: appointment used 1 time, answered “please take a ticket” 0 times',
        },
        because: {
          zh: '预约当场核销，不用重新取号，与所诉相反',
          en: 'the appointment was used at once, contrary to the claim',
        },
      }),
      proof('against', 'video', calledSoon, {
        text: {
          zh: `该办事人 ${printMinute(arrived)} 扫预约码后直接到 ${window} 号窗口，没有去取号机`,
          en: `The applicant scans the appointment at ${printMinute(arrived)} and goes straight to window ${window}, not to the ticket machine`,
        },
        again: {
          zh: '视频摘录：该办事人在取号机前停留 0 次',
          en: 'Extract of the video: the applicant stops at the ticket machine 0 times',
        },
        because: { zh: '画面与所诉相反', en: 'the picture is contrary to the claim' },
      }),
    ],
    misplaced: [
      besides(
        'queue',
        yesterday,
        {
          zh: `前一工作日（${printMinute(yesterday)}）一预约人现场取号，等候 ${String(waited)} 分钟后到 ${otherWindow} 号窗口`,
          en: `The working day before (${printMinute(yesterday)}) somebody with an appointment took a ticket and waited ${String(waited)} minutes for window ${otherWindow}`,
        },
        anotherDay,
      ),
      besides(
        'booking',
        yesterday,
        {
          zh: `前一工作日（${printMinute(yesterday)}）一预约人到场扫码核销成功`,
          en: `The working day before (${printMinute(yesterday)}) an appointment was scanned and used`,
        },
        anotherDay,
      ),
    ],
    always: [],
    beside: [
      besides(
        'guide',
        officeMoment(scene, servedAt, -30, 'guide'),
        {
          zh: '预约须知：预约人凭预约码优先叫号，无须现场取号',
          en: 'Notice on appointments: holders are called first and need no ticket',
        },
        {
          zh: '只说明应当怎样，没有说明当天怎样',
          en: 'it says how it should be, not how it was that day',
        },
      ),
      besides(
        'sms',
        momentBefore(scene, servedAt, 'booked'),
        {
          zh: `预约成功通知 1 条，时段 ${slot.zh}`,
          en: `1 message confirming the appointment ${slot.en}`,
        },
        {
          zh: '只说明约上了，没有说明到场以后',
          en: 'it says that the appointment was made, not what happened in the hall',
        },
      ),
    ],
    workings: [],
  };
}
