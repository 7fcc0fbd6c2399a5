/**
 * The served cases of a unit as detectors read them: a row a service with its first rating, in key order, a column a field.
 * Everything is what was stored; nothing of it is the truth.
 */
export interface UnitRecords {
  /** Index of the unit in the reference list. */
  readonly unit: number;
  readonly length: number;
  readonly serviceKey: Float64Array;
  /** Register id of the office of the item. */
  readonly office: Int32Array;
  /** Month of the service, counted from January 2000; 0 where the service has no time. */
  readonly month: Int32Array;
  /** 1 for a natural person (自然人), 0 for an organisation. */
  readonly natural: Uint8Array;
  /** 1 where the service took place in a hall. */
  readonly inHall: Uint8Array;
  /** 1 where the service completed its case later than promised, 0 in time, NOT_KNOWN otherwise. */
  readonly late: Uint8Array;
  readonly serviceAt: Float64Array;
  readonly person: Int32Array;
  /** 1 where the service has a first rating; the columns below are 0 where it has none. */
  readonly rated: Uint8Array;
  readonly level: Uint8Array;
  readonly channel: Uint8Array;
  readonly tags: Uint8Array;
  readonly automatic: Uint8Array;
  readonly assessedAt: Float64Array;
  readonly uploadedAt: Float64Array;
  readonly device: Int32Array;
  /** Pseudonymous number of the owner of the telephone; NO_PERSON where none is named, PLACEHOLDER for 0 and the like. */
  readonly rater: Int32Array;
  /** Texts of ratings of level 1, by row. */
  readonly texts: ReadonlyMap<number, string>;
  readonly rectifications: readonly CheckedRectification[];
}

/** A bad rating that was rectified, as far as its call-back is looked at. */
export interface CheckedRectification {
  readonly ratingKey: number;
  readonly office: number;
  readonly month: number;
  /** True where the rating was upheld. */
  readonly upheld: boolean;
  /** Seconds since 2000-01-01, negative where it did not take place. */
  readonly rectifiedAt: number;
  readonly calledBackAt: number;
  /** Pseudonymous numbers of telephones, negative where none is named. */
  readonly calledBackTo: number;
  readonly rater: number;
}

/** A telephone number that is nobody’s: 0, eleven times the same digit. */
export const PLACEHOLDER = -9;

/** Where it cannot be said whether a case was late. */
export const NOT_KNOWN = 2;

/** A refused record as far as its reason tells what is wrong. */
export interface RefusedLine {
  readonly id: number;
  readonly reason: string;
  /** Index of the unit its key or item names; -1 where none can be read. */
  readonly unit: number;
  /** True where the service record that a refused rating belongs to was refused too. */
  readonly serviceRefused: boolean;
}
