import type { Bilingual } from '../../model/language.ts';

export const appendixTexts = {
  chapter: { zh: '附录', en: 'Annex' },
  systems: { zh: '评估指标体系', en: 'Indicators' },
  indices: { zh: '历年总体指数', en: 'Overall indexes by year' },
  provinceSystem: {
    zh: '省级政府一体化政务服务能力评估指标体系（模拟）',
    en: 'Indicators of the assessment of provincial governments (simulated)',
  },
  citySystem: {
    zh: '重点城市一体化政务服务能力评估指标体系（模拟）',
    en: 'Indicators of the assessment of key cities (simulated)',
  },
  provinceSystemPlain: { zh: '省级政府评估指标体系', en: 'Indicators, provincial governments' },
  citySystemPlain: { zh: '重点城市评估指标体系', en: 'Indicators, key cities' },
  first: { zh: '一级指标', en: 'First level' },
  second: { zh: '二级指标', en: 'Second level' },
  third: { zh: '三级指标', en: 'Third level' },
  point: { zh: '评估要点', en: 'What is assessed' },
  weight: { zh: '在总体指数中的权重（假设）', en: 'Weight in the overall index (assumed)' },
  quotient: { zh: '{numerator} ÷ {denominator}', en: '{numerator} ÷ {denominator}' },
  systemHow: {
    zh: '评估要点为计算公式（分子 ÷ 分母），数值按评分区间换算为 0–100 分；权重为各级权重之积。',
    en: 'What is assessed is the formula (numerator ÷ denominator), whose value is scored 0–100 within its range; the weight is the product of those of all levels.',
  },
  systemNote: {
    zh: '除公布的二级、三级指标名称外，指标、公式和权重为本项目设定，逐项出处见评估方法文件。',
    en: 'But for the published names of some second- and third-level indicators, indicators, formulas and weights are ours; the method file gives the source of each.',
  },
  provinceIndices: {
    zh: '省级政府历年一体化政务服务能力总体指数（模拟）',
    en: 'Overall indexes of provincial governments by year (simulated)',
  },
  cityIndices: {
    zh: '重点城市历年一体化政务服务能力总体指数（模拟）',
    en: 'Overall indexes of key cities by year (simulated)',
  },
  provinceIndicesPlain: { zh: '省级政府历年总体指数', en: 'Overall indexes of provincial governments' },
  cityIndicesPlain: { zh: '重点城市历年总体指数', en: 'Overall indexes of key cities' },
  unit: { zh: '单位', en: 'Unit' },
  mean: { zh: '平均值', en: 'Mean' },
  rank: { zh: '{year}名次', en: 'Rank in {year}' },
  indicesHow: {
    zh: '各年度的数据按同一版评估方法计算；名次按未取整的指数，指数相同名次相同。',
    en: 'The data of every year are measured by the same edition of the method; ranks are of unrounded indexes, and ties share one.',
  },
  levels: { zh: '各年度能力水平见图 {figure}。', en: 'Figure {figure} has the levels by year.' },
} as const satisfies Readonly<Record<string, Bilingual>>;
