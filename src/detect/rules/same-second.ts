import type { Suspicion } from '../../model/detection/suspicion.ts';
import { poissonChanceOnceSeen } from '../chance/count-tails.ts';
import { groupRows, mostOf } from '../grouped-rows.ts';
import { countTests, type Detector } from '../detector.ts';
import type { UnitRecords } from '../unit-records.ts';

const MINIMUM = 2;
const HOUR = 3600;

/** A2: many ratings of one second, without a tag or a telephone, that do not say that they are automatic. */
export const sameSecond: Detector = {
  rule: {
    id: 'same-second',
    anomaly: 'A2',
    flags: 'rating',
    name: { zh: '同秒成批', en: 'Batches of one second' },
    statistic: {
      zh: '同一单位同一秒内，无标签、无电话、未标记为默认的评价条数，与有此类评价的各小时的平均密度相比',
      en: 'ratings of one second in a unit without a tag, without a telephone and not marked as automatic, beside the mean density in the hours that have such ratings',
    },
    threshold: {
      zh: '条数多于按平均密度所能解释的（泊松分布的上尾）',
      en: 'more than the mean density explains (upper tail of the Poisson distribution)',
    },
    minimum: MINIMUM,
    explanation: {
      zh: '同一秒内的成批评价多由程序写入；若是默认评价，应当标记为默认。',
      en: 'Batches of one second are usually written by a program; automatic ratings have to be marked as such.',
    },
  },
  watch() {
    const candidates: Suspicion[] = [];
    const tests = new Map<number, number>();
    return {
      see(unit) {
        const seconds = groupRows(unit, (row) => (isSilent(unit, row) ? (unit.assessedAt[row] ?? 0) : -1));
        countTests(tests, unit.unit, seconds.size);
        const rows = [...seconds.values()].reduce((sum, { length }) => sum + length, 0);
        const mean =
          rows / (HOUR * new Set([...seconds.keys()].map((second) => Math.floor(second / HOUR))).size);
        for (const found of seconds.values()) {
          if (found.length < MINIMUM) continue;
          candidates.push({
            detector: 'same-second',
            unit: unit.unit,
            office: mostOf(found.map((row) => unit.office[row] ?? 0)),
            month: null,
            // Seconds without a rating make no test.
            p: poissonChanceOnceSeen(found.length, mean, 1),
            ...{ observed: found.length, expected: mean, of: rows },
            keys: found.map((row) => (unit.serviceKey[row] ?? 0) * 2),
          });
        }
      },
      found: () => ({ candidates, tests }),
    };
  },
};

const isSilent = (unit: UnitRecords, row: number): boolean =>
  unit.rated[row] === 1 && unit.automatic[row] === 0 && (unit.rater[row] ?? 0) < 0 && unit.tags[row] === 0;
