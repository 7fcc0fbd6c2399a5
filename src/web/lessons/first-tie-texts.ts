import type { LessonPlan } from './lesson.ts';

export const firstTiePlan: LessonPlan = {
  title: { zh: '并列第一分得开吗？', en: 'A tie for first: can the two be told apart?' },
  line: {
    zh: '公布的指数曾有两个并列第一：指数相同说明什么，相差 0.3 分又说明什么？',
    en: 'Two units were once published as tied for first: what does an equal index say, and what does a difference of 0.3 say?',
  },
  minutes: { question: 2, result: 3, reason: 3, conclusions: 2 },
  may: [
    {
      zh: '指数是测量出来的，有误差；名次应当和名次区间一起读。',
      en: 'An index is measured and has an error; a rank is to be read with its interval.',
    },
    {
      zh: '两个单位能否分开要逐对检验，名次本身不说明；相差一名不等于分得开。',
      en: 'Whether two units can be told apart is to be tested pair by pair: that one stands a rank above the other does not say so.',
    },
    {
      zh: '水平相同的两个单位，打印出的指数通常不同，而且轮流在前。',
      en: 'Two units of the same quality usually have different printed indexes, and take turns in coming first.',
    },
  ],
  mayNot: [
    {
      zh: '不能说并列的两个单位水平相同，也不能说不并列的两个单位水平不同。',
      en: 'That tied units are equally good, or that units without a tie are not.',
    },
    {
      zh: '不能把模拟中的误差大小套用到公布的排名上：公布的报告没有给出误差，方法和数据也不同。',
      en: 'That the errors of the simulation hold for the published ranking: the report states none, and its method and data are others.',
    },
    {
      zh: '“分不开”不等于“相同”：只是这些数据不足以判断。',
      en: 'That units which cannot be told apart are equal: these data do not suffice to decide.',
    },
  ],
  discuss: [
    {
      zh: '如果由您公布排名，会公布名次、名次区间，还是能力水平？为什么？',
      en: 'If you published the results: ranks, intervals of ranks, or levels of capability? Why?',
    },
    {
      zh: '要把前两名分开，更多的评价、更长的时段、更多的指标，哪一样最有用？',
      en: 'What would help most to tell the first two apart: more ratings, a longer period, or more indicators?',
    },
  ],
  notes: {
    question: {
      zh: '先念公布的并列。说明以下换成编号省份的模拟数据，与公布排名无关。请全班猜一个整数。',
      en: 'Read the published tie. Say that what follows are simulated data of coded provinces and have nothing to do with the published ranking. The class guesses a whole number.',
    },
    result: {
      zh: '先看前十名的图：哪些横线互相重叠？再看表中“能否分开”一列。',
      en: 'First the chart of the first ten: which lines overlap? Then the last column of the table.',
    },
    reason: {
      zh: '请学员先猜同样好的两个省谁先出现，再看逐次结果；停在差距最大的一次。',
      en: 'Let the class guess which of two equally good provinces comes first, then read the draws; stop at the largest difference.',
    },
    conclusions: {
      zh: '先读“不能得出”，再讨论，每题约半分钟。',
      en: 'Begin with what may not be concluded, then the two questions, about half a minute each.',
    },
  },
};

