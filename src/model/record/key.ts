/**
 * Keys as one safe integer. A service key packs unit (6 bits), day (14), slot of the item in its unit (10), serial of
 * the day (17) and service number less one (4): 51 bits, and rows made unit by unit, day by day come in key order. A
 * case whose number is not in our own form gets a number from a side table instead, above all packed ones. Above those
 * come fictional units (5 bits), packed in the same way.
 * A rating key is twice its service key, plus one for the additional rating (追评).
 */
export const REAL_UNITS = 64;
/** Units of the reference list: the real ones, then fictional ones. */
export const MAX_UNITS = 96;
export const MAX_DAYS = 16_384;
export const MAX_SLOTS = 1024;
export const MAX_SERIALS = 131_072;
export const MAX_SERVICES = 16;
/** Serials from here on are those of linked cases (一件事): these come and go without moving any other. */
export const FIRST_LINKED = MAX_SERIALS - 4096;
/** Bits of a key that days, slots and services take. */
export const DAY_BITS = 14;
export const SLOT_BITS = 10;
const SERVICE_BITS = 4;

/** First service key of cases with a foreign number: 2^51. */
export const FOREIGN_BASE = 2 ** 51;

/** First service key of fictional units. */
export const FICTIONAL_BASE = 2 ** 51 + 2 ** 50;

export interface CaseParts {
  readonly unit: number;
  readonly day: number;
  readonly slot: number;
  /** 0-based serial of the case among those of its item and day. */
  readonly serial: number;
}

/** Key of the first service of a case made of its parts. */
export const caseKey = (unit: number, day: number, slot: number, serial: number): number =>
  unit < REAL_UNITS
    ? packed(unit, day, slot, serial)
    : FICTIONAL_BASE + packed(unit - REAL_UNITS, day, slot, serial);

const packed = (unit: number, day: number, slot: number, serial: number): number =>
  (((unit * MAX_DAYS + day) * MAX_SLOTS + slot) * MAX_SERIALS + serial) * MAX_SERVICES;

/** Key of the first service of a case with a foreign number. */
export const foreignCaseKey = (caseId: number): number => FOREIGN_BASE + caseId * MAX_SERVICES;

export const isForeign = (serviceKey: number): boolean =>
  serviceKey >= FOREIGN_BASE && serviceKey < FICTIONAL_BASE;

/** Row number in the side table of a foreign case. */
export const foreignCaseId = (serviceKey: number): number =>
  Math.floor((serviceKey - FOREIGN_BASE) / MAX_SERVICES);

/** nth service of the case, 1-based (serviceNumber, 服务次数序号). */
export const serviceNumberOf = (serviceKey: number): number => (serviceKey & (MAX_SERVICES - 1)) + 1;

const SERVICES_OF_DAY = MAX_SERIALS * MAX_SERVICES;

/** Unit, day and item of a packed key as one number: the same for all services of an item and day. */
export const itemDayOf = (serviceKey: number): number => Math.floor(serviceKey / SERVICES_OF_DAY);

/** 1-based number of a service among all that an item and day can have: by serial, then service number. */
export const serviceOfDay = (serviceKey: number): number => (serviceKey & (SERVICES_OF_DAY - 1)) + 1;

/** True of a service of a linked case (一件事). */
export const isLinked = (serviceKey: number): boolean =>
  !isForeign(serviceKey) && partsOf(serviceKey).serial >= FIRST_LINKED;

/** The parts of a packed key (not of a foreign one). By bits: the remainder of a large number is slow. */
export function partsOf(serviceKey: number): CaseParts {
  const fictional = serviceKey >= FICTIONAL_BASE;
  const key = fictional ? serviceKey - FICTIONAL_BASE : serviceKey;
  const place = itemDayOf(key);
  return {
    unit: (place >>> (SLOT_BITS + DAY_BITS)) + (fictional ? REAL_UNITS : 0),
    day: (place >>> SLOT_BITS) & (MAX_DAYS - 1),
    slot: place & (MAX_SLOTS - 1),
    serial: (key & (SERVICES_OF_DAY - 1)) >>> SERVICE_BITS,
  };
}

/** assessNumber 1 = first rating, 2 = additional rating (追评). */
export const ratingKey = (serviceKey: number, assessNumber: 1 | 2): number =>
  serviceKey * 2 + assessNumber - 1;

export const serviceKeyOf = (rating: number): number => Math.floor(rating / 2);

export const assessNumberOf = (rating: number): 1 | 2 => ((rating & 1) === 0 ? 1 : 2);
