import type { Bilingual } from '../../model/language.ts';

export const levelTexts = {
  chapter: { zh: '总体水平', en: 'Levels of capability' },
  province: {
    zh: '省级政府一体化政务服务能力水平分布（模拟）',
    en: 'Provincial governments by level of integrated government-service capability (simulated)',
  },
  city: {
    zh: '重点城市一体化政务服务能力水平分布（模拟）',
    en: 'Key cities by level of integrated government-service capability (simulated)',
  },
  level: { zh: '能力水平', en: 'Level' },
  units: { zh: '单位数', en: 'Units' },
  share: { zh: '占比', en: 'Share' },
  names: { zh: '单位', en: 'Names' },
  comma: { zh: '、', en: ', ' },
  order: {
    zh: '各水平内按行政区划排序，不分先后。',
    en: 'Within a level, units stand in administrative order.',
  },
  how: {
    zh: '按各单位总体指数所在区间计数；占比以有总体指数的单位为分母。',
    en: 'Units are counted by the range of their overall index; shares are of the units that have one.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
