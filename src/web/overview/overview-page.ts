import { bandIds } from '../../model/measurement.ts';
import { separateFictional } from '../../model/names/fictional-units.ts';
import { dimensionIds, unitKinds, type UnitKind } from '../../model/reference.ts';
import { barList } from '../../charts/bar-list.ts';
import { partBar } from '../../charts/part-bar.ts';
import { printCount, printPercent, printScore, printShare, shareOf } from '../../wording/print-number.ts';
import { notYetAssessed } from '../../wording/not-yet-assessed.ts';
import { unrankedTexts } from '../../wording/unranked-units.ts';
import { lessonsInLine, placesToBegin, type FirstSteps, type LessonInLine } from './first-steps.ts';
import { corpsNote } from './corps-note.ts';
import { overviewMap } from './overview-map.ts';
import { levelLists, type LevelList } from './overview-levels.ts';
import { fictionalTable, rankingTables, type FictionalTable, type RankingTable } from './overview-ranking.ts';
import { regionTable, type RegionTable } from './overview-regions.ts';
import { bandRange } from '../../wording/band-range.ts';
import { bandSign, type BandSign } from '../shared/band-signs.ts';
import type { Page } from '../page.ts';
import { readChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import { overviewTexts } from './overview-texts.ts';
import { meanLink } from '../shared/explain-link.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { simulatedCaption } from '../shared/simulated.ts';
import { shownScores, type ShownScores } from '../shared/shown-scores.ts';

interface NamedValue {
  readonly name: string;
  readonly value: string;
}

export interface OverviewModel {
  readonly lead: string;
  readonly firstSteps: readonly FirstSteps[];
  readonly lessons: readonly LessonInLine[];
  readonly facts: readonly NamedValue[];
  /** True where a unit of the map has results: fictional ones have no place on it. */
  readonly onMap: boolean;
  readonly map: string;
  readonly mapTitle: string;
  readonly mapCaption: string;
  /** What stands for the names where tiles are small; empty where names have room. */
  readonly lettersNote: string;
  /** True where the map has a tile that is not assessed. */
  readonly hasUnassessed: boolean;
  readonly legend: readonly BandSign[];
  readonly kinds: readonly { readonly name: string; readonly href: string; readonly current: boolean }[];
  readonly kindName: string;
  /** Why a kind of unit has no results in this period; empty where all have. */
  readonly notAssessed: string;
  readonly dimensionChart: string;
  readonly dimensions: readonly {
    readonly name: string;
    readonly weight: string;
    readonly mean: string;
    /** Where the mean is explained. */
    readonly explained: string;
  }[];
  readonly bandChart: string;
  readonly bands: readonly (BandSign & {
    readonly range: string;
    readonly n: string;
    readonly share: string;
  })[];
  readonly regions: RegionTable;
  /** Scores and ranks, or lists of units with their level alone, where no score of single units was published. */
  readonly rankings: readonly RankingTable[] | undefined;
  readonly levels: readonly LevelList[];
  readonly shown: ShownScores;
  /** Fictional units beside assessed ones. */
  readonly fictional: FictionalTable | undefined;
  readonly files: {
    readonly ranking: string;
    readonly indicators: string;
    readonly json: string;
    readonly changes: string;
  };
}

export async function overviewPage(context: RequestContext): Promise<Page<OverviewModel>> {
  const { language, results, period, site } = context;
  const measurement = await results.measurement(period);
  const kind = readChoice(context.query, 'kind', unitKinds, 'province');
  const shown = shownScores(context, [period], 'ranking-heading');
  const { withScores } = shown;
  const t = translator(overviewTexts, language);
  const say = translator(siteTexts, language);
  const missing = say('missing');
  const { ranked } = separateFictional(measurement.units);
  const unitsOf = (chosen: UnitKind) => ranked.filter((unit) => unit.kind === chosen);
  const method = site.methods[kind];
  const means = measurement.means[kind];
  const kindName = say(kind);
  const corps = corpsNote(t, measurement);
  const kindsWithUnits = unitKinds.flatMap((one) => {
    const n = unitsOf(one).length;
    return n === 0 ? [] : [t(one === 'province' ? 'leadProvinces' : 'leadCities', { n, corps })];
  });

  const dimensions = method.dimensions.map((dimension) => ({
    name: nameIn(language, dimension),
    weight: printPercent(measurement.weights[dimension.id]),
    mean: printScore(means[dimension.id], missing),
    explained: meanLink(context, kind, dimension.id),
    value: means[dimension.id],
  }));
  const group = unitsOf(kind);
  const counted = [...bandIds, null].map((band) => {
    const n =
      band === null ? group.filter((unit) => unit.band === null).length : measurement.bands[kind][band];
    const share = printShare(shareOf(n, group.length), missing);
    const range = band === null ? '' : bandRange(t, method.bands, band);
    return { ...bandSign(band, language), range, n, share };
  });
  const bands = counted.filter(({ className, n }) => n > 0 || className !== 'band-none');

  return {
    view: 'overview',
    title: t('title'),
    words: { ...overviewTexts, ...unrankedTexts },
    model: {
      lead: t('lead', { units: kindsWithUnits.join(t('leadAnd')) }),
      firstSteps: placesToBegin(context),
      lessons: lessonsInLine(context),
      facts: [
        { name: t('factServices'), value: printCount(results.content.services) },
        { name: t('factRatings'), value: printCount(results.content.ratings) },
        { name: t('factProvince'), value: printScore(measurement.means.province.overall, missing) },
        { name: t('factCity'), value: printScore(measurement.means.city.overall, missing) },
        {
          name: t('factMeasured'),
          value: `${String(ranked.filter(({ overall }) => overall !== null).length)} / ${String(ranked.length)}`,
        },
      ],
      onMap: measurement.units.some(({ code }) => site.reference.tiles.some((tile) => tile.code === code)),
      map: overviewMap(context, measurement, withScores),
      mapTitle: t(withScores ? 'map' : 'mapLevels'),
      mapCaption: site.reference.tileCaption[language],
      lettersNote: t(site.reference.names === 'real' ? 'lettersNote' : 'numbersNote'),
      hasUnassessed: site.reference.tiles.some(({ assessed }) => !assessed),
      legend: [...bandIds, null].map((band) => bandSign(band, language)),
      kinds: unitKinds.map((one) => ({
        name: say(one),
        href: context.here({ kind: one === 'province' ? undefined : one }),
        current: one === kind,
      })),
      kindName,
      notAssessed: notYetAssessed(site.methods, period)?.reason[language] ?? '',
      dimensionChart: barList(
        simulatedCaption(language, {
          id: 'dimension-chart',
          title: t('dimensions'),
          desc: t('dimensionsDesc', { kind: say(`${kind}Kind`) }),
        }),
        { from: 0, to: 100, ticks: [] },
        dimensions.map(({ name, value, mean }, i) => ({
          name,
          value,
          printed: mean,
          className: `dimension-${dimensionIds[i] ?? ''}`,
        })),
      ),
      dimensions,
      bandChart: partBar(
        simulatedCaption(language, {
          id: 'band-chart',
          title: t('bands'),
          desc: t('bandsDesc', { kind: say(`${kind}Kind`) }),
        }),
        bands.map(({ name, n, className }) => ({ name, n, printed: String(n), className })),
      ),
      bands: bands.map((row) => ({ ...row, n: String(row.n) })),
      regions: regionTable(context, measurement),
      rankings: withScores ? rankingTables(context, measurement) : undefined,
      levels: withScores ? [] : levelLists(context, measurement),
      shown,
      fictional: fictionalTable(context, measurement),
      files: {
        ranking: context.link('/files/ranking.csv'),
        indicators: context.link('/files/indicators.csv'),
        json: context.link('/api/results.json'),
        changes: context.link('/changes'),
      },
    },
  };
}