/** Texts of the lesson beside its plan. */
export const firstTieTexts = {
  ask: {
    zh: '{year} 年度的公布结果中，{n} 个省级政府以相同的总体指数并列第一。它们的水平真的一样吗？如果指数差 0.3，又能说一个比另一个好吗？',
    en: 'In the published results of {year}, {n} provincial governments were tied for first with the same overall index. Are they really equally good? And if the indexes differed by 0.3, could one be called better?',
  },
  facts: { zh: '公布事实：{year} 年度的前几名', en: 'Published facts: the first of {year}' },
  unit: { zh: '单位', en: 'Unit' },
  publishedScore: { zh: '公布的总体指数', en: 'Published overall index' },
  source: { zh: '出处：{source}', en: 'Source: {source}' },
  askAnyway: {
    zh: '排名表上相邻的两个单位，指数差多少才算分得开？',
    en: 'How far must the indexes of two neighbours in a ranking lie apart before they can be told apart?',
  },
  guessText: {
    zh: '模拟数据：一个模拟世界中有 {n} 个编号省份（省份01 等），一个月的评价，没有任何影响评价结果的做法。排名表上共有 {pairs} 对相邻名次。有多少对能够分开，即差距大于换一批办事人、部门和事项所能造成的差距（95%）？',
    en: 'Simulated data: a simulated world has {n} provinces under coded names (Province 01 and so on), with a month of ratings that nothing bends. Their ranking has {pairs} pairs of neighbours. How many of them can be told apart, that is, differ by more than other persons, offices and items could make (95%)?',
  },
  guessLabel: { zh: '能够分开的相邻名次', en: 'Neighbours that can be told apart' },
  pairs: { zh: '对', en: 'pairs' },
  apart: { zh: '能够分开', en: 'Can be told apart' },
  ofPairs: { zh: '共 {n} 对相邻名次', en: 'of {n} pairs of neighbours' },
  firstRanks: { zh: '第一名的名次区间', en: 'Interval of the first rank' },
  chart: { zh: '前十名的总体指数和 95% 区间', en: 'The first ten: overall index with 95% interval' },
  chartDesc: {
    zh: '点为总体指数，横线为重新抽取办事人、部门和事项时的 95% 区间。',
    en: 'The dot is the overall index, the line its 95% interval for a new draw of persons, offices and items.',
  },
  table: { zh: '编号省份，{month}', en: 'Coded provinces, {month}' },
  rank: { zh: '名次', en: 'Rank' },
  ranks: { zh: '名次区间', en: 'Interval of the rank' },
  interval: { zh: '95% 区间', en: '95% interval' },
  difference: { zh: '与下一名之差', en: 'Lead over the next' },
  p: { zh: 'p 值', en: 'p' },
  isApart: { zh: '能否分开', en: 'Told apart' },
  yes: { zh: '能', en: 'yes' },
  no: { zh: '不能', en: 'no' },
  rule: {
    zh: '差距与其标准误之比按 t 分布检验，p < 0.05 为能够分开。检验的是排好名次之后相邻的 {pairs} 对：它们本来就挨得最近，所以“分不开”不等于“没有差别”。',
    en: 'The lead over the next is tested by its standard error (t distribution); p < 0.05 counts as told apart. The {pairs} pairs are neighbours of a sorted ranking, the closest there are: “not told apart” does not mean “no difference”.',
  },
  sameText: {
    zh: '模拟数据：现在反过来。两个编号省份（{a}、{b}）的五项水平、办件规模和事项主题完全相同，只是办事人、评价和事项清单随机不同。把它们测量 {n} 次，每次重新抽取。',
    en: 'Simulated data: now the other way round. Two coded provinces ({a}, {b}) are given the same five qualities, the same volume and the same themes; only persons, ratings and lists of items are drawn at random. They are measured {n} times, each time drawn anew.',
  },
  firstOf: { zh: '{name}在前', en: '{name} comes first' },
  ofDraws: { zh: '共 {n} 次', en: 'of {n} draws' },
  tied: { zh: '两位小数相同', en: 'Equal to two decimals' },
  meanDifference: { zh: '相差大小的平均', en: 'Mean size of the difference' },
  largest: { zh: '最大 {n}', en: 'at most {n}' },
  tieChance: {
    zh: '差的标准差为 {deviation}。按正态分布，两位小数恰好相同的机会约为 0.01 ÷（{deviation} × √2π）= {chance}：水平相同的单位，很少会打印出相同的指数。',
    en: 'The standard deviation of the difference is {deviation}. By a normal distribution the chance of two equal decimals is about 0.01 ÷ ({deviation} × √2π) = {chance}: units of the same quality seldom have the same printed index.',
  },
  draws: { zh: '水平相同的两个省，逐次测量', en: 'Two provinces of the same quality, draw by draw' },
  draw: { zh: '第几次', en: 'Draw' },
  apartBy: { zh: '差', en: 'Difference' },
  first: { zh: '谁在前', en: 'Comes first' },
  both: { zh: '并列', en: 'tied' },
  toRanking: {
    zh: '总览：指数、95% 区间和名次区间',
    en: 'Overview: indexes with intervals of score and rank',
  },
  toCompare: { zh: '比较：两个单位之差的检验', en: 'Compare: tests of differences between units' },
  toUncertainty: { zh: '取舍：名次能在多大范围内移动', en: 'Choices: how far ranks can move' },
  toTargets: { zh: '与公布值对照', en: 'Published figures' },
} as const;
