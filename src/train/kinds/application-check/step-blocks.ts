import type { Bilingual } from '../../../model/language.ts';
import type { ApplicationStep } from '../../../model/site/application-steps.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { ExerciseBlock, ShownTable } from '../../../model/training/exercise.ts';
import type { OnlineApplication } from '../../../portal/application/application.ts';
import { formFields } from '../../../portal/rules/form-of-item.ts';
import { limitText } from '../../../portal/rules/limit-text.ts';
import { paperMediumNames } from '../../../portal/rules/paper.ts';
import type { ItemRules } from '../../../portal/rules/rules-of-item.ts';
import { bullets } from '../figures/exercise-parts.ts';
import { sameInBoth } from '../figures/printed.ts';
import type { TrialApplication } from './draw-trial.ts';
import { stepNames } from './obstacle-names.ts';

type Steps = OnlineApplication['steps'];

const table = (
  caption: Bilingual,
  columns: readonly (readonly [name: Bilingual, isNumber?: true])[],
  rows: ShownTable['rows'],
): ShownTable => ({
  kind: 'table',
  caption,
  columns: columns.map(([name, isNumber]) => (isNumber === undefined ? { name } : { name, isNumber })),
  rows,
});

const what: Bilingual = { zh: '项目', en: 'What' };
const content: Bilingual = { zh: '内容', en: 'Content' };
const paperName: Bilingual = { zh: '材料', en: 'Paper' };

/** What the rules say, as far as the steps that are shown have to agree with it. */
export function rulesShown({ rules }: TrialApplication, steps: readonly ApplicationStep[]): ExerciseBlock[] {
  const { item, conditions, papers } = rules;
  return [
    ...(steps.includes('guide')
      ? [
          table(
            { zh: '规则：时限', en: 'Rules: limit' },
            [[what], [content]],
            [[{ zh: '办结时限', en: 'Limit' }, limitText(item)]],
          ),
          table(
            { zh: '规则：受理条件', en: 'Rules: conditions' },
            [[{ zh: '条件', en: 'Condition' }]],
            [...conditions.map((condition) => [condition])],
          ),
        ]
      : []),
    ...(steps.includes('upload')
      ? [
          table(
            { zh: '规则：申请材料', en: 'Rules: papers' },
            [[paperName]],
            [...papers.map(({ name }) => [name])],
          ),
        ]
      : []),
    ...(steps.includes('form') ? [accountTable(rules)] : []),
  ];
}

/** What is seen at a step. Where it is plain, a gap is printed as one; else what is not there is not printed. */
export function stepBlocks(
  { steps }: OnlineApplication,
  step: ApplicationStep,
  number: number,
  difficulty: Difficulty,
): ExerciseBlock[] {
  const { zh, en } = stepNames[step];
  const heading: ExerciseBlock = {
    kind: 'heading',
    text: { zh: `环节 ${String(number)}：${zh}`, en: `Step ${String(number)}: ${en.toLowerCase()}` },
  };
  return [heading, ...blocksOf[step](steps, difficulty)];
}

const blocksOf: Readonly<
  Record<ApplicationStep, (steps: Steps, difficulty: Difficulty) => readonly ExerciseBlock[]>
