import type { Detector } from '../detector.ts';
import { judgeMonths } from '../judge-months.ts';
import { OfficeMonths } from '../office-months.ts';
import { isForeignRating, isOwnMatter } from '../telephones.ts';

/** A11, the simple way: level 1 for cases of others. */
export const attacks: Detector = {
  rule: {
    id: 'attacks',
    anomaly: 'A11',
    flags: 'rating',
    name: { zh: '他人电话的非常不满意', en: 'Level 1 from other people’s telephones' },
    statistic: {
      zh: '一个部门一个月内，自然人办件的评价中，电话不是本人且为非常不满意的条数，与通常占比相比',
      en: 'of the ratings of cases of natural persons at an office in a month, those of level 1 from a telephone that is not theirs, beside the usual share',
    },
    threshold: {
      zh: '条数多于通常占比所能解释的（贝塔二项分布的上尾）',
      en: 'more than the usual share explains (upper tail of the beta-binomial distribution)',
    },
    minimum: 20,
    explanation: {
      zh: '恶意差评常用一两个账号评价许多他人的办件。也可能是家人替老人评价了不好的经历。',
      en: 'Somebody who wants to harm an office rates the cases of many others from an account or two. A family may also rate a bad experience for the old.',
    },
  },
  watch() {
    const months = new OfficeMonths(true);
    return {
      see(unit) {
        // Whoever rates natural persons’ cases so may rate those of organisations too, where a stranger alone is nothing odd.
        const strangers = new Set<number>();
        for (let row = 0; row < unit.length; row++)
          if (unit.level[row] === 1 && isForeignRating(unit, row)) strangers.add(unit.rater[row] ?? -1);
        months.see(unit, (row) => {
          const isStranger =
            unit.level[row] === 1 &&
            unit.rater[row] !== unit.person[row] &&
            strangers.has(unit.rater[row] ?? -1);
          if (isStranger) return 'counted';
          return isOwnMatter(unit, row) ? 'other' : 'not';
        });
      },
      found: () =>
        judgeMonths(months.all(), { detector: 'attacks', side: 'more', least: 0.0005, minimum: 20 }),
    };
  },
};
