import type { RatingBatch } from '../../model/record/batch.ts';
import { emptyRow, newTable } from '../../model/record/columns.ts';
import { FIRST_ACCOUNT } from '../../model/record/identifiers.ts';
import { ratingKey } from '../../model/record/key.ts';
import type { Tables } from '../world/tables.ts';

const QR = 3;
const KIOSK = 5;

/** The rows of the ratings that are made, and beside each the truth of it. */
export class RatingRows {
  out: RatingBatch = newTable('rating', 0);
  /** Level felt and mechanism, by row. */
  levelsFelt = new Uint8Array(0);
  mechanisms = new Uint8Array(0);

  /** Nothing is rated or uploaded at or after the horizon. */
  constructor(
    private readonly tables: Tables,
    readonly horizon: number,
  ) {}

  /** Rows go to this batch from now on; it has room for `capacity` of them. */
  begin(out: RatingBatch, capacity: number): void {
    this.out = out;
    this.levelsFelt = new Uint8Array(capacity);
    this.mechanisms = new Uint8Array(capacity);
  }

  /** Appends a rating unless it lies past the horizon; the row, or -1. */
  append(serviceKey: number, level: number, channel: number, at: number, felt: number, how: number): number {
    if (at >= this.horizon) return -1;
    const { out } = this;
    const row = out.length++;
    out.key[row] = ratingKey(serviceKey, 1);
    out.level[row] = level;
    out.channel[row] = channel;
    out.assessedAt[row] = at;
    this.levelsFelt[row] = felt;
    this.mechanisms[row] = how;
    return row;
  }

  /** Takes the last rating away and leaves its row as new. */
  drop(): void {
    const { out } = this;
    emptyRow(out, --out.length);
  }

  /** Where the rating came from: a device at a window, a code or kiosk there, or the person's own network account. */
  trace(
    row: number,
    task: number,
    channel: number,
    person: number,
    windowWord: number,
    uploadWord: number,
  ): void {
    const { out } = this;
    const windows = this.tables.windows[task] ?? 1;
    out.device[row] =
      channel >= QR && channel <= KIOSK ? 1 + ((windowWord & 0xffff) % windows) : FIRST_ACCOUNT + person;
    out.rater[row] = person;
    const uploadedAt = (out.assessedAt[row] ?? 0) + 1 + (uploadWord & 31);
    out.uploadedAt[row] = Math.min(uploadedAt, this.horizon - 1);
  }
}
