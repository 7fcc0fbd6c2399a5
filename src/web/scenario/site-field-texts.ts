import { fieldWords, type FieldTexts } from './field-texts.ts';

/** Fields that say how good the simulated service sites of units are. */
export const siteFieldTexts: Readonly<Record<string, FieldTexts>> = {
  'site.search.mean': fieldWords(
    '查询命中首位',
    'Found at once',
    '中间单位用规范名称查询时，正确事项排在第一条的概率。',
    'Chance, in the middle unit, that the right item is the first hit for its standard name.',
  ),
  'site.search.spread': fieldWords(
    '查询的差异',
    'Spread of search',
    '单位之间的差异（logit 尺度）；随单位的方式完备度而不同。',
    'How far units lie apart (logit scale); it follows the completeness of a unit.',
  ),
  'site.application.mean': fieldWords(
    '申报环节无障碍',
    'Steps without obstacles',
    '中间单位在线申报的一个环节没有障碍的概率。',
    'Chance, in the middle unit, that a step of an online application is free of obstacles.',
  ),
  'site.application.spread': fieldWords(
    '申报的差异',
    'Spread of application',
    '单位之间的差异（logit 尺度）；随单位的办理成熟度而不同。',
    'How far units lie apart (logit scale); it follows the maturity of a unit.',
  ),
};
