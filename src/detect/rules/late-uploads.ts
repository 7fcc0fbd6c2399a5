import type { Suspicion } from '../../model/detection/suspicion.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import { poissonChanceOnceSeen } from '../chance/count-tails.ts';
import { countTests, type Detector } from '../detector.ts';
import { groupRows, mostOf } from '../grouped-rows.ts';

const HOUR = 3600;
const MINIMUM = 3;

/** A15: ratings that were kept back and sent together. */
export const lateUploads: Detector = {
  rule: {
    id: 'late-uploads',
    anomaly: 'A15',
    flags: 'rating',
    name: { zh: '集中补传', en: 'Uploaded late and together' },
    statistic: {
      zh: '评价后一天以上才上传的，同一单位同一小时上传的条数，与平均分布在全时段时的条数相比',
      en: 'ratings uploaded more than a day later: those of one hour in a unit, beside what an even spread over all hours would give',
    },
    threshold: {
      zh: '条数多于平均分布所能解释的（泊松分布的上尾）',
      en: 'more than an even spread explains (upper tail of the Poisson distribution)',
    },
    minimum: MINIMUM,
    explanation: {
      zh: '攒到月末一起上传的评价，可能在上传前被挑选过。也可能是网络中断后的补传。',
      en: 'Ratings that are kept until the end of the month may have been picked over. A broken connection may also be the reason.',
    },
  },
  watch() {
    const candidates: Suspicion[] = [];
    const tests = new Map<number, number>();
    return {
      see(unit) {
        let [first, last] = [Infinity, -Infinity];
        const hours = groupRows(unit, (row) => {
          if (unit.rated[row] !== 1) return -1;
          const at = unit.assessedAt[row] ?? 0;
          [first, last] = [Math.min(first, at), Math.max(last, at)];
          const uploaded = unit.uploadedAt[row] ?? 0;
          return uploaded - at > DAY_SECONDS ? Math.floor(uploaded / HOUR) : -1;
        });
        countTests(tests, unit.unit, hours.size);
        const late = [...hours.values()].reduce((sum, { length }) => sum + length, 0);
        const mean = late / Math.max(1, (last - first) / HOUR);
        for (const rows of hours.values()) {
          if (rows.length < MINIMUM) continue;
          candidates.push({
            detector: 'late-uploads',
            unit: unit.unit,
            office: mostOf(rows.map((row) => unit.office[row] ?? 0)),
            month: null,
            // Hours without such an upload make no test.
            p: poissonChanceOnceSeen(rows.length, mean, 1),
            ...{ observed: rows.length, expected: mean, of: late },
            keys: rows.map((row) => (unit.serviceKey[row] ?? 0) * 2),
          });
        }
      },
      found: () => ({ candidates, tests }),
    };
  },
};
