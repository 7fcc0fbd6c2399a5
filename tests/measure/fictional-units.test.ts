import { beforeAll, describe, expect, it } from 'vitest';
import { compareNational } from '../../src/jobs/measure/compare-targets.ts';
import { countByGroup, measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import { measureUnits, type MeasureRequest } from '../../src/measure/measure.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import { isFictionalCode } from '../../src/model/names/unit-codes.ts';
import { unitsInPlay } from '../../src/model/register.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import type { Store } from '../../src/store/open.ts';
import { readRegister } from '../../src/store/read/register.ts';
import { readNationalTargets } from '../../src/store/reference.ts';
import { knowledge, simulate, tiny, tinyUnits, unitAt, useScratch } from '../builders.ts';

const scratch = useScratch();
const period = parsePeriod('2025-03');
const fiction = ['990000', '990100', '991000'];
const isFictional = ({ code }: { code: string }): boolean => isFictionalCode(code);
const isAssessed = (unit: { code: string }): boolean => !isFictional(unit);

/** A world of these units. */
async function worldOf(units: readonly string[], given: object = {}): Promise<Store> {
  const store = scratch.store();
  await simulate(store, scratch.truth(store), { scenario: tiny({ units, casesPerYear: 12_000, ...given }) });
  return store;
}

describe('fictional units beside assessed ones', () => {
  let store: Store;
  let mixed: Measurement;
  let request: MeasureRequest;

  beforeAll(async () => {
    store = await worldOf([...tinyUnits, ...fiction]);
    mixed = measurePeriod(store, knowledge, period);
    const reference = { ...knowledge.reference, ...knowledge.reference.places.coded };
    const register = readRegister(store);
    request = {
      methods: knowledge.methods,
      ...countByGroup(store, register, reference, period),
      reference,
      listed: unitsInPlay(reference, register),
      period,
      data: mixed.data,
    };
  });

  it('are measured, without rank and band', () => {
    const own = mixed.units.filter(isFictional);
    expect(own.map(({ code }) => code)).toEqual(fiction);
    for (const unit of own) {
      expect(unit.overall?.score).toBeGreaterThan(0);
      expect(unit).toMatchObject({ rank: null, band: null });
    }
    const ranks = mixed.units.filter(isAssessed).flatMap(({ rank }) => rank ?? []);
    expect(ranks.sort()).toEqual([1, 1, 2, 2]);
  });

  it('leave the results of all assessed units as they would be without them', () => {
    const alone = measureUnits({ ...request, listed: request.listed.filter(isAssessed) });
    expect(measureUnits(request)).toEqual(mixed);
    expect({ ...mixed, units: mixed.units.filter(isAssessed) }).toEqual(alone);
    expect(alone.units).toHaveLength(64);
  });

  it('take no figure from the others where they have too few ratings for a sample of their own', () => {
    const few = measureUnits({
      ...request,
      counts: request.counts.map((counts) =>
        counts.unit === unitAt('990000')
          ? { ...counts, itemRatings: counts.itemRatings.map((register) => register.map(() => 0)) }
          : counts,
      ),
    });
    const reach = (code: string): unknown =>
      few.units.find((unit) => unit.code === code)?.indicators.find(({ id }) => id === 'itemReach')?.value;
    expect(reach('990000')).toBeNull();
    expect(reach('981100')).toBeGreaterThan(0);
  });

  it('are in no comparison with published figures', () => {
    const [targets] = readNationalTargets();
    const rows = compareNational(store, knowledge, targets!, period);
    // Most assessed provinces have no figure here, so that there is nothing to compare with the nation.
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ simulated }) => simulated !== null)).toEqual([]);
  });
});

describe('a world of fictional units only', () => {
  it('ranks them among themselves, and is compared with no published figures', async () => {
    const store = await worldOf(fiction, { names: 'fictional' });
    const { units, bands, means, regions } = measurePeriod(store, knowledge, period);
    expect(units.map(({ code }) => code)).toEqual(fiction);
    expect(units.map(({ rank }) => rank).sort()).toEqual([1, 1, 2]);
    expect(units.every(({ band }) => band !== null)).toBe(true);
    expect(Object.values(bands.province).reduce((sum, n) => sum + n)).toBe(2);
    expect(means.city.overall).toBe(units[1]?.overall?.score);
    expect(regions.map(({ id }) => id)).toEqual(['fictional']);
    for (const targets of readNationalTargets())
      expect(
        compareNational(store, knowledge, targets, period).filter(({ simulated }) => simulated !== null),
      ).toEqual([]);
  });
});
