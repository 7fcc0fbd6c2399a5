import type { Bilingual } from '../../model/language.ts';

/** Sentences of the data summary. Each is a rule on results; what a rule finds nothing for is not written. */
export const summaryTexts = {
  chapter: { zh: '数据摘要', en: 'Summary of the data' },
  lead: {
    zh: '以下各条均由评估结果按固定规则生成（模拟）。增幅按未取整的平均值计算。',
    en: 'All sentences below are made from the results by fixed rules (simulated). Growth is computed from unrounded means.',
  },
  province: { zh: '省级政府', en: 'Provincial governments' },
  city: { zh: '重点城市', en: 'Key cities' },
  register: { zh: '事项清单', en: 'The register of items' },

  noScore: {
    zh: '{year}，{kind}没有总体指数：数据不足以计算。',
    en: 'No overall index of {kind} could be computed for {year}: there are too few data.',
  },
  single: {
    zh: '{year}，只有 {units}有总体指数，为 {mean}，不计算平均值，也不作比较。',
    en: 'Only {units} had an overall index in {year}, {mean}: there is no mean to speak of and nothing to compare.',
  },
  mean: {
    zh: '{year}，{units}的一体化政务服务能力总体指数平均值为 {mean}',
    en: 'In {year} the mean overall index of {units} was {mean}',
  },
  aboveMean: {
    zh: '，{above} 个高于平均值，占比 {share}。',
    en: '; {above} of them stood above it ({share}).',
  },
  allEqual: {
    zh: '，各单位指数相同，没有单位高于平均值。',
    en: '; all had the same index, none stood above it.',
  },
  bands: { zh: '按能力水平：{bands}。', en: 'By level of capability: {bands}.' },
  bandPart: { zh: '{band} {n} 个（{share}）', en: '{band} {n} ({share})' },
  bandComma: { zh: '，', en: ', ' },

  grown: { zh: '总体指数平均值{parts}。', en: 'The mean overall index {parts}.' },
  partUp: {
    zh: '比 {since} 年度（{before}）增长 {share}',
    en: 'was {share} higher than in {since} ({before})',
  },
  partDown: {
    zh: '比 {since} 年度（{before}）下降 {share}',
    en: 'was {share} lower than in {since} ({before})',
  },
  partSame: { zh: '与 {since} 年度（{before}）持平', en: 'was as high as in {since} ({before})' },
  beforeOf: { zh: '{before}，{units}', en: '{before}, of {units}' },
  partComma: { zh: '，', en: ', and ' },
  oneYear: {
    zh: '数据只有 {year}，不作年度比较。',
    en: 'The data hold {year} alone: nothing is compared across years.',
  },
  noEarlier: {
    zh: '此前年度没有{kind}的总体指数，不作年度比较。',
    en: 'Earlier years hold no overall index of {kind}: nothing is compared across years.',
  },

  dimensions: {
    zh: '一级指标平均值：{list}。{highest}最高，{lowest}最低。',
    en: 'Means of the first-level indicators: {list}. Highest stood {highest}, lowest {lowest}.',
  },
  dimensionsEqual: {
    zh: '一级指标平均值：{list}，各项相同。',
    en: 'Means of the first-level indicators: {list}; all are the same.',
  },
  dimensionOnly: {
    zh: '一级指标中只有{name}有数据，平均值为 {value}。',
    en: 'Of the first-level indicators only {name} had data; its mean was {value}.',
  },
  dimensionPart: { zh: '{name} {value}', en: '{name} {value}' },
  listComma: { zh: '、', en: ', ' },
  without: {
    zh: '{names}没有数据，不计算。',
    en: 'There were no data for {names}, which could not be computed.',
  },
  grewMost: {
    zh: '与 {since} 年度相比，{name}平均值增幅最大，由 {before} 升至 {now}，增长 {share}。',
    en: 'Since {since}, {name} rose most: its mean went from {before} to {now}, by {share}.',
  },
  grewMostTied: {
    zh: '与 {since} 年度相比，{names}平均值增幅并列最大，均增长 {share}。',
    en: 'Since {since}, {names} rose most and equally: their means grew by {share}.',
  },
  noneGrew: {
    zh: '与 {since} 年度相比，各项一级指标平均值均未提高。',
    en: 'Since {since}, the mean of no first-level indicator rose.',
  },

  oneVisit: {
    zh: '截至 {day} 的事项清单中，{units}的行政许可事项有 {share} 可网上受理且“最多跑一次”。',
    en: 'In the register as it stood on {day}, {share} of the licence items of {units} are accepted online and ask for one visit at most.',
  },
  allTiers: {
    zh: '写明办理层级的 {units}均有延伸至村（社区）办理的事项，省、市、县、乡、村五级都有覆盖。',
    en: 'All five levels of government are reached by {units}: each has items that are handled in villages. Counted are units whose items say where they are handled.',
  },
  someTiers: {
    zh: '写明办理层级的 {units}中，{n} 个有延伸至村（社区）办理的事项，占比 {share}。',
    en: 'Of {units} whose items say where they are handled, {n} reach all five levels of government, down to villages ({share}).',
  },
  noTiers: {
    zh: '写明办理层级的 {units}都没有延伸至村（社区）办理的事项。',
    en: 'No item of {units} is handled in villages. Counted are units whose items say where they are handled.',
  },
  tierItems: {
    zh: '写明办理层级的已发布事项中，可在乡镇（街道）及以下办理的占 {near}，可在村（社区）办理的占 {villages}。',
    en: 'Of the published items that say where they are handled, {near} are handled in townships or villages, {villages} in villages.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
