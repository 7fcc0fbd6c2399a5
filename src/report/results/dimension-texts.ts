import type { Bilingual } from '../../model/language.ts';

export const dimensionTexts = {
  chapter: { zh: '一级指标', en: 'First-level indicators' },
  all: { zh: '五项一级指标', en: 'The five first-level indicators' },
  provinceMeans: {
    zh: '省级政府一级指标平均值（模拟）',
    en: 'Provincial governments: means of the first-level indicators (simulated)',
  },
  cityMeans: {
    zh: '重点城市一级指标平均值（模拟）',
    en: 'Key cities: means of the first-level indicators (simulated)',
  },
  provinceMeansPlain: { zh: '省级政府一级指标平均值', en: 'Provincial governments, first level' },
  cityMeansPlain: { zh: '重点城市一级指标平均值', en: 'Key cities, first level' },
  meansDesc: {
    zh: '每项一级指标一组横条，每个年度一条，颜色较深者为 {year}。',
    en: 'A group of bars for each first-level indicator, a bar a year; the darker one is {year}.',
  },
  meansDescOne: {
    zh: '每项一级指标一条横条。',
    en: 'A bar for each first-level indicator.',
  },
  meansHow: {
    zh: '有数据的单位的算术平均值，各年度按同一版评估方法计算。',
    en: 'The plain mean over units that have data; every year by the same edition of the method.',
  },
  indicator: { zh: '指标', en: 'Indicator' },
  overall: { zh: '总体指数', en: 'Overall index' },
  axis: { zh: '横轴自 {from} 起。', en: 'The axis begins at {from}.' },
  oneYear: {
    zh: '数据只有 {year}，没有可比的年度。',
    en: 'The data hold {year} alone: there is no other year to compare.',
  },
  noData: { zh: '无数据', en: 'no data' },

  provinceGroups: {
    zh: '省级政府{name}二级指标平均值（模拟）',
    en: 'Provincial governments, {name}: means of the second-level indicators (simulated)',
  },
  cityGroups: {
    zh: '重点城市{name}二级指标平均值（模拟）',
    en: 'Key cities, {name}: means of the second-level indicators (simulated)',
  },
  provinceGroupsPlain: {
    zh: '省级政府{name}二级指标平均值',
    en: 'Provincial governments, {name}, second level',
  },
  cityGroupsPlain: { zh: '重点城市{name}二级指标平均值', en: 'Key cities, {name}, second level' },
  groupsDesc: {
    zh: '每项二级指标一条横条，为 {year}平均值；竖线为 {before} 年度平均值。',
    en: 'A bar for each second-level indicator, its mean in {year}; the tick is its mean in {before}.',
  },
  groupsDescOne: {
    zh: '每项二级指标一条横条，为 {year}平均值。',
    en: 'A bar for each second-level indicator, its mean in {year}.',
  },
  groupsHow: {
    zh: '有数据的单位的算术平均值；变化按未取整的数值计算，缺数据的单位不计入。',
    en: 'The plain mean over units that have data; changes are of unrounded values, and units without data are not counted.',
  },
  units: { zh: '有数据的单位', en: 'Units with data' },
  mark: { zh: '竖线为 {before} 年度平均值。', en: 'The tick is the mean of {before}.' },
  change: { zh: '比 {before} 年度', en: 'Since {before}' },
} as const satisfies Readonly<Record<string, Bilingual>>;
