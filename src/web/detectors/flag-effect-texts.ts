/** Texts of the page on what leaving the flagged ratings out would do. */
export const flagEffectTexts = {
  effectTitle: { zh: '剔除所标评价的影响', en: 'The effect of leaving flagged ratings out' },
  effectLead: {
    zh: '公布结果计入全部评价，直到线索经人核实。这里另算一遍：把规则标出的评价（及其追评、整改和标签）剔除，各单位的指数、名次、好评率和平均分会变多少。',
    en: 'Published results count all ratings until somebody has verified the leads. Here they are computed once more: without the ratings that rules flag (and their additional ratings, rectifications and tags), how far would score, rank, good-rating rate and mean score of each unit move?',
  },
  monthsStay: {
    zh: '整月的线索（部门·月）不剔除任何评价：它没有指出是哪几条，或者说的正是评价缺了，缺的无从补上。校验未通过的记录本来就没有计入。',
    en: 'Leads on whole office-months remove nothing: they name no single rating, or say that ratings are missing, which cannot be put back. Refused records never counted.',
  },
  verified: {
    zh: '剔除并非更正：所标评价中有误报，真的异常也有漏标；数字变化的大小说明结果有多依赖它们，不说明哪个数字对。',
    en: 'To leave them out is no correction: some flags are false, and some anomalies are missed. The size of a change says how much a result depends on them, not which figure is right.',
  },
  sums: {
    zh: '本时段 {ratings} 条评价，剔除 {flagged} 条；{units} 个单位受影响。',
    en: 'Of {ratings} ratings in this period {flagged} are left out; {units} units are affected.',
  },
  kept: {
    zh: '数据库只读且未保存线索，无法计算。请先运行 detect。',
    en: 'The database is read-only and keeps no leads: run detect first.',
  },
  noUnits: { zh: '本时段没有数据。', en: 'There are no data in this period.' },
  unit: { zh: '单位', en: 'Unit' },
  ratingsHeading: { zh: '评价', en: 'Ratings' },
  leftOut: { zh: '剔除', en: 'Left out' },
  score: { zh: '指数', en: 'Score' },
  rank: { zh: '名次', en: 'Rank' },
  goodRate: { zh: '好评率', en: 'Good-rating rate' },
  meanScore: { zh: '平均分', en: 'Mean score' },
  all: { zh: '全部', en: 'all' },
  without: { zh: '剔除后', en: 'without' },
  change: { zh: '变化', en: 'change' },
  effectNote: {
    zh: '变化由未取整的数算出。名次变化为正表示后退。好评率的变化为百分点。省的评价含其重点城市。',
    en: 'Changes are of unrounded figures. A change of rank above 0 is a move down. Changes of the good-rating rate are percentage points. Ratings of a province include those of its key cities.',
  },
  provinceKind: { zh: '省级政府', en: 'Provinces' },
  cityKind: { zh: '重点城市', en: 'Key cities' },
} as const;
