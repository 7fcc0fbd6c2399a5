import type { RatingBatch, RectificationBatch, ServiceBatch } from '../../model/record/batch.ts';
import { ABSENT } from '../../model/time/time.ts';
import type { BadRatings } from '../bad-ratings.ts';
import type { Links } from '../link.ts';
import { refuse, type Verdicts } from '../verdict.ts';

/** 时间倒置: finished before accepted. */
export function checkServiceOrder(rows: ServiceBatch, verdicts: Verdicts): void {
  for (let row = 0; row < rows.length; row++) {
    const acceptedAt = rows.acceptedAt[row] ?? 0;
    const finishedAt = rows.finishedAt[row] ?? 0;
    if (finishedAt >= 0 && finishedAt < acceptedAt) refuse(verdicts, row, 'time-order', 'resultDate');
  }
}

/** 时间倒置: rated before served, or uploaded before rated. The record is refused, never shifted. */
export function checkRatingOrder(rows: RatingBatch, links: Links, verdicts: Verdicts): void {
  for (let row = 0; row < rows.length; row++) {
    if ((rows.assessedAt[row] ?? 0) < (links.serviceAt[row] ?? 0))
      refuse(verdicts, row, 'time-order', 'assessTime');
    const uploadedAt = rows.uploadedAt[row] ?? ABSENT;
    if (uploadedAt >= 0 && uploadedAt < (rows.assessedAt[row] ?? 0))
      refuse(verdicts, row, 'time-order', 'uploadTime');
  }
}

/** 时间倒置: contacted before rated, rectified before contacted, called back before rectified; what is absent is passed over. */
export function checkRectificationOrder(rows: RectificationBatch, bad: BadRatings, verdicts: Verdicts): void {
  for (let row = 0; row < rows.length; row++) {
    let before = bad.assessedAt[row] ?? 0;
    for (const [field, at] of [
      ['contactTime', rows.contactedAt[row] ?? ABSENT],
      ['rectifyTime', rows.rectifiedAt[row] ?? ABSENT],
      ['callbackTime', rows.calledBackAt[row] ?? ABSENT],
    ] as const) {
      if (at < 0) continue;
      if (at < before) refuse(verdicts, row, 'time-order', field);
      before = at;
    }
  }
}
