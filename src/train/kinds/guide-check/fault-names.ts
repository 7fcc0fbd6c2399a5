import { elementFindings, type ElementFinding } from '../../../model/evaluation/assessment.ts';
import type { Bilingual } from '../../../model/language.ts';
import { elementEntries } from '../../../model/site/guide-elements.ts';
import type { GuideFault } from '../../../model/site/guide-faults.ts';
import type { ExerciseBlock } from '../../../model/training/exercise.ts';
import { sameInBoth } from '../figures/printed.ts';

export const elementFindingNames: Readonly<Record<ElementFinding, Bilingual>> = {
  right: { zh: '准确', en: 'Right' },
  missing: { zh: '缺失', en: 'Missing' },
  wrong: { zh: '错误', en: 'Wrong' },
  vague: { zh: '含糊', en: 'Vague' },
  inconsistent: { zh: '不一致', en: 'Inconsistent' },
};

/** When a fault is of a kind: tried in this order, the first that fits. */
export const faultTexts: Readonly<Record<GuideFault, Bilingual>> = {
  missing: { zh: '三个版本都没有这个要素', en: 'no version has the element' },
  inconsistent: {
    zh: '三个版本说的不一样，或者有的版本没有',
    en: 'the versions do not say the same, or some of them lack it',
  },
  vague: {
    zh: '三个版本一样，但用“有关”“视情况”“其他”“为准”一类的话代替了应写明的内容',
    en: 'the versions agree, but words like “concerned”, “as circumstances ask” or “other papers” stand in place of what has to be said',
  },
  wrong: {
    zh: '三个版本一样，内容与规则不符',
    en: 'the versions agree, and what they say is against the rules',
  },
};

/** A false alarm, and what a wrong kind costs as a share of the severity. */
const FALSE_ALARM = 1;
const WRONG_KIND = 0.5;

/** What it costs to answer `answered` of an element that is `is`, for a fault of this severity. */
export function findingCost(is: ElementFinding, answered: ElementFinding, severity: number): number {
  if (is === answered) return 0;
  if (is === 'right') return FALSE_ALARM;
  return answered === 'right' ? severity : WRONG_KIND * severity;
}

const severe = (severity: number): Bilingual => {
  const names = elementEntries.filter((entry) => entry.severity === severity).map(({ name }) => name);
  return {
    zh: names.map(({ zh }) => zh).join('、'),
    en: names.map(({ en }) => en).join('; '),
  };
};

const severityRows = [3, 2, 1].map((severity): readonly Bilingual[] => {
  const { zh, en } = severe(severity);
  const added = {
    zh: '；以及任何要素中规则没有的材料或条件',
    en: '; and any paper or condition, in whatever element, that no rule asks for',
  };
  return [
    severity === 3 ? { zh: `${zh}${added.zh}`, en: `${en}${added.en}` } : { zh, en },
    sameInBoth(String(severity)),
    sameInBoth(String(WRONG_KIND * severity)),
  ];
});

const kindOrder = ['missing', 'inconsistent', 'vague', 'wrong'] as const;

export const guideRulesAndCosts: readonly ExerciseBlock[] = [
  { kind: 'heading', text: { zh: '核查规则', en: 'Rules' } },
  {
    kind: 'list',
    items: [
      {
        zh: '指南有电脑端、移动端、大厅三个版本；要素在三个版本中都与规则相符，才是“准确”。说法可以不同，意思必须一致。',
        en: 'A guide has three versions: web, mobile and hall. An element is right when all three agree with the rules; words may differ, what they mean may not.',
      },
      {
        zh: '不准确的要素只有一类差错，按下面的顺序判断，先符合哪一条就是哪一类；各要素互不相干。四分之一左右的指南没有差错。',
        en: 'An element that is not right has one kind of fault: the first of these that fits. Each element is judged by itself. About a quarter of the guides have no fault.',
      },
      ...kindOrder.map((fault): Bilingual => ({
        zh: `${elementFindingNames[fault].zh}：${faultTexts[fault].zh}。`,
        en: `${elementFindingNames[fault].en}: ${faultTexts[fault].en}.`,
      })),
    ],
  },
  {
    kind: 'table',
    caption: { zh: '代价：漏报按严重程度计', en: 'Costs: a miss costs what the fault weighs' },
    columns: [
      { name: { zh: '要素', en: 'Element' } },
      { name: { zh: '有差错而答“准确”', en: 'Faulty, answered: right' }, isNumber: true },
      { name: { zh: '答成另一类差错', en: 'Answered: another kind of fault' }, isNumber: true },
    ],
    rows: severityRows,
  },
  {
    kind: 'list',
    items: [
      {
        zh: `准确的要素答成有差错，每个记 ${String(FALSE_ALARM)}：单位白改一遍，还可能把对的改错。`,
        en: `An element that is right and called a fault, ${String(FALSE_ALARM)} each: the office mends what was right.`,
      },
      {
        zh: '漏报按严重程度记：多要材料、多设条件、时限和收费写错，申请人要白跑或多花钱，记 3；找不到地方、打不通电话，记 2；其余记 1。',
        en: 'A miss costs what it weighs: papers or conditions too many, a wrong limit or fee cost applicants most, 3; a wrong place, time or telephone 2; the others 1.',
      },
      {
        zh: '看出有差错、类别不对，记严重程度的一半：问题会被看到，但改法要重新核对。',
        en: 'A fault that was seen but called by another kind costs half of it: somebody will look, and has to find out again what to mend.',
      },
      {
        zh: '反馈列出命中、漏报、召回率（另按严重程度加权）和误报率；类别不对的也算命中。',
        en: 'The result gives hits, misses, recall (also weighted by severity) and the false-alarm rate; a wrong kind counts as a hit.',
      },
    ],
  },
];

/** The findings in the order of their list. */
export const findingOrder = elementFindings;
