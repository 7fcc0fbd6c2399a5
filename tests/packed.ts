import { newTable } from '../src/model/record/columns.ts';
import { packRating, packService } from '../src/model/record/packed-fields.ts';

/** The packed small fields of a service with these values. */
export function packedService(status: number, stage: number, channel: number, userType: number): number {
  const rows = newTable('service', 1);
  rows.status[0] = status;
  rows.stage[0] = stage;
  rows.channel[0] = channel;
  rows.userType[0] = userType;
  return packService(rows, 0);
}

/** The packed small fields of a rating with these values; no record arrives flagged, so that bit is set by hand. */
export function packedRating(
  level: number,
  channel: number,
  defaulted: number,
  flagged: number,
  hasText: number,
  tags: number,
): number {
  const rows = newTable('rating', 1);
  rows.level[0] = level;
  rows.channel[0] = channel;
  rows.defaulted[0] = defaulted;
  rows.tags[0] = tags;
  if (hasText === 1) rows.text.set(0, '好');
  return packRating(rows, 0) | (flagged << 7);
}
