import { NO_PERSON, type RectificationBatch } from '../model/record/batch.ts';
import {
  rectificationComplex,
  rectificationSatisfied,
  rectificationVerdict,
} from '../model/record/packed-fields.ts';
import type { RectificationRow } from '../model/record/row.ts';
import { rectificationRowAt } from '../model/record/stored-row.ts';
import { DUPLICATE, reasonNumber } from '../model/refusal.ts';
import { ABSENT } from '../model/time/time.ts';
import { overrule, type Verdicts } from './verdict.ts';

const CONFLICT = reasonNumber('conflict');

/** The rectification that an accepted row takes the place of, by row. */
export type Updates = ReadonlyMap<number, RectificationRow>;

/**
 * 差评整改续报: a rectification may be sent again as the work goes on. Under a key that is taken, one that says all that is known
 * and more takes the place of what is known; one that says the same or less is a duplicate; one that says anything else is a
 * conflict, told before a reason that stands behind it in the order.
 */
export function checkRepeatedRectifications(
  rows: RectificationBatch,
  verdicts: Verdicts,
  before: (key: number) => RectificationRow | undefined,
): Updates {
  const updates = new Map<number, RectificationRow>();
  const taken = new Map<number, number>();
  for (let row = 0; row < rows.length; row++) {
    const reason = verdicts.reason[row] ?? 0;
    const key = rows.key[row] ?? -1;
    if (key < 0 || (reason !== 0 && reason < CONFLICT)) continue;
    const earlier = taken.get(key);
    const known = earlier === undefined ? before(key) : rectificationRowAt(rows, earlier);
    if (known !== undefined) {
      const sent = rectificationRowAt(rows, row);
      if (!goesOn(known, sent) && !goesOn(sent, known)) {
        overrule(verdicts, row, 'conflict', 'projectNo');
        continue;
      }
      if (reason !== 0) continue;
      if (goesOn(sent, known)) {
        verdicts.reason[row] = DUPLICATE;
        continue;
      }
      updates.set(row, known);
    }
    if (reason === 0) taken.set(key, row);
  }
  return updates;
}

/** True where the later state of a rectification says all that the earlier one does. */
const goesOn = (earlier: RectificationRow, later: RectificationRow): boolean =>
  rectificationComplex(earlier.packed) === rectificationComplex(later.packed) &&
  keeps(rectificationVerdict(earlier.packed), rectificationVerdict(later.packed), 0) &&
  keeps(rectificationSatisfied(earlier.packed), rectificationSatisfied(later.packed), 0) &&
  keeps(earlier.contactedAt, later.contactedAt, ABSENT) &&
  keeps(earlier.rectifiedAt, later.rectifiedAt, ABSENT) &&
  keeps(earlier.calledBackAt, later.calledBackAt, ABSENT) &&
  keeps(earlier.calledBackTo, later.calledBackTo, NO_PERSON);

const keeps = (earlier: number, later: number, absent: number): boolean =>
  earlier === absent || earlier === later;
