export const controlTexts = {
  control: { zh: '控制图：哪些月份不同寻常', en: 'Control charts: which months are out of the ordinary' },
  controlNote: {
    zh: '控制限为中心线上下 3 个标准误，按各月评价数计算，并按月与月之间实际波动放宽（好评率 {share} 倍，平均分 {mean} 倍；1 表示与独立评价相当）。超出控制限或连续 7 个月在中心线同一侧为信号。信号只说明有变化，不说明原因。',
    en: 'Limits lie 3 standard errors from the centre line, by the ratings of each month, widened by how much months really scatter ({share} times for the good-rating rate, {mean} times for the mean score; 1 is the scatter of independent ratings). A point beyond the limits, or seven in a row on one side of the centre, is a signal. A signal says that something changed, not why.',
  },
  controlShare: { zh: '好评率 p 控制图', en: 'p chart of the good-rating rate' },
  controlMean: {
    zh: '平均分的指数加权移动平均（EWMA，λ = 0.2）',
    en: 'EWMA chart of the mean score (λ = 0.2)',
  },
  controlDesc: {
    zh: '{name}，{what}，{from} 至 {to}；虚线为控制限，圆圈为信号：{signals}。',
    en: '{what} of {name}, {from} to {to}; dashed lines are the limits, rings are signals: {signals}.',
  },
  noSignals: { zh: '无', en: 'none' },
  controlTable: { zh: '控制图数据表', en: 'Table of the control charts' },
  limits: { zh: '控制限', en: 'Limits' },
  ewma: { zh: '移动平均', en: 'Moving average' },
  signals: { zh: '信号', en: 'Signals' },
  levelled: { zh: '有等级的评价', en: 'Ratings with a level' },
  signalOutside: { zh: '好评率超出控制限', en: 'good-rating rate beyond the limits' },
  signalRun: { zh: '好评率连续 7 个月在中心线同侧', en: 'good-rating rate 7 months on one side' },
  signalEwma: { zh: '平均分的移动平均超出控制限', en: 'moving average of the score beyond the limits' },
  signalCusum: {
    zh: '平均分的累积和超过 5 个标准误',
    en: 'cumulative sum of the score beyond 5 standard errors',
  },
  trendShare: {
    zh: '好评率每月变化 {slope} 个百分点（95% 区间 {low} 至 {high}，p {p}）：{verdict}。',
    en: 'Good-rating rate: {slope} percentage points per month (95% interval {low} to {high}, p {p}): {verdict}.',
  },
  trendMean: {
    zh: '平均分每月变化 {slope} 分（95% 区间 {low} 至 {high}，p {p}）：{verdict}。',
    en: 'Mean score: {slope} per month (95% interval {low} to {high}, p {p}): {verdict}.',
  },
  hasTrend: { zh: '有变化趋势（显著性水平 5%）', en: 'there is a trend (5% level)' },
  noTrend: { zh: '未见变化趋势（显著性水平 5%）', en: 'no trend is seen (5% level)' },
  fewMonths: {
    zh: '有评价的月份少于 6 个，不作控制图和趋势检验。',
    en: 'Fewer than 6 months have ratings: no control charts and no test of a trend.',
  },
} as const;
