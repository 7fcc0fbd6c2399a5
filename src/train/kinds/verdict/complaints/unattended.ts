import { printClock, printMinute } from '../../day-count.ts';
import {
  besides,
  notTheClaim,
  proof,
  servedFact,
  windowFact,
  type Complaint,
  type ComplaintTemplate,
} from '../complaint.ts';
import { HOUR, MINUTE, officeMoment, type Scene } from '../scene.ts';

/** 一小时内集中打差评: many bad ratings by one account, which is a clue and no proof; the claim is that a window was unattended. */
export const unattendedTemplate: ComplaintTemplate = {
  name: { zh: '同一账号一小时内评了许多件', en: 'Many ratings by one account within an hour' },
  suits: ({ isOnline }) => !isOnline,
  tell,
};

function tell(scene: Scene): Complaint {
  const { draws, window, otherWindow, servedAt } = scene;
  const from = servedAt - draws.whole('empty since', 10, 20) * MINUTE;
  const to = servedAt + draws.whole('empty until', 20, 45) * MINUTE;
  const [waiting, served] = [
    String(draws.whole('waiting', 6, 17)),
    String(draws.whole('served meanwhile', 5, 9)),
  ];
  const evening = Math.floor(servedAt / (24 * HOUR)) * 24 * HOUR + 20 * HOUR;
  const first = evening + draws.whole('first rating', 0, 20) * MINUTE;
  const last = first + draws.whole('last rating', 31, 55) * MINUTE;
  const patrolled = to + draws.whole('patrolled', 8, 40) * MINUTE;
  const ratings = String(draws.whole('ratings', 9, 18));
  const offices = String(draws.whole('offices', 4, 8));
  const span = {
    zh: `${printMinute(from)} 至 ${printClock(to)}`,
    en: `${printMinute(from)} to ${printClock(to)}`,
  };
  const otherWindowMeant = {
    zh: '不是所诉的窗口，不针对本件',
    en: 'it is not the window that is complained of',
  };
  return {
    tag: { code: '115', name: { zh: '服务态度差效率低', en: 'Poor attitude and slow service' } },
    text: draws.one('text', [
      {
        zh: `上班时间${window}号窗口没人，等了半天`,
        en: `In office hours nobody was at window ${window}, I waited and waited`,
      },
      { zh: '窗口空着没人管，白等', en: 'The window was empty and nobody cared, I waited in vain' },
      { zh: `${window}号窗口没人`, en: `Nobody at window ${window}` },
    ]),
    claim: {
      zh: `办理时（${printMinute(servedAt)}）${window} 号窗口无人值守`,
      en: `nobody was at window ${window} at the time of the service (${printMinute(servedAt)})`,
    },
    denial: {
      zh: `${window} 号窗口全天有人值守，没有空岗`,
      en: `window ${window} was attended all day`,
    },
    ratedAt: last - 9 * MINUTE,
    facts: [servedFact(scene), windowFact(scene)],
    notes: [],
    supports: [
      proof('supports', 'video', to, {
        text: {
          zh: `${window} 号窗口 ${span.zh} 无人在岗`,
          en: `Window ${window}, ${span.en}: nobody at the desk`,
        },
        again: {
          zh: `视频摘录：${window} 号窗口空岗 1 次（${span.zh}）`,
          en: `Extract of the video: window ${window} empty 1 time (${span.en})`,
        },
        because: {
          zh: `办理时间 ${printClock(servedAt)} 落在空岗时段内，证明所诉`,
          en: `the time of the service, ${printClock(servedAt)}, lies within: it proves the claim`,
        },
      }),
      proof('supports', 'queue', to, {
        text: {
          zh: `${window} 号窗口 ${span.zh} 叫号 0 次，在等 ${waiting} 人`,
          en: `Window ${window}, ${span.en}: 0 calls, ${waiting} people waiting`,
        },
        again: {
          zh: `叫号间隔统计：${window} 号窗口中断 1 次（${span.zh}）`,
          en: `Gaps between calls: window ${window}, 1 gap (${span.en})`,
        },
        because: {
          zh: '有人在等而窗口不叫号，证明所诉',
          en: 'people waited and the window did not call: it proves the claim',
        },
      }),
    ],
    against: [
      proof('against', 'queue', to, {
        text: {
          zh: `${window} 号窗口 ${span.zh} 叫号 ${served} 次，没有中断`,
          en: `Window ${window}, ${span.en}: ${served} calls, no gap`,
        },
        again: {
          zh: `叫号间隔统计：${window} 号窗口 ${span.zh} 中断 0 次`,
          en: `Gaps between calls: window ${window}, ${span.en}: 0`,
        },
        because: { zh: '窗口一直在叫号，与所诉相反', en: 'the window kept calling, contrary to the claim' },
      }),
      proof('against', 'video', to, {
        text: {
          zh: `${window} 号窗口 ${span.zh} 工作人员在岗，连续办理`,
          en: `Window ${window}, ${span.en}: a clerk is at the desk and serves one after another`,
        },
        again: {
          zh: `视频摘录：${window} 号窗口 ${span.zh} 空岗 0 次`,
          en: `Extract of the video: window ${window}, ${span.en}: empty 0 times`,
        },
        because: { zh: '画面中有人在岗，与所诉相反', en: 'the picture is contrary to the claim' },
      }),
      proof('against', 'platform', to, {
        text: {
          zh: `${window} 号窗口终端 ${span.zh} 受理 ${served} 件，间隔都不超过 9 分钟`,
          en: `Terminal of window ${window}, ${span.en}: ${served} cases accepted, never more than 9 minutes apart`,
        },
        again: {
          zh: `${window} 号窗口终端 ${span.zh} 受理合计 ${served} 件`,
          en: `Terminal of window ${window}, ${span.en}: ${served} cases in all`,
        },
        because: { zh: '终端一直在受理，与所诉相反', en: 'the terminal was at work, contrary to the claim' },
      }),
    ],
    misplaced: [
      besides(
        'video',
        to,
        {
          zh: `${otherWindow} 号窗口 ${span.zh} 无人在岗`,
          en: `Window ${otherWindow}, ${span.en}: nobody at the desk`,
        },
        otherWindowMeant,
      ),
      besides(
        'queue',
        to,
        {
          zh: `${otherWindow} 号窗口 ${span.zh} 叫号 ${served} 次，没有中断`,
          en: `Window ${otherWindow}, ${span.en}: ${served} calls, no gap`,
        },
        otherWindowMeant,
      ),
    ],
    always: [
      besides(
        'rating',
        last,
        draws.one('kind of account', [
          {
            zh: `同一账号 ${printMinute(first)} 至 ${printClock(last)} 评价 ${ratings} 件，涉及 ${offices} 个单位，全部一星`,
            en: `The same account rated ${ratings} cases of ${offices} offices from ${printMinute(first)} to ${printClock(last)}, all with one star`,
          },
          {
            zh: `同一账号（企业代办员）${printMinute(first)} 至 ${printClock(last)} 评价 ${ratings} 件，涉及 ${offices} 个单位，一星 ${ratings} 件`,
            en: `The same account (an agent of firms) rated ${ratings} cases of ${offices} offices from ${printMinute(first)} to ${printClock(last)}, ${ratings} with one star`,
          },
        ]),
        {
          zh: '集中打差评只是线索，不能证明本件所诉是真是假',
          en: 'many bad ratings at once are a clue; they do not tell whether this claim is true',
        },
      ),
    ],
    beside: [
      besides(
        'guide',
        officeMoment(scene, servedAt, -30, 'guide'),
        {
          zh: '大厅办公时间：工作日 9:00 至 17:00，中午不休息',
          en: 'Office hours of the hall: working days, 9:00 to 17:00, no break at noon',
        },
        {
          zh: '只说明应当有人，没有说明当时有没有人',
          en: 'it says that somebody should be there, not whether somebody was',
        },
      ),
      besides(
        'patrol',
        patrolled,
        {
          zh: `${printMinute(patrolled)} 巡查：大厅卫生、饮水、标识正常`,
          en: `Patrol at ${printMinute(patrolled)}: cleanliness, water and signs in order`,
        },
        notTheClaim,
      ),
    ],
    workings: [],
  };
}
