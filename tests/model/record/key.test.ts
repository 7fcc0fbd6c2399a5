import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assessNumberOf,
  caseKey,
  FICTIONAL_BASE,
  FOREIGN_BASE,
  foreignCaseId,
  foreignCaseKey,
  isForeign,
  MAX_DAYS,
  MAX_SERIALS,
  MAX_SERVICES,
  MAX_SLOTS,
  MAX_UNITS,
  REAL_UNITS,
  partsOf,
  ratingKey,
  serviceKeyOf,
  serviceNumberOf,
} from '../../../src/model/record/key.ts';

const below = (end: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: end - 1 });
const parts = fc.record({
  unit: below(MAX_UNITS),
  day: below(MAX_DAYS),
  slot: below(MAX_SLOTS),
  serial: below(MAX_SERIALS),
  service: below(MAX_SERVICES),
});
type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never;
const keyOf = ({ unit, day, slot, serial, service }: Parts): number =>
  caseKey(unit, day, slot, serial) + service;
const last = caseKey(REAL_UNITS - 1, MAX_DAYS - 1, MAX_SLOTS - 1, MAX_SERIALS - 1) + MAX_SERVICES - 1;

describe('a service key', () => {
  it('gives its parts back', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const { service, ...ofCase } = given;
        const key = keyOf(given);
        expect(partsOf(key)).toEqual(ofCase);
        expect(serviceNumberOf(key)).toBe(service + 1);
        expect(isForeign(key)).toBe(false);
      }),
    );
  });

  it('is ordered as unit, day, slot, serial, service', () => {
    const order = (a: Parts, b: Parts): number =>
      a.unit - b.unit || a.day - b.day || a.slot - b.slot || a.serial - b.serial || a.service - b.service;
    // Neighbours differ in few parts: that is where a wrong width would show.
    const pair = fc
      .tuple(parts, parts, fc.integer({ min: 0, max: 31 }))
      .map(([a, b, mask]): [Parts, Parts] => [
        a,
        {
          unit: (mask & 1) === 0 ? a.unit : b.unit,
          day: (mask & 2) === 0 ? a.day : b.day,
          slot: (mask & 4) === 0 ? a.slot : b.slot,
          serial: (mask & 8) === 0 ? a.serial : b.serial,
          service: (mask & 16) === 0 ? a.service : b.service,
        },
      ]);
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(Math.sign(keyOf(a) - keyOf(b))).toBe(Math.sign(order(a, b)));
      }),
      { numRuns: 500 },
    );
  });

  it('stays below those of foreign cases, down to the last one', () => {
    expect(last).toBe(FOREIGN_BASE - 1);
    expect(isForeign(last)).toBe(false);
    expect(isForeign(last + 1)).toBe(true);
    expect(isForeign(FICTIONAL_BASE - 1)).toBe(true);
    expect(caseKey(REAL_UNITS, 0, 0, 0)).toBe(FICTIONAL_BASE);
  });
});

describe('the key of a foreign case', () => {
  it('gives its row number back for each of its services', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 46 - 1 }), below(MAX_SERVICES), (id, service) => {
        const key = foreignCaseKey(id) + service;
        expect(isForeign(key)).toBe(true);
        expect(foreignCaseId(key)).toBe(id);
        expect(serviceNumberOf(key)).toBe(service + 1);
        expect(Number.isSafeInteger(ratingKey(key, 2))).toBe(true);
      }),
    );
  });
});

describe('a rating key', () => {
  it('is a safe integer that gives service and number back', () => {
    const service = fc.oneof(parts.map(keyOf), fc.integer({ min: 1, max: 2 ** 46 }).map(foreignCaseKey));
    fc.assert(
      fc.property(service, fc.constantFrom(1 as const, 2 as const), (key, number) => {
        const rating = ratingKey(key, number);
        expect(Number.isSafeInteger(rating)).toBe(true);
        expect(serviceKeyOf(rating)).toBe(key);
        expect(assessNumberOf(rating)).toBe(number);
      }),
    );
  });

  it('of the first rating comes before the additional one, and before those of the next service', () => {
    expect([ratingKey(41, 1), ratingKey(41, 2), ratingKey(42, 1)]).toEqual([82, 83, 84]);
  });
});
