/**
 * What rooms hand each other: columns of numbers, one array a field, text only where present. Simulated, imported and
 * pushed records all become such a batch at the edge and meet the same checks.
 *
 * Codes are kept as numbers: 0 = the record does not carry the field, UNKNOWN_CODE = it carries a code outside the list.
 * Times are seconds since 2000-01-01, ABSENT or UNREADABLE where there is none (see time.ts).
 */
export const UNKNOWN_CODE = 255;

/** Key of a record whose case number is absent. */
export const NO_KEY = -1;
/** Key of a record whose case number begins with another item's code than the one it names. */
export const FOREIGN_ITEM_KEY = -2;
/** Key of a record whose service number is not 1..16. */
export const BAD_NUMBER_KEY = -3;
/** Key of a record that was not readable at all (not JSON, not an object, unknown kind). */
export const MALFORMED_KEY = -4;
/** Key of a record whose service number is absent. */
export const NO_NUMBER_KEY = -5;
/** Key of a record whose case number has more than 50 characters. */
export const LONG_CASE_KEY = -6;
/** Key of a rating whose assessNumber is neither 1 nor 2. */
export const BAD_ASSESS_KEY = -7;

/** Item that the record does not name, or that the register does not hold. */
export const NO_TASK = -1;
export const UNKNOWN_TASK = -2;

/** Person whose certificate number is absent, or fails its checksum. */
export const NO_PERSON = -1;
export const BAD_CERTIFICATE = -2;

/** What is wrong with a tag list, as bits. */
export const tagFault = { unknown: 1, retired: 2, otherLevel: 4 } as const;

/** Service records (办件/服务信息, step A of the interface). */
export interface ServiceBatch {
  length: number;
  readonly key: Float64Array;
  /** Register id of the item. */
  readonly task: Int32Array;
  /** 办件状态 1 waiting, 2 accepted, 3 finished. */
  readonly status: Uint8Array;
  /** 环节 1..6. */
  readonly stage: Uint8Array;
  /** 申报渠道 1 online, 2 in person. */
  readonly channel: Uint8Array;
  /** 办理人类型 1..6, 9. */
  readonly userType: Uint8Array;
  readonly acceptedAt: Int32Array;
  readonly finishedAt: Int32Array;
  readonly serviceAt: Int32Array;
  /** Pseudonymous number of the person, below 2^31. */
  readonly person: Int32Array;
}

/** Ratings (评价, step B of the interface). */
export interface RatingBatch {
  length: number;
  readonly key: Float64Array;
  /** 满意度 5..1; 0 where the channel carries none. */
  readonly level: Uint8Array;
  /** 评价渠道 pf 1..7. */
  readonly channel: Uint8Array;
  /** Tags of the level, one bit each in the order of the list. */
  readonly tags: Uint8Array;
  readonly tagFault: Uint8Array;
  /** 1 where the system rated by default. */
  readonly defaulted: Uint8Array;
  readonly assessedAt: Int32Array;
  /** Where it came from: 1..999 rating device of the office, from 1000 a network account; 0 where none is named. */
  readonly device: Int32Array;
  /** Pseudonymous number of the owner of the telephone, NO_PERSON where none is named. */
  readonly rater: Int32Array;
  readonly uploadedAt: Int32Array;
  /** Free text by row. */
  readonly texts: Map<number, string>;
}

/** Rectifications of bad ratings (差评整改, step C of our interface). */
export interface RectificationBatch {
  length: number;
  /** Key of the bad rating. */
  readonly key: Float64Array;
  /** 研判结论 1 upheld, 2 mistaken, 3 malicious, 4 withdrawn; 0 while undecided. */
  readonly verdict: Uint8Array;
  /** 1 where the limit for complex ones holds. */
  readonly complex: Uint8Array;
  readonly contactedAt: Int32Array;
  /** When it was rectified and answered. */
  readonly rectifiedAt: Int32Array;
  readonly calledBackAt: Int32Array;
  /** Pseudonymous number of the owner of the telephone called back, NO_PERSON where none is named. */
  readonly calledBackTo: Int32Array;
  /** What was said when called back: 1 not satisfied, 2 satisfied; 0 where nothing is recorded. */
  readonly satisfied: Uint8Array;
}

export interface Batch {
  readonly services: ServiceBatch;
  readonly ratings: RatingBatch;
  readonly rectifications: RectificationBatch;
}

/** Lines of records as they are sent, by row of their table, where the columns do not say all: spoilt ones. */
export interface SentLines {
  readonly services: ReadonlyMap<number, string>;
  readonly ratings: ReadonlyMap<number, string>;
}

