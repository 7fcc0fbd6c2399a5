export const targetsWords = {
  title: { zh: '与公布数字对照', en: 'Against published figures' },
  lead: {
    zh: '公开的数字只用来检验模拟是否合理：公布值落在模拟值的区间内，抽样误差就能解释差别；落在区间外，说明参数还要调整。',
    en: 'Published figures only test whether the simulation is plausible. A published value inside the interval differs by no more than chance; outside, a parameter is still off.',
  },
  counts: { zh: '{name}', en: '{name}' },
  countsFacts: {
    zh: '时段 {period}；模拟办件 {cases} 件、评价 {ratings} 条。区间为模拟值的 99% 抽样区间。',
    en: 'Period {period}; {cases} simulated cases and {ratings} ratings. Intervals are 99% sampling intervals of the simulated figures.',
  },
  notSimulated: {
    zh: '该地该时段没有模拟数据，只列出公布值。要看对照，请运行 haochaping simulate --scenario {id} --db data/{id}.db，再用 serve --db 打开。',
    en: 'Nothing was simulated for this place and period; only the published figures are listed. To compare, run haochaping simulate --scenario {id} --db data/{id}.db and open it with serve --db.',
  },
  chartDesc: {
    zh: '对数轴：圆圈为公布值，圆点为模拟值及其 99% 区间。',
    en: 'Logarithmic axis: rings are published shares, dots are simulated ones with their 99% intervals.',
  },
  figure: { zh: '项目', en: 'Figure' },
  published: { zh: '公布', en: 'Published' },
  simulated: { zh: '模拟', en: 'Simulated' },
  interval: { zh: '99% 区间', en: '99% interval' },
  verdict: { zh: '是否一致', en: 'Agreement' },
  inside: { zh: '在区间内', en: 'inside' },
  outside: { zh: '在区间外', en: 'outside' },
  levels: { zh: '等级占有等级评价的比例', en: 'Levels, share of ratings with a level' },
  channels: { zh: '渠道占全部评价的比例', en: 'Channels, share of all ratings' },
  ratio: { zh: '评价与办件之比', en: 'Ratings per case' },
  ratingsPerCase: { zh: '每件办件的评价数', en: 'Ratings per case' },
  national: { zh: '全国报告均值', en: 'Means of the national report' },
  nationalNote: {
    zh: '{name}公布的均值，与模拟时段 {period} 的省级均值并列。模拟的目标值是我们的假设，差别只供参考。32 个省级单位都有得分时才列出。',
    en: 'Means of “{name}”, beside the simulated means of provinces in {period}. The goalposts of the simulation are our assumption, so differences are for orientation. Given only when all 32 provincial units have a score.',
  },
  difference: { zh: '差', en: 'Difference' },
  bandCount: { zh: '等级为“{band}”的单位数', en: 'Units: {band}' },
  source: { zh: '出处', en: 'Source' },
} as const;
