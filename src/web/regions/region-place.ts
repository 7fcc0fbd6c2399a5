import { notFound } from '../../model/errors.ts';
import type { Measurement, UnitResult } from '../../model/measurement.ts';
import { separateFictional } from '../../model/names/fictional-units.ts';
import type { RequestContext } from '../request-context.ts';
import { fill, nameIn } from '../../wording/translator.ts';
import { regionPageTexts } from './region-texts.ts';

/** A region with results: its name, its means as the measurement states them, and the units that these are of. */
export interface RegionPlace {
  readonly id: string;
  readonly name: string;
  readonly means: Measurement['regions'][number];
  readonly units: readonly UnitResult[];
}

/** The regions that a measurement has, in the report's order. */
export function regionPlaces(
  { language, site }: Pick<RequestContext, 'language' | 'site'>,
  measurement: Measurement,
): RegionPlace[] {
  const { ranked } = separateFictional(measurement.units);
  return measurement.regions.map((means) => {
    const { id } = means;
    const region = site.reference.regions.find((one) => one.id === id);
    return {
      id,
      name: region ? nameIn(language, region) : id,
      means,
      units: ranked.filter((unit) => unit.region === id),
    };
  });
}

/** The region of this id. Throws a Mistake where there is none. */
export function regionPlace(places: readonly RegionPlace[], region: string): RegionPlace {
  const place = places.find(({ id }) => id === region);
  if (place !== undefined) return place;
  const known = places.map(({ id }) => id).join(', ');
  throw notFound(
    fill(regionPageTexts.unknown.zh, { region, known }),
    fill(regionPageTexts.unknown.en, { region, known }),
  );
}
