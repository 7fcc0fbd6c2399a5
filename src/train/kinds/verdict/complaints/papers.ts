import type { Bilingual } from '../../../../model/language.ts';
import { addWorkingDays } from '../../../../model/time/calendar.ts';
import { DAY_SECONDS } from '../../../../model/time/time.ts';
import { daySecond, printMinute } from '../../day-count.ts';
import {
  anotherCase,
  besides,
  proof,
  servedFact,
  textOrNone,
  ticketRecord,
  type Complaint,
  type ComplaintTemplate,
} from '../complaint.ts';
import { HOUR, MINUTE, momentBefore, officeMoment, type Scene } from '../scene.ts';

/** 重复要材料: whether a paper that had been handed in was asked for again. */
export const papersTemplate: ComplaintTemplate = {
  name: { zh: '重复要求提交材料', en: 'The same paper asked for twice' },
  suits: () => true,
  tell: (scene) => {
    const paper = paperOf(scene);
    return aboutPapers(
      scene,
      textOrNone(scene, [
        { zh: `${paper.zh}交过了又要交`, en: `I had handed in the ${paper.en} and had to hand it in again` },
        { zh: `一份${paper.zh}反复要`, en: `They kept asking for the ${paper.en}` },
        { zh: '同样的材料交了两遍', en: 'I handed in the same paper twice' },
      ]),
    );
  },
};

export const paperOf = ({ draws }: Scene): Bilingual =>
  draws.one('paper', [
    { zh: '身份证复印件', en: 'copy of the identity card' },
    { zh: '房屋租赁合同', en: 'tenancy agreement' },
    { zh: '户口簿复印件', en: 'copy of the household register' },
    { zh: '授权委托书', en: 'letter of authorisation' },
    { zh: '场地使用证明', en: 'proof of premises' },
  ]);

/** The complaint with every record on the paper, told in the words of `text`. */
export function aboutPapers(scene: Scene, text: Bilingual | null): Complaint {
  const { draws, calendar, tail, otherTail } = scene;
  const paper = paperOf(scene);
  const [first, days] = [scene.servedAt, draws.whole('asked again after', 2, 5)];
  const second =
    addWorkingDays(calendar, daySecond(first), days) * DAY_SECONDS +
    draws.whole('asked again at', 9 * 60 + 30, 16 * 60) * MINUTE;
  const asked = momentBefore(scene, second, 'asked again');
  const papers = String(draws.whole('papers', 4, 7));
  return {
    tag: {
      code: '210',
      name: { zh: '同样内容的证明材料被要求多次提交', en: 'The same proof was asked for repeatedly' },
    },
    text,
    claim: {
      zh: `已经交过的${paper.zh}被要求再次提交`,
      en: `the ${paper.en}, already handed in, was asked for again`,
    },
    denial: {
      zh: `${paper.zh}只收过一次，没有要求重复提交`,
      en: `the ${paper.en} was taken once and not asked for again`,
    },
    ratedAt: second + draws.whole('rated after', 60, 400) * MINUTE,
    facts: [servedFact(scene)],
    notes: [],
    supports: [
      proof('supports', 'documents', second, {
        text: {
          zh: `办件 ${tail}：《${paper.zh}》入库 2 次（${printMinute(first)}、${printMinute(second)}），比对为同一内容`,
          en: `Case ${tail}: “${paper.en}” filed 2 times (${printMinute(first)}, ${printMinute(second)}), contents compared: identical`,
        },
        again: {
          zh: `办件 ${tail}：同一材料重复入库 1 种（${paper.zh}，2 次）`,
          en: `Case ${tail}: 1 paper filed repeatedly (${paper.en}, 2 times)`,
        },
        because: {
          zh: '同一份材料先后入库两次，证明交过又要交',
          en: 'the same paper was filed twice: it was handed in and asked for again',
        },
      }),
      proof('supports', 'sms', asked, {
        text: {
          zh: `办件 ${tail}：${printMinute(asked)} 发送“请再次提交${paper.zh}”，附注“${printMinute(first)} 已收”`,
          en: `Case ${tail}: at ${printMinute(asked)} sent “please hand in the ${paper.en} again”, noting “received ${printMinute(first)}”`,
        },
        again: {
          zh: `办件 ${tail}：再次提交材料通知 1 条（${paper.zh}）`,
          en: `Case ${tail}: 1 message asking for a paper again (${paper.en})`,
        },
        because: {
          zh: '短信要求再次提交已经收到的材料',
          en: 'the message asks again for a paper that had been received',
        },
      }),
    ],
    against: [
      proof('against', 'documents', first, {
        text: {
          zh: `办件 ${tail}：材料 ${papers} 种，均入库 1 次；《${paper.zh}》${printMinute(first)} 入库，此后无新材料`,
          en: `Case ${tail}: ${papers} papers, each filed 1 time; “${paper.en}” filed at ${printMinute(first)}, nothing since`,
        },
        again: {
          zh: `办件 ${tail}：重复入库材料 0 种`,
          en: `Case ${tail}: 0 papers filed repeatedly`,
        },
        because: {
          zh: '材料只入库一次，与“交过又要交”相反',
          en: 'the paper was filed once, contrary to the claim',
        },
      }),
      proof('against', 'platform', second, {
        text: {
          zh: `办件 ${tail}：受理至办结共 4 个环节，未发起补正，未追加材料要求`,
          en: `Case ${tail}: 4 steps from acceptance to completion, no correction called for, no paper added`,
        },
        again: { zh: `办件 ${tail}：补正次数 0`, en: `Case ${tail}: corrections called for: 0` },
        because: {
          zh: '日志中没有再要材料的操作，与所诉相反',
          en: 'the log holds no request for papers, contrary to the claim',
        },
      }),
      proof('against', 'sms', second + HOUR, {
        text: {
          zh: `办件 ${tail}：共发送 2 条短信（受理、办结），没有补正或补交材料的通知`,
          en: `Case ${tail}: 2 messages sent (acceptance, completion), none asking for corrections or papers`,
        },
        again: {
          zh: `办件 ${tail}：补正、补交类通知 0 条`,
          en: `Case ${tail}: 0 messages asking for corrections or papers`,
        },
        because: {
          zh: '没有发过补交通知，与所诉相反',
          en: 'no request for papers was sent, contrary to the claim',
        },
      }),
    ],
    misplaced: [
      besides(
        'documents',
        momentBefore(scene, first, 'another case'),
        {
          zh: `办件 ${otherTail}：《${paper.zh}》入库 2 次，比对为同一内容`,
          en: `Case ${otherTail}: “${paper.en}” filed 2 times, contents compared: identical`,
        },
        anotherCase,
      ),
      besides(
        'documents',
        momentBefore(scene, first, 'one more case'),
        {
          zh: `办件 ${otherTail}：材料 ${papers} 种，均入库 1 次`,
          en: `Case ${otherTail}: ${papers} papers, each filed 1 time`,
        },
        anotherCase,
      ),
    ],
    always: [],
    beside: [
      besides(
        'guide',
        officeMoment(scene, first, -20, 'guide'),
        {
          zh: `该事项材料清单共 ${papers} 种，其中${paper.zh} 1 份`,
          en: `The list of the item names ${papers} papers, among them 1 ${paper.en}`,
        },
        {
          zh: '只说明应交几份，没有说明实际要了几次',
          en: 'it says how many are due, not how often they were asked for',
        },
      ),
      ticketRecord(scene, first),
    ],
    workings: [],
  };
}
