import type { Suspicion } from '../../model/detection/suspicion.ts';
import { chanceOfFewer } from '../chance/count-tails.ts';
import { usualShare } from '../chance/usual-share.ts';
import { countTests, type Detector, type Found } from '../detector.ts';
import { byOffice } from '../judge-months.ts';
import { officeMonthNumber, OfficeMonths, type OfficeMonth } from '../office-months.ts';

const MINIMUM = 10;

/** A14: cases that took longer than promised are hardly rated. */
export const lateUnrated: Detector = {
  rule: {
    id: 'late-unrated',
    anomaly: 'A14',
    flags: 'office-month',
    name: { zh: '超期办件少有评价', en: 'Overdue cases are hardly rated' },
    statistic: {
      zh: '一个部门一个月内，超期办结的办件有评价的占比，与本部门按时办件的占比相比，并计入超期者通常较少评价',
      en: 'of the cases of an office in a month that were completed too late, the share that was rated, beside that of its cases in time, less as much as those who waited usually rate less often',
    },
    threshold: {
      zh: '条数少于所能解释的（贝塔二项分布的下尾）',
      en: 'fewer than that explains (lower tail of the beta-binomial distribution)',
    },
    minimum: MINIMUM,
    explanation: {
      zh: '评价邀请若只发给按时办结的人，超期办件就没有评价。也可能是办件系统未登记超期办件的联系方式。',
      en: 'Where only those served in time are asked, overdue cases have no rating. The system may also lack the telephones of overdue cases.',
    },
  },
  watch() {
    const late = new OfficeMonths(false);
    const inTime = new OfficeMonths(false);
    return {
      see(unit) {
        const rated = (row: number) =>
          unit.rated[row] === 1 && unit.automatic[row] === 0 ? ('counted' as const) : ('other' as const);
        late.see(unit, (row) => (unit.late[row] === 1 ? rated(row) : 'not'));
        inTime.see(unit, (row) => (unit.late[row] === 0 ? rated(row) : 'not'));
      },
      found: () => judged(late.all(), inTime.all()),
    };
  },
};

const placeOf = ({ office, month }: OfficeMonth): number => officeMonthNumber(office, month);

/** How much less often people rate who had to wait, as a part of the others’ share, in all offices and months together. */
function usualRatio(late: readonly OfficeMonth[], inTime: readonly OfficeMonth[]): number {
  const [waited, served] = [
    usualShare(late, 0.01, 'fewer', byOffice(late)).share,
    usualShare(inTime, 0.01, 'fewer', byOffice(inTime)).share,
  ];
  return Math.min(1, waited / served);
}

function judged(late: readonly OfficeMonth[], inTime: readonly OfficeMonth[]): Found {
  const ratio = usualRatio(late, inTime);
  const others = new Map(inTime.map((place) => [placeOf(place), place]));
  const tests = new Map<number, number>();
  const candidates: Suspicion[] = [];
  for (const place of late) {
    const { unit, office, month, k, n } = place;
    const other = others.get(placeOf(place));
    if (n < MINIMUM || other === undefined || other.n < MINIMUM) continue;
    countTests(tests, unit, 1);
    const share = Math.min(0.99, Math.max(0.01, (other.k / other.n) * ratio));
    // The share of the cases in time is itself a count of so many: what it does not know is in the correlation.
    const p = chanceOfFewer(k, n, { share, correlation: 1 / (other.n + 1) });
    const expected = n * share;
    if (k < expected)
      candidates.push({
        ...{ detector: 'late-unrated', unit, office, month, p, observed: k, expected, of: n },
        keys: [],
      });
  }
  return { candidates, tests };
}
