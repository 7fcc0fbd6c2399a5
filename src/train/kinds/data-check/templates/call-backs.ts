import type { AuditedRecord } from '../audited-unit.ts';
import type { CheckTemplate } from '../check-template.ts';
import { ordinaryOrders } from '../ordinary-records.ts';
import {
  changedAt,
  MINUTE_SECONDS,
  phoneFrom,
  somePlaces,
  sizeOf,
  type RecordChange,
  type UnitScene,
} from '../unit-scene.ts';

const someOrders = (
  scene: UnitScene,
  records: readonly AuditedRecord[],
  of: (record: AuditedRecord, name: string) => Partial<AuditedRecord>,
): AuditedRecord[] =>
  changedAt(records, somePlaces(scene, sizeOf(scene, 1)), (record, nth) => of(record, String(nth)));

const none: Pick<AuditedRecord, 'calledAt' | 'calledPhone'> = { calledAt: null, calledPhone: '' };

const notCalled: RecordChange = (records, scene) => someOrders(scene, records, () => none);

const staffCalled: RecordChange = (records, scene) =>
  someOrders(scene, records, (_, name) => ({ calledPhone: scene.draws.one(`whom ${name}`, scene.staff) }));

/** The call-back on the day of the rectification, so many minutes after it, or before. */
const onTheDay = (scene: UnitScene, records: readonly AuditedRecord[], sign: 1 | -1): AuditedRecord[] =>
  someOrders(scene, records, ({ rectifiedAt }, name) => ({
    calledAt:
      rectifiedAt === null
        ? null
        : rectifiedAt + sign * scene.draws.whole(`minutes ${name}`, 8, 110) * MINUTE_SECONDS,
  }));

const calledBefore: RecordChange = (records, scene) => onTheDay(scene, records, -1);

export const callBacks: CheckTemplate = {
  name: { zh: '整改与回访', en: 'Rectifications and call-backs' },
  listed: ['A5', 'A8', 'A16-no-call', 'A16-staff'],
  anomalies: { 'A16-no-call': notCalled, 'A16-staff': staffCalled, A8: calledBefore },
  decoys: [
    {
      like: 'A16-no-call',
      why: {
        zh: '没有回访，但还在整改中，没有结案：回访应在整改完成以后',
        en: 'no call-back, but still being rectified and not closed: the call-back comes after the rectification',
      },
      make: (records, scene) => someOrders(scene, records, () => ({ ...none, rectifiedAt: null })),
    },
    {
      like: 'A16-staff',
      why: {
        zh: '回访的不是首留号码，但是评价人另留的号码，不是工作人员的',
        en: 'called at another number than the first, but one that the rater left too, and none of the staff',
      },
      make: (records, scene) =>
        someOrders(scene, records, (_, name) => {
          const other = phoneFrom(scene.draws, `other ${name}`, [...scene.staff, ...scene.otherStaff]);
          return { otherPhone: other, calledPhone: other };
        }),
    },
    {
      like: 'A8',
      why: {
        zh: '回访与整改完成在同一天，但回访在后',
        en: 'called back on the day of the rectification, but after it',
      },
      make: (records, scene) => onTheDay(scene, records, 1),
    },
  ],
  ordinary: ordinaryOrders,
  summary: ['noCall', 'otherNumber', 'calledSameDay'],
  columns: ['ratedAt', 'rectifiedAt', 'calledAt', 'calledPhone', 'phones'],
  what: {
    zh: '每个单位依次收到的 8 件差评整改单',
    en: '8 orders of each office to rectify a bad rating, as they came in',
  },
};
