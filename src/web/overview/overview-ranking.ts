import type { Measurement, Score, UnitResult } from '../../model/measurement.ts';
import { separateFictional } from '../../model/names/fictional-units.ts';
import { dimensionIds, unitKinds, type UnitKind } from '../../model/reference.ts';
import { roundAxis, type Axis } from '../../charts/axis.ts';
import { intervalCell } from '../../charts/interval-plot.ts';
import { printFixed, printScore } from '../../wording/print-number.ts';
import { bandSign, type BandSign } from '../shared/band-signs.ts';
import { corpsNote } from './corps-note.ts';
import {
  naturalOrder,
  orders,
  orderUnits,
  rankingSorts,
  type Order,
  type RankingSort,
} from './ranking-order.ts';
import { readChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import type { SortHeading } from '../shared/sort-heading.ts';
import { dimensionWords } from '../../wording/result-names.ts';
import { overviewTexts } from './overview-texts.ts';
import { printRanks } from '../../wording/print-ranks.ts';
import { explainLink } from '../shared/explain-link.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator } from '../../wording/translator.ts';

interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  readonly overall: string;
  readonly interval: string;
  readonly dimensions: readonly string[];
  /** Where its figures are explained. */
  readonly explained: {
    readonly rank: string;
    readonly overall: string;
    readonly dimensions: readonly string[];
  };
}

export interface RankingTable {
  readonly id: string;
  readonly caption: string;
  readonly headings: Readonly<Record<RankingSort, SortHeading>>;
  readonly dimensionHeadings: readonly SortHeading[];
  readonly axis: string;
  readonly rows: readonly (UnitRow & {
    readonly rank: string;
    /** Interval of the rank, and the group that cannot be told apart. */
    readonly ranks: string;
    readonly tier: string;
    readonly band: BandSign;
    readonly plot: string;
  })[];
}

/** Fictional units beside assessed ones, in the order of their list. */
export interface FictionalTable {
  readonly dimensions: readonly string[];
  readonly rows: readonly (UnitRow & { readonly kind: string })[];
}

export interface RankingChoice {
  readonly sort: RankingSort;
  readonly order: Order;
}

export function readRanking(query: URLSearchParams): RankingChoice {
  const sort = readChoice(query, 'sort', rankingSorts, 'rank');
  return { sort, order: readChoice(query, 'order', orders, naturalOrder(sort)) };
}

const printInterval = (score: Score): string =>
  score === null ? '' : `${printFixed(score.low, 2)}–${printFixed(score.high, 2)}`;

function headings(
  context: RequestContext,
  { sort, order }: RankingChoice,
  anchor: string,
): Record<RankingSort, SortHeading> {
  const t = translator(overviewTexts, context.language);
  const names = translator({ ...siteTexts, ...dimensionWords, ...overviewTexts }, context.language);
  const heading = (key: RankingSort): SortHeading => {
    const current = key === sort;
    const next = current ? (order === 'asc' ? 'desc' : 'asc') : naturalOrder(key);
    const name = names(key === 'name' ? 'unitName' : key);
    return {
      name,
      href: `${context.here({ sort: key, order: next })}#${anchor}`,
      title: t('sortBy', { name }),
      sorted: current ? (order === 'asc' ? 'ascending' : 'descending') : undefined,
    };
  };
  return {
    rank: heading('rank'),
    name: heading('name'),
    overall: heading('overall'),
    effectiveness: heading('effectiveness'),
    maturity: heading('maturity'),
    completeness: heading('completeness'),
    coverage: heading('coverage'),
    accuracy: heading('accuracy'),
  };
}

/** One axis for both tables, so that their plots can be compared. */
const axisOf = (units: readonly UnitResult[]): Axis =>
  roundAxis(
    units.flatMap(({ overall }) => (overall === null ? [] : [overall.low, overall.high])),
    8,
    [0, 100],
  );

/** What every table of units says of one. */
function unitRow(context: RequestContext, unit: UnitResult): UnitRow {
  const { language, link } = context;
  const explained = (figure: string): string => explainLink(context, unit.code, figure);
  const missing = translator(siteTexts, language)('missing');
  return {
    code: unit.code,
    name: nameIn(language, unit),
    href: link(`/units/${unit.code}`),
    overall: printScore(unit.overall?.score ?? null, missing),
    interval: printInterval(unit.overall),
    dimensions: dimensionIds.map((id) => printScore(unit.dimensions[id]?.score ?? null, missing)),
    explained: {
      rank: explained('rank'),
      overall: explained('overall'),
      dimensions: dimensionIds.map(explained),
    },
  };
}

/** The ranking tables of the groups that have units, of all or of a region, in the order that the address asks for. */
export function rankingTables(
  context: RequestContext,
  measurement: Measurement,
  region?: string,
): RankingTable[] {
  const { language } = context;
  const choice = readRanking(context.query);
  const t = translator(overviewTexts, language);
  const { ranked } = separateFictional(measurement.units);
  const axis = axisOf(ranked);
  const shown = ranked.filter((unit) => region === undefined || unit.region === region);
  const corps = corpsNote(t, { units: shown });
  const tables = unitKinds.map((kind: UnitKind) => {
    const id = kind === 'province' ? 'provinces' : 'cities';
    const all = headings(context, choice, id);
    const units = shown.filter((unit) => unit.kind === kind);
    return {
      id,
      caption: kind === 'province' ? t('rankingProvinces', { corps }) : t('rankingCities'),
      headings: all,
      dimensionHeadings: dimensionIds.map((dimension) => all[dimension]),
      axis: t('intervalPlot', { from: axis.from, to: axis.to }),
      rows: orderUnits(units, choice.sort, choice.order, language).map((unit) => ({
        ...unitRow(context, unit),
        rank: unit.rank === null ? '—' : String(unit.rank),
        ranks: printRanks(unit),
        tier: unit.tier === null ? '—' : String(unit.tier),
        band: bandSign(unit.band, language),
        plot: intervalCell(
          axis,
          unit.overall,
          bandSign(unit.band, language).className,
          measurement.means[kind].overall,
        ),
      })),
    };
  });
  return tables.filter(({ rows }) => rows.length > 0);
}

/** The table of the units that are not ranked; undefined where all are. */
export function fictionalTable(context: RequestContext, { units }: Measurement): FictionalTable | undefined {
  const { unranked } = separateFictional(units);
  if (unranked.length === 0) return undefined;
  const t = translator({ ...siteTexts, ...dimensionWords }, context.language);
  return {
    dimensions: dimensionIds.map((id) => t(id)),
    rows: unranked.map((unit) => ({ ...unitRow(context, unit), kind: t(`${unit.kind}One`) })),
  };
}
