import type { AuditedRecord } from '../audited-unit.ts';
import { eightRatings, type CheckTemplate } from '../check-template.ts';
import { items, ordinaryRatings, drawnTag } from '../ordinary-records.ts';
import { complaints, mixedComplaints, thanks } from '../remarks.ts';
import {
  changedAt,
  MINUTE_SECONDS,
  neighbouringPlaces,
  phoneFrom,
  somePlaces,
  sizeOf,
  type RecordChange,
  type UnitScene,
} from '../unit-scene.ts';

interface Low {
  readonly minutes: number;
  readonly phone: (nth: number) => string;
  readonly item: (nth: number) => AuditedRecord['item'];
}

/** Ratings of level 1 without words, so many minutes apart. */
function lowRun(
  scene: UnitScene,
  records: readonly AuditedRecord[],
  { minutes, phone, item }: Low,
): AuditedRecord[] {
  const { draws } = scene;
  const places = neighbouringPlaces(scene, sizeOf(scene, 3));
  const start = records[places[0] ?? 0]?.ratedAt ?? 0;
  return changedAt(records, places, (_, nth) => {
    const ratedAt = start + nth * minutes * MINUTE_SECONDS + draws.whole(`low ${String(nth)}`, 0, 50);
    return {
      ratedAt,
      uploadedAt: ratedAt + 60,
      level: 1,
      tags: [drawnTag(scene, 1, 'low')],
      remark: null,
      phone: phone(nth),
      item: item(nth),
    };
  });
}

const otherItems = ({ draws }: UnitScene): Low['item'] => {
  const order = draws.shuffled('items', items);
  return (nth) => order[nth % order.length] ?? { zh: '', en: '' };
};
const oneItem = ({ draws }: UnitScene): Low['item'] => {
  const item = draws.one('item', items);
  return () => item;
};
const onePhone = ({ draws }: UnitScene): Low['phone'] => {
  const phone = phoneFrom(draws, 'one phone');
  return () => phone;
};

const malicious: RecordChange = (records, scene) =>
  lowRun(scene, records, { minutes: 5, phone: onePhone(scene), item: otherItems(scene) });

const withWords = (
  scene: UnitScene,
  records: readonly AuditedRecord[],
  said: typeof thanks,
): AuditedRecord[] =>
  changedAt(records, somePlaces(scene, sizeOf(scene, 1)), (_, nth) => ({
    level: 1,
    tags: [drawnTag(scene, 1, String(nth))],
    remark: scene.draws.one(`said ${String(nth)}`, said),
  }));

const byMistake: RecordChange = (records, scene) => withWords(scene, records, thanks);

export const lowRatings: CheckTemplate = {
  name: { zh: '集中的差评', en: 'Bad ratings in a cluster' },
  listed: ['A5', 'A10', 'A11', 'A12'],
  anomalies: { A11: malicious, A12: byMistake },
  decoys: [
    {
      like: 'A11',
      why: {
        zh: '同一号码连续评 1 级，但都是同一个事项，不满 3 个不同事项：是同一件事反复没有办成',
        en: 'one number gives level 1 again and again, but always to one item, not to 3 different ones: the same matter failed repeatedly',
      },
      make: (records, scene) =>
        lowRun(scene, records, { minutes: 5, phone: onePhone(scene), item: oneItem(scene) }),
    },
    {
      like: 'A11',
      why: {
        zh: '同一号码对不同事项评 1 级，但前后相隔很久，30 分钟内不满 3 条：是办了几件事，件件不满意',
        en: 'one number gives level 1 to different items, but far apart, fewer than 3 within 30 minutes: several matters, none to satisfaction',
      },
      make: (records, scene) =>
        lowRun(scene, records, { minutes: 21, phone: onePhone(scene), item: otherItems(scene) }),
    },
    {
      like: 'A11',
      isMild: true,
      why: {
        zh: '半小时内连续的 1 分来自不同号码：是当时出了故障，许多人不满意',
        en: 'level 1 again and again within half an hour, but from different numbers: something failed then, and many were dissatisfied',
      },
      make: (records, scene) =>
        lowRun(scene, records, {
          minutes: 5,
          phone: (nth) => phoneFrom(scene.draws, `each ${String(nth)}`),
          item: otherItems(scene),
        }),
    },
    {
      like: 'A12',
      why: {
        zh: '1 分有文字，但文字说的是不满（有的先褒后贬），不是通篇表扬：是真差评',
        en: 'level 1 with words, but they complain (some after praise) and are not praise throughout: truly bad ratings',
      },
      make: (records, scene) =>
        withWords(scene, records, scene.difficulty === 1 ? complaints : [...complaints, ...mixedComplaints]),
    },
  ],
  ordinary: ordinaryRatings,
  summary: ['ones', 'onesOfNumber', 'onesWithWords'],
  columns: ['ratedAt', 'phone', 'item', 'level', 'tags', 'remark'],
  what: eightRatings,
};
