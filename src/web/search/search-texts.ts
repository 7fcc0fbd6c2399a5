export const searchTexts = {
  title: { zh: '搜索', en: 'Search' },
  lead: {
    zh: '按中文名、英文名或代码查找单位、区域、事项、指标和页面。名称完全相同的在前，其次是以所查文字开头的，再次是包含它的。空格和连字符有无均可。',
    en: 'Finds units, regions, items, indicators and pages by Chinese or English name or by code: names that are the same come first, then those that begin with the text, then those that hold it. Blanks and hyphens make no difference.',
  },
  text: { zh: '查找', en: 'Find' },
  empty: { zh: '请输入要查找的文字。', en: 'Enter a text to look for.' },
  nothing: {
    zh: '没有名称或代码含有“{q}”。可以只输入名称的一部分。',
    en: 'No name or code has “{q}”. A part of a name will do.',
  },
  found: { zh: '“{q}”：找到 {n} 项', en: '“{q}”: {n} found' },
  shown: { zh: '，列出前 {most} 项', en: ', the first {most} are listed' },
  unit: { zh: '单位', en: 'Unit' },
  region: { zh: '区域', en: 'Region' },
  item: { zh: '事项', en: 'Item' },
  dimension: { zh: '一级指标', en: 'First-level indicator' },
  group: { zh: '二级指标', en: 'Second-level indicator' },
  indicator: { zh: '指标', en: 'Indicator' },
  page: { zh: '页面', en: 'Page' },
} as const;
