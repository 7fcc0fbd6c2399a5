import type { Measurement } from '../../model/measurement.ts';
import { separateFictional } from '../../model/names/fictional-units.ts';
import { unitKinds } from '../../model/reference.ts';
import { cellBar } from '../../charts/bar-list.ts';
import { printDifference, printScore } from '../../wording/print-number.ts';
import type { RequestContext } from '../request-context.ts';
import { overviewTexts } from './overview-texts.ts';
import { meanLink } from '../shared/explain-link.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';

export interface RegionTable {
  readonly kinds: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    /** The page of the region; undefined of all units. */
    readonly href: string | undefined;
    readonly cells: readonly {
      readonly mean: string;
      readonly explained: string;
      readonly difference: string;
      readonly bar: string;
    }[];
  }[];
  readonly note: string;
}

const AXIS = { from: 40, to: 100, ticks: [] } as const;

/** Means of the regions beside those of all assessed units, for both groups. */
export function regionTable(context: RequestContext, measurement: Measurement): RegionTable {
  const { language, site } = context;
  const t = translator(overviewTexts, language);
  const say = translator(siteTexts, language);
  const missing = say('missing');
  const cells = (means: Pick<Measurement['means'], 'province' | 'city'>, region?: string) =>
    unitKinds.map((kind) => {
      const all = measurement.means[kind].overall;
      const mean = means[kind].overall;
      return {
        mean: printScore(mean, missing),
        explained: meanLink(context, kind, 'overall', region),
        difference: printDifference(
          mean === null || all === null || means === measurement.means ? null : mean - all,
          '—',
        ),
        bar: cellBar(AXIS, mean, all),
      };
    });
  return {
    kinds: unitKinds.map((kind) => say(kind)),
    rows: [
      ...measurement.regions.map((region) => {
        const known = site.reference.regions.find(({ id }) => id === region.id);
        return {
          name: known ? nameIn(language, known) : region.id,
          href: context.link(`/regions/${region.id}`),
          cells: cells(region, region.id),
        };
      }),
      { name: allUnitsName(t, measurement), href: undefined, cells: cells(measurement.means) },
    ],
    note: t('regionsNote', { from: AXIS.from }),
  };
}

/** Says how many units the means are of, where both groups have as many. */
function allUnitsName(t: Translate, { units }: Measurement): string {
  const { ranked } = separateFictional(units);
  const [n, cities] = unitKinds.map(
    (wanted) => ranked.filter(({ kind, overall }) => kind === wanted && overall !== null).length,
  );
  return n !== undefined && n === cities ? t('allUnitsOf', { n }) : t('allUnits');
}
