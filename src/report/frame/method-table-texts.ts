import type { Bilingual } from '../../model/language.ts';

export const methodTableTexts = {
  points: {
    zh: '一体化政务服务能力评估方法要点（模拟）',
    en: 'Main points of the method of assessment (simulated)',
  },
  pointsHow: {
    zh: '各项取自评估方法文件，权重、评分区间和数据齐全要求为本项目的假设。',
    en: 'All of it is from the method file; weights, scoring ranges and the share of data asked for are assumptions of ours.',
  },
  point: { zh: '要点', en: 'Point' },
  rule: { zh: '做法', en: 'Rule' },
  objects: { zh: '评估对象', en: 'Who is assessed' },
  noObjects: { zh: '本时段没有参评单位的数据', en: 'no unit has data in this period' },
  principle: { zh: '评估原则', en: 'Principle' },
  principleText: {
    zh: '参照报告的无感评估：参评单位不填报数据、不提供材料，评价、办件和清单记录均由模拟程序或接口得来',
    en: 'as in the report, nobody notices: units fill in no data and hand in no material; ratings, cases and register come from the simulator or the interface',
  },
  system: { zh: '指标体系', en: 'Indicators' },
  systemText: {
    zh: '{kind}：一级指标 {first} 项，二级指标 {second} 项，三级指标 {third} 项',
    en: '{kind}: {first} first-level, {second} second-level and {third} third-level indicators',
  },
  kindEnd: { zh: '；', en: '; ' },
  data: { zh: '数据依据', en: 'Data' },
  dataText: { zh: '{kind}：{parts}', en: '{kind}: {parts}' },
  weights: { zh: '一级指标权重', en: 'Weights of the first level' },
  assumed: { zh: '（假设）', en: ' (assumed)' },
  scoring: { zh: '评分', en: 'Scoring' },
  scoringText: {
    zh: '数值按评分区间线性换算为 0–100 分，超出两端取 0 或 100；分母低于最小样本量的指标不计算',
    en: 'a value becomes a score of 0–100 within its range, beyond it 0 or 100; an indicator with fewer counts than its minimum is not computed',
  },
  missing: { zh: '缺数据', en: 'Missing data' },
  missingText: {
    zh: '下级指标中有数据的权重合计不低于 {share} 时，才计算上级指数；缺数据指标的权重按比例分摊给其余指标',
    en: 'an index is computed when indicators below it with at least {share} of the weight have data; the weight of the others is shared out in proportion',
  },
  levels: { zh: '能力水平', en: 'Levels of capability' },
  levelPart: { zh: '{band}：{range}', en: '{band}: {range}' },
  ranks: { zh: '名次', en: 'Ranks' },
  ranksText: {
    zh: '按未取整的指数分别排列省级政府和重点城市，指数相同名次相同，后一名次连续；名单按行政区划排序',
    en: 'by unrounded index, provincial governments and key cities apart; ties share a rank and the next rank follows on; lists stand in administrative order',
  },
  sureness: { zh: '不确定性', en: 'Uncertainty' },
  surenessText: {
    zh: '各指数附 95% 区间：换一批办理人、机构和事项重新抽取时指数可能的范围',
    en: 'every index has a 95% interval: where it may lie for a new draw of persons, offices and items',
  },

  provinceSources: {
    zh: '省级政府评估数据采集：各类模拟数据所计算的指标（模拟）',
    en: 'Provincial governments: which simulated data feed which indicators (simulated)',
  },
  citySources: {
    zh: '重点城市评估数据采集：各类模拟数据所计算的指标（模拟）',
    en: 'Key cities: which simulated data feed which indicators (simulated)',
  },
  provinceSourcesPlain: { zh: '省级政府评估数据采集', en: 'Provincial governments: data and indicators' },
  citySourcesPlain: { zh: '重点城市评估数据采集', en: 'Key cities: data and indicators' },
  sourcesHow: {
    zh: '每项三级指标只由一类数据计算；权重为该类数据的三级指标在总体指数中的权重合计。',
    en: 'Each third-level indicator is computed from one kind of data; the weight is that of these indicators in the overall index.',
  },
  collection: { zh: '采集的数据', en: 'Data' },
  holds: { zh: '{name}：{holds}。', en: '{name}: {holds}.' },
  count: { zh: '三级指标数', en: 'Indicators' },
  weight: { zh: '权重（假设）', en: 'Weight (assumed)' },
  indicators: { zh: '三级指标', en: 'Third-level indicators' },
  comma: { zh: '、', en: ', ' },
} as const satisfies Readonly<Record<string, Bilingual>>;
