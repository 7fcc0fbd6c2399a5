import type { AuditedRecord } from '../audited-unit.ts';
import { eightRatings, type CheckTemplate } from '../check-template.ts';
import { ordinaryRatings, drawnTag } from '../ordinary-records.ts';
import { complaints } from '../remarks.ts';
import { changedAt, somePlaces, sizeOf, type RecordChange, type UnitScene } from '../unit-scene.ts';

/** Ratings on which the program printed a hint. */
const hinted = (
  scene: UnitScene,
  records: readonly AuditedRecord[],
  of: (record: AuditedRecord, name: string) => Partial<AuditedRecord>,
): AuditedRecord[] =>
  changedAt(records, somePlaces(scene, sizeOf(scene, 1)), (record, nth) => ({
    hasHint: true,
    ...of(record, String(nth)),
  }));

/** A tag of another level, or a channel that there is not. */
const wrongCodes: RecordChange = (records, scene) =>
  hinted(scene, records, ({ level }, name) => {
    if (scene.draws.share(`which ${name}`) < 0.3)
      return { channel: scene.draws.one(`channel ${name}`, [8, 9, 12]) };
    const other = level === 5 ? 3 : 5;
    return { tags: [drawnTag(scene, other, `other ${name}`)] };
  });

const badLevel = ({ draws }: UnitScene, name: string): number => draws.whole(`bad ${name}`, 1, 2);

const nothingSaid: RecordChange = (records, scene) =>
  hinted(scene, records, (_, name) => ({ level: badLevel(scene, name), tags: [], remark: null }));

export const codesAndFields: CheckTemplate = {
  name: { zh: '代码与必填项', en: 'Codes and required fields' },
  listed: ['A9', 'A10', 'A12', 'A17'],
  anomalies: { A9: wrongCodes, A10: nothingSaid },
  decoys: [
    {
      like: 'A9',
      why: {
        zh: '标签少见，所以有提示，但首位与等级相同，渠道也在 1—7 中：代码没有错',
        en: 'the tags are rare, hence the hint, but begin with their level, and the channel is one of 1–7: no code is wrong',
      },
      make: (records, scene) =>
        hinted(scene, records, (_, name) => ({ level: 4, tags: [drawnTag(scene, 4, `rare ${name}`)] })),
    },
    {
      like: 'A10',
      isMild: true,
      why: {
        zh: '没有标签也没有文字，但等级是 3，不要求填',
        en: 'neither tags nor words, but of level 3, where none is required',
      },
      make: (records, scene) => hinted(scene, records, () => ({ level: 3, tags: [], remark: null })),
    },
    {
      like: 'A10',
      why: {
        zh: '差评没有标签，但写了文字，说明了原因',
        en: 'bad ratings without tags, but with words that give the reason',
      },
      make: (records, scene) =>
        hinted(scene, records, (_, name) => ({
          level: badLevel(scene, name),
          tags: [],
          remark: scene.draws.one(`said ${name}`, complaints),
        })),
    },
  ],
  ordinary: ordinaryRatings,
  summary: ['bad', 'untagged', 'hints'],
  columns: ['ratedAt', 'channel', 'level', 'tags', 'remark'],
  what: eightRatings,
};
