import { DAY_SECONDS } from '../../../../model/time/time.ts';
import type { AuditedRecord } from '../audited-unit.ts';
import type { CheckTemplate } from '../check-template.ts';
import { inOfficeHours, ordinaryCases, drawnTag } from '../ordinary-records.ts';
import { changedAt, somePlaces, RECORDS, sizeOf, type RecordChange, type UnitScene } from '../unit-scene.ts';

const unrated: Pick<AuditedRecord, 'level' | 'tags' | 'remark'> = { level: null, tags: [], remark: null };

/** The case is finished after its promised time. */
const overdue = (scene: UnitScene, { dueAt }: AuditedRecord, nth: number): Partial<AuditedRecord> => {
  const day = Math.floor(dueAt / DAY_SECONDS) + scene.draws.whole(`days late ${String(nth)}`, 1, 4);
  return { finishedAt: inOfficeHours(scene, day, `late ${String(nth)}`) };
};

const bad = (scene: UnitScene, nth: number): Partial<AuditedRecord> => {
  const level = scene.draws.whole(`bad ${String(nth)}`, 1, 2);
  return { level, tags: [drawnTag(scene, level, `bad ${String(nth)}`)] };
};

const keptBack: RecordChange = (records, scene) =>
  changedAt(records, somePlaces(scene, sizeOf(scene, 2)), (_, nth) => ({
    ...bad(scene, nth),
    isTaken: false,
  }));

/** Of so many cases each that are overdue and that were not rated, this many are both. */
const overdueAndUnrated = (
  scene: UnitScene,
  records: readonly AuditedRecord[],
  both: (n: number) => number,
): AuditedRecord[] => {
  const n = sizeOf(scene, 3, RECORDS / 2);
  const common = both(n);
  const order = scene.draws.shuffled('order', somePlaces(scene, 2 * n - common));
  return changedAt(records, order, (record, nth) => ({
    ...(nth < n ? overdue(scene, record, nth) : {}),
    ...(nth >= n - common ? unrated : {}),
  }));
};

const notAsked: RecordChange = (records, scene) => overdueAndUnrated(scene, records, (n) => n);

export const missingRatings: CheckTemplate = {
  name: { zh: '差评去哪了', en: 'Where the bad ratings went' },
  listed: ['A8', 'A9', 'A13', 'A14'],
  anomalies: { A13: keptBack, A14: notAsked },
  decoys: [
    {
      like: 'A13',
      why: {
        zh: '有差评，也有上报失败，但差评都已上报，失败的是好评：是网络故障，与等级无关',
        en: 'there are bad ratings and failures, but the bad ones were taken and good ones failed: a fault of the network, whatever the level',
      },
      make: (records, scene) => {
        const n = sizeOf(scene, 2, RECORDS / 2);
        return changedAt(records, scene.draws.shuffled('order', somePlaces(scene, 2 * n)), (_, nth) =>
          nth < n ? bad(scene, nth) : { isTaken: false },
        );
      },
    },
    {
      like: 'A14',
      why: {
        zh: '有没有评价的，也有超期的，但不是同一些办件，没有评价的并非全部超期：是自愿不评价',
        en: 'some cases were not rated and some are overdue, but they are not the same, not all unrated ones are overdue: people chose not to rate',
      },
      make: (records, scene) =>
        overdueAndUnrated(scene, records, (n) => Math.min(n - 1, scene.difficulty - 1)),
    },
  ],
  ordinary: ordinaryCases,
  summary: ['unrated', 'overdue', 'bad', 'failed'],
  columns: ['caseNumber', 'acceptedAt', 'dueAt', 'finishedOn', 'level', 'tags', 'isTaken'],
  what: { zh: '每个单位依次受理的 8 件办件', en: '8 cases of each office, as they were accepted' },
};
