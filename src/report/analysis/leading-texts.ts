import type { Bilingual } from '../../model/language.ts';

export const leadingTexts = {
  chapter: { zh: '典型示范', en: 'Units that lead' },
  rule: {
    zh: '列名规则：能力水平为“{band}”，且名次的 95% 区间全部在同类有总体指数的单位的前四分之一以内，即再抽取一批办理人、办理机构和事项，名次也不会落到其后。名单按行政区划排序，不分先后。',
    en: 'Rule of the list: the level is “{band}”, and the whole 95% interval of the rank lies in the first quarter of the units of the kind with an overall index, so that another draw of persons, offices and items would not put the unit behind. Names stand in administrative order.',
  },
  province: { zh: '省级政府', en: 'Provincial governments' },
  city: { zh: '重点城市', en: 'Key cities' },
  single: {
    zh: '有总体指数的{kind}只有 1 个，无从比较，不列名单。',
    en: '{kind}: no list, since a single one has an overall index and there is nothing to compare.',
  },
  untested: {
    zh: '{kind}名次的抽样误差未知，不列名单。',
    en: '{kind}: no list, since the sampling errors of ranks are not known.',
  },
  named: {
    zh: '{kind}中符合规则的有 {n} 个（前四分之一为前 {last} 名）：{names}。',
    en: '{kind} by this rule ({n}; the first quarter is that of ranks up to {last}): {names}.',
  },
  nobody: {
    zh: '{kind}中没有单位符合规则（前四分之一为前 {last} 名）。',
    en: '{kind}: no unit meets the rule (the first quarter is that of ranks up to {last}).',
  },
  dimensions: {
    zh: '五项一级指标中有 {n} 项高于{kind}平均值，其中领先最多的是{name}（高 {points} 分）。',
    en: 'First-level indicators above the mean of {kind}: {n} of 5, {name} the furthest ({points} points).',
  },
  provinces: { zh: '省级政府', en: 'provincial governments' },
  cities: { zh: '重点城市', en: 'key cities' },
  indicatorsFollow: {
    zh: '与同类单位平均值相比，对总体指数领先贡献最大的三级指标：',
    en: 'Third-level indicators that put it furthest above the mean of its kind:',
  },
  indicator: {
    zh: '{name}（{group}）：{is}，同类单位平均 {mean}，使总体指数高出 {points} 分',
    en: '{name} ({group}): {is}, against {mean} on average, worth {points} points of the overall index',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
