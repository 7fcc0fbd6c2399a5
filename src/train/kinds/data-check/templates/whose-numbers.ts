import type { AuditedRecord } from '../audited-unit.ts';
import { eightRatings, type CheckTemplate } from '../check-template.ts';
import { HALL_TABLET, hallTablet, ordinaryRatings } from '../ordinary-records.ts';
import {
  changedAt,
  phoneFrom,
  somePlaces,
  sizeOf,
  type RecordChange,
  type UnitScene,
} from '../unit-scene.ts';

const numbered = (
  scene: UnitScene,
  records: readonly AuditedRecord[],
  phoneOf: (nth: number) => string,
): AuditedRecord[] =>
  changedAt(records, somePlaces(scene, sizeOf(scene, 3)), (_, nth) => ({ phone: phoneOf(nth) }));

/** Two numbers that take turns. */
const inTurns = (numbers: readonly string[]) => (nth: number) => numbers[nth % 2] ?? '';

const fromOtherStaff: RecordChange = (records, scene) =>
  numbered(scene, records, inTurns(scene.draws.shuffled('of whom', scene.otherStaff)));

const placeholders: RecordChange = (records, scene) => {
  const nothing = scene.draws.one('nothing', ['0', '000****0000']);
  return numbered(scene, records, () => nothing);
};

export const whoseNumbers: CheckTemplate = {
  name: { zh: '谁的号码', en: 'Whose numbers' },
  listed: ['A4', 'A5', 'A9', 'A17'],
  anomalies: { A4: fromOtherStaff, A5: placeholders },
  decoys: [
    {
      like: 'A4',
      why: {
        zh: '两个号码各评了几条，但都不在工作人员号码表中：是代办机构替多名申请人办理后评价',
        en: 'two numbers rated several times each, but neither is in the list of staff: an agency that applies for many people',
      },
      make: (records, scene) => {
        const taken = [...scene.staff, ...scene.otherStaff];
        const numbers = ['first', 'second'].map((name) => phoneFrom(scene.draws, `agency ${name}`, taken));
        return numbered(scene, records, inTurns(numbers));
      },
    },
    {
      like: 'A4',
      why: {
        zh: '号码的后四位与其他单位工作人员的相同，但前三位不同，不是同一个号码',
        en: 'the numbers end like those of the staff of another office, but begin otherwise: they are other numbers',
      },
      make: (records, scene) => {
        const taken = [...scene.staff, ...scene.otherStaff];
        const alike = scene.draws
          .shuffled('like whom', scene.otherStaff)
          .slice(0, 2)
          .map((number) => otherPrefix(number, taken));
        return numbered(scene, records, inTurns(alike));
      },
    },
    {
      like: 'A5',
      why: {
        zh: '号码空着，都来自大厅平板：没有留号码，不是占位',
        en: 'the numbers are empty and all from hall tablets: none was left, which is no placeholder',
      },
      make: (records, scene) =>
        changedAt(records, somePlaces(scene, sizeOf(scene, 3)), () => ({
          phone: '',
          channel: HALL_TABLET,
          device: hallTablet(scene),
        })),
    },
  ],
  ordinary: ordinaryRatings,
  summary: ['numbers', 'sameNumber', 'noNumber'],
  columns: ['ratedAt', 'channel', 'phone', 'level', 'tags'],
  what: eightRatings,
};

/** A number that ends alike and is nobody’s of these. */
function otherPrefix(number: string, taken: readonly string[]): string {
  const [prefix, end] = [Number(number.slice(1, 3)), number.slice(3)];
  for (let n = 1; ; n++) {
    const other = `1${String((prefix + n) % 30).padStart(2, '0')}${end}`;
    if (!taken.includes(other)) return other;
  }
}
