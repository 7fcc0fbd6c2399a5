import type { LessonPlan } from './lesson.ts';

export const highRatePlan: LessonPlan = {
  title: { zh: '99.9%——好得过头了吗？', en: '99.9% — too good to be true?' },
  line: {
    zh: '系统里的好评率接近 100%，独立调查只有七十多分：差别由哪些环节造成？',
    en: 'Good-rating rates near 100% in the system, seventy-odd points in independent surveys: which parts of the process make the difference?',
  },
  minutes: { question: 2, result: 2, reason: 3, conclusions: 3 },
  may: [
    {
      zh: '公布的好评率既取决于服务，也取决于评价怎样收集：同样的服务，经过不同的收集环节，公布数不同。',
      en: 'A published good-rating rate depends on the services and on how ratings are collected: the same services give other figures where other steps lie in between.',
    },
    {
      zh: '好评率要与参评率、默认评价占比和差评数一起看。',
      en: 'A good-rating rate is to be read beside the rate of answers, the share of automatic ratings and the number of bad ratings.',
    },
    {
      zh: '在这个模拟世界中，每个环节改变了多少可以逐项列出，因为真值已知。',
      en: 'In this simulated world the change by each step can be stated, because the truth is known.',
    },
  ],
  mayNot: [
    {
      zh: '不能凭一个很高的好评率认定某地干预了评价：没有干预和有干预的两个模拟世界，可以得出同样的公布数。',
      en: 'That a place bends its ratings, from a high rate alone: a simulated world in which nothing is bent and one in which much is can give the same published counts.',
    },
    {
      zh: '不能用好评率减去调查得分：一个是占比，一个是平均分，问的人也不同。',
      en: 'A difference between the rate and the score of a survey: one is a share, the other a mean, and other people were asked.',
    },
    {
      zh: '不能把模拟中各部分的大小当作对任何真实地区的估计：它们来自场景的假设。',
      en: 'That the parts are as large in any real place: they follow from the assumptions of the scenario.',
    },
  ],
  discuss: [
    {
      zh: '要判断一个 99.9% 是否可信，还需要哪三个数？',
      en: 'Which three further figures would you ask for before you trust a 99.9%?',
    },
    {
      zh: '收集环节只能改一处（例如取消默认好评、取消预选、允许匿名差评），先改哪一处？怎样检验效果？',
      en: 'If a single step of collecting could be changed (no automatic ratings, nothing pre-selected, anonymous bad ratings), which one first, and how would its effect be tested?',
    },
  ],
  notes: {
    question: {
      zh: '念出表中的两类数字，先请学员说出两把尺子有何不同（占比与平均分），再请每人写下一个猜测，取中间值填入。',
      en: 'Read both kinds of figures out and let the class say how they differ (a share and a mean). Each writes a guess down; enter the middle one.',
    },
    result: {
      zh: '比较猜测与计算值。请学员先说最大的一步会是哪一步，再看图。',
      en: 'Compare guess and result. Let the class name the largest step before looking at the chart.',
    },
    reason: {
      zh: '沿表格逐行读：每一行只改一件事。强调换一种次序各部分会不同，总和不变。',
      en: 'Read the table row by row: each changes one thing. In another order the parts would differ, and their sum would not.',
    },
    conclusions: {
      zh: '先读“不能得出”，再讨论两个问题，每题约一分钟。',
      en: 'Begin with what may not be concluded, then the two questions, about a minute each.',
    },
  },
};

