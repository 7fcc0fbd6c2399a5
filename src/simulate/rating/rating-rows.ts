import type { RatingBatch } from '../../model/record/batch.ts';
import { emptyRow, newTable } from '../../model/record/columns.ts';
import { FIRST_ACCOUNT } from '../../model/record/identifiers.ts';
import { ratingKey } from '../../model/record/key.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import type { Tables } from '../world/tables.ts';

const QR = 3;
const KIOSK = 5;

/** An upload follows within half a minute, on the same day: no end of a run lies between the two. */
export function uploadedSoonAfter(assessedAt: number, word: number): number {
  const lastSecond = (Math.floor(assessedAt / DAY_SECONDS) + 1) * DAY_SECONDS - 1;
  return Math.min(assessedAt + 1 + (word & 31), lastSecond);
}

/** Number of the window of an item’s office at which a word places a service: that of its device. */
export const windowOf = ({ windows }: Tables, task: number, word: number): number =>
  1 + ((word & 0xffff) % (windows[task] ?? 1));

/** The rows of the ratings that are made, and beside each the truth of it. */
export class RatingRows {
  out: RatingBatch = newTable('rating', 0);
  /** Level felt and mechanism, by row. */
  levelsFelt = new Uint8Array(0);
  mechanisms = new Uint8Array(0);

  /** Ratings of this second or a later one are not appended. */
  limit = Infinity;

  constructor(private readonly tables: Tables) {}

  /** Rows go to this batch from now on; it has room for `capacity` of them. */
  begin(out: RatingBatch, capacity: number): void {
    this.out = out;
    this.levelsFelt = new Uint8Array(capacity);
    this.mechanisms = new Uint8Array(capacity);
  }

  /** Appends a rating unless it lies past the limit; the row, or -1. */
  append(serviceKey: number, level: number, channel: number, at: number, felt: number, how: number): number {
    if (at >= this.limit) return -1;
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

  /** Takes the rating of a service away, which is the last row, where it is not uploaded before the horizon. */
  dropLater(horizon: number, serviceKey: number): void {
    const { key, uploadedAt, length } = this.out;
    if (
      length > 0 &&
      key[length - 1] === ratingKey(serviceKey, 1) &&
      (uploadedAt[length - 1] ?? 0) >= horizon
    )
      this.drop();
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
    out.device[row] =
      channel >= QR && channel <= KIOSK ? windowOf(this.tables, task, windowWord) : FIRST_ACCOUNT + person;
    out.rater[row] = person;
    out.uploadedAt[row] = uploadedSoonAfter(out.assessedAt[row] ?? 0, uploadWord);
  }
}
