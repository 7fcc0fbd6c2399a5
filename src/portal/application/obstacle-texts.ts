import type { Bilingual } from '../../model/language.ts';
import type { Obstacle } from '../../model/site/application-steps.ts';
import { limitText } from '../rules/limit-text.ts';
import type { ItemRules } from '../rules/rules-of-item.ts';
import { bookingStep, guideStep, uploadStep } from './step-contents.ts';

export interface ObstacleTexts {
  /** What is seen on the page. */
  readonly seen: Bilingual;
  readonly right: Bilingual;
  /** How one gets past it. */
  readonly pass: Bilingual;
}

const texts = (seen: Bilingual, right: Bilingual, pass: Bilingual): ObstacleTexts => ({ seen, right, pass });
const text = (zh: string, en: string): Bilingual => ({ zh, en });

/** The texts of an obstacle of an item. */
export function obstacleTexts(rules: ItemRules, obstacle: Obstacle): ObstacleTexts {
  switch (obstacle) {
    case 'no-slot':
      return noSlot(rules);
    case 'natural-days':
      return naturalDays(rules);
    case 'extra-condition':
      return extraCondition(rules);
    case 'unlisted-paper':
      return unlistedPaperTexts(rules);
    case 'no-draft':
    case 'login-again':
    case 'asked-again':
    case 'dead-button':
    case 'no-number':
    case 'no-date':
      return fixedTexts[obstacle];
  }
}

function noSlot(rules: ItemRules): ObstacleTexts {
  const { slots } = bookingStep(rules, new Set(['no-slot']));
  const first = slots.find(({ free }) => free > 0)?.day ?? slots.length;
  return texts(
    text(
      `第1至第${first - 1}个工作日全部约满，第${first}个工作日起才有余号`,
      `Working days 1 to ${first - 1} are full; there is room from working day ${first} on`,
    ),
    text('第1个工作日应有可预约时段', 'There should be room on working day 1'),
    text(`改约第${first}个工作日`, `Book working day ${first}`),
  );
}

function naturalDays({ item }: ItemRules): ObstacleTexts {
  const [shown, right] = [limitText(item, 'natural'), limitText(item)];
  return texts(
    text(`办结时限写作“${shown.zh}”`, `The limit reads “${shown.en}”`),
    text(`应按工作日计算：“${right.zh}”`, `It is counted in working days: “${right.en}”`),
    text('按事项标准中的工作日计算后继续', 'Count working days as the rules say, and go on'),
  );
}

function extraCondition(rules: ItemRules): ObstacleTexts {
  const extra = guideStep(rules, new Set(['extra-condition'])).conditions.at(-1) ?? text('', '');
  return texts(
    text(`受理条件多出一条：“${extra.zh}”`, `There is one more condition: “${extra.en}”`),
    text('受理条件应与办事指南一致，不得另设条件', 'Conditions are those of the guide, and no others'),
    text('勾选知悉后仍可继续', 'Tick that it was read, and go on'),
  );
}

function unlistedPaperTexts(rules: ItemRules): ObstacleTexts {
  const { name } = uploadStep(rules, new Set(['unlisted-paper'])).asked.at(-1) ?? { name: text('', '') };
  return texts(
    text(`要求上传“${name.zh}”，办事指南未列`, `“${name.en}” is asked for, which the guide does not list`),
    text('只应要求办事指南列明的材料', 'Only papers that the guide lists may be asked for'),
    text('以书面承诺代替后可继续提交', 'Hand in a written undertaking in its place'),
  );
}

const fixedTexts = {
  'no-draft': texts(
    text(
      '“暂存”不可用，中断后已填内容丢失',
      '“Save” is not available, and after a break what was filled in is gone',
    ),
    text('应可暂存，再次进入时恢复已填内容', 'What was filled in is kept, and is there after a break'),
    text('一次填完后提交', 'Fill in everything in one go'),
  ),
  'login-again': texts(
    text('已登录后进入填表又要求登录', 'After the login, the form asks for another one'),
    text('统一身份认证，一次登录全程有效', 'One login through the unified authentication holds throughout'),
    text('用同一账号再登录一次', 'Log in again with the same account'),
  ),
  'asked-again': texts(
    text(
      '姓名（名称）、证件号码等账号已有的信息要求重新填写',
      'The form asks for name, certificate number and so on, which the account holds',
    ),
    text(
      '账号已有的信息应自动带出，不重复填写',
      'What the account holds is filled in, and not asked for again',
    ),
    text('照账号信息再填一遍', 'Fill it in again as in the account'),
  ),
  'dead-button': texts(
    text('点击“上传材料”显示该页面不存在', '“Upload papers” leads to a page that does not exist'),
    text('点击后应打开文件选择', 'The button opens the choice of a file'),
    text('从“我的材料”中选用', 'Take papers from “My papers”'),
  ),
  'no-number': texts(
    text('提交后不显示办件编号', 'No case number is shown after handing in'),
    text('提交后应给出办件编号，供查询进度', 'A case number is given, by which progress can be followed'),
    text('登录后在“我的办件”中查看', 'Log in and look under “My cases”'),
  ),
  'no-date': texts(
    text('提交后不说明何时办结', 'Nothing is said of when it is decided'),
    text('应告知承诺办结的日期或时限', 'The day or the limit of the decision is stated'),
    text('向咨询电话询问', 'Ask by telephone'),
  ),
} as const satisfies Partial<Record<Obstacle, ObstacleTexts>>;
