import { unpublishedNotice } from '../../jobs/measure/unpublished-notice.ts';
import type { UnitResult } from '../../model/measurement.ts';
import type { Unit } from '../../model/reference.ts';
import { notYetAssessed } from '../../wording/not-yet-assessed.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { bandSign, type BandSign } from '../shared/band-signs.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { unitsTexts } from './units-texts.ts';

interface ListedUnit {
  readonly name: string;
  /** Undefined where it has no results: it only stands above its cities. */
  readonly href: string | undefined;
  readonly band: BandSign | undefined;
}

export interface UnitsModel {
  readonly notAssessed: string;
  readonly regions: readonly {
    readonly id: string;
    readonly name: string;
    readonly href: string | undefined;
    readonly rows: readonly (ListedUnit & { readonly cities: readonly ListedUnit[] })[];
  }[];
}

const words = { ...siteTexts, ...unitsTexts };

/** Every unit with results, cities beside their provinces: the way to the page of one. */
export async function unitsPage(context: RequestContext): Promise<Page<UnitsModel>> {
  const { language, period, results, site } = context;
  const t = translator(words, language);
  const { units, regions } = await results.measurement(period);
  const measured = new Map(units.map((unit) => [unit.code, unit]));
  const listed = (unit: Unit): ListedUnit => {
    const result: UnitResult | undefined = measured.get(unit.code);
    return {
      name: nameIn(language, unit),
      href: result && context.link(`/units/${unit.code}`),
      band: result && bandSign(result.band, language),
    };
  };
  const citiesOf = ({ code }: Unit): ListedUnit[] =>
    site.reference.units.filter((one) => one.province === code && measured.has(one.code)).map(listed);
  const provinces = site.reference.units.filter(
    (unit) => unit.kind === 'province' && (measured.has(unit.code) || citiesOf(unit).length > 0),
  );
  return {
    view: 'units',
    title: t('title'),
    words,
    unpublished: unpublishedNotice(site, [period], language, 'levels'),
    model: {
      notAssessed: notYetAssessed(site.methods, period)?.reason[language] ?? '',
      regions: [...new Set(provinces.map(({ region }) => region))].map((id) => {
        const region = site.reference.regions.find((one) => one.id === id);
        return {
          id,
          name: region ? nameIn(language, region) : id,
          href: regions.some((one) => one.id === id) ? context.link(`/regions/${id}`) : undefined,
          rows: provinces
            .filter((unit) => unit.region === id)
            .map((unit) => ({ ...listed(unit), cities: citiesOf(unit) })),
        };
      }),
    },
  };
}
