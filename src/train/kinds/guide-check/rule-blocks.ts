import type { Bilingual } from '../../../model/language.ts';
import type { GuideGroup } from '../../../model/register.ts';
import type { ExerciseBlock, ShownTable } from '../../../model/training/exercise.ts';
import { feeBasisName } from '../../../portal/guide/article-text.ts';
import { formFields } from '../../../portal/rules/form-of-item.ts';
import { formName } from '../../../portal/rules/papers-of-item.ts';
import type { PaperMedium, PaperSource } from '../../../portal/rules/paper.ts';
import type { ItemRules } from '../../../portal/rules/rules-of-item.ts';
import { bullets } from '../figures/exercise-parts.ts';
import { sameInBoth } from '../figures/printed.ts';
import type { CheckedPage } from './draw-page.ts';
import { basicRules, type RuleRow } from './basic-rules.ts';

/** What the rules say of the groups that are asked about: as records and tables, never in the words of the guide. */
export function guideRuleBlocks({ rules, elements }: CheckedPage): ExerciseBlock[] {
  const asks = (group: GuideGroup): boolean => elements.some((element) => element.group === group);
  const rows = [
    ...(asks('basics') ? basicRules(rules, elements) : []),
    ...(asks('process') ? [visitsRule(rules)] : []),
    ...(asks('forms') ? formRules(rules) : []),
    ...(asks('fees') ? [feeRule(rules)] : []),
  ];
  return [
    ...(rows.length === 0 ? [] : [ruleTable(rows)]),
    ...(asks('basics') || asks('materials') ? [papersTable(rules)] : []),
    ...(asks('process') ? [stepsTable(rules)] : []),
    bullets(
      ...(asks('basics') ? codeLists : []),
      ...(asks('materials') ? [listedPapers] : []),
      ...(asks('process') ? [listedSteps] : []),
      ...(asks('forms') ? formsInGeneral : []),
      ...(asks('fees') ? [freeOfCharge] : []),
    ),
  ];
}

const ruleTable = (rows: readonly RuleRow[]): ShownTable => ({
  kind: 'table',
  caption: { zh: '规则：事项标准', en: 'Rules: the record of the item' },
  columns: [{ name: { zh: '项目', en: 'What' } }, { name: { zh: '规则', en: 'Rule' } }],
  rows,
});

const sourceRules: Readonly<Record<PaperSource, Bilingual>> = {
  applicant: { zh: '申请人自己准备', en: 'the applicant makes it' },
  government: { zh: '政府部门发给', en: 'an authority gives it out' },
  'third-party': { zh: '中介机构开具', en: 'an intermediary writes it' },
};
const mediumRules: Readonly<Record<PaperMedium, Bilingual>> = {
  paper: { zh: '只收纸件', en: 'sheets only' },
  electronic: { zh: '只收电子件', en: 'files only' },
  either: { zh: '纸件、电子件都收', en: 'sheets or files' },
};

const papersTable = ({ papers }: ItemRules): ShownTable => ({
  kind: 'table',
  caption: { zh: '规则：申请材料', en: 'Rules: papers' },
  columns: [
    { name: { zh: '材料', en: 'Paper' } },
    { name: { zh: '从哪里来', en: 'Where it comes from' } },
    { name: { zh: '份数', en: 'Copies' }, isNumber: true },
    { name: { zh: '收什么', en: 'Taken as' } },
  ],
  rows: papers.map(({ name, source, copies, medium }) => [
    name,
    sourceRules[source],
    sameInBoth(String(copies)),
    mediumRules[medium],
  ]),
});

const stepsTable = ({ steps }: ItemRules): ShownTable => ({
  kind: 'table',
  caption: { zh: '规则：办理环节（自上而下）', en: 'Rules: steps, from first to last' },
  columns: [
    { name: { zh: '环节', en: 'Step' } },
    { name: { zh: '做什么', en: 'What is done' } },
    { name: { zh: '工作日', en: 'Working days' }, isNumber: true },
  ],
  rows: steps.map(({ name, content, days }) => [name, content, sameInBoth(String(days))]),
});

const visitWords: readonly Bilingual[] = [
  { zh: '申请人不必到现场', en: 'the applicant need not come' },
  { zh: '申请人到现场一次即可', en: 'the applicant comes once' },
  { zh: '申请人到现场两次', en: 'the applicant comes twice' },
];

const visitsRule = ({ item: { visits } }: ItemRules): RuleRow => [
  { zh: '到现场', en: 'Coming to the hall' },
  visitWords[visits] ?? {
    zh: `申请人到现场 ${String(visits)} 回`,
    en: `the applicant comes ${String(visits)} times`,
  },
];

