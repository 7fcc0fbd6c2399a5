import type { Detector } from '../detector.ts';
import { judgeMonths } from '../judge-months.ts';
import { OfficeMonths } from '../office-months.ts';
import { PAD } from './channels.ts';

/** Seconds within which nobody takes the pad, reads and chooses. */
const SECONDS = 5;

/** A1, the simple way: ratings of the window pad that come faster than a person can read. */
export const quickPadRatings: Detector = {
  rule: {
    id: 'quick-ratings',
    anomaly: 'A1',
    flags: 'rating',
    name: { zh: '秒评', en: 'Ratings within seconds' },
    statistic: {
      zh: '一个部门一个月内，平板上的非常满意评价中，服务后 5 秒内作出的条数，与各部门各月通常的占比相比',
      en: 'of the ratings of level 5 on window pads of an office in a month, those made within 5 seconds of the service, beside the usual share of offices and months',
    },
    threshold: {
      zh: '条数多于通常占比所能解释的（贝塔二项分布的上尾）',
      en: 'more than the usual share explains (upper tail of the beta-binomial distribution)',
    },
    minimum: 5,
    explanation: {
      zh: '办事人需要几秒钟才能接过平板、看清并选择；几秒内的评价可能是工作人员代评。也可能是服务时间登记得晚。',
      en: 'A person needs some seconds to take the pad, to read and to choose; a rating within seconds may be one by staff. The time of the service may also have been entered late.',
    },
  },
  watch() {
    const months = new OfficeMonths(true);
    return {
      see(unit) {
        months.see(unit, (row) => {
          if (unit.channel[row] !== PAD || unit.level[row] !== 5 || unit.automatic[row] === 1) return 'not';
          const delay = (unit.assessedAt[row] ?? 0) - (unit.serviceAt[row] ?? 0);
          return delay >= 0 && delay < SECONDS ? 'counted' : 'other';
        });
      },
      found: () =>
        judgeMonths(months.all(), {
          detector: 'quick-ratings',
          side: 'more',
          least: 0.0002,
          minimum: 5,
        }),
    };
  },
};
