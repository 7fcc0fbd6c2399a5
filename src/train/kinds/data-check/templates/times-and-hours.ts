import { DAY_SECONDS } from '../../../../model/time/time.ts';
import type { AuditedRecord } from '../audited-unit.ts';
import { eightRatings, type CheckTemplate } from '../check-template.ts';
import { hallTablet, HALL_TABLET, MOBILE, ordinaryRatings, ownDevice } from '../ordinary-records.ts';
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

const beforeService: RecordChange = (records, scene) =>
  changedAt(records, somePlaces(scene, sizeOf(scene, 1)), ({ ratedAt }, nth) => {
    const servedAt =
      ratedAt + scene.draws.whole(`served ${String(nth)}`, 3 * MINUTE_SECONDS, 50 * MINUTE_SECONDS);
    return { servedAt, finishedAt: servedAt };
  });

/** The same records at other times, all their steps together. */
const moved = (
  scene: UnitScene,
  records: readonly AuditedRecord[],
  at: (record: AuditedRecord, nth: number) => number,
  from: Pick<AuditedRecord, 'channel'>,
): AuditedRecord[] =>
  changedAt(records, somePlaces(scene, sizeOf(scene, 2)), (record, nth) => {
    const ratedAt = at(record, nth);
    const servedAt = ratedAt - (record.ratedAt - record.servedAt);
    const device =
      from.channel === HALL_TABLET ? hallTablet(scene) : ownDevice(scene, `moved ${String(nth)}`);
    return {
      ratedAt,
      acceptedAt: servedAt - 10 * MINUTE_SECONDS,
      servedAt,
      finishedAt: servedAt,
      device,
      ...from,
    };
  });

const inTheEvening =
  (scene: UnitScene) =>
  ({ ratedAt }: AuditedRecord, nth: number): number =>
    secondOf(Math.floor(ratedAt / DAY_SECONDS), scene.difficulty === 3 ? 17 : 18) +
    scene.draws.whole(`evening ${String(nth)}`, 5 * MINUTE_SECONDS, 50 * MINUTE_SECONDS);

/** On the Saturday that is nearest to the day of the others. */
const onSaturday =
  ({ draws, days }: UnitScene) =>
  ({ ratedAt }: AuditedRecord, nth: number): number => {
    const day = Math.floor(ratedAt / DAY_SECONDS);
    const [nearest = day] = days.saturdays.toSorted((a, b) => Math.abs(a - day) - Math.abs(b - day));
    return (
      secondOf(nearest, 9) +
      (nth + 1) * 30 * MINUTE_SECONDS +
      draws.whole(`morning ${String(nth)}`, 0, 20 * MINUTE_SECONDS)
    );
  };

const closedHall: RecordChange = (records, scene) =>
  moved(
    scene,
    records,
    scene.opensSaturdays || scene.draws.share('when') < 0.5 ? inTheEvening(scene) : onSaturday(scene),
    { channel: HALL_TABLET },
  );

export const timesAndHours: CheckTemplate = {
  name: { zh: '时间与开放时间', en: 'Times and opening hours' },
  listed: ['A1', 'A3', 'A8', 'A17'],
  anomalies: { A8: beforeService, A17: closedHall },
  decoys: [
    {
      like: 'A8',
      why: {
        zh: '评价早于办结，但晚于办理：是办理环节结束后的过程评价',
        en: 'rated before the case was finished, but after it was served: a rating of one step of the case',
      },
      make: (records, scene) =>
        changedAt(records, somePlaces(scene, sizeOf(scene, 1)), ({ ratedAt }, nth) => ({
          finishedAt: ratedAt + scene.draws.whole(`finished ${String(nth)}`, HOUR_SECONDS, 4 * DAY_SECONDS),
        })),
    },
    {
      like: 'A17',
      opensSaturdays: true,
      why: {
        zh: '在周六 9:00—12:00 来自大厅设备，而这个单位周六开放：在工作时间之内',
        en: 'from a hall device on a Saturday between 9:00 and 12:00, and the office opens on Saturdays: within its hours',
      },
      make: (records, scene) => moved(scene, records, onSaturday(scene), { channel: HALL_TABLET }),
    },
    {
      like: 'A17',
      why: {
        zh: '在工作时间以外，但来自移动端，不是大厅设备：是下班后在手机上评价',
        en: 'out of hours, but from telephones and not from hall devices: rated after work',
      },
      make: (records, scene) => moved(scene, records, inTheEvening(scene), { channel: MOBILE }),
    },
  ],
  ordinary: ordinaryRatings,
  summary: ['beforeFinished', 'outOfHours', 'sameDevice'],
  columns: ['servedAt', 'finishedAt', 'ratedAt', 'channel', 'device', 'level', 'tags'],
  what: eightRatings,
};
