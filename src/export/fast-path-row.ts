import type { RatingBatch, RectificationBatch, SentLines, ServiceBatch } from '../model/record/batch.ts';
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
} from '../model/record/key.ts';
import type { Register } from '../model/register.ts';
import type { NationalFields, NationalPrinter } from '../national/record-printer.ts';

/**
 * Reads a row for the fast way of writing it: nearly all rows. A row that needs the slow way (one that was sent in other
 * words than its columns say, a foreign case number, a sentinel or an unknown code in a column) comes back as fields, the same in every format.
 */
export class PlainRow {
  /** Register id of the item. */
  task = 0;
  /** Number of the case: that of its first service key, without the places of its services. */
  case = 0;
  /** Day and 0-based serial in the case number. */
  day = 0;
  serial = 0;
  /** nth service of the case. */
  number = 0;
  /** 1 where a rating is an additional one (追评). */
  additional = 0;

  private readonly taskAt: Int32Array;
  private sent: SentLines | undefined;

  constructor(
    register: Register,
    private readonly slow: NationalPrinter,
  ) {
    this.taskAt = register.taskAt;
  }

  /** Begins a batch: the rows to come are its rows. */
  begin(sent: SentLines | undefined): void {
    this.sent = sent;
  }

  /** Reads a service row; the fields where it must go the slow way. */
  service(rows: ServiceBatch, row: number): NationalFields | undefined {
    const line = this.sent?.services.get(row);
    if (line !== undefined) return fieldsOf(line);
    const status = rows.status[row] ?? 0;
    const stage = rows.stage[row] ?? 0;
    const channel = rows.channel[row] ?? 0;
    const userType = rows.userType[row] ?? 0;
    const plain =
      this.readKey(rows.key[row] ?? -1) &&
      this.task === rows.task[row] &&
      status >= 1 &&
      status <= 3 &&
      stage >= 1 &&
      stage <= 6 &&
      (channel === 1 || channel === 2) &&
      userType >= 1 &&
      userType <= 9 &&
      (rows.person[row] ?? -1) >= 0;
    return plain ? undefined : this.slow.serviceFields(rows, row);
  }

  /** Reads a rating row; the fields where it must go the slow way. */
  rating(rows: RatingBatch, row: number): NationalFields | undefined {
    const line = this.sent?.ratings.get(row);
    if (line !== undefined) return fieldsOf(line);
    const key = rows.key[row] ?? -1;
    const serviceKey = Math.floor(key / 2);
    this.additional = key - serviceKey * 2;
    const channel = rows.channel[row] ?? 0;
    const plain =
      key >= 0 &&
      this.readKey(serviceKey) &&
      (rows.level[row] ?? 0) <= 5 &&
      rows.tagFault[row] === 0 &&
      channel >= 1 &&
      channel <= 7 &&
      (rows.defaulted[row] ?? 0) <= 1;
    return plain ? undefined : this.slow.ratingFields(rows, row);
  }

  /** The fields of a rectification: there are few, and none goes the fast way. */
  rectification(rows: RectificationBatch, row: number): NationalFields {
    return this.slow.rectificationFields(rows, row);
  }

  /** Takes a service key apart, as partsOf does but without making an object; false where it is not a packed one. */
  private readKey(serviceKey: number): boolean {
    if (serviceKey < 0) return false;
    const fictional = serviceKey >= FICTIONAL_BASE;
    if (serviceKey >= FOREIGN_BASE && !fictional) return false;
    const key = fictional ? serviceKey - FICTIONAL_BASE : serviceKey;
    const place = Math.floor(key / (MAX_SERIALS * MAX_SERVICES));
    const serials = key & (MAX_SERIALS * MAX_SERVICES - 1);
    this.case = Math.floor(serviceKey / MAX_SERVICES);
    this.number = (serials & (MAX_SERVICES - 1)) + 1;
    this.serial = Math.floor(serials / MAX_SERVICES);
    this.day = (place >>> SLOT_BITS) & (MAX_DAYS - 1);
    const unit = (place >>> (SLOT_BITS + DAY_BITS)) + (fictional ? REAL_UNITS : 0);
    this.task = this.taskAt[unit * MAX_SLOTS + (place & (MAX_SLOTS - 1))] ?? -1;
    return this.task >= 0;
  }
}

/** The fields of a line as it was sent. */
function fieldsOf(line: string): NationalFields {
  const record: unknown = JSON.parse(line);
  const fields: Record<string, string | number> = {};
  if (typeof record !== 'object' || record === null) return fields;
  for (const [name, value] of Object.entries(record)) {
    if (typeof value === 'string' || typeof value === 'number') fields[name] = value;
  }
  return fields;
}
