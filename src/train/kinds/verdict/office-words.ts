import type { Bilingual } from '../../../model/language.ts';
import { besides, type Complaint } from './complaint.ts';
import type { Evidence } from './evidence.ts';
import { officeMoment, type Scene } from './scene.ts';

const officeAlone: Bilingual = {
  zh: '出自被评单位，不作为证据（规则 2）',
  en: 'it comes from the rated office and is no evidence (rule 2)',
};

export const officeStatement = (scene: Scene, { ratedAt, denial }: Complaint): Evidence =>
  besides(
    'statement',
    officeMoment(scene, ratedAt, 1, 'statement at'),
    scene.draws.one('statement', [
      {
        zh: `经核查，${denial.zh}，差评反映的情况不属实，建议不予采纳`,
        en: `We have examined it: ${denial.en}; the rating is untrue and should not be counted`,
      },
      {
        zh: `我单位高度重视，已组织核查：${denial.zh}`,
        en: `We take this very seriously and have examined it: ${denial.en}`,
      },
      {
        zh: `已调阅有关资料并询问当事人员，${denial.zh}`,
        en: `We have read the files and asked those concerned: ${denial.en}`,
      },
    ]),
    officeAlone,
  );

/** What the office says under other headings: each looks a little more like a record than a statement does. */
export const officeRecords: readonly ((scene: Scene, complaint: Complaint) => Evidence)[] = [
  (scene, { ratedAt, denial }) =>
    besides(
      'clerk',
      officeMoment(scene, ratedAt, 1, 'clerk at'),
      scene.draws.one('clerk', [
        { zh: `记得这一件，${denial.zh}`, en: `I remember the case: ${denial.en}` },
        {
          zh: `当天人多，具体记不清，但一向按规定办，${denial.zh}`,
          en: `It was busy and I do not remember details, but I always keep to the rules: ${denial.en}`,
        },
      ]),
      officeAlone,
    ),
  (scene, { ratedAt, denial }) =>
    besides(
      'ledger',
      officeMoment(scene, ratedAt, 1, 'ledger at'),
      {
        zh: `办件 ${scene.tail}：备注“正常，${denial.zh}”`,
        en: `Case ${scene.tail}: noted “normal, ${denial.en}”`,
      },
      {
        zh: '台账由被评单位手工填写，属单位说法（规则 2）',
        en: 'the office keeps the ledger by hand: its own word (rule 2)',
      },
    ),
  (scene, { ratedAt, denial }) =>
    besides(
      'remark',
      officeMoment(scene, ratedAt, 1, 'remark at'),
      {
        zh: `办件 ${scene.tail}：“${denial.zh}”（录入人：${scene.window} 号窗口）`,
        en: `Case ${scene.tail}: “${denial.en}” (entered by window ${scene.window})`,
      },
      {
        zh: '虽然存在平台里，但由窗口人员填写，属单位说法（规则 2）',
        en: 'it is kept on the platform, but the window typed it: the word of the office (rule 2)',
      },
    ),
  (scene, { ratedAt, denial }) =>
    besides(
      'letter',
      officeMoment(scene, ratedAt, 2, 'letter at'),
      {
        zh: `据该单位反映，${denial.zh}。特此证明`,
        en: `According to the office, ${denial.en}. This is hereby certified`,
      },
      {
        zh: '换了出具方，内容仍是转述单位说法（规则 2）',
        en: 'another body signs, but it only repeats the office (rule 2)',
      },
    ),
  (scene, { ratedAt }) =>
    besides(
      'office-call',
      officeMoment(scene, ratedAt, 1, 'office call at'),
      scene.draws.one('office call', [
        {
          zh: '电话联系评价人，对方称系误点，愿意撤回（无录音）',
          en: 'Rang the rater, who is said to have tapped by mistake and to withdraw it (no recording)',
        },
        {
          zh: '已与评价人沟通，对方表示本来想点五星（手写，无录音）',
          en: 'Spoke to the rater, who is said to have meant five stars (handwritten, no recording)',
        },
      ]),
      {
        zh: '“点错了”是单位转述的，没有录音，不是评价人本人的话（规则 2、5）',
        en: 'the office reports the mistake, without a recording: not the rater’s own words (rules 2 and 5)',
      },
    ),
];
