import type { RatingBatch, ServiceBatch } from '../../model/record/batch.ts';
import {
  DAY_BITS,
  FICTIONAL_BASE,
  FOREIGN_BASE,
  MAX_DAYS,
  MAX_SERIALS,
  MAX_SERVICES,
  MAX_SLOTS,
  REAL_UNITS,
  SLOT_BITS,
} from '../../model/record/key.ts';
import type { Register } from '../../model/register.ts';

/**
 * Reads a row for the fast way of writing it: nearly all rows. A row with a foreign case number, a sentinel or an unknown
 * code in a column must be written plainly.
 */
export class FastPathRow {
  /** Register id of the item. */
  task = 0;
  /** Day and 0-based serial in the case number. */
  day = 0;
  serial = 0;
  /** nth service of the case. */
  number = 0;
  /** 1 where a rating is an additional one (追评). */
  additional = 0;

  private readonly taskAt: Int32Array;

  constructor({ taskAt }: Register) {
    this.taskAt = taskAt;
  }

  /** Reads a service row; false where it must be written plainly. */
  service(rows: ServiceBatch, row: number): boolean {
    const status = rows.status[row] ?? 0;
    const stage = rows.stage[row] ?? 0;
    const channel = rows.channel[row] ?? 0;
    const userType = rows.userType[row] ?? 0;
    return (
      this.readKey(rows.key[row] ?? -1) &&
      this.task === rows.task[row] &&
      status >= 1 &&
      status <= 3 &&
      stage >= 1 &&
      stage <= 6 &&
      (channel === 1 || channel === 2) &&
      userType >= 1 &&
      userType <= 9 &&
      (rows.person[row] ?? -1) >= 0
    );
  }

  /** Reads a rating row; false where it must be written plainly. */
  rating(rows: RatingBatch, row: number): boolean {
    const key = rows.key[row] ?? -1;
    const serviceKey = Math.floor(key / 2);
    this.additional = key - serviceKey * 2;
    const channel = rows.channel[row] ?? 0;
    return (
      key >= 0 &&
      this.readKey(serviceKey) &&
      (rows.level[row] ?? 0) <= 5 &&
      rows.tagFault[row] === 0 &&
      channel >= 1 &&
      channel <= 7 &&
      (rows.defaulted[row] ?? 0) <= 1
    );
  }

  /** Takes a service key apart, as partsOf does but without making an object; false where it is not a packed one. */
  private readKey(serviceKey: number): boolean {
    if (serviceKey < 0) return false;
    const fictional = serviceKey >= FICTIONAL_BASE;
    if (serviceKey >= FOREIGN_BASE && !fictional) return false;
    const key = fictional ? serviceKey - FICTIONAL_BASE : serviceKey;
    const place = Math.floor(key / (MAX_SERIALS * MAX_SERVICES));
    const serials = key & (MAX_SERIALS * MAX_SERVICES - 1);
    this.number = (serials & (MAX_SERVICES - 1)) + 1;
    this.serial = Math.floor(serials / MAX_SERVICES);
    this.day = (place >>> SLOT_BITS) & (MAX_DAYS - 1);
    const unit = (place >>> (SLOT_BITS + DAY_BITS)) + (fictional ? REAL_UNITS : 0);
    this.task = this.taskAt[unit * MAX_SLOTS + (place & (MAX_SLOTS - 1))] ?? -1;
    return this.task >= 0;
  }
}
