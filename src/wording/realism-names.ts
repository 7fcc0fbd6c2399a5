import { translate, type Bilingual, type Language } from '../model/language.ts';
import type { RealismCheck } from '../model/realism/realism-check.ts';
import type { RealismId, RealismRange } from '../model/realism/realism-range.ts';
import { printFixed, printPercent, printShare } from './print-number.ts';

/** What each statistic of realism is, for the page and the command. */
export const realismNames: Readonly<Record<RealismId, Bilingual>> = {
  telephoneNight: { zh: '电话评价中 0 时至 6 时的比例', en: 'Telephone ratings between midnight and 6 h' },
  telephoneOutside: { zh: '电话评价中 9 时至 21 时以外的比例', en: 'Telephone ratings outside 9–21 h' },
  messageNight: {
    zh: '短信评价中 0 时至 6 时的比例',
    en: 'Text-message ratings between midnight and 6 h',
  },
  messageOutside: { zh: '短信评价中 8 时至 22 时以外的比例', en: 'Text-message ratings outside 8–22 h' },
  offDayApplications: {
    zh: '线上申请中周末和节假日的比例',
    en: 'Online applications on weekends and holidays',
  },
  itemSlope: { zh: '单位内事项办件量的 Zipf 斜率', en: 'Zipf slope of items’ cases within a unit' },
  ratedItems: { zh: '一个月内有评价的事项比例', en: 'Items with a rating in a month' },
  tag110: {
    zh: '差评中选“110 无理由超过法定办理时间”的比例',
    en: 'Bad ratings with tag 110 (legal time limit exceeded)',
  },
  tag108: {
    zh: '差评中选“108 在办事指南之外增加新的审批条件”的比例',
    en: 'Bad ratings with tag 108 (conditions beyond the guide)',
  },
  tag109: {
    zh: '差评中选“109 需提供办事指南之外的申报材料”的比例',
    en: 'Bad ratings with tag 109 (materials beyond the guide)',
  },
  levelRatio: { zh: '非常不满意与不满意之比', en: 'Very dissatisfied to dissatisfied' },
  distinctTexts: { zh: '10,000 条文字中互不相同的比例', en: 'Distinct texts among 10,000' },
  topFirms: { zh: '申请最多的 1% 企业占企业办件的比例', en: 'Cases of firms filed by the top 1% of them' },
  withinOffice: { zh: '同一机构评价等级的组内相关系数', en: 'Intraclass correlation of level, office' },
  withinItem: { zh: '同一实施事项评价等级的组内相关系数', en: 'Intraclass correlation of level, item' },
  withinCase: { zh: '同一办件评价等级的组内相关系数', en: 'Intraclass correlation of level, case' },
  withinPerson: { zh: '同一办理人评价等级的组内相关系数', en: 'Intraclass correlation of level, person' },
  delay5: { zh: '评价间隔中位数：非常满意', en: 'Median delay of ratings: very satisfied' },
  delay4: { zh: '评价间隔中位数：满意', en: 'Median delay of ratings: satisfied' },
  delay3: { zh: '评价间隔中位数：基本满意', en: 'Median delay of ratings: basically satisfied' },
  delay2: { zh: '评价间隔中位数：不满意', en: 'Median delay of ratings: dissatisfied' },
  delay1: { zh: '评价间隔中位数：非常不满意', en: 'Median delay of ratings: very dissatisfied' },
  slowBadCases: {
    zh: '差评办件与非常满意办件用时之比',
    en: 'Time taken by cases rated badly, to very satisfied',
  },
  firstMonth: {
    zh: '首月与以后各月日均服务记录之比',
    en: 'Services a working day, first month to later ones',
  },
};

export const realismVerdicts: Readonly<Record<RealismCheck['verdict'], Bilingual>> = {
  inside: { zh: '范围内', en: 'inside' },
  outside: { zh: '范围外', en: 'outside' },
  few: { zh: '数量不足', en: 'too few' },
};

/** The confidence word of a source, as readers see it. */
export const confidenceNames: Readonly<Record<RealismRange['confidence'], Bilingual>> = {
  stated: { zh: '原文载明', en: 'stated' },
  derived: { zh: '由公布值推算', en: 'derived' },
  guessed: { zh: '推测', en: 'guessed' },
};

const secondsText = { zh: ' 秒', en: ' s' };
const minutesText = { zh: ' 分钟', en: ' min' };
const hoursText = { zh: ' 小时', en: ' h' };

function printSeconds(seconds: number, language: Language): string {
  const [size, decimals, unit] =
    seconds < 120 ? [1, 0, secondsText] : seconds < 7200 ? [60, 1, minutesText] : [3600, 1, hoursText];
  const digits = printFixed(seconds / size, decimals).replace(/\.0$/, '');
  return `${digits}${translate(unit, language)}`;
}

/** A value of a statistic; — where there is none. */
export function printRealismValue(
  { value, kind }: Pick<RealismCheck, 'value' | 'kind'>,
  language: Language,
): string {
  if (value === null) return '—';
  if (kind === 'share') return printShare(value, '—');
  return kind === 'seconds' ? printSeconds(value, language) : printFixed(value, 3);
}

/** The range of a statistic, like 5%–20%. */
export function printRealismRange({ low, high, kind }: RealismRange, language: Language): string {
  const print = (value: number): string =>
    kind === 'share'
      ? printPercent(value)
      : kind === 'seconds'
        ? printSeconds(value, language)
        : String(value);
  return `${print(low)}–${print(high)}`;
}
