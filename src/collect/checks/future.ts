import type { RatingBatch, RectificationBatch, ServiceBatch } from '../../model/record/batch.ts';
import { refuse, type Verdicts } from '../verdict.ts';

/** 时间在未来: any time of a service record after `now` (seconds since 2000-01-01). */
export function checkServiceFuture(rows: ServiceBatch, now: number, verdicts: Verdicts): void {
  for (let row = 0; row < rows.length; row++) {
    if ((rows.acceptedAt[row] ?? 0) > now) refuse(verdicts, row, 'future', 'acceptDate');
    if ((rows.finishedAt[row] ?? 0) > now) refuse(verdicts, row, 'future', 'resultDate');
    if ((rows.serviceAt[row] ?? 0) > now) refuse(verdicts, row, 'future', 'serviceTime');
  }
}

/** 时间在未来: rated after `now`. */
export function checkRatingFuture(rows: RatingBatch, now: number, verdicts: Verdicts): void {
  for (let row = 0; row < rows.length; row++) {
    if ((rows.assessedAt[row] ?? 0) > now) refuse(verdicts, row, 'future', 'assessTime');
    if ((rows.uploadedAt[row] ?? 0) > now) refuse(verdicts, row, 'future', 'uploadTime');
  }
}

/** 时间在未来: contacted, rectified or called back after `now`. */
export function checkRectificationFuture(rows: RectificationBatch, now: number, verdicts: Verdicts): void {
  for (let row = 0; row < rows.length; row++) {
    if ((rows.contactedAt[row] ?? 0) > now) refuse(verdicts, row, 'future', 'contactTime');
    if ((rows.rectifiedAt[row] ?? 0) > now) refuse(verdicts, row, 'future', 'rectifyTime');
    if ((rows.calledBackAt[row] ?? 0) > now) refuse(verdicts, row, 'future', 'callbackTime');
  }
}
