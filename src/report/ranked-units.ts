import type { Measurement, UnitResult } from '../model/measurement.ts';
import { separateFictional } from '../model/names/fictional-units.ts';
import type { UnitKind } from '../model/reference.ts';

/** The units of a kind that are compared, in administrative order: fictional ones beside others are left out. */
export const rankedUnits = ({ units }: Pick<Measurement, 'units'>, kind: UnitKind): readonly UnitResult[] =>
  separateFictional(units).ranked.filter((unit) => unit.kind === kind);

/** Those of them that have an overall score. */
export const scoredUnits = (measurement: Pick<Measurement, 'units'>, kind: UnitKind): readonly UnitResult[] =>
  rankedUnits(measurement, kind).filter(({ overall }) => overall !== null);
