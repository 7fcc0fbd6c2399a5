import { DAY_SECONDS } from '../../../../model/time/time.ts';
import type { AuditedRecord } from '../audited-unit.ts';
import { eightRatings, type CheckTemplate } from '../check-template.ts';
import { ordinaryRatings } from '../ordinary-records.ts';
import {
  changedAt,
  HOUR_SECONDS,
  somePlaces,
  RECORDS,
  sizeOf,
  type RecordChange,
  type UnitScene,
} from '../unit-scene.ts';

/** Pairs of ratings of the same case: the second as it is given, the first as it was. */
function pairs(
  scene: UnitScene,
  records: readonly AuditedRecord[],
  second: Pick<AuditedRecord, 'assessNumber'>,
): AuditedRecord[] {
  const half = RECORDS / 2;
  const starts = scene.draws
    .shuffled(
      'pairs',
      Array.from({ length: half }, (_, i) => i),
    )
    .slice(0, sizeOf(scene, 1));
  const places = starts.flatMap((i) => [i, i + half]).sort((a, b) => a - b);
  return changedAt(records, places, (record, nth) => {
    const place = places[nth] ?? 0;
    const { caseNumber, servedAt } = (place < half ? record : records[place - half]) ?? record;
    return { caseNumber, servedAt, ...(place < half ? {} : second) };
  });
}

const duplicates: RecordChange = (records, scene) => pairs(scene, records, { assessNumber: 1 });

const orphans: RecordChange = (records, scene) =>
  changedAt(records, somePlaces(scene, sizeOf(scene, 1)), () => ({ booked: 'nowhere' }));

export const keysAndCases: CheckTemplate = {
  name: { zh: '主键与办件', en: 'Keys and cases' },
  listed: ['A6', 'A7', 'A8', 'A9'],
  anomalies: { A6: duplicates, A7: orphans },
  decoys: [
    {
      like: 'A6',
      why: {
        zh: '办件号相同，但分别是第 1 次和第 2 次评价：是追评，主键不重复',
        en: 'the same case, but the 1st and the 2nd rating of it: supplementary ratings, no duplicate key',
      },
      make: (records, scene) => pairs(scene, records, { assessNumber: 2 }),
    },
    {
      like: 'A7',
      why: {
        zh: '本月办件库中没有，但上月有：是上月办理、本月才评价',
        en: 'not among the cases of the month, but of the month before: served then and rated now',
      },
      make: (records, scene) =>
        changedAt(records, somePlaces(scene, sizeOf(scene, 1)), (_, nth) => ({
          booked: 'month-before',
          servedAt:
            (scene.days.first - scene.draws.whole(`before ${String(nth)}`, 1, 4)) * DAY_SECONDS +
            scene.draws.whole(`then ${String(nth)}`, 9 * HOUR_SECONDS, 16 * HOUR_SECONDS),
        })),
    },
  ],
  ordinary: ordinaryRatings,
  summary: ['cases', 'notBooked'],
  columns: ['caseNumber', 'assessNumber', 'booked', 'servedAt', 'ratedAt', 'level', 'tags'],
  what: eightRatings,
};
