import type { Measurement, UnitResult } from '../model/measurement.ts';
import { separateFictional } from '../model/names/fictional-units.ts';
import type { UnitKind } from '../model/reference.ts';

/**
 * The units of a kind that a report speaks of, in administrative order: those with data, without fictional ones beside
 * others.
 */
export const rankedUnits = ({ units }: Pick<Measurement, 'units'>, kind: UnitKind): readonly UnitResult[] =>
  separateFictional(units).ranked.filter((unit) => unit.kind === kind && hasData(unit));

const hasData = ({ overall, indicators }: UnitResult): boolean =>
  overall !== null || indicators.some(({ denominator }) => denominator > 0);

/** Those of them that have an overall score. */
export const scoredUnits = (measurement: Pick<Measurement, 'units'>, kind: UnitKind): readonly UnitResult[] =>
  rankedUnits(measurement, kind).filter(({ overall }) => overall !== null);
