import {
  explainFigure,
  isUnitKind,
  type ExplainedFigure,
  type FigureAsked,
} from '../../jobs/measure/explain/explain-figure.ts';
import { unpublishedNotice } from '../../jobs/measure/unpublished-notice.ts';
import { dimensionIds } from '../../model/reference.ts';
import { printDifference, printFixed, printScore } from '../../wording/print-number.ts';
import { bandNames, dimensionWords } from '../../wording/result-names.ts';
import { scorePage, type IndicatorModel } from '../indicator/indicator-page.ts';
import type { Page } from '../page.ts';
import { badParameter } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import { explainLink, periodAndMethod } from '../shared/explain-link.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, sourceIn, translator, type Translate } from '../../wording/translator.ts';
import { unitPlace } from '../shared/unit-place.ts';
import { byOwnMethod } from './by-own-method.ts';
import { explainTexts } from './explain-texts.ts';
import { figuresPage, type FiguresModel } from './figures-page.ts';

interface Row {
  readonly name: string;
  readonly href: string | undefined;
  readonly current: boolean;
  readonly cells: readonly string[];
}

export interface ExplainModel {
  readonly eyebrow: string;
  /** Undefined for a mean. */
  readonly unit: { readonly name: string; readonly href: string } | undefined;
  readonly formula: readonly string[];
  readonly table:
    | {
        readonly title: string;
        readonly note: string;
        readonly nameHeading: string;
        readonly headings: readonly string[];
        readonly rows: readonly Row[];
        readonly foot: readonly string[];
      }
    | undefined;
  readonly source:
    { readonly text: string; readonly assumption: boolean; readonly reason: string } | undefined;
  readonly origin: string;
}

const words = { ...siteTexts, ...dimensionWords, ...explainTexts };
const exact = (value: number): string => printFixed(value, 6);

function readAsked({ query }: RequestContext): FigureAsked {
  const [unit, kind, figure] = ['unit', 'kind', 'figure'].map((name) => query.get(name) ?? '');
  if (figure === undefined || figure === '') throw badParameter('figure', '', explainTexts.what);
  if (unit !== undefined && unit !== '') return { unit, figure };
  if (kind === undefined || !isUnitKind(kind)) throw badParameter('kind', kind ?? '', explainTexts.what);
  const region = query.get('region') ?? '';
  return { kind, figure, region: region === '' ? undefined : region };
}

/** Any figure of a unit, or a mean over units: how it came about. Of none, which ones there are. */
export async function explainPage(
  asking: RequestContext,
): Promise<Page<ExplainModel | IndicatorModel | FiguresModel>> {
  const context = byOwnMethod(asking);
  if (!['unit', 'kind', 'figure'].some((name) => context.query.has(name))) return figuresPage(context);
  const asked = readAsked(context);
  // A unit that is none, or not assessed yet, is named as on its own page.
  const place = 'unit' in asked ? await unitPlace(context, asked.unit) : undefined;
  const { language, results, period, site } = context;
  const measurement = await results.measurement(period);
  const explained = explainFigure(measurement, site, period, asked);
  if (explained.of === 'score') return scorePage(context, explained);
  const t = translator(words, language);
  const kind = explained.of === 'mean' ? explained.kind : explained.unit.kind;
  const origin =
    t('footData') + ` ${measurement.data} · ${site.methods[kind].id} ${site.methods[kind].version}`;
  if (explained.of === 'mean') return meanPage(context, explained, origin, t);
  const { unit } = explained;
  const name = nameIn(language, unit);
  const standing =
    explained.of === 'rank' ? rankModel(context, explained, t) : bandModel(context, explained, t);
  return {
    view: 'explain',
    title: t(`${explained.of}Title`),
    words,
    unpublished: place?.unit.fictional ? '' : unpublishedNotice(site, [period], language, 'figures'),
    model: {
      eyebrow: t('eyebrow', { name, period: periodAndMethod(context) }),
      unit: { name, href: context.link(`/units/${unit.code}`) },
      origin,
      ...standing,
    },
  };
}

type Standing = Pick<ExplainModel, 'formula' | 'table' | 'source'>;

