import type { Bilingual } from '../../model/language.ts';

export const regionTexts = {
  chapter: { zh: '区域比较', en: 'Regions compared' },
  overview: { zh: '各区域总体情况', en: 'All regions' },
  years: { zh: '历年比较', en: 'Years compared' },
  single: { zh: '各区域历年比较', en: 'Each region over the years' },
  region: { zh: '区域', en: 'Region' },
  all: { zh: '全部参评单位', en: 'All assessed units' },
  province: { zh: '省级政府', en: 'Provincial governments' },
  city: { zh: '重点城市', en: 'Key cities' },
  unit: { zh: '单位', en: 'Unit' },
  axis: { zh: '横轴自 {from} 起。', en: 'The axis begins at {from}.' },
  mark: { zh: '竖线为全部参评单位的平均值。', en: 'The tick marks the mean of all assessed units.' },
  noData: { zh: '无数据', en: 'no data' },

  means: {
    zh: '各区域一体化政务服务能力总体指数平均值（模拟）',
    en: 'Mean overall index of each region (simulated)',
  },
  meansPlain: { zh: '各区域总体指数平均值', en: 'Mean overall index of each region' },
  meansDesc: {
    zh: '每个区域两条横条：省级政府和重点城市的总体指数平均值；竖线为全部参评单位的平均值。',
    en: 'Two bars a region: the mean overall index of its provincial governments and of its key cities; a tick marks that of all assessed units.',
  },
  meansHow: {
    zh: '区域内有总体指数的单位的算术平均值，省级政府和重点城市分别计算。',
    en: 'The plain mean over the units of a region that have an overall index, provincial governments and key cities apart.',
  },

  compared: {
    zh: '各区域省级政府一体化政务服务能力总体指数比较（模拟）',
    en: 'Overall indexes of provincial governments by region (simulated)',
  },
  comparedPlain: {
    zh: '各区域省级政府总体指数比较',
    en: 'Overall indexes of provincial governments by region',
  },
  comparedDesc: {
    zh: '每个区域一行，每个圆点为一个省级政府的总体指数，竖线为区域平均值，虚线为全部省级政府的平均值。',
    en: 'A row a region: each dot is the overall index of a provincial government, the tick their mean; the dashed line is the mean of all.',
  },
  comparedHow: {
    zh: '区域平均值与全部省级政府平均值之差按未取整的数值计算；极差为区域内最高与最低指数之差。',
    en: 'Differences from the mean of all are of unrounded values; the range is that between the highest and the lowest index of the region.',
  },
  units: { zh: '单位数', en: 'Units' },
  mean: { zh: '平均值', en: 'Mean' },
  difference: { zh: '与全部平均值之差', en: 'Above the mean of all' },
  range: { zh: '极差', en: 'Range' },

  provinceYears: {
    zh: '省级政府一体化政务服务能力历年比较（模拟）',
    en: 'Provincial governments by year (simulated)',
  },
  cityYears: { zh: '重点城市一体化政务服务能力历年比较（模拟）', en: 'Key cities by year (simulated)' },
  provinceYearsPlain: { zh: '省级政府历年比较', en: 'Provincial governments by year' },
  cityYearsPlain: { zh: '重点城市历年比较', en: 'Key cities by year' },
  yearsDesc: {
    zh: '每个单位一行，每个年度一格；格内为总体指数，颜色深浅为能力水平。',
    en: 'A row a unit, a cell a year: its text is the overall index, its shade the level of capability.',
  },
  levelYearsDesc: {
    zh: '每个单位一行，每个年度一格；格内文字和颜色深浅为能力水平。',
    en: 'A row a unit, a cell a year: its text and its shade are the level of capability.',
  },
  yearsHow: {
    zh: '各年度的数据按同一版评估方法计算；空格为该年度没有总体指数。',
    en: 'The data of every year are measured by the same edition of the method; an empty cell has no overall index.',
  },
  cell: { zh: '{unit}，{year}：{value}', en: '{unit}, {year}: {value}' },
  cellScore: { zh: '{score}（{band}）', en: '{score} ({band})' },
  oneYear: {
    zh: '数据只有 {year}，没有可比的年度。',
    en: 'The data hold {year} alone: there is no other year to compare.',
  },
  unassessedYears: {
    zh: '重点城市自 {since} 年度起参评，此前年度不列。',
    en: 'Key cities are assessed from {since} on; earlier years are not listed.',
  },

  regionYears: {
    zh: '{region}一体化政务服务能力历年比较（模拟）',
    en: '{region}: overall index by year (simulated)',
  },
  regionYearsPlain: { zh: '{region}历年比较', en: '{region} by year' },
  regionDesc: {
    zh: '每个单位一行，折线为历年总体指数，虚线为同类全部单位的平均值，右侧为 {year}的指数。',
    en: 'A row a unit: the line is its overall index by year, the dashed line the mean of all units of its kind; at the right its index in {year}.',
  },
  regionHow: {
    zh: '先列省级政府，后列重点城市，均按行政区划排序；各行纵轴相同，为 {from} 至 {to}。',
    en: 'Provincial governments first, then key cities, both in administrative order; all rows have the same axis, from {from} to {to}.',
  },
  noRegion: { zh: '该区域没有参评单位的数据。', en: 'There are no data of assessed units of this region.' },
  noRegions: {
    zh: '本数据只有虚构单位，不属于七个区域，图 3-5 至 3-11 从略。',
    en: 'The data are of fictional units alone, which are in none of the seven regions: figures 3-5 to 3-11 are left out.',
  },
  levelsOf: { zh: '{region}：{parts}。', en: '{region}: {parts}.' },
  levelPart: { zh: '{band}——{names}', en: '{band} – {names}' },
  partEnd: { zh: '；', en: '; ' },
  comma: { zh: '、', en: ', ' },
} as const satisfies Readonly<Record<string, Bilingual>>;
