import type { Bilingual } from '../../model/language.ts';

export const levelTexts = {
  chapter: { zh: '总体水平', en: 'Levels of capability' },
  provinceLevels: {
    zh: '省级政府一体化政务服务能力水平分布（模拟）',
    en: 'Provincial governments by level of integrated government-service capability (simulated)',
  },
  cityLevels: {
    zh: '重点城市一体化政务服务能力水平分布（模拟）',
    en: 'Key cities by level of integrated government-service capability (simulated)',
  },
  provinceLevelsPlain: { zh: '省级政府能力水平分布', en: 'Provincial governments by level of capability' },
  cityLevelsPlain: { zh: '重点城市能力水平分布', en: 'Key cities by level of capability' },
  level: { zh: '能力水平', en: 'Level' },
  range: { zh: '总体指数', en: 'Overall index' },
  units: { zh: '单位数', en: 'Units' },
  share: { zh: '占比', en: 'Share' },
  names: { zh: '单位', en: 'Names' },
  comma: { zh: '、', en: ', ' },
  order: {
    zh: '各水平内按行政区划排序，不分先后。',
    en: 'Within a level, units stand in administrative order.',
  },
  unscored: {
    zh: '没有总体指数、因而不在表中的单位：{names}。',
    en: 'Without an overall index and therefore not in the table: {names}.',
  },
  levelsHow: {
    zh: '按各单位总体指数所在区间计数；占比以有总体指数的单位为分母。',
    en: 'Units are counted by the range of their overall index; shares are of the units that have one.',
  },

  provinceLeading: {
    zh: '省级政府各项一级指标的领先单位（模拟）',
    en: 'Leading provincial governments of each first-level indicator (simulated)',
  },
  cityLeading: {
    zh: '重点城市各项一级指标的领先单位（模拟）',
    en: 'Leading key cities of each first-level indicator (simulated)',
  },
  provinceLeadingPlain: { zh: '省级政府各项一级指标的领先单位', en: 'Leading provincial governments' },
  cityLeadingPlain: { zh: '重点城市各项一级指标的领先单位', en: 'Leading key cities' },
  indicator: { zh: '一级指标', en: 'First-level indicator' },
  leaders: { zh: '领先单位', en: 'Leading units' },
  leadersOrder: {
    zh: '领先单位按行政区划排序，不分先后。',
    en: 'Leading units stand in administrative order.',
  },
  noFigure: { zh: '没有数据', en: 'no data' },
  allEqual: { zh: '各单位指数相同', en: 'all units have the same index' },
  tooFew: { zh: '只有一个单位，不作比较', en: 'a single unit: nothing to compare' },
  leadingHow: {
    zh: '取该项指数最高的十个单位；有指数的单位不足三十个时取三分之一（不足一个的取一个）；与末位指数相同的单位一并列入。',
    en: 'The ten units with the highest index; of fewer than thirty units a third of them, at least one; units with the same index as the last of these are named too.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
