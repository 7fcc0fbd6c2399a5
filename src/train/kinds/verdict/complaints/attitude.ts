import type { Bilingual } from '../../../../model/language.ts';
import { printClock, printMinute } from '../../day-count.ts';
import {
  besides,
  notTheClaim,
  proof,
  servedFact,
  textOrNone,
  ticketRecord,
  windowFact,
  type Complaint,
  type ComplaintTemplate,
} from '../complaint.ts';
import { HOUR, MINUTE, type Scene } from '../scene.ts';

/** 服务态度: what was said at the window. */
export const attitudeTemplate: ComplaintTemplate = {
  name: { zh: '服务态度生硬', en: 'Curt service' },
  suits: ({ isOnline }) => !isOnline,
  tell,
};

const rudeWords = ({ draws }: Scene): Bilingual =>
  draws.one('rude words', [
    { zh: '自己看墙上，别问我', en: 'Read the wall, do not ask me' },
    { zh: '说了不行就是不行，下一个', en: 'No means no. Next' },
    { zh: '跟你说几遍了，听不懂吗', en: 'How often must I tell you, do you not understand' },
    { zh: '不想办就别办', en: 'If you do not like it, leave it' },
  ]);

function tell(scene: Scene): Complaint {
  const { draws, window, otherWindow, servedAt, tail } = scene;
  const words = rudeWords(scene);
  const minutes = draws.whole('served for', 6, 15);
  const end = servedAt + minutes * MINUTE;
  const said = servedAt + draws.whole('said after', 2, 5) * MINUTE;
  const span: Bilingual = {
    zh: `${printMinute(servedAt)} 至 ${printClock(end)}`,
    en: `${printMinute(servedAt)} to ${printClock(end)}`,
  };
  const elsewhere: Bilingual = { zh: '不是本件的窗口，不针对本件', en: 'it is not the window of this case' };
  return {
    tag: { code: '214', name: { zh: '服务态度生硬', en: 'Curt service' } },
    text: textOrNone(scene, [
      {
        zh: `${window}号窗口态度生硬，多问一句就嫌烦`,
        en: `Window ${window} was curt and annoyed by every further question`,
      },
      { zh: '说话硬邦邦的，材料直接推出来', en: 'Hard words, and the papers were pushed back at me' },
      { zh: '问一句答半句，全程没个好脸', en: 'Half an answer to each question, never a friendly face' },
    ]),
    claim: {
      zh: `${window} 号窗口工作人员对申请人态度生硬`,
      en: `the clerk of window ${window} was curt to the applicant`,
    },
    denial: {
      zh: `${window} 号窗口工作人员用语规范，态度没有问题`,
      en: `the clerk of window ${window} used proper words and the manner was right`,
    },
    ratedAt: end + draws.whole('rated after', 2, 200) * MINUTE,
    facts: [servedFact(scene), windowFact(scene)],
    notes: [],
    supports: [
      proof('supports', 'recording', said, {
        text: {
          zh: `${window} 号窗口 ${printMinute(said)}：工作人员把材料推出窗口，说“${words.zh}”`,
          en: `Window ${window}, ${printMinute(said)}: the clerk pushes the papers out and says “${words.en}”`,
        },
        again: {
          zh: `${window} 号窗口录音转写（${printClock(said)}）：“${words.zh}”`,
          en: `Window ${window}, sound as text (${printClock(said)}): “${words.en}”`,
        },
        because: { zh: '原声直接证明所诉', en: 'the sound proves the claim directly' },
      }),
      proof('supports', 'patrol', said + MINUTE, {
        text: {
          zh: `${printMinute(said + MINUTE)} 巡查员在 ${window} 号窗口旁听到工作人员高声说“${words.zh}”，当场提醒`,
          en: `At ${printMinute(said + MINUTE)} the patrol heard the clerk of window ${window} say loudly “${words.en}” and intervened`,
        },
        again: {
          zh: `巡查问题清单：${window} 号窗口用语不当 1 次（${printClock(said + MINUTE)}）`,
          en: `List of findings: window ${window}, improper words, 1 time (${printClock(said + MINUTE)})`,
        },
        because: {
          zh: '大厅管理方人员亲眼所见，不出自被评单位',
          en: 'seen by the hall management itself, not told by the rated office',
        },
      }),
    ],
    against: [
      proof('against', 'recording', end, {
        text: {
          zh: `${window} 号窗口 ${span.zh} 全程有声：工作人员语气平和，逐项说明材料，双方没有争执`,
          en: `Window ${window}, ${span.en}, sound throughout: the clerk speaks calmly and explains each paper, no dispute`,
        },
        again: {
          zh: `${window} 号窗口录音转写（${span.zh}）：没有不文明用语`,
          en: `Window ${window}, sound as text (${span.en}): no improper words`,
        },
        because: { zh: '全程原声与所诉相反', en: 'the whole sound is contrary to the claim' },
      }),
      proof('against', 'patrol', end, {
        text: {
          zh: `${span.zh} 巡查员在 ${window} 号窗口旁值守，亲见本件办理全过程：解答耐心，没有争执`,
          en: `${span.en}: the patrol stood at window ${window} and saw the whole of this case: patient answers, no dispute`,
        },
        again: {
          zh: `巡查问题清单：${window} 号窗口 ${span.zh} 问题 0 个`,
          en: `List of findings: window ${window}, ${span.en}: 0`,
        },
        because: {
          zh: '大厅管理方人员亲眼所见，与所诉相反',
          en: 'seen by the hall management itself, contrary to the claim',
        },
      }),
    ],
    misplaced: [
      besides(
        'recording',
        said,
        {
          zh: `${otherWindow} 号窗口 ${printMinute(said)}：工作人员说“${words.zh}”`,
          en: `Window ${otherWindow}, ${printMinute(said)}: the clerk says “${words.en}”`,
        },
        elsewhere,
      ),
      besides(
        'recording',
        end,
        {
          zh: `${otherWindow} 号窗口 ${span.zh}：工作人员语气平和，没有争执`,
          en: `Window ${otherWindow}, ${span.en}: the clerk speaks calmly, no dispute`,
        },
        elsewhere,
      ),
    ],
    always: [],
    beside: [
      ticketRecord(scene, servedAt, {
        zh: '只说明等了多久，不能说明态度',
        en: 'it says how long the applicant waited, not how the clerk behaved',
      }),
      besides(
        'platform',
        end + HOUR,
        {
          zh: `办件 ${tail}：一次受理，按期办结`,
          en: `Case ${tail}: accepted at once, finished in time`,
        },
        notTheClaim,
      ),
    ],
    workings: [],
  };
}
