import { DAY_SECONDS } from '../../../../model/time/time.ts';
import type { AuditedRecord } from '../audited-unit.ts';
import { eightRatings, type CheckTemplate } from '../check-template.ts';
import { ordinaryRatings } from '../ordinary-records.ts';
import {
  changedAt,
  HOUR_SECONDS,
  MINUTE_SECONDS,
  somePlaces,
  secondOf,
  sizeOf,
  type RecordChange,
  type UnitScene,
} from '../unit-scene.ts';

/** Days after which a service that nobody rated gets an automatic rating. */
const AUTOMATIC_AFTER = 2 * DAY_SECONDS;

const automatic = (
  scene: UnitScene,
  records: readonly AuditedRecord[],
  ratedAt: (record: AuditedRecord, servedAt: number) => number,
): AuditedRecord[] => {
  const { draws } = scene;
  const hour = draws.whole('hour', 9, 15);
  return changedAt(records, somePlaces(scene, sizeOf(scene, 4)), (record, nth) => {
    const day = Math.floor(record.ratedAt / DAY_SECONDS);
    const servedAt =
      secondOf(day, hour) +
      nth * 9 * MINUTE_SECONDS +
      draws.whole(`served ${String(nth)}`, 20, 8 * MINUTE_SECONDS);
    const at = ratedAt(record, servedAt);
    return {
      servedAt,
      ratedAt: at,
      uploadedAt: at + 60,
      isAutomatic: true,
      tags: [],
      level: 5,
      remark: null,
    };
  });
};

const inBatch: RecordChange = (records, scene) => {
  const clock = 2 * HOUR_SECONDS + scene.draws.whole('clock', 0, 3000);
  return automatic(
    scene,
    records,
    ({ ratedAt }) => Math.floor(ratedAt / DAY_SECONDS) * DAY_SECONDS + AUTOMATIC_AFTER + clock,
  );
};

const late = (
  scene: UnitScene,
  records: readonly AuditedRecord[],
  uploadedAt: (record: AuditedRecord, nth: number) => number,
): AuditedRecord[] =>
  changedAt(records, somePlaces(scene, sizeOf(scene, 4)), (record, nth) => ({
    uploadedAt: uploadedAt(record, nth),
  }));

const sentInBatch: RecordChange = (records, scene) => {
  const start = secondOf(scene.days.last, 20) + scene.draws.whole('sent from', 0, 3 * HOUR_SECONDS);
  return late(
    scene,
    records,
    (_, nth) => start + 41 * nth + scene.draws.whole(`sent at ${String(nth)}`, 0, 30),
  );
};

export const automaticRatings: CheckTemplate = {
  name: { zh: '默认评价与补传', en: 'Automatic ratings and late sending' },
  listed: ['A2', 'A8', 'A9', 'A15'],
  anomalies: { A2: inBatch, A15: sentInBatch },
  decoys: [
    {
      like: 'A2',
      why: {
        zh: '都是默认评价，也没有标签，但时间各不相同，各在办理满 2 天的那一秒生成：是逐件到期的默认评价',
        en: 'automatic and without tags, but each at another second, 2 days after its own service: they came due one by one',
      },
      make: (records, scene) => automatic(scene, records, (_, servedAt) => servedAt + AUTOMATIC_AFTER),
    },
    {
      like: 'A15',
      why: {
        zh: '都在评价 5 天以后上传，又在同一天，但前后相隔几个小时，不在 10 分钟之内：是逐条补传',
        en: 'sent more than 5 days later and on one day, but hours apart and not within 10 minutes: each was sent by itself',
      },
      make: (records, scene) =>
        late(
          scene,
          records,
          (_, nth) =>
            secondOf(scene.days.last, 8 + 2 * nth) +
            scene.draws.whole(`sent at ${String(nth)}`, 0, 80 * MINUTE_SECONDS),
        ),
    },
    {
      like: 'A15',
      why: {
        zh: '都在评价 5 天以后上传，但各在不同的日子：是断网后逐条补传',
        en: 'sent more than 5 days later, but each on a day of its own: sent one by one after the network had failed',
      },
      make: (records, scene) =>
        late(
          scene,
          records,
          ({ ratedAt }, nth) =>
            ratedAt + (6 + nth) * DAY_SECONDS + scene.draws.whole(`sent at ${String(nth)}`, 0, HOUR_SECONDS),
        ),
    },
  ],
  ordinary: ordinaryRatings,
  summary: ['automatic', 'untagged', 'sameHour', 'sentLate'],
  columns: ['servedAt', 'ratedAt', 'uploadedAt', 'isAutomatic', 'level', 'tags'],
  what: eightRatings,
};