> = {
  booking: ({ booking }, difficulty) => [
    { kind: 'text', text: booking.what },
    table(
      { zh: '预约：余号', en: 'Booking: places left' },
      [[{ zh: '时段', en: 'Time' }], [{ zh: '余号', en: 'Places left' }, true]],
      booking.slots.map(({ label, free }) => [
        label,
        free === 0 && difficulty === 1 ? { zh: '约满', en: 'full' } : sameInBoth(String(free)),
      ]),
    ),
  ],
  guide: ({ guide }) => [
    table(
      { zh: '申报页上的指南', en: 'The guide on the page' },
      [[what], [content]],
      [
        [{ zh: '办结时限', en: 'Limit' }, guide.limit],
        ...guide.conditions.map((condition, i) => [
          { zh: `受理条件（${String(i + 1)}）`, en: `Condition (${String(i + 1)})` },
          condition,
        ]),
        [{ zh: '申请材料', en: 'Papers' }, joined(guide.papers)],
      ],
    ),
  ],
  form: ({ form }, difficulty) => [
    table(
      { zh: '填表：操作和页面', en: 'Form: what was done and shown' },
      [[{ zh: '操作', en: 'Done' }], [{ zh: '页面', en: 'Page' }]],
      [
        [
          { zh: '登录后点击“开始填表”', en: 'Clicked “Fill in the form” after the login' },
          form.loginAgain
            ? {
                zh: '出现登录页，输入账号和密码后显示表单',
                en: 'a login page; the form after account and password',
              }
            : { zh: '显示表单', en: 'the form' },
        ],
        [
          { zh: '看表单下方', en: 'Looked below the form' },
          form.keepsDraft
            ? { zh: '按钮“暂存”“上一步”“下一步”', en: 'buttons “Save”, “Back”, “Next”' }
            : { zh: '按钮“上一步”“下一步”', en: 'buttons “Back”, “Next”' },
        ],
        ...(difficulty === 3 ? [] : [brokenOff(form.keepsDraft)]),
      ],
    ),
    table(
      { zh: '填表：打开时的栏目', en: 'Form: fields when it opens' },
      [[{ zh: '栏目', en: 'Field' }], [content]],
      form.fields.map(({ label, sample, prefilled }) => [
        label,
        prefilled ? sample : { zh: '（空白）', en: '(empty)' },
      ]),
    ),
  ],
  upload: ({ upload }) => [
    table(
      { zh: '上传材料：要求上传的', en: 'Upload: papers asked for' },
      [[paperName], [{ zh: '份数', en: 'Copies' }, true], [{ zh: '介质', en: 'Medium' }]],
      upload.asked.map(({ name, copies, medium }) => [
        name,
        sameInBoth(String(copies)),
        paperMediumNames[medium],
      ]),
    ),
    bullets(
      upload.deadButton
        ? {
            zh: `点击“${upload.button.zh}”：页面没有变化。`,
            en: `Clicked “${upload.button.en}”: the page stayed as it was.`,
          }
        : {
            zh: `点击“${upload.button.zh}”：打开文件选择。`,
            en: `Clicked “${upload.button.en}”: the choice of a file opened.`,
          },
      { zh: `页面上还有：${upload.otherWay.zh}。`, en: `Also on the page: ${upload.otherWay.en}.` },
    ),
  ],
  feedback: ({ feedback }, difficulty) => {
    const { message, caseNumber, decision, follow } = feedback;
    const rows: readonly (readonly [Bilingual, Bilingual | null])[] = [
      [{ zh: '提示', en: 'Message' }, message],
      [{ zh: '办件编号', en: 'Case number' }, caseNumber === null ? null : sameInBoth(caseNumber)],
      [{ zh: '办结时间', en: 'Decision' }, decision],
      [{ zh: '查询进度', en: 'Progress' }, follow],
    ];
    return [
      table(
        { zh: '提交后的页面', en: 'The page after handing in' },
        [[what], [content]],
        rows.flatMap(([name, text]) =>
          text === null ? (difficulty === 1 ? [[name, { zh: '（无）', en: '(none)' }]] : []) : [[name, text]],
        ),
      ),
    ];
  },
};

const brokenOff = (keepsDraft: boolean): readonly Bilingual[] => [
  { zh: '填到一半关闭，再次进入', en: 'Closed it half filled in, and came back' },
  keepsDraft
    ? { zh: '已填的内容还在', en: 'what was filled in is there' }
    : { zh: '与第一次打开时一样', en: 'as it was when first opened' },
];

const joined = (names: readonly Bilingual[]): Bilingual => ({
  zh: names.map(({ zh }) => zh).join('；'),
  en: names.map(({ en }) => en).join('; '),
});

/** What the account of whoever applies holds. */
const accountTable = (rules: ItemRules): ShownTable =>
  table(
    { zh: '账号资料', en: 'What the account holds' },
    [[what], [content]],
    formFields(rules)
      .filter(({ inAccount }) => inAccount)
      .map(({ label, sample }) => [label, sample]),
  );
