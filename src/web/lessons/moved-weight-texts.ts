import type { LessonPlan } from './lesson.ts';

export const movedWeightPlan: LessonPlan = {
  title: { zh: '动一个权重', en: 'Move one weight' },
  line: {
    zh: '一级指标的一个权重加 10 个百分点：多少个单位的名次会变？',
    en: 'One weight of the first level grows by 10 percentage points: how many units change rank?',
  },
  minutes: { question: 2, result: 3, reason: 3, conclusions: 2 },
  may: [
    {
      zh: '名次既取决于数据，也取决于权重；权重不变的名次才能逐年比较。',
      en: 'Ranks depend on the data and on the weights; ranks of several years can be compared only where the weights are the same.',
    },
    {
      zh: '一个指标对名次的影响（有效权重）取决于各单位在它上面差多少，不只取决于名义权重。',
      en: 'How much an indicator moves ranks (its effective weight) depends on how much the units differ in it, not on its nominal weight alone.',
    },
    {
      zh: '五项水平都相同的单位，指数不随权重变；五项越不均衡，变得越多。',
      en: 'A unit that is equally good in all five keeps its index whatever the weights are; the more uneven it is, the more its index moves.',
    },
  ],
  mayNot: [
    {
      zh: '不能说哪一组权重是“对的”：权重是价值取舍，本站的权重是假设。',
      en: 'That one set of weights is right: weights are choices of value, and those of this site are assumptions.',
    },
    {
      zh: '不能说名次上升的单位进步了：数据一个都没有变。',
      en: 'That a unit which rose has improved: not a single record is another.',
    },
    {
      zh: '不能由一次移动推断另一次移动：换一个权重，动的是别的单位。',
      en: 'What another move would do: where another weight is moved, other units change rank.',
    },
  ],
  discuss: [
    {
      zh: '权重应当由谁、在数据公布之前还是之后决定？',
      en: 'Who should decide on weights, and before or after the data are known?',
    },
    {
      zh: '如果一个单位无论怎样移动权重都在前五，这样的结论怎样表述？',
      en: 'If a unit is among the first five whatever the weights are, how should that be worded?',
    },
  ],
  notes: {
    question: {
      zh: '请一名学员选择要动的一级指标，全班举手估计多少个单位的名次会变，取中间值填入。',
      en: 'One of the class chooses the indicator whose weight is moved; all estimate how many ranks change. Enter the middle value.',
    },
    result: {
      zh: '先看变动最大的几个单位：请学员说出它们可能强在哪里、弱在哪里。',
      en: 'Look at the units that move furthest: where may they be strong, and where weak?',
    },
    reason: {
      zh: '比较名义权重和有效权重两列，请学员找出两者相差最大的一行。',
      en: 'Compare nominal and effective weights, and let the class find the row in which they differ most.',
    },
    conclusions: {
      zh: '先读“不能得出”，再讨论；有时间可打开“取舍”页，由学员再动一个权重。',
      en: 'Begin with what may not be concluded, then discuss; with time left, open the page of choices and move another weight.',
    },
  },
};

/** Texts of the lesson beside its plan. */
export const movedWeightTexts = {
  ask: {
    zh: '总体指数是五项一级指标的加权平均，公开资料没有给出权重，本站的权重是假设。现在把其中一个加 {points} 个百分点，其余四项按原比例减少，合计仍为 100%。数据一个都不变。',
    en: 'The overall index is a weighted mean of five first-level indicators. No weights were published; those of this site are assumptions. Now one of them grows by {points} percentage points, the other four shrink in proportion, and all still add up to 100%. Not a single record changes.',
  },
  weights: {
    zh: '模拟评估中一级指标的权重（假设）',
    en: 'Weights of first-level indicators in the simulated assessment (assumptions)',
  },
  part: { zh: '一级指标', en: 'First-level indicator' },
  weight: { zh: '权重', en: 'Weight' },
  guessText: {
    zh: '{period} 有 {n} 个省级政府得出名次（模拟数据）。多少个的名次会变？',
    en: 'In {period}, {n} provincial governments have a rank (simulated data). How many of them change rank?',
  },
  dimension: { zh: '加权重的指标', en: 'Indicator whose weight grows' },
  guessLabel: { zh: '名次会变的单位', en: 'Units that change rank' },
  units: { zh: '个', en: 'units' },
  moved: { zh: '名次变化的单位', en: 'Units that change rank' },
  ofUnits: { zh: '共 {n} 个', en: 'of {n}' },
  shift: { zh: '平均变化', en: 'Mean change' },
  places: { zh: '{n} 位', en: '{n} places' },
  newWeight: { zh: '新权重', en: 'New weight' },
  from: { zh: '原为 {weight}', en: 'was {weight}' },
  table: {
    zh: '{dimension}的权重为 {weight} 时的名次，{period}',
    en: 'Ranks with a weight of {weight} for “{dimension}”, {period}',
  },
  unit: { zh: '单位', en: 'Unit' },
  rankBefore: { zh: '方法名次', en: 'Rank by the method' },
  rankAfter: { zh: '移动后名次', en: 'Rank after the move' },
  change: { zh: '变化', en: 'Change' },
  up: { zh: '升 {n}', en: 'up {n}' },
  down: { zh: '降 {n}', en: 'down {n}' },
  same: { zh: '不变', en: 'same' },
  scoreBefore: { zh: '方法指数', en: 'Index by the method' },
  scoreAfter: { zh: '移动后指数', en: 'Index after the move' },
  effective: { zh: '名义权重与有效权重', en: 'Nominal and effective weights' },
  nominalBefore: { zh: '名义权重', en: 'Nominal' },
  effectiveBefore: { zh: '有效权重', en: 'Effective' },
  nominalAfter: { zh: '移动后名义', en: 'Nominal after the move' },
  effectiveAfter: { zh: '移动后有效', en: 'Effective after the move' },
  effectiveText: {
    zh: '有效权重为一级指标与总体指数的相关系数平方，在五项之间归一：各单位差别大、又与其他指标同向的指标，有效权重高于名义权重；各单位几乎相同的指标，权重再大也不移动名次。',
    en: 'The effective weight is the squared correlation of an indicator with the overall index, as a share of the five: an indicator in which units differ much, and in step with the others, has more than its nominal weight; one in which they hardly differ moves no rank, however large its weight is.',
  },
  formula: {
    zh: '{name}：移动后指数 − 方法指数 = {change}。指数是一级指标的加权平均，所以差 = Σ 权重之差 × 一级指标 = {terms}。',
    en: '{name}: index after the move − index by the method = {change}. The index is a weighted mean, so that the difference is Σ change of weight × indicator = {terms}.',
  },
  computed: { zh: '变化最大的单位怎样算', en: 'The unit that moves furthest, computed' },
  lacking: {
    zh: '{period} 没有两个以上有名次的省级政府，无法比较名次：请运行 {command} 生成数据，或换一个时段。',
    en: 'In {period} fewer than two provincial governments have a rank, so there are no ranks to compare: run {command} to make data, or choose another period.',
  },
  toChoices: { zh: '取舍：同一组权重', en: 'Choices: these very weights' },
  toUncertainty: {
    zh: '取舍：权重在范围内移动时的名次',
    en: 'Choices: ranks while weights move within bounds',
  },
  toExplain: { zh: '逐步解释：名次是怎样得出的', en: 'Explanations: where ranks come from' },
  toMethod: { zh: '评估方法', en: 'Method' },
} as const;
