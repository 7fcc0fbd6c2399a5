import type { AuditedRecord } from '../audited-unit.ts';
import { eightRatings, type CheckTemplate } from '../check-template.ts';
import {
  hallTablet,
  HALL_TABLET,
  MOBILE,
  ordinaryRatings,
  ownDevice,
  QR_CODE,
  tagsOfLevel,
} from '../ordinary-records.ts';
import {
  changedAt,
  HOUR_SECONDS,
  MINUTE_SECONDS,
  neighbouringPlaces,
  somePlaces,
  secondOf,
  sizeOf,
  type RecordChange,
  type UnitScene,
} from '../unit-scene.ts';

const fives = tagsOfLevel[5] ?? [];

/** Ratings a few seconds after the service, all of level 5. */
const quick = (
  scene: UnitScene,
  records: readonly AuditedRecord[],
  of: (nth: number) => Pick<AuditedRecord, 'channel' | 'device' | 'tags'>,
): AuditedRecord[] =>
  changedAt(records, somePlaces(scene, sizeOf(scene, 5)), ({ ratedAt }, nth) => ({
    level: 5,
    servedAt: ratedAt - scene.draws.whole(`quick ${String(nth)}`, 2, 4),
    ...of(nth),
  }));

const sameTags = ({ draws }: UnitScene): string[] => draws.shuffled('tags', fives).slice(0, 2).sort();

/** Ratings of level 5 late in the evening, so many seconds after the first. */
function atNight(
  scene: UnitScene,
  records: readonly AuditedRecord[],
  of: (nth: number, gap: number) => Partial<AuditedRecord> & { readonly after: number },
): AuditedRecord[] {
  const { draws } = scene;
  const places = neighbouringPlaces(scene, sizeOf(scene, 5));
  const gap = 60 * draws.whole('minutes between', 3, 8) + draws.whole('seconds between', 7, 53);
  return changedAt(records, places, ({ ratedAt }, nth) => {
    const { after, ...change } = of(nth, gap);
    const start =
      secondOf(Math.floor(ratedAt / (24 * HOUR_SECONDS)), 22) +
      draws.whole('night', 5 * MINUTE_SECONDS, 50 * MINUTE_SECONDS);
    const at = start + after;
    return {
      ratedAt: at,
      uploadedAt: at + 60,
      servedAt: at - draws.whole(`waits ${String(nth)}`, 5 * HOUR_SECONDS, 9 * HOUR_SECONDS),
      level: 5,
      ...change,
    };
  });
}

const byStaff: RecordChange = (records, scene) => {
  const tags = sameTags(scene);
  return quick(scene, records, () => ({ channel: HALL_TABLET, device: hallTablet(scene), tags }));
};

const scripted: RecordChange = (records, scene) =>
  atNight(scene, records, (nth, gap) => ({
    after: nth * gap,
    channel: MOBILE,
    device: ownDevice(scene, 'at night'),
    tags: ['510', '517'],
  }));

export const quickRatings: CheckTemplate = {
  name: { zh: '评得太快、太齐', en: 'Too quick, too regular' },
  listed: ['A1', 'A3', 'A8', 'A17'],
  anomalies: { A1: byStaff, A3: scripted },
  decoys: [
    {
      like: 'A1',
      why: {
        zh: '评价虽快，又是同一台平板，但标签各不相同：是短办理后企业和群众当场自己评价',
        en: 'quick and from one tablet, but no two have the same tags: people rate by themselves on the spot after a short service',
      },
      make: (records, scene) =>
        quick(scene, records, (nth) => ({
          channel: HALL_TABLET,
          device: hallTablet(scene),
          tags: [fives[nth % fives.length] ?? ''],
        })),
    },
    {
      like: 'A1',
      isMild: true,
      why: {
        zh: '评价虽快，标签也相同，但每条来自不同的设备：是各人用自己的手机扫码评价',
        en: 'quick and with the same tags, but each from another device: everybody used a telephone of their own',
      },
      make: (records, scene) => {
        const tags = sameTags(scene);
        return quick(scene, records, (nth) => ({
          channel: QR_CODE,
          device: ownDevice(scene, `own ${String(nth)}`),
          tags,
        }));
      },
    },
    {
      like: 'A3',
      why: {
        zh: '夜间、同一台设备，但间隔到秒并不相等，标签也不相同：是自助区的终端陆续有人用',
        en: 'at night and from one device, but neither equally spaced to the second nor with the same tags: a terminal of the self-service area that people use one after another',
      },
      make: (records, scene) =>
        atNight(scene, records, (nth, gap) => ({
          after: nth * gap + (nth % 2 === 0 ? 0 : scene.draws.whole(`later ${String(nth)}`, 4, 25)),
          channel: QR_CODE,
          device: ownDevice(scene, 'at night'),
          tags: [fives[(nth * 3) % fives.length] ?? ''],
        })),
    },
    {
      like: 'A3',
      isMild: true,
      why: {
        zh: '在夜间，但设备各不相同，间隔也不相等：是各人下班后在手机上评价',
        en: 'at night, but from different devices and unequally spaced: people rate on their telephones after work',
      },
      make: (records, scene) =>
        atNight(scene, records, (nth, gap) => ({
          after: nth * gap + scene.draws.whole(`later ${String(nth)}`, 0, 170),
          channel: MOBILE,
          device: ownDevice(scene, `own ${String(nth)}`),
          tags: ['510', '517'],
        })),
    },
  ],
  ordinary: ordinaryRatings,
  summary: ['fives', 'medianDelay', 'night', 'evenRun', 'sameDevice'],
  columns: ['servedAt', 'ratedAt', 'channel', 'device', 'level', 'tags'],
  what: eightRatings,
};
