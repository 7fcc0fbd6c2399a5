import { inventedMobile } from '../model/identifiers.ts';
import { assessNumberOf, serviceKeyOf, serviceNumberOf } from '../model/key.ts';
import { rectificationComplex, rectificationSatisfied, rectificationVerdict } from '../model/mark.ts';
import type { RectificationRow } from '../model/row.ts';
import { printSecond } from '../model/time.ts';

const time = (second: number): string => (second < 0 ? '' : printSecond(second));

/** A stored rectification as a record of our step C: what `collect` reads back. */
export function printRectification(row: RectificationRow, projectNo: string): string {
  const verdict = rectificationVerdict(row.mark);
  const satisfied = rectificationSatisfied(row.mark);
  return JSON.stringify({
    kind: 'rectification',
    projectNo,
    serviceNumber: serviceNumberOf(serviceKeyOf(row.key)),
    assessNumber: assessNumberOf(row.key),
    verdict: verdict === 0 ? '' : String(verdict),
    complex: String(rectificationComplex(row.mark)),
    contactTime: time(row.contactedAt),
    rectifyTime: time(row.rectifiedAt),
    callbackTime: time(row.calledBackAt),
    callbackMobile: row.calledBackTo < 0 ? '' : inventedMobile(row.calledBackTo),
    callbackLevel: satisfied === 0 ? '' : String(satisfied - 1),
    dataSource: '模拟数据',
  });
}