const formRules = (rules: ItemRules): RuleRow[] => {
  const labels = formFields(rules).map(({ label }) => label);
  return [
    [{ zh: '本事项的申请表', en: 'Form of the item' }, formName(rules.item)],
    [
      { zh: '申请表的栏目', en: 'Fields of the form' },
      { zh: labels.map(({ zh }) => zh).join('；'), en: labels.map(({ en }) => en).join('; ') },
    ],
  ];
};

const feeRule = ({ fee, title, feeArticle }: ItemRules): RuleRow => {
  const what = { zh: '收费', en: 'Fee' };
  if (fee === 0) return [what, { zh: '没有允许收费的规定', en: 'no regulation allows one' }];
  const { zh, en } = feeBasisName(title);
  return [
    what,
    {
      zh: `每办一件 ${String(fee)} 元；依据${zh}，条文序号 ${String(feeArticle)}`,
      en: `${String(fee)} yuan for each case; by ${en}, article no. ${String(feeArticle)}`,
    },
  ];
};

const codeLists: readonly Bilingual[] = [
  {
    zh: '事项类型代码：01 行政许可，05 行政给付，07 行政确认，08 行政奖励，09 行政裁决，10 其他行政权力，20 公共服务。',
    en: 'Types of items: 01 administrative licence, 05 payment, 07 confirmation, 08 reward, 09 adjudication, 10 other power, 20 public service.',
  },
  {
    zh: '可申请人代码：1 自然人，2 企业法人，3 事业法人，4 社会组织法人，5 非法人企业，6 行政机关，9 其他组织；2 至 9 全有的，指南写“法人和其他组织”。',
    en: 'Applicants: 1 natural persons, 2 companies, 3 public institutions, 4 social organisations, 5 unincorporated businesses, 6 administrative bodies, 9 other organisations; 2 to 9 together are “organisations of any kind”.',
  },
  {
    zh: '权力来源：法律授予本级的，写“法定本级行使”；上级交下来的，写“上级下放”；替别的机关行使的，写“委托行使”。',
    en: 'Source of power: given to this level by law, “exercised by law at this level”; passed on from above, “handed down”; exercised for another authority, “on behalf of” it.',
  },
  {
    zh: '办件类型：当场办完的是“即办件”，其余是“承诺件”。承诺时限写在法定时限后面；没有法定时限又当场办完的，只写“当场办结”。天数一律按工作日。',
    en: 'Handling: what is done while one waits is “on the spot”, all else “within a promised time”. The promised limit follows the statutory one; with no statutory limit and done at once it reads “done on the spot” alone. Days are working days.',
  },
  {
    zh: '中介：材料由中介机构开具的，写明是哪些材料，由申请人自己选机构；没有这样的材料，就不涉及中介。窗口不得指定机构，也不得另加中介或代办。',
    en: 'Intermediaries: papers that one writes are named, and the applicant chooses who; without such papers there is none. No window may name one, or ask for one more.',
  },
];

const listedPapers: Bilingual = {
  zh: '材料：名称、来源、数量、介质四个要素都按上表逐项列出，不多不少。',
  en: 'Papers: names, sources, copies and media list what the table has, no more and no less.',
};
const listedSteps: Bilingual = {
  zh: '流程：环节按上表的顺序列全；内容写明每个环节做什么，用时不为 0 的写明几个工作日。',
  en: 'Process: all steps stand in the order of the table; the content says what is done in each and, where it is not 0, in how many working days.',
};
const formsInGeneral: readonly Bilingual[] = [
  {
    zh: '空表：是本事项的申请表，栏目列全。样表：是同一张表，附填写示例。',
    en: 'Blank form: that of the item with all its fields. Sample form: the same one, filled in as an example.',
  },
  {
    zh: '填写说明：在线填或用黑色签字笔填；各栏如实填；申请人或经办人本人签名，别人不得代签，也不得要求盖章。',
    en: 'Notes on filling in: online or with a black pen; every field truthfully; the applicant or the agent signs in person, nobody for them, and no seal may be asked for.',
  },
];
const freeOfCharge: Bilingual = {
  zh: '收费：没有允许收费的规定，就不收费，标准为 0 元，也没有收费依据；有规定的，标准和条文都要与规定相同。',
  en: 'Fees: where no regulation allows one, none is charged, the amount is 0 yuan and there is no basis; where one does, amount and article are those of the regulation.',
};
