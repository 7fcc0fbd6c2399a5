import type { Suspicion } from '../../model/detection/suspicion.ts';
import type { Detector, Found } from '../detector.ts';
import { judgeMonths } from '../judge-months.ts';
import { officeMonthNumber, OfficeMonths } from '../office-months.ts';
import type { UnitRecords } from '../unit-records.ts';
import { BAD, GOOD, MIDDLE } from './levels.ts';

/** A13: fewer bad ratings than the other ratings below 5 let expect. */
export const fewBad: Detector = {
  rule: {
    id: 'few-bad',
    anomaly: 'A13',
    flags: 'office-month',
    name: { zh: '差评异常偏少', en: 'Too few bad ratings' },
    statistic: {
      zh: '一个部门一个月内，本人作出的评价中差评（1、2 级）在 1–3 级和在 1–4 级中的占比，各与通常占比相比，取较小概率的两倍',
      en: 'of the ratings at an office in a month, the share of bad ones (levels 1 and 2) among levels 1 to 3 and among levels 1 to 4, each beside the usual share; twice the smaller chance counts',
    },
    threshold: {
      zh: '条数少于通常占比所能解释的（贝塔二项分布的下尾）',
      en: 'fewer than the usual share explains (lower tail of the beta-binomial distribution)',
    },
    minimum: 20,
    explanation: {
      zh: '服务好的部门 3、4 级也少；3、4 级照常而差评没有了，可能是差评被压下。样本不够大时无法判断。',
      en: 'Where service is good, levels 3 and 4 are rare too; where these are as usual and bad ratings are missing, they may have been kept back. Small numbers cannot decide.',
    },
  },
  watch() {
    const amongThree = new OfficeMonths(false);
    const amongFour = new OfficeMonths(false);
    const counting = (unit: UnitRecords, highest: number) => (row: number) => {
      const level = unit.level[row] ?? 0;
      if (unit.automatic[row] === 1 || level === 0 || level > highest) return 'not' as const;
      return level <= BAD ? ('counted' as const) : ('other' as const);
    };
    return {
      see(unit) {
        amongThree.see(unit, counting(unit, MIDDLE));
        amongFour.see(unit, counting(unit, GOOD));
      },
      found() {
        const test = { detector: 'few-bad', side: 'fewer', least: 0.01, minimum: 20 } as const;
        return eitherOf(judgeMonths(amongFour.all(), test), judgeMonths(amongThree.all(), test));
      },
    };
  },
};

/** Each office and month by the smaller of its chances, doubled as there were two (Bonferroni). The first made all tests of the second. */
function eitherOf(first: Found, second: Found): Found {
  const placeOf = ({ office, month }: Suspicion): number => officeMonthNumber(office ?? 0, month ?? 0);
  const places = new Map<number, Suspicion>();
  for (const one of [...first.candidates, ...second.candidates]) {
    const known = places.get(placeOf(one));
    if (known === undefined || (one.p ?? 1) < (known.p ?? 1)) places.set(placeOf(one), one);
  }
  const candidates = [...places.values()].map((one) => ({ ...one, p: Math.min(1, 2 * (one.p ?? 1)) }));
  return { candidates, tests: first.tests };
}
