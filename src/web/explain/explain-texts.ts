/** Texts of the explanation of ranks, bands and means. */
export const explainTexts = {
  eyebrow: { zh: '{name} · {period} · 数字的由来', en: '{name} · {period} · how the figure came about' },
  rankTitle: { zh: '名次', en: 'Rank' },
  bandTitle: { zh: '能力水平', en: 'Capability level' },
  meanTitle: { zh: '{figure}的平均值', en: 'Mean of {figure}' },
  ofRegion: { zh: '{kind}（{region}）', en: '{kind} ({region})' },
  overall: { zh: '总体指数', en: 'Overall index' },
  noRank: {
    zh: '没有名次：没有总体指数，或为不参加排名的虚构单位。',
    en: 'There is no rank: the unit has no overall index, or is a fictional one that is not ranked.',
  },
  rankFormula: {
    zh: '名次按未舍入的总体指数由高到低排列，同分同名次，下一个不同的指数名次加 1。指数更高的有 {higher} 个单位，同分的有 {tied} 个，故在 {ranked} 个单位中列第 {rank} 位。',
    en: 'Ranks follow the unrounded overall index from the highest down; units with the same index share a rank, and the next index has the next rank. {higher} units have a higher index and {tied} the very same, which makes rank {rank} of {ranked}.',
  },
  rankNote: {
    zh: '相邻单位与本单位之差，以及各一级指标在其中所占的分值（权重 × 得分之差），各列相加即为差。差小于区间宽度时，次序并不可靠。',
    en: 'The differences of the neighbours from this unit, and what each first-level indicator adds to them (weight × difference of the scores); the columns add up to the difference. Where it is smaller than the width of the intervals, the order is not certain.',
  },
  neighbours: { zh: '相邻的单位', en: 'Neighbours in the ranking' },
  rank: { zh: '名次', en: 'Rank' },
  difference: { zh: '差', en: 'Difference' },
  noBand: {
    zh: '没有能力水平：没有总体指数，或为不划分水平的虚构单位。',
    en: 'There is no capability level: the unit has no overall index, or is a fictional one that is in no level.',
  },
  bandFormula: {
    zh: '总体指数 {overall}（未舍入）落在“{band}”的范围内：高于下限，不高于上限。',
    en: 'The overall index, unrounded {overall}, lies in the range of “{band}”: above its lower end and not above its upper end.',
  },
  toHigher: { zh: '距上一水平还差 {n} 分。', en: 'It is {n} points below the next better level.' },
  toLower: { zh: '高出下一水平 {n} 分。', en: 'It is {n} points above the next lower level.' },
  bands: { zh: '能力水平的范围', en: 'Ranges of the levels' },
  band: { zh: '能力水平', en: 'Capability level' },
  from: { zh: '高于', en: 'Above' },
  to: { zh: '不高于', en: 'Not above' },
  here: { zh: '本单位', en: 'This unit' },
  meanFormula: {
    zh: '简单平均：{sum} ÷ {n} = {mean}。每个单位权重相同，与记录数无关。',
    en: 'The plain mean: {sum} ÷ {n} = {mean}. Each unit counts alike, whatever the number of its records.',
  },
  meanEmpty: { zh: '没有单位有这一数字，没有平均值。', en: 'No unit has this figure: there is no mean.' },
  meanWithout: {
    zh: '另有 {n} 个单位无数据，不计入。',
    en: 'Another {n} units have no figure and are left out.',
  },
  meanOf: { zh: '计入平均值的单位', en: 'Units in the mean' },
  score: { zh: '得分', en: 'Score' },
  sum: { zh: '合计', en: 'Sum' },
  formula: { zh: '公式', en: 'Formula' },
  source: { zh: '出处', en: 'Source' },
  next: {
    zh: '各单位总体指数的由来见各单位名称的链接。',
    en: 'The names of the units lead to how their figures came about.',
  },
  what: {
    zh: '须同时给出 unit（单位代码）和 figure，或 kind（province、city）和 figure',
    en: 'give unit (the code of a unit) and figure, or kind (province or city) and figure',
  },
} as const;