function rankModel(
  context: RequestContext,
  { unit, rank }: Extract<ExplainedFigure, { of: 'rank' }>,
  t: Translate,
): Standing {
  if (rank.rank === null) return { formula: [t('noRank')], table: undefined, source: undefined };
  const { higher, tied, ranked } = rank;
  return {
    formula: [t('rankFormula', { higher, tied, ranked, rank: rank.rank })],
    table: {
      title: t('neighbours'),
      note: t('rankNote'),
      nameHeading: t('unitName'),
      headings: [t('rank'), t('overall'), t('difference'), ...dimensionIds.map((id) => t(id))],
      rows: rank.neighbours.map((one) => ({
        name: nameIn(context.language, one),
        href: explainLink(context, one.code, 'overall'),
        current: one.code === unit.code,
        cells: [
          String(one.rank),
          printFixed(one.overall, 4),
          ...[one.difference, ...dimensionIds.map((id) => one.byDimension[id])].map((value) =>
            one.code === unit.code ? '—' : printSigned(value),
          ),
        ],
      })),
      foot: [],
    },
    source: undefined,
  };
}

/** Differences between neighbours are small: four digits. */
const printSigned = (value: number): string => `${value > 0 ? '+' : ''}${printFixed(value, 4)}`;

function bandModel(
  { language }: RequestContext,
  { band: explained }: Extract<ExplainedFigure, { of: 'band' }>,
  t: Translate,
): Standing {
  const { band, overall, ends, toHigher, toLower, assumption, reason, reasonEn } = explained;
  if (band === null || overall === null)
    return { formula: [t('noBand')], table: undefined, source: undefined };
  return {
    formula: [
      t('bandFormula', { overall: exact(overall), band: bandNames[band][language] }),
      ...(toHigher === null ? [] : [t('toHigher', { n: printFixed(toHigher, 4) })]),
      ...(toLower === null ? [] : [t('toLower', { n: printFixed(toLower, 4) })]),
    ],
    table: {
      title: t('bands'),
      note: '',
      nameHeading: t('band'),
      headings: [t('from'), t('to'), t('here')],
      rows: ends.map((one) => ({
        name: bandNames[one.band][language],
        href: undefined,
        current: one.band === band,
        cells: [
          one.from === null ? '—' : String(one.from),
          one.to === null ? '—' : String(one.to),
          one.band === band ? printScore(overall, '') : '',
        ],
      })),
      foot: [],
    },
    source: {
      text: sourceIn(language, explained),
      assumption,
      reason: language === 'zh' ? reason : reasonEn,
    },
  };
}

function meanPage(
  context: RequestContext,
  { kind, region, figure, mean: explained }: Extract<ExplainedFigure, { of: 'mean' }>,
  origin: string,
  t: Translate,
): Page<ExplainModel> {
  const { language, period, site } = context;
  const { mean, sum, units, without } = explained;
  const place = site.reference.regions.find(({ id }) => id === region);
  const kindName = t(kind);
  const name = place ? t('ofRegion', { kind: kindName, region: nameIn(language, place) }) : kindName;
  return {
    view: 'explain',
    title: t('meanTitle', { figure: t(figure) }),
    words,
    unpublished: unpublishedNotice(site, [period], language, 'figures'),
    model: {
      eyebrow: t('eyebrow', { name, period: periodAndMethod(context) }),
      unit: undefined,
      formula: [
        mean === null
          ? t('meanEmpty')
          : t('meanFormula', { sum: exact(sum), n: units.length, mean: exact(mean) }),
        ...(without === 0 ? [] : [t('meanWithout', { n: without })]),
      ],
      table:
        mean === null
          ? undefined
          : {
              title: t('meanOf'),
              note: t('next'),
              nameHeading: t('unitName'),
              headings: [t('score'), t('difference')],
              rows: units.map((one) => ({
                name: nameIn(language, one),
                href: explainLink(context, one.code, figure),
                current: false,
                cells: [printFixed(one.score, 4), printDifference(one.score - mean, '—')],
              })),
              foot: [`${t('sum')} ${exact(sum)}`],
            },
      source: undefined,
      origin,
    },
  };
}
