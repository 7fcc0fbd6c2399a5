export const regionPageTexts = {
  title: { zh: '各区域', en: 'Regions' },
  lead: {
    zh: '各区域省级政府和重点城市的平均值，与全部参评单位的平均值并列。区域名称点开后是本区域各单位。',
    en: 'Means of the provincial governments and key cities of each region beside those of all assessed units. The name of a region leads to its units.',
  },
  region: { zh: '区域', en: 'Region' },
  regionSwitch: { zh: '区域', en: 'Region' },
  meansOf: { zh: '{kind}平均值', en: 'Means of {kind}' },
  allOf: { zh: '全部{kind}', en: 'All {kind}' },
  unknown: {
    zh: '没有区域“{region}”，或该时段没有它的结果。可用：{known}。',
    en: 'There is no region “{region}”, or it has no results in this period. There are: {known}.',
  },
  standing: { zh: '与全部参评单位比较', en: 'Beside all assessed units' },
  meanOf: { zh: '{kind}平均值（{n} 个）', en: 'Mean of {n} {kind}' },
  beside: { zh: '全部{kind} {mean}，差 {difference}', en: 'all {kind} {mean}, difference {difference}' },
  dimensions: { zh: '五项一级指标', en: 'Five first-level indicators' },
  dimension: { zh: '一级指标', en: 'First-level indicator' },
  here: { zh: '本区域', en: 'Region' },
  all: { zh: '全部', en: 'All' },
  difference: { zh: '差', en: 'Difference' },
  chartDesc: {
    zh: '{region}{kind}五项一级指标的平均值，竖线为全部{kind}的平均值。',
    en: 'Means of the five first-level indicators of the {kind} of {region}; the upright lines are the means of all {kind}.',
  },
  units: { zh: '本区域各单位', en: 'Units of the region' },
  unitsNote: {
    zh: '名次为全国同类单位中的名次。竖线为全部同类单位的平均值。',
    en: 'Ranks are those among all units of the kind. The upright line is the mean of all of them.',
  },
  noUnits: { zh: '本区域没有这一类参评单位。', en: 'The region has no assessed unit of this kind.' },
  years: { zh: '各年并列', en: 'Years side by side' },
  yearsNote: {
    zh: '指数，括号内为名次。只列有数据的年份；不满 12 个月的年份标出月数。“—”表示当年不参评或没有指数。',
    en: 'Indexes, ranks in brackets. Years with data alone; of a part of a year its months are given. “—”: not assessed that year, or no index.',
  },
  levelYearsNote: {
    zh: '平均值为指数，各单位只标出能力水平。只列有数据的年份；不满 12 个月的年份标出月数。“—”表示当年不参评或没有指数。',
    en: 'Means are indexes; units have their capability levels alone. Years with data alone; of a part of a year its months are given. “—”: not assessed that year, or no index.',
  },
  mean: { zh: '{kind}平均值', en: 'Mean, {kind}' },
  meanOfAll: { zh: '全部{kind}平均值', en: 'Mean of all {kind}' },
} as const;
