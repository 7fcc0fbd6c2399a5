export const unitsTexts = {
  title: { zh: '参评单位', en: 'Assessed units' },
  lead: {
    zh: '按区域和行政区划次序列出全部单位及其能力水平，点开后是单位的指数、名次、指标和评价。',
    en: 'All units by region and in administrative order with their capability levels. Each leads to its indexes, ranks, indicators and ratings.',
  },
  unit: { zh: '省级政府', en: 'Provincial government' },
  cities: { zh: '重点城市', en: 'Key cities' },
  level: { zh: '能力水平', en: 'Capability level' },
} as const;
