import { printClock, printMinute } from '../../day-count.ts';
import {
  besides,
  notTheClaim,
  proof,
  servedFact,
  textOrNone,
  windowFact,
  type Complaint,
  type ComplaintTemplate,
} from '../complaint.ts';
import { HOUR, MINUTE, momentBefore, officeMoment, type Scene } from '../scene.ts';

/** 多头跑窗口: whether the applicant was sent to and fro between windows. */
export const windowsTemplate: ComplaintTemplate = {
  name: { zh: '窗口之间来回跑', en: 'Sent to and fro between windows' },
  suits: ({ isOnline }) => !isOnline,
  tell,
};

function tell(scene: Scene): Complaint {
  const { draws, tail, window, otherWindow, servedAt } = scene;
  const [back, last] = [
    draws.whole('sent after', 8, 16) * MINUTE,
    draws.whole('back after', 20, 45) * MINUTE,
  ];
  const [first, second, third] = [servedAt, servedAt + back, servedAt + back + last];
  const end = servedAt + draws.whole('served for', 9, 25) * MINUTE;
  const dayBefore = momentBefore(scene, servedAt, 'another day');
  return {
    tag: { code: '113', name: { zh: '多头跑窗口和部门', en: 'Sent from window to window' } },
    text: textOrNone(scene, [
      {
        zh: `${window}号窗口让去${otherWindow}号，${otherWindow}号又让回${window}号，来回跑`,
        en: `Window ${window} sent me to ${otherWindow}, ${otherWindow} sent me back to ${window}, to and fro`,
      },
      { zh: '几个窗口互相推，都说不归他们管', en: 'The windows passed me on, each said it was not theirs' },
      { zh: '一件事在大厅里来回跑了几个窗口', en: 'One matter, and I ran between windows of the hall' },
    ]),
    claim: {
      zh: `办理中被 ${window} 号、${otherWindow} 号窗口来回推`,
      en: `the applicant was sent to and fro between windows ${window} and ${otherWindow}`,
    },
    denial: {
      zh: `该件由 ${window} 号窗口一次办理，没有让申请人去其他窗口`,
      en: `window ${window} handled the case in one go and sent the applicant nowhere`,
    },
    ratedAt: third + draws.whole('rated after', 30, 300) * MINUTE,
    facts: [servedFact(scene), windowFact(scene)],
    notes: [],
    supports: [
      proof('supports', 'queue', third, {
        text: {
          zh: `同一证件 ${printMinute(first)} 在 ${window} 号、${printClock(second)} 在 ${otherWindow} 号、${printClock(third)} 又在 ${window} 号窗口叫号，前两次以“非本窗口业务”结束`,
          en: `The same card called at ${printMinute(first)} to window ${window}, at ${printClock(second)} to ${otherWindow}, at ${printClock(third)} to ${window} again; the first two ended as “not this window”`,
        },
        again: {
          zh: `该证件当日叫号 3 次，2 次以“非本窗口业务”结束`,
          en: 'The card was called 3 times that day, 2 ended as “not this window”',
        },
        because: {
          zh: '叫号记录显示在两个窗口之间往返',
          en: 'the calls show the way to and fro between the windows',
        },
      }),
      proof('supports', 'video', third, {
        text: {
          zh: `${printMinute(first)} 至 ${printClock(third)}，该办事人在 ${window} 号、${otherWindow} 号窗口之间往返，两次被指向对方窗口`,
          en: `From ${printMinute(first)} to ${printClock(third)} the applicant goes to and fro between windows ${window} and ${otherWindow}, twice pointed to the other one`,
        },
        again: {
          zh: `视频摘录：该办事人往返两窗口，被指引 2 次`,
          en: 'Extract of the video: to and fro between two windows, pointed on 2 times',
        },
        because: { zh: '画面直接证明所诉', en: 'the picture proves the claim directly' },
      }),
    ],
    against: [
      proof('against', 'queue', end, {
        text: {
          zh: `同一证件当日只叫号 1 次：${printMinute(first)} 在 ${window} 号窗口，${printClock(end)} 办毕`,
          en: `The same card was called 1 time that day: at ${printMinute(first)} to window ${window}, done at ${printClock(end)}`,
        },
        again: { zh: '该证件当日叫号 1 次，窗口 1 个', en: 'The card was called 1 time that day, 1 window' },
        because: {
          zh: '只到过一个窗口，与“来回跑”相反',
          en: 'only one window was visited, contrary to the claim',
        },
      }),
      proof('against', 'video', end, {
        text: {
          zh: `该办事人 ${printMinute(first)} 到 ${window} 号窗口，${printClock(end)} 离开大厅，其间没有到过其他窗口`,
          en: `The applicant comes to window ${window} at ${printMinute(first)} and leaves the hall at ${printClock(end)}, without going to another window`,
        },
        again: {
          zh: '视频摘录：该办事人只到过 1 个窗口',
          en: 'Extract of the video: the applicant went to 1 window only',
        },
        because: { zh: '画面与所诉相反', en: 'the picture is contrary to the claim' },
      }),
      proof('against', 'platform', end, {
        text: {
          zh: `办件 ${tail}：收件、受理均由 ${window} 号窗口完成（${printMinute(first)} 至 ${printClock(end)}），没有退回或转窗口操作`,
          en: `Case ${tail}: taken and accepted at window ${window} (${printMinute(first)} to ${printClock(end)}), not returned and not passed on`,
        },
        again: {
          zh: `办件 ${tail}：转窗口次数 0`,
          en: `Case ${tail}: passed on to another window: 0 times`,
        },
        because: {
          zh: '日志中没有转窗口，与所诉相反',
          en: 'the log knows no passing on, contrary to the claim',
        },
      }),
    ],
    misplaced: [
      besides(
        'queue',
        dayBefore,
        {
          zh: `前一工作日（${printMinute(dayBefore)}）一证件在 ${window} 号、${otherWindow} 号窗口各叫号 1 次，以“非本窗口业务”结束`,
          en: `The working day before (${printMinute(dayBefore)}) a card was called to windows ${window} and ${otherWindow}, 1 time each, ended as “not this window”`,
        },
        {
          zh: '日期不是本件办理的日期，不针对本件',
          en: 'it is not the day of this case',
        },
      ),
      besides(
        'video',
        dayBefore,
        {
          zh: `前一工作日（${printMinute(dayBefore)}）${window} 号窗口秩序正常，办事人办完即离开`,
          en: `The working day before (${printMinute(dayBefore)}) all is orderly at window ${window}, applicants leave when done`,
        },
        { zh: '日期不是本件办理的日期，不针对本件', en: 'it is not the day of this case' },
      ),
    ],
    always: [],
    beside: [
      besides(
        'guide',
        officeMoment(scene, servedAt, -40, 'guide'),
        {
          zh: `该事项为综合窗口事项，办理地点写作“${window} 号窗口”`,
          en: `The item belongs to the general windows; the place given is “window ${window}”`,
        },
        {
          zh: '只说明应当在哪里办，没有说明实际怎样办',
          en: 'it says where the case belongs, not what happened',
        },
      ),
      besides(
        'sms',
        end + 2 * HOUR,
        {
          zh: `办件 ${tail}：办结通知 1 条，${printMinute(end + 2 * HOUR)}`,
          en: `Case ${tail}: 1 message of completion, ${printMinute(end + 2 * HOUR)}`,
        },
        notTheClaim,
      ),
    ],
    workings: [],
  };
}
