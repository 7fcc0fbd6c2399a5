import type { Bilingual } from '../../model/language.ts';

export const taskTexts = {
  chapter: { zh: '失分清单与任务分解', en: 'Lost points and who answers for them' },
  rule: {
    zh: '失分 = 权重 ×（100 − 得分），逐项列到三级指标，各项之和等于 100 减总体指数；缺数据的指标没有得分，其权重按方法分摊给同级其余指标。责任部门：按事项或办理机构计数的指标，为与满分值差距最大的部门（省级政府含其重点城市的同类部门）；标签、参评情况等不能分到部门的指标，为行政审批（政务服务管理）部门。可增分：该项达到同类单位中领先的四分之一已达到的值、其他不变时总体指数的变化。',
    en: 'Lost points = weight × (100 − score), down to third-level indicators; they sum to 100 less the overall index. An indicator without a figure has no score, and its weight is shared out to those beside it as the method says. Responsible: of indicators counted by item or office, the department furthest from the value that scores 100 (of a province, with those of its key cities); of what cannot be told by department, such as tags, the department of administrative approval and government-service management. To be gained: change of the overall index if this indicator reached what the leading quarter of the units of the kind has reached, all else unchanged.',
  },
  byDimension: {
    zh: '各一级指标平均失分（模拟）',
    en: 'Points lost on average by first-level indicator (simulated)',
  },
  byDimensionHow: {
    zh: '各单位失分的简单平均；各项之和等于 100 减总体指数平均值。',
    en: 'Plain means of the lost points of the units; they sum to 100 less the mean overall index.',
  },
  dimension: { zh: '一级指标', en: 'First level' },
  group: { zh: '二级指标', en: 'Second level' },
  indicator: { zh: '三级指标', en: 'Third level' },
  weight: { zh: '权重', en: 'Weight' },
  province: { zh: '省级政府', en: 'Provincial governments' },
  city: { zh: '重点城市', en: 'Key cities' },
  sum: { zh: '合计', en: 'Sum' },
  unit: { zh: '单位', en: 'Unit' },
  score: { zh: '得分', en: 'Score' },
  points: { zh: '失分', en: 'Lost points' },
  department: { zh: '责任部门', en: 'Responsible department' },
  part: { zh: '该部门占差距', en: 'Its part of the shortfall' },
  gain: { zh: '可增分', en: 'To be gained' },
  unitTitle: {
    zh: '{unit}失分清单与任务分解表（模拟）',
    en: '{unit}: lost points and who answers for them (simulated)',
  },
  allTitle: {
    zh: '{kind}失分清单与任务分解表（模拟）',
    en: '{kind}: lost points and who answers for them (simulated)',
  },
  gainsFollow: {
    zh: '各单位可增分最多的指标（按行政区划排序）：',
    en: 'What would gain each unit most, in administrative order:',
  },
  unitGains: { zh: '{unit}：{list}。', en: '{unit}: {list}.' },
  tableHow: {
    zh: '权重为缺数据指标分摊后在总体指数中的权重；失分 = 权重 ×（100 − 得分）。没有失分的指标不列。',
    en: 'Weights are those in the overall index after what has no figure has been shared out; lost points = weight × (100 − score). Indicators that lose nothing are not listed.',
  },
  most: {
    zh: '{unit}总体指数 {score}，失分 {lost} 分。可增分最多的是：{list}。',
    en: '{unit}: overall index {score}, {lost} points lost. Most would be gained by: {list}.',
  },
  nothingMore: {
    zh: '{unit}总体指数 {score}，失分 {lost} 分；各项指标均已达到同类单位中领先四分之一的水平。',
    en: '{unit}: overall index {score}, {lost} points lost; every indicator has reached what the leading quarter of the units of the kind has.',
  },
  oneGain: {
    zh: '“{name}”由 {is} 提高到 {target}（{points} 分，{department}）',
    en: '“{name}” from {is} to {target} ({points} points, {department})',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
