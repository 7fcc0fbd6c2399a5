import type { Places, Reference } from '../reference.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { isCodedCode, isFictionalCode } from './unit-codes.ts';

/** The reference data with the places under these names. */
export const referenceNamed = (reference: Reference, names: Places['names']): Reference => ({
  ...reference,
  ...reference.places[names],
});

/** Which names these codes of units belong to; undefined where all are of fictional units. */
export function namesByCodes(codes: readonly string[]): Places['names'] | undefined {
  const named = codes.filter((code) => !isFictionalCode(code));
  if (named.length === 0) return undefined;
  return named.every(isCodedCode) ? 'coded' : 'real';
}

/** Index in the reference list of the unit with this code, real or coded; -1 where there is none. */
export function unitIndexOf({ places }: Pick<Reference, 'places'>, code: string): number {
  const real = places.real.units.findIndex((unit) => unit.code === code);
  return real >= 0 ? real : places.coded.units.findIndex((unit) => unit.code === code);
}

/** The code by which a unit goes in this reference, whichever of its codes is given; an unknown code stays. */
export const unitCodeIn = (reference: Reference, code: string): string =>
  reference.units[unitIndexOf(reference, code)]?.code ?? code;

/** The reference data as a world of this scenario names its places. */
export const referenceOfWorld = (reference: Reference, { names }: Pick<Scenario, 'names'>): Reference =>
  referenceNamed(reference, names === 'real' ? 'real' : 'coded');

/** The scenario with every unit under its code in this reference. */
export function withUnitCodes(scenario: Scenario, reference: Reference): Scenario {
  const codeIn = (code: string): string => unitCodeIn(reference, code);
  const keyed = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([code, value]) => [codeIn(code), value]));
  return {
    ...scenario,
    units: scenario.units === 'all' ? 'all' : scenario.units.map(codeIn),
    profiles: keyed(scenario.profiles),
    quality: {
      ...scenario.quality,
      units: keyed(scenario.quality.units),
      years: Object.fromEntries(
        Object.entries(scenario.quality.years).map(([year, { units }]) => [year, { units: keyed(units) }]),
      ),
    },
    defects: scenario.defects.map((defect) =>
      defect.units === undefined ? defect : { ...defect, units: defect.units.map(codeIn) },
    ),
  };
}
