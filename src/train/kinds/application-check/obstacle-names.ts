import type { Bilingual } from '../../../model/language.ts';
import {
  obstaclesOfStep,
  type ApplicationStep,
  type Obstacle,
} from '../../../model/site/application-steps.ts';

export const stepNames: Readonly<Record<ApplicationStep, Bilingual>> = {
  booking: { zh: '预约', en: 'Booking' },
  guide: { zh: '查看指南', en: 'Guide' },
  form: { zh: '填表', en: 'Form' },
  upload: { zh: '上传材料', en: 'Upload' },
  feedback: { zh: '结果反馈', en: 'Feedback' },
};

/** Obstacles as options name them, whatever the item. */
export const obstacleNames: Readonly<Record<Obstacle, Bilingual>> = {
  'no-slot': { zh: '第1个工作日没有可约时段', en: 'No time is free on working day 1' },
  'natural-days': { zh: '办结时限按自然日写', en: 'The limit is given in calendar days' },
  'extra-condition': { zh: '受理条件比规则多', en: 'More conditions than the rules have' },
  'no-draft': { zh: '不能暂存', en: 'What was filled in cannot be saved' },
  'login-again': { zh: '填表前要再次登录', en: 'Another login before the form' },
  'asked-again': { zh: '账号已有的信息要重填', en: 'Data that the account holds are asked for again' },
  'unlisted-paper': { zh: '要求上传规则没有的材料', en: 'A paper is asked for that the rules do not have' },
  'dead-button': { zh: '上传按钮点击无效', en: 'The upload button does nothing' },
  'no-number': { zh: '不给办件编号', en: 'No case number is given' },
  'no-date': { zh: '不告知何时办结', en: 'Nothing is said of when it is decided' },
};

/** What may be seen at a step and is no obstacle (干扰项). */
export const decoysOfStep = {
  booking: [
    { id: 'full-session', text: { zh: '有的时段已约满', en: 'Some times are full' } },
    { id: 'few-places', text: { zh: '有的时段余号很少', en: 'Some times have few places left' } },
  ],
  guide: [
    {
      id: 'two-limits',
      text: { zh: '承诺时限与法定时限不同', en: 'The promised limit is not the one by law' },
    },
    { id: 'true-statement', text: { zh: '要求申请内容真实有效', en: 'The application has to be true' } },
  ],
  form: [
    { id: 'new-data', text: { zh: '账号没有的信息要填写', en: 'Data that the account lacks are asked for' } },
    { id: 'item-filled', text: { zh: '办理事项已填好', en: 'The item is filled in already' } },
  ],
  upload: [
    {
      id: 'paper-copy',
      text: { zh: '材料限定了份数或介质', en: 'The number of copies or the medium is fixed' },
    },
    { id: 'other-way', text: { zh: '还可从“我的材料”选用', en: 'Papers can be taken from “My papers” too' } },
  ],
  feedback: [
    { id: 'no-result', text: { zh: '提交后没有立即出结果', en: 'There is no result at once' } },
    { id: 'follow-later', text: { zh: '进度要自己查询', en: 'Progress has to be looked up' } },
  ],
} as const satisfies Readonly<
  Record<ApplicationStep, readonly { readonly id: string; readonly text: Bilingual }[]>
>;

/** When there is an obstacle, step by step. */
export const stepRules: Readonly<Record<ApplicationStep, Bilingual>> = {
  booking: {
    zh: '预约：第1个工作日（上午或下午）有余号即无障碍；别的时段约满、余号少，不算障碍。',
    en: 'Booking: there is no obstacle where a time on working day 1, morning or afternoon, is free. Other times that are full or nearly so are none.',
  },
  guide: {
    zh: '查看指南：办结时限按工作日写，受理条件与规则相同，即无障碍；承诺时限短于法定时限不算障碍。',
    en: 'Guide: no obstacle where the limit is in working days and the conditions are those of the rules. A promised limit below the one by law is none.',
  },
  form: {
    zh: '填表：不再登录、有“暂存”、账号资料里有的栏目已自动填好，即无障碍；账号资料里没有的栏目空着让人填，不算障碍。',
    en: 'Form: no obstacle where there is no other login, a “Save” button, and every field that the account holds is filled in. Empty fields that the account does not hold are none.',
  },
  upload: {
    zh: '上传材料：只要规则列明的材料，点击“上传材料”能打开文件选择，即无障碍；份数、介质的要求不算障碍。申请表已在上一步填好，不再上传。',
    en: 'Upload: no obstacle where only papers of the rules are asked for and the button opens the choice of a file. What is said of copies and medium is none. The form was filled in before and is not uploaded.',
  },
  feedback: {
    zh: '结果反馈：给出办件编号，并告知何时办结（“当场办结”也算），即无障碍；进度要凭编号查询不算障碍。',
    en: 'Feedback: no obstacle where a case number is given and it is said when the case is decided (“on the spot” will do). Having to look up progress by the number is none.',
  },
};

export const obstaclesAt = (step: ApplicationStep): readonly Obstacle[] => obstaclesOfStep[step];
