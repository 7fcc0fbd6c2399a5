import type { ExerciseKind } from '../exercise-kind.ts';
import { fromTemplates, type ExerciseTemplate } from './from-templates.ts';
import { makeBadRate } from './figures/bad-rate.ts';
import { makeChange } from './figures/change.ts';
import { makeChannelShare } from './figures/channel-share.ts';
import { figureCostTable } from './figures/costs.ts';
import { makeGoodRate } from './figures/good-rate.ts';
import { makeGroupScore } from './figures/group-score.ts';
import { makeIntervalBars } from './figures/interval-bars.ts';
import { makeLoopRate } from './figures/loop-rate.ts';
import { makeMeanScore } from './figures/mean-score.ts';
import { makeMeanVisits } from './figures/mean-visits.ts';
import { makeOnlineShare } from './figures/online-share.ts';
import { makeTimeSaved } from './figures/time-saved.ts';

const templates: readonly ExerciseTemplate[] = [
  { name: { zh: '好评率的分母', en: 'The denominator of the good-rating rate' }, make: makeGoodRate },
  { name: { zh: '平均分', en: 'The mean score' }, make: makeMeanScore },
  { name: { zh: '每万条评价的差评率', en: 'Bad ratings for every 10,000 ratings' }, make: makeBadRate },
  { name: { zh: '分渠道的占比', en: 'Shares by channel' }, make: makeChannelShare },
  { name: { zh: '差评整改的比率', en: 'Rates of the handling of bad ratings' }, make: makeLoopRate },
  { name: { zh: '网上可办率和全程网办率', en: 'Items online and fully online' }, make: makeOnlineShare },
  { name: { zh: '减时间', en: 'Time saved by the promise' }, make: makeTimeSaved },
  { name: { zh: '平均到办事现场次数', en: 'The mean number of visits' }, make: makeMeanVisits },
  {
    name: { zh: '从区间图看分不分得开', en: 'Who can be told apart on a chart of intervals' },
    make: makeIntervalBars,
  },
  { name: { zh: '由指标合成得分', en: 'A score from its indicators' }, make: makeGroupScore },
  { name: { zh: '百分点与百分比', en: 'Percentage points and percent' }, make: makeChange },
];

/** 读图与指标计算: the right figure, from the right rows, over the right denominator. */
export const figuresKind: ExerciseKind = {
  id: 'figures',
  name: { zh: '读图与指标计算', en: 'Reading figures and computing indicators' },
  about: {
    zh: '读表读图，选对分子和分母，把指标算对并按要求取位。',
    en: 'Read tables and charts, take the right numerator and denominator, and compute an indicator to the digits asked for.',
  },
  costs: figureCostTable,
  ...fromTemplates(templates),
  version: 1,
  keyVersion: 1,
};