/** Texts of the lesson beside its plan. */
export const highRateTexts = {
  ask: {
    zh: '政务服务“好差评”系统公布的好评率常常接近 100%，而独立的满意度调查只有七十多分。是调查错了，还是系统里少了什么？',
    en: 'Good-rating rates as the systems publish them are often near 100%, while independent surveys of satisfaction give seventy-odd points. Is the survey wrong, or is something missing in the system?',
  },
  facts: {
    zh: '公布事实：好评率与调查得分',
    en: 'Published facts: a good-rating rate and scores of surveys',
  },
  what: { zh: '指标', en: 'Figure' },
  when: { zh: '时间', en: 'Time' },
  value: { zh: '数值', en: 'Value' },
  goodRateOf: {
    zh: '好评率（3—5级占有等级的评价）',
    en: 'Good-rating rate (levels 3 to 5 among ratings with a level)',
  },
  surveyScore: {
    zh: '独立调查的满意度（满分100）',
    en: 'Satisfaction in an independent survey (out of 100)',
  },
  source: { zh: '出处：{source}', en: 'Source: {source}' },
  twoScales: {
    zh: '两类数字不是同一把尺子：前者是评价中好评的占比，后者是受访者打分的平均值。公布数字本身不能说明原因，因此以下换到一个真值已知的模拟世界。',
    en: 'These are no figures on one scale: the first is a share of ratings, the others are means of what people who were asked have said. Published figures do not tell the cause; what follows is a simulated world whose truth is known.',
  },
  guessText: {
    zh: '模拟数据：一个模拟世界中的{name}（编号省份，{month}），公布的好评率为 {rate}，其中有不评价的人、默认好评、预选五星、工作人员的影响和提交不了的差评，多少均为假设。假如每一次服务都按办事人的真实感受评价，好评率会是多少？',
    en: 'Simulated data: {name}, a coded province of a simulated world ({month}), has a published good-rating rate of {rate}. In it some do not answer, some ratings are automatic or pre-selected, clerks press people, and bad ratings are not taken; how often is assumed. What would the rate be if every service were rated as it was felt?',
  },
  guessLabel: { zh: '按真实感受的好评率', en: 'Good-rating rate as felt' },
  felt: { zh: '按真实感受的好评率', en: 'Good-rating rate as felt' },
  feltText: { zh: '全部 {n} 次服务', en: 'all {n} services' },
  publishedRate: { zh: '公布的好评率', en: 'Good-rating rate as published' },
  publishedText: { zh: '{n} 条有等级的评价', en: '{n} ratings with a level' },
  gap: { zh: '公布减感受', en: 'Published less felt' },
  points: { zh: '{n} 个百分点', en: '{n} percentage points' },
  resultText: {
    zh: '{name}：由感受的 {felt} 到公布的 {published}，各环节之后的好评率如下图。下一步逐行计算。',
    en: '{name}: from {felt} as felt to {published} as published. The chart shows the good-rating rate after each step of the process; the next page computes them row by row.',
  },
  chart: { zh: '好评率逐步变化', en: 'The good-rating rate, step by step' },
  chartDesc: {
    zh: '由感受到公布，每步之后的好评率，坐标从 {from}% 到 {to}%。',
    en: 'From felt to published, the rate after each step, on an axis from {from}% to {to}%.',
  },
  start: { zh: '全部服务的感受', en: 'Felt in all services' },
  computed: { zh: '怎样算', en: 'How it is computed' },
  formula: {
    zh: '{name} = 3、4、5级之和 ÷ 有等级的总数 = （{three} + {four} + {five}）÷ {all} = {rate}',
    en: '{name} = levels 3, 4 and 5 ÷ all with a level = ({three} + {four} + {five}) ÷ {all} = {rate}',
  },
  bad: {
    zh: '感受为 1、2 级的服务有 {felt} 次，公布的 1、2 级评价有 {published} 条。',
    en: '{felt} services were felt as level 1 or 2; {published} ratings of level 1 or 2 are published.',
  },
  parts: { zh: '平均分与好评率逐步变化', en: 'Mean score and good-rating rate, step by step' },
  part: { zh: '部分', en: 'Part' },
  change: { zh: '平均分改变', en: 'Change in the mean' },
  mean: { zh: '此后平均分', en: 'Mean after it' },
  rateAfter: { zh: '此后好评率', en: 'Rate after it' },
  badAfter: { zh: '此后差评', en: 'Bad after it' },
  partsText: {
    zh: '等级得分 10/8/6/3/0。每一行只改一件事；换一种次序各部分会不同，总和不变。平均分各列与“实验室”页面相同。',
    en: 'Level scores 10/8/6/3/0. Each row changes one thing; in another order the parts would differ, and their sum would not. The columns of the mean are those of the laboratory.',
  },
  toScenario: {
    zh: '场景：本课的模拟世界（可运行，运行后在“实验室”中看到同样的分解）',
    en: 'Scenario: the simulated world of this lesson (run it, and the laboratory shows the same parts)',
  },
  toLaboratory: { zh: '实验室：当前数据的同样分解', en: 'Laboratory: the same for the data at hand' },
  toWeighting: { zh: '加权：谁没有评价', en: 'Weighting: who did not answer' },
  toTargets: { zh: '与公布值对照', en: 'Published figures' },
} as const;
