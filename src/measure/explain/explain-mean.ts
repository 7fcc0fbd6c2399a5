import type { Measurement, Means } from '../../model/measurement.ts';
import { separateFictional } from '../../model/names/fictional-units.ts';
import type { DimensionId, UnitKind } from '../../model/reference.ts';

export interface ExplainedMean {
  /** The mean as the measurement states it. */
  readonly mean: number | null;
  /** The units with a figure, the highest first. */
  readonly units: readonly {
    readonly code: string;
    readonly name: string;
    readonly nameEn: string;
    readonly score: number;
  }[];
  readonly sum: number;
  /** Units of the group without a figure: they count for nothing. */
  readonly without: number;
}

/** Which figures a mean is of: of all ranked units of a kind, or of those of a region. Null where there is no such region. */
export function explainMean(
  measurement: Measurement,
  kind: UnitKind,
  figure: 'overall' | DimensionId,
  region: string | undefined,
): ExplainedMean | null {
  const means = meansAt(measurement, kind, region);
  if (means === undefined) return null;
  const group = separateFictional(measurement.units).ranked.filter(
    (unit) => unit.kind === kind && (region === undefined || unit.region === region),
  );
  const units = group
    .flatMap((unit) => {
      const score = (figure === 'overall' ? unit.overall : unit.dimensions[figure])?.score;
      const { code, name, nameEn } = unit;
      return score === undefined ? [] : [{ code, name, nameEn, score }];
    })
    .sort((a, b) => b.score - a.score || a.code.localeCompare(b.code));
  return {
    mean: means[figure],
    units,
    sum: units.reduce((sum, { score }) => sum + score, 0),
    without: group.length - units.length,
  };
}

const meansAt = (
  { means, regions }: Measurement,
  kind: UnitKind,
  region: string | undefined,
): Means | undefined => (region === undefined ? means : regions.find(({ id }) => id === region))?.[kind];
