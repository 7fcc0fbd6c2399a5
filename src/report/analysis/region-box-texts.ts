import type { Bilingual } from '../../model/language.ts';

export const regionBoxTexts = {
  chapter: { zh: '各区域评析', en: 'The regions one by one' },
  intro: {
    zh: '区域平均值为本区域参评单位总体指数的简单平均。强弱项按各一级指标与同类全部参评单位平均值之差判定；较上一年度的变化经检验，同一批办理机构换一批办理人即可能造成的差异记为“误差以内”。单位按行政区划排序。',
    en: 'A regional mean is the plain mean of the overall indexes of its units. Strongest and weakest first-level indicators are those furthest above and below the mean of all units of the kind. Changes since the year before are tested: what other persons at the same offices could make is “within error”. Units stand in administrative order.',
  },
  province: { zh: '省级政府', en: 'provincial governments' },
  city: { zh: '重点城市', en: 'key cities' },
  above: {
    zh: '本区域 {n} 个{kind}总体指数平均值为 {mean}，比全部 {all} 个{kind}的平均值（{national}）高 {difference} 分。',
    en: 'Mean overall index of its {kind} ({n}): {mean}, {difference} points above that of all {all} ({national}).',
  },
  below: {
    zh: '本区域 {n} 个{kind}总体指数平均值为 {mean}，比全部 {all} 个{kind}的平均值（{national}）低 {difference} 分。',
    en: 'Mean overall index of its {kind} ({n}): {mean}, {difference} points below that of all {all} ({national}).',
  },
  equal: {
    zh: '本区域 {n} 个{kind}总体指数平均值为 {mean}，与全部 {all} 个{kind}的平均值相同。',
    en: 'Mean overall index of its {kind} ({n}): {mean}, the same as that of all {all}.',
  },
  alone: {
    zh: '本区域 {n} 个{kind}总体指数平均值为 {mean}，其他区域没有{kind}可比。',
    en: 'Mean overall index of its {kind} ({n}): {mean}. No other region has {kind} to be compared with.',
  },
  rose: {
    zh: '较 {before} 年度上升 {points} 分（95% 区间 {low} 至 {high}）。',
    en: 'It rose by {points} points since {before} (95% interval {low} to {high}).',
  },
  fell: {
    zh: '较 {before} 年度下降 {points} 分（变化的 95% 区间 {low} 至 {high}）。',
    en: 'It fell by {points} points since {before} (95% interval of the change {low} to {high}).',
  },
  steady: {
    zh: '较 {before} 年度的变化（{change} 分）在抽样误差以内。',
    en: 'Its change since {before} ({change} points) is within sampling error.',
  },
  mixed: {
    zh: '与全部{kind}的平均值相比，最强的一级指标是{strong}（高 {most} 分），最弱的是{weak}（低 {least} 分）。',
    en: 'Against the mean of all {kind}, {strong} is strongest ({most} points above) and {weak} is weakest ({least} below).',
  },
  allAbove: {
    zh: '各项一级指标均不低于全部{kind}的平均值，领先最多的是{strong}（{most} 分），最少的是{weak}（{least} 分）。',
    en: 'No first-level indicator is below the mean of all {kind}: {strong} is furthest above ({most} points), {weak} least ({least}).',
  },
  allBelow: {
    zh: '各项一级指标均不高于全部{kind}的平均值，差距最小的是{strong}（{most} 分），最大的是{weak}（{least} 分）。',
    en: 'No first-level indicator is above the mean of all {kind}: {strong} is nearest to it ({most} points), {weak} furthest below ({least}).',
  },
  tableTitle: {
    zh: '{region}{kind}的能力水平与变化（模拟）',
    en: '{region}: {kind}, levels and changes (simulated)',
  },
  unit: { zh: '单位', en: 'Unit' },
  level: { zh: '能力水平', en: 'Level' },
  levelBefore: { zh: '{before} 年度能力水平', en: 'Level {before}' },
  index: { zh: '总体指数', en: 'Overall index' },
  rank: { zh: '名次', en: 'Rank' },
  strongest: { zh: '最强一级指标', en: 'Strongest' },
  weakest: { zh: '最弱一级指标', en: 'Weakest' },
  change: { zh: '较 {before} 年度变化', en: 'Change since {before}' },
  verdict: { zh: '变化是否超出抽样误差', en: 'Beyond sampling error' },
  up: { zh: '上升', en: 'rose' },
  down: { zh: '下降', en: 'fell' },
  within: { zh: '误差以内', en: 'within error' },
  missing: { zh: '—', en: '—' },
  how: {
    zh: '变化为总体指数之差；检验的 p 值经 Benjamini–Hochberg 法按同类单位调整，不大于 {level} 记为上升或下降。',
    en: 'A change is the difference of overall indexes; p-values are adjusted after Benjamini and Hochberg over the units of the kind, and up to {level} a change is called a rise or fall.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
