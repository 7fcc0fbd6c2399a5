import type { Bilingual } from '../../model/language.ts';

export const progressTexts = {
  chapter: { zh: '进步较大地区', en: 'Units with much progress' },
  rule: {
    zh: '列名规则：总体指数较上一年度（{before}）上升，且升幅超出同一批办理机构换一批办理人可能造成的差异（双侧检验，p 值经 Benjamini–Hochberg 法按同类单位调整后不大于 {level}）；名次同时上升，且两个年度的名次各在对方名次的 95% 区间以外；符合者按升幅取至同类单位的四分之一，与末位升幅相同的一并列出。名单按行政区划排序，不分先后。',
    en: 'Rule of the list: the overall index rose since the year before ({before}), by more than other persons at the same offices could make it (two-sided test, p-values adjusted after Benjamini and Hochberg over the units of the kind, at most {level}); the rank rose as well, each year’s rank lying outside the 95% interval of the other’s; of these, the largest rises up to a quarter of the units of the kind, and whoever rose as much as the last of them. Names stand in administrative order.',
  },
  noYear: {
    zh: '没有 {before} 年度的结果，无从比较，本章不列名单。',
    en: 'There are no results of {before} to compare with, so this chapter names nobody.',
  },
  untested: {
    zh: '{kind}的抽样误差或上一年度的指数未知，不列名单。',
    en: '{kind}: no list, since sampling errors or indexes of the year before are not known.',
  },
  province: { zh: '省级政府', en: 'Provincial governments' },
  city: { zh: '重点城市', en: 'Key cities' },
  named: {
    zh: '{kind}中进步较大的有 {n} 个：{names}。',
    en: '{kind} with much progress ({n}): {names}.',
  },
  nobody: {
    zh: '{kind}中没有单位的总体指数和名次均有超出抽样误差的上升。',
    en: '{kind}: no unit rose beyond sampling error both in its overall index and in its rank.',
  },
  tableTitle: {
    zh: '{kind}中进步较大的单位（模拟）',
    en: '{kind} with much progress (simulated)',
  },
  unit: { zh: '单位', en: 'Unit' },
  index: { zh: '{year} 年度总体指数', en: 'Overall index {year}' },
  rank: { zh: '{year} 年度名次', en: 'Rank {year}' },
  change: { zh: '升幅', en: 'Rise' },
  low: { zh: '升幅 95% 区间下限', en: 'Rise, 95% interval from' },
  high: { zh: '升幅 95% 区间上限', en: 'Rise, 95% interval to' },
  how: {
    zh: '升幅为两年度总体指数之差；区间和检验反映同一批办理机构换一批办理人的差异，事项清单不变。',
    en: 'A rise is the difference of two overall indexes; interval and test are for other persons at the same offices, with the same register.',
  },
  rose: {
    zh: '总体指数较 {before} 年度上升 {points} 分（95% 区间 {low} 至 {high}）。按一级指标分解：{parts}。',
    en: 'The overall index rose by {points} points since {before} (95% interval {low} to {high}). By first-level indicator: {parts}.',
  },
  part: { zh: '{name} {points} 分', en: '{name} {points}' },
  indicatorsFollow: {
    zh: '升幅超出抽样误差、对总体指数贡献最大的三级指标：',
    en: 'Third-level indicators that rose beyond sampling error and added most to the overall index:',
  },
  indicator: {
    zh: '{name}（{group}）：由 {was} 变为 {is}，贡献 {points} 分',
    en: '{name} ({group}): from {was} to {is}, {points} points',
  },
  noIndicator: {
    zh: '没有单项三级指标的升幅超出抽样误差，上升由多项小幅变化合成。',
    en: 'No third-level indicator alone rose beyond sampling error: many small changes add up to the rise.',
  },
  partsNote: {
    zh: '分解方法：三级指标的贡献为其在总体指数中的权重乘以得分变化；仅一个年度有数据的指标，按其得分与总体指数之差计。各项之和等于总体指数的变化。',
    en: 'Of the rise, a third-level indicator makes its weight in the overall index times the change of its score; one with a figure in one year only counts by how far it lies from the overall index. All of them sum to the change.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
