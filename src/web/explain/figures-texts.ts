/** Texts of the list of figures that can be explained. */
export const figuresTexts = {
  title: { zh: '数字的由来', en: 'How figures come about' },
  lead: {
    zh: '页面上的每个得分、名次、能力水平和平均值，都可以追溯到它的公式、计数和来源。在总览和各单位页面上点击数字，就会打开它的说明；下面是一些例子。',
    en: 'Every score, rank, level and mean can be followed down to its formula, its counts and their source. On the overview and on the pages of the units each figure leads to its explanation; here are examples.',
  },
  address: {
    zh: '地址的写法：unit（单位代码）和 figure，或 kind（province、city）和 figure；figure 可为 rank、band、overall，或评估方法中任一级指标的代号。',
    en: 'An address has unit (the code of a unit) and figure, or kind (province or city) and figure; a figure is rank, band, overall or the id of an indicator of any level of the method.',
  },
  standing: { zh: '{name}：名次、能力水平和总体指数', en: '{name}: rank, level and overall index' },
  dimensions: { zh: '{name}：一级指标', en: '{name}: first-level indicators' },
  indicators: { zh: '{name}：指标', en: '{name}: indicators' },
  means: { zh: '平均值', en: 'Means' },
  meanOf: { zh: '{figure}的平均值，{kind}', en: 'Mean of {figure}, {kind}' },
  rank: { zh: '名次', en: 'Rank' },
  band: { zh: '能力水平', en: 'Capability level' },
  overall: { zh: '总体指数', en: 'Overall index' },
} as const;
