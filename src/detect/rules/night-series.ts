import type { Suspicion } from '../../model/detection/suspicion.ts';
import { FIRST_ACCOUNT } from '../../model/record/identifiers.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import { chanceOfMore } from '../chance/count-tails.ts';
import { groupRows, mostOf } from '../grouped-rows.ts';
import { countTests, type Detector } from '../detector.ts';
import type { UnitRecords } from '../unit-records.ts';

const NIGHT_ENDS = 6 * 3600;
const MINIMUM = 5;

/** A3, the simple way: an account that rates by night, again and again, with the same tags. */
export const nightSeries: Detector = {
  rule: {
    id: 'night-series',
    anomaly: 'A3',
    flags: 'rating',
    name: { zh: '夜间连续好评', en: 'Series of praise by night' },
    statistic: {
      zh: '一个网络账号在 0–6 时作出的、标签相同的非常满意评价条数，与本单位网上评价在夜间的占比相比',
      en: 'ratings of level 5 with the same tags that a network account gave between 0 and 6, beside the share of online ratings of the unit that come by night',
    },
    threshold: {
      zh: '条数多于夜间占比所能解释的（二项分布的上尾），且不少于 5 条',
      en: 'more than the share by night explains (upper tail of the binomial distribution), and 5 at least',
    },
    minimum: MINIMUM,
    explanation: {
      zh: '一个账号夜间反复作出内容相同的好评，像是脚本。也可能是代办人员夜间集中评价。',
      en: 'An account that gives the same praise by night again and again looks like a script. An agent may also rate the work of a day at night.',
    },
  },
  watch() {
    const candidates: Suspicion[] = [];
    const tests = new Map<number, number>();
    return {
      see(unit) {
        const accounts = groupRows(unit, (row) => (isOnline(unit, row) ? (unit.device[row] ?? 0) : -1));
        const rows = [...accounts.values()];
        const all = rows.reduce((sum, { length }) => sum + length, 0);
        const nightly = rows.reduce((sum, own) => sum + own.filter((row) => isNight(unit, row)).length, 0);
        const usual = { share: Math.min(0.5, Math.max(0.01, nightly / Math.max(1, all))), correlation: 0 };
        const large = rows.filter(({ length }) => length >= MINIMUM);
        countTests(tests, unit.unit, large.length);
        for (const own of large) {
          const series = sameTags(unit, own);
          if (series.length < MINIMUM) continue;
          candidates.push({
            detector: 'night-series',
            unit: unit.unit,
            office: mostOf(series.map((row) => unit.office[row] ?? 0)),
            month: null,
            p: chanceOfMore(series.length, own.length, usual),
            ...{ observed: series.length, expected: own.length * usual.share, of: own.length },
            keys: series.map((row) => (unit.serviceKey[row] ?? 0) * 2),
          });
        }
      },
      found: () => ({ candidates, tests }),
    };
  },
};

const isOnline = (unit: UnitRecords, row: number): boolean =>
  unit.rated[row] === 1 && unit.automatic[row] === 0 && (unit.device[row] ?? 0) >= FIRST_ACCOUNT;

const isNight = (unit: UnitRecords, row: number): boolean =>
  (unit.assessedAt[row] ?? 0) % DAY_SECONDS < NIGHT_ENDS;

/** Those of an account that praise by night with the tags it gives most often then. */
function sameTags(unit: UnitRecords, rows: readonly number[]): number[] {
  const praise = rows.filter((row) => isNight(unit, row) && unit.level[row] === 5 && unit.tags[row] !== 0);
  const tags = mostOf(praise.map((row) => unit.tags[row] ?? 0));
  return praise.filter((row) => unit.tags[row] === tags);
}
