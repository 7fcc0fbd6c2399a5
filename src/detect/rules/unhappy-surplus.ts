import type { Detector } from '../detector.ts';
import { judgeMonths } from '../judge-months.ts';
import { OfficeMonths } from '../office-months.ts';
import { GOOD } from './levels.ts';

/** A11, the strong way: more ratings of level 1 than those of levels 2 to 4 leave room for. */
export const unhappySurplus: Detector = {
  rule: {
    id: 'unhappy-surplus',
    anomaly: 'A11',
    flags: 'office-month',
    name: { zh: '非常不满意异常偏多', en: 'Too many ratings of level 1' },
    statistic: {
      zh: '一个部门一个月内，本人作出的 1–4 级评价中 1 级的占比，与通常占比相比',
      en: 'of the ratings of levels 1 to 4 at an office in a month, the share of level 1, beside the usual share',
    },
    threshold: {
      zh: '条数多于通常占比所能解释的（贝塔二项分布的上尾）',
      en: 'more than the usual share explains (upper tail of the beta-binomial distribution)',
    },
    minimum: 10,
    explanation: {
      zh: '服务变差时 2–4 级也会增多；只有 1 级增多，可能有人分用账号恶意差评。也可能是一件事激怒了许多人，或整个单位的服务远不如其他单位。',
      en: 'Where service gets worse, levels 2 to 4 rise as well; where only level 1 does, somebody may be rating from many accounts. One affair may also have angered many, or the whole unit may serve far worse than all others.',
    },
  },
  watch() {
    const months = new OfficeMonths(false);
    return {
      see(unit) {
        months.see(unit, (row) => {
          const level = unit.level[row] ?? 0;
          if (unit.automatic[row] === 1 || level === 0 || level > GOOD) return 'not';
          return level === 1 ? 'counted' : 'other';
        });
      },
      found: () =>
        judgeMonths(months.all(), { detector: 'unhappy-surplus', side: 'more', least: 0.01, minimum: 10 }),
    };
  },
};
