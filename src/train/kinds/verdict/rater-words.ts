import type { Bilingual } from '../../../model/language.ts';
import { printMinute } from '../day-count.ts';
import { besides, type Complaint } from './complaint.ts';
import type { Evidence } from './evidence.ts';
import { MINUTE, officeMoment, type Scene } from './scene.ts';

/** What the rater wrote, said on the phone or did on the rating platform. */

export const raterText = ({ draws }: Scene, text: Bilingual, at: number, isPraise: boolean): Evidence => ({
  source: 'rater',
  at,
  text: draws.one('heading of the text', [
    { zh: `评价原文：“${text.zh}”`, en: `As written: “${text.en}”` },
    { zh: `提交的文字：“${text.zh}”`, en: `Text submitted: “${text.en}”` },
  ]),
  bearing: isPraise ? 'mistake' : 'none',
  because: isPraise
    ? {
        zh: '通篇表扬，与一星不符，是评价人本人的话（规则 5）',
        en: 'praise from beginning to end, at odds with one star: the rater’s own words (rule 5)',
      }
    : {
        zh: '是主张本身，不另算证据（规则 3）；反话不是表扬',
        en: 'it is the claim itself and no evidence of it (rule 3); irony is not praise',
      },
});

export const mistakeOnPhone = (scene: Scene, { ratedAt }: Complaint): Evidence => ({
  source: 'callback',
  at: officeMoment(scene, ratedAt, 2, 'call-back at'),
  text: scene.draws.one('mistake on the phone', [
    {
      zh: '接通。评价人：“我本来要点五星，手一滑点成了差评，不好意思”',
      en: 'Answered. The rater: “I meant five stars, my finger slipped, I am sorry”',
    },
    {
      zh: '接通。评价人：“没有不满意，我以为第一个是最好的”',
      en: 'Answered. The rater: “I was not dissatisfied, I thought the first one was the best”',
    },
    {
      zh: '接通。评价人：“字太小没看清，点错了，办得挺好的”',
      en: 'Answered. The rater: “The print was small and I tapped the wrong one; all went well”',
    },
  ]),
  bearing: 'mistake',
  because: {
    zh: '监督机构的录音，评价人本人说点错了（规则 5）',
    en: 'recorded by the supervising body: the rater says it was a mistake (rule 5)',
  },
});

export const repeatedOnPhone = (scene: Scene, { ratedAt }: Complaint): Evidence =>
  besides(
    'callback',
    officeMoment(scene, ratedAt, 2, 'call-back at'),
    {
      zh: '接通。评价人坚持评价属实，称正在上班，细节改日再谈',
      en: 'Answered. The rater insists that it is true, is at work, and will give details another day',
    },
    {
      zh: '评价人重述所诉，是主张，不是证据（规则 3）',
      en: 'the rater repeats the claim: no evidence (rule 3)',
    },
  );

export const unanswered = (scene: Scene, { ratedAt }: Complaint): Evidence =>
  besides(
    'callback',
    officeMoment(scene, ratedAt, 2, 'call-back at'),
    {
      zh: '分三次拨打，均无人接听',
      en: 'Rung three times, no answer',
    },
    { zh: '没有接通，没有内容', en: 'nobody answered: it holds nothing' },
  );

/** A correction that the rater asks for: it shows a mistake where it comes within ten minutes and before the office has called. */
export function correction({ draws, difficulty }: Scene, { ratedAt }: Complaint, inTime: boolean): Evidence {
  const isNear = difficulty === 3;
  const [least, most] = inTime
    ? ([isNear ? 7 : 1, isNear ? 10 : 5] as const)
    : ([isNear ? 11 : 35, isNear ? 16 : 170] as const);
  const minutes = draws.whole('corrected after', least, most);
  const at = ratedAt + minutes * MINUTE;
  return {
    source: 'rating',
    at,
    text: {
      zh: `${printMinute(ratedAt)} 提交差评；${printMinute(at)} 本人账号申请更正为五星；此前无单位联系记录`,
      en: `Bad rating submitted at ${printMinute(ratedAt)}; at ${printMinute(at)} the same account asked to correct it to five stars; no contact by the office before`,
    },
    bearing: inTime ? 'mistake' : 'none',
    because: inTime
      ? {
          zh: `提交后 ${String(minutes)} 分钟本人申请更正，不超过 10 分钟（规则 5）`,
          en: `the rater asked for a correction ${String(minutes)} minutes later, within 10 (rule 5)`,
        }
      : {
          zh: `提交后 ${String(minutes)} 分钟才申请更正，超过 10 分钟，不算点选轨迹（规则 5）`,
          en: `the correction came ${String(minutes)} minutes later, after more than 10 (rule 5)`,
        },
  };
}

export const repeatedOnHotline = (scene: Scene, { ratedAt }: Complaint): Evidence =>
  besides(
    'hotline',
    officeMoment(scene, ratedAt, 1, 'hotline at'),
    {
      zh: '评价人来电反映同一事情，工单内容与差评一致，转办中',
      en: 'The rater rang about the same matter; the ticket says what the rating says and has been passed on',
    },
    {
      zh: '换了渠道，仍是评价人重述所诉（规则 3）',
      en: 'another channel, but the rater only repeats the claim (rule 3)',
    },
  );
