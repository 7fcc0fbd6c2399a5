import { printClock, printMinute } from '../../day-count.ts';
import {
  anotherCase,
  besides,
  proof,
  servedFact,
  textOrNone,
  windowFact,
  type Complaint,
  type ComplaintTemplate,
} from '../complaint.ts';
import { MINUTE, momentBefore, type Scene } from '../scene.ts';

import { besideAcceptance, conditionTag } from './acceptance.ts';

/** 指南之外加条件: a stamp that the service guide does not know. */
export const stampTemplate: ComplaintTemplate = {
  name: { zh: '指南之外加条件', en: 'A condition beyond the guide' },
  suits: ({ isOnline }) => !isOnline,
  tell,
};

function tell(scene: Scene): Complaint {
  const { draws, tail, otherTail, window, servedAt } = scene;
  const papers = String(draws.whole('papers', 4, 7));
  const end = servedAt + draws.whole('served for', 7, 18) * MINUTE;
  const filed = end + 3 * MINUTE;
  return {
    tag: conditionTag,
    text: textOrNone(scene, [
      {
        zh: '非要先去社区盖章才收件，指南上根本没提',
        en: 'They would not take it without a stamp of the community office; the guide does not mention it',
      },
      {
        zh: '临时又加条件，要社区先盖章',
        en: 'A condition was added on the spot: a stamp of the community office first',
      },
      { zh: '要求跟指南上写的不一样', en: 'What they asked for is not what the guide says' },
    ]),
    claim: {
      zh: '受理前被要求先由社区盖章，而指南没有这一条件',
      en: 'a stamp of the community office was asked for before acceptance, which the guide does not know',
    },
    denial: {
      zh: '完全按办事指南受理，没有要求社区盖章',
      en: 'the case was taken by the guide and no stamp of the community office was asked for',
    },
    ratedAt: end + draws.whole('rated after', 60, 400) * MINUTE,
    facts: [
      servedFact(scene),
      windowFact(scene),
      [
        { zh: '指南列明的条件', en: 'Conditions of the guide' },
        {
          zh: `材料 ${papers} 种；没有社区盖章；不收费`,
          en: `${papers} papers; no stamp of the community office; free of charge`,
        },
      ],
    ],
    notes: [],
    supports: [
      proof('supports', 'platform', servedAt, {
        text: {
          zh: `办件 ${tail}：${printMinute(servedAt)} 打印《一次性告知书》，载明“须先由社区在申请表上盖章”`,
          en: `Case ${tail}: at ${printMinute(servedAt)} a notice was printed: “the community office must stamp the form first”`,
        },
        again: {
          zh: `办件 ${tail}：一次性告知 1 次，事由“社区盖章”`,
          en: `Case ${tail}: 1 notice, ground “stamp of the community office”`,
        },
        because: {
          zh: '告知书提出了指南没有的条件',
          en: 'the notice states a condition that the guide does not know',
        },
      }),
      proof('supports', 'recording', servedAt + 2 * MINUTE, {
        text: {
          zh: `${window} 号窗口 ${printMinute(servedAt + 2 * MINUTE)}：工作人员说“先去社区盖个章再来，不盖收不了”`,
          en: `Window ${window}, ${printMinute(servedAt + 2 * MINUTE)}: the clerk says “get the stamp of the community office first, else we cannot take it”`,
        },
        again: {
          zh: `${window} 号窗口录音转写（${printClock(servedAt + 2 * MINUTE)}）：“不盖收不了”`,
          en: `Window ${window}, sound as text (${printClock(servedAt + 2 * MINUTE)}): “else we cannot take it”`,
        },
        because: { zh: '原声直接证明所诉', en: 'the sound proves the claim directly' },
      }),
    ],
    against: [
      proof('against', 'platform', end, {
        text: {
          zh: `办件 ${tail}：${printMinute(servedAt)} 收件，${printClock(end)} 受理，其间没有告知、退回或补正操作`,
          en: `Case ${tail}: taken at ${printMinute(servedAt)}, accepted at ${printClock(end)}, no notice, return or correction between`,
        },
        again: {
          zh: `办件 ${tail}：告知 0 次，退回 0 次，补正 0 次`,
          en: `Case ${tail}: 0 notices, 0 returns, 0 corrections`,
        },
        because: {
          zh: '首次提交即受理，没有提出其他条件，与所诉相反',
          en: 'it was accepted as first handed in, without a condition, contrary to the claim',
        },
      }),
      proof('against', 'documents', filed, {
        text: {
          zh: `办件 ${tail}：${printMinute(filed)} 归档材料 ${papers} 种，与指南一致；申请表上没有社区印章`,
          en: `Case ${tail}: at ${printMinute(filed)} ${papers} papers filed, as in the guide; the form bears no stamp of the community office`,
        },
        again: {
          zh: `办件 ${tail}：指南外材料 0 种，社区印章 0 枚`,
          en: `Case ${tail}: 0 papers beyond the guide, 0 stamps of the community office`,
        },
        because: {
          zh: '没有盖章也受理归档了，与所诉相反',
          en: 'it was taken and filed without a stamp, contrary to the claim',
        },
      }),
    ],
    misplaced: [
      besides(
        'documents',
        momentBefore(scene, servedAt, 'another case'),
        {
          zh: `办件 ${otherTail}：申请表上有社区印章 1 枚`,
          en: `Case ${otherTail}: the form bears 1 stamp of the community office`,
        },
        anotherCase,
      ),
      besides(
        'platform',
        momentBefore(scene, servedAt, 'one more case'),
        {
          zh: `办件 ${otherTail}：首次提交即受理，没有告知、退回或补正操作`,
          en: `Case ${otherTail}: accepted as first handed in, no notice, return or correction`,
        },
        anotherCase,
      ),
    ],
    always: [],
    beside: besideAcceptance(scene, end),
    workings: [],
  };
}