const newServiceBatch = (capacity: number): ServiceBatch => ({
  length: 0,
  key: new Float64Array(capacity),
  task: new Int32Array(capacity),
  status: new Uint8Array(capacity),
  stage: new Uint8Array(capacity),
  channel: new Uint8Array(capacity),
  userType: new Uint8Array(capacity),
  acceptedAt: new Int32Array(capacity),
  finishedAt: new Int32Array(capacity),
  serviceAt: new Int32Array(capacity),
  person: new Int32Array(capacity),
});

export const newRatingBatch = (capacity: number): RatingBatch => ({
  length: 0,
  key: new Float64Array(capacity),
  level: new Uint8Array(capacity),
  channel: new Uint8Array(capacity),
  tags: new Uint8Array(capacity),
  tagFault: new Uint8Array(capacity),
  defaulted: new Uint8Array(capacity),
  assessedAt: new Int32Array(capacity),
  device: new Int32Array(capacity),
  rater: new Int32Array(capacity),
  uploadedAt: new Int32Array(capacity),
  texts: new Map(),
});

export const newRectificationBatch = (capacity: number): RectificationBatch => ({
  length: 0,
  key: new Float64Array(capacity),
  verdict: new Uint8Array(capacity),
  complex: new Uint8Array(capacity),
  contactedAt: new Int32Array(capacity),
  rectifiedAt: new Int32Array(capacity),
  calledBackAt: new Int32Array(capacity),
  calledBackTo: new Int32Array(capacity),
  satisfied: new Uint8Array(capacity),
});

/** The rows of a batch in columns no longer than they are. */
export const trimRectifications = (rows: RectificationBatch): RectificationBatch => ({
  length: rows.length,
  key: rows.key.slice(0, rows.length),
  verdict: rows.verdict.slice(0, rows.length),
  complex: rows.complex.slice(0, rows.length),
  contactedAt: rows.contactedAt.slice(0, rows.length),
  rectifiedAt: rows.rectifiedAt.slice(0, rows.length),
  calledBackAt: rows.calledBackAt.slice(0, rows.length),
  calledBackTo: rows.calledBackTo.slice(0, rows.length),
  satisfied: rows.satisfied.slice(0, rows.length),
});

/** An empty batch with room for so many services, ratings and rectifications. */
export const newBatch = (services: number, ratings: number, rectifications = 0): Batch => ({
  services: newServiceBatch(services),
  ratings: newRatingBatch(ratings),
  rectifications: newRectificationBatch(rectifications),
});

/** The same batch without its rows: every column as it was when new, and no memory asked for. */
export function emptied(batch: Batch): Batch {
  for (const table of [batch.services, batch.ratings]) {
    for (const column of Object.values(table)) {
      if (column instanceof Uint8Array || column instanceof Int32Array || column instanceof Float64Array)
        column.fill(0, 0, table.length);
    }
    table.length = 0;
  }
  batch.ratings.texts.clear();
  return batch;
}

/** Copies row `from` of one service batch to row `to` of another. */
export function copyService(source: ServiceBatch, from: number, target: ServiceBatch, to: number): void {
  target.key[to] = source.key[from] ?? NO_KEY;
  target.task[to] = source.task[from] ?? NO_TASK;
  target.status[to] = source.status[from] ?? 0;
  target.stage[to] = source.stage[from] ?? 0;
  target.channel[to] = source.channel[from] ?? 0;
  target.userType[to] = source.userType[from] ?? 0;
  target.acceptedAt[to] = source.acceptedAt[from] ?? -1;
  target.finishedAt[to] = source.finishedAt[from] ?? -1;
  target.serviceAt[to] = source.serviceAt[from] ?? -1;
  target.person[to] = source.person[from] ?? NO_PERSON;
}

/** Copies row `from` of one rating batch to row `to` of another: by default a new one, for which it must have room. */
export function copyRating(
  source: RatingBatch,
  from: number,
  target: RatingBatch,
  to: number = target.length++,
): number {
  target.key[to] = source.key[from] ?? NO_KEY;
  target.level[to] = source.level[from] ?? 0;
  target.channel[to] = source.channel[from] ?? 0;
  target.tags[to] = source.tags[from] ?? 0;
  target.tagFault[to] = source.tagFault[from] ?? 0;
  target.defaulted[to] = source.defaulted[from] ?? 0;
  target.assessedAt[to] = source.assessedAt[from] ?? -1;
  target.device[to] = source.device[from] ?? 0;
  target.rater[to] = source.rater[from] ?? NO_PERSON;
  target.uploadedAt[to] = source.uploadedAt[from] ?? -1;
  const text = source.texts.get(from);
  if (text === undefined) target.texts.delete(to);
  else target.texts.set(to, text);
  return to;
}
