import type { Bilingual } from '../../model/language.ts';

export const suggestionTexts = {
  chapter: { zh: '发展建议', en: 'What would help most' },
  rule: {
    zh: '本章只列可计算的假设：把尚未达到的单位的某项三级指标提高到同类单位中领先的四分之一已达到的值，其他指标不变，按评估方法重新计算总体指数。结果说明方法对各项改进的反应，不含成本和可行性。',
    en: 'This chapter only says what can be computed: an indicator of every unit that is behind is brought up to the value that the leading quarter of the units of its kind has reached, all else unchanged, and the overall index is computed again by the method. That tells how the method answers to improvements, not what they cost or whether they are feasible.',
  },
  province: { zh: '省级政府', en: 'Provincial governments' },
  city: { zh: '重点城市', en: 'Key cities' },
  oneIf: {
    zh: '若尚未达到的 {behind} 个{kind}的“{name}”提高到 {target}，{kind}总体指数平均值由 {mean} 变为 {raised}（{points} 分）。',
    en: 'If “{name}” came up to {target} where it is behind (units behind: {behind}), the mean overall index would go from {mean} to {raised} ({points} points).',
  },
  tableTitle: {
    zh: '{kind}各项三级指标提高到领先四分之一水平时总体指数平均值的变化（模拟）',
    en: '{kind}: change of the mean overall index if an indicator came up to the leading quarter (simulated)',
  },
  indicator: { zh: '三级指标', en: 'Third-level indicator' },
  dimension: { zh: '一级指标', en: 'First-level indicator' },
  target: { zh: '提高到', en: 'Brought up to' },
  behind: { zh: '尚未达到的单位数', en: 'Units behind' },
  points: { zh: '平均值变化', en: 'Change of the mean' },
  how: {
    zh: '每个尚未达到的单位：三级指标在总体指数中的权重 ×（提高后的得分 − 现得分）；对同类全部单位平均。',
    en: 'For each unit behind: weight of the indicator in the overall index × (score at the target − its score), averaged over all units of the kind.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
