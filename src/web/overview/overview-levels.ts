import type { Measurement } from '../../model/measurement.ts';
import { separateFictional } from '../../model/names/fictional-units.ts';
import { unitKinds } from '../../model/reference.ts';
import { bandSign, type BandSign } from '../shared/band-signs.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import type { RequestContext } from '../request-context.ts';
import { corpsNote } from './corps-note.ts';
import { overviewTexts } from './overview-texts.ts';

/** Units in administrative order with their capability level alone. */
export interface LevelList {
  readonly id: string;
  readonly caption: string;
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly href: string;
    readonly band: BandSign;
  }[];
}

/** The lists of the groups that have units, of all or of a region, in the order of the reference list. */
export function levelLists(context: RequestContext, measurement: Measurement, region?: string): LevelList[] {
  const { language, site } = context;
  const t = translator(overviewTexts, language);
  const { ranked } = separateFictional(measurement.units);
  const shown = ranked.filter((unit) => region === undefined || unit.region === region);
  const lists = unitKinds.map((kind) => ({
    id: kind === 'province' ? 'provinces' : 'cities',
    caption:
      kind === 'province'
        ? t('levelsProvinces', { corps: corpsNote(t, { units: shown }) })
        : t('levelsCities'),
    rows: site.reference.units.flatMap(({ code }) =>
      shown
        .filter((unit) => unit.code === code && unit.kind === kind)
        .map((unit) => ({
          code,
          name: nameIn(language, unit),
          href: context.link(`/units/${code}`),
          band: bandSign(unit.band, language),
        })),
    ),
  }));
  return lists.filter(({ rows }) => rows.length > 0);
}
