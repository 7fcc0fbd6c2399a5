import type { Answered } from '../../jobs/answers/questions.ts';
import { defects } from '../../model/defect.ts';
import { printCount } from '../../wording/print-number.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';
import type { FiguresTable } from '../laboratory/figures-table.ts';
import type { RequestContext } from '../request-context.ts';
import { detectorsTexts } from './detectors-texts.ts';
import {
  NOT_KNOWN_CELL,
  printScoreCost,
  printScoredShare,
  rightnessCells,
  type DetectorScores,
  type FoundByDetector,
  type ShownScore,
} from './score-cells.ts';

type Figures = Answered['detection'];

/** A detector in the scorecard. */
export interface ScorecardRow {
  readonly anomaly: string;
  readonly anomalyName: string;
  readonly rule: string;
  readonly href: string;
  readonly cells: readonly string[];
}

const kindTexts = {
  rating: 'ofRating',
  rectification: 'ofRectification',
  refusal: 'ofRefusal',
  'office-month': 'ofMonth',
} as const;

/** What is flagged, with its kind. */
export const flaggedText = ({ rule, flagged }: FoundByDetector, t: Translate): string =>
  t(kindTexts[rule.flags], { n: printCount(flagged) });

/** The score of what a detector flags: of records, or of whole months where it flags those. */
const mainScore = (scores: DetectorScores | null): ShownScore | null =>
  scores?.byRecord ?? scores?.byMonth ?? null;

/** A detector with its anomaly: “A1 秒评”. */
export const ruleName = ({ rule }: Pick<FoundByDetector, 'rule'>, { language }: RequestContext): string =>
  `${rule.anomaly} ${rule.name[language]}`;

export function scorecardRows(context: RequestContext, { detectors }: Figures): ScorecardRow[] {
  const t = translator(detectorsTexts, context.language);
  return detectors.map((one) => {
    const score = mainScore(one.scores);
    return {
      anomaly: one.rule.anomaly,
      anomalyName: defects[one.rule.anomaly].name[context.language],
      rule: one.rule.name[context.language],
      href: context.link(`/laboratory/detectors/${one.rule.id}`),
      cells: [
        ...[printCount(one.leads), flaggedText(one, t), ...rightnessCells(score)],
        ...[printScoredShare(one.scores?.ofAnyAnomaly), printScoreCost(score)],
      ],
    };
  });
}

/** Scores by office-month, recall by concealment level, and baselines; none where nothing is scored. */
export function scoreTables(context: RequestContext, figures: Figures): FiguresTable[] {
  const t = translator(detectorsTexts, context.language);
  const tables = [
    monthTable(context, figures, t),
    levelTable(context, figures, t),
    baselineTable(context, figures, t),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

const monthTable = (
  context: RequestContext,
  { detectors, assumed }: Figures,
  t: Translate,
): FiguresTable => ({
  id: 'months',
  title: t('months'),
  note: t('monthsNote', { n: assumed.manipulatedMonth }),
  first: t('rule'),
  headings: [...[t('injected'), t('flaggedHeading'), t('precision'), t('recall'), t('f1'), t('cost')]],
  rows: detectors.flatMap((one) => {
    const score = one.scores?.byMonth;
    if (score === null || score === undefined || score.injected + score.flagged === 0) return [];
    return [
      {
        name: ruleName(one, context),
        cells: [
          ...[printCount(score.injected), printCount(score.flagged)],
          ...[...rightnessCells(score), printScoreCost(score)],
        ],
      },
    ];
  }),
  sum: [],
});

const levels = [1, 2, 3] as const;

function levelTable(context: RequestContext, { detectors }: Figures, t: Translate): FiguresTable {
  const cell = (found: DetectorScores['recordLevels'], level: number): string => {
    const one = found.find((known) => known.level === level);
    if (one === undefined) return NOT_KNOWN_CELL;
    const { right, injected } = one;
    return `${printScoredShare(right / injected)} (${printCount(right)}/${printCount(injected)})`;
  };
  return {
    id: 'levels',
    title: t('levels'),
    note: t('levelsNote'),
    first: t('rule'),
    headings: [
      ...levels.map((level) => t('recordLevel', { level })),
      ...levels.map((level) => t('monthLevel', { level })),
    ],
    rows: detectors.flatMap((one) => {
      const { recordLevels = [], monthLevels = [] } = one.scores ?? {};
      if (recordLevels.length + monthLevels.length === 0) return [];
      return [
        {
          name: ruleName(one, context),
          cells: [
            ...levels.map((level) => cell(recordLevels, level)),
            ...levels.map((level) => cell(monthLevels, level)),
          ],
        },
      ];
    }),
    sum: [],
  };
}

function baselineTable(
  context: RequestContext,
  { detectors, baselines }: Figures,
  t: Translate,
): FiguresTable {
  const row = (name: string, score: ShownScore) => ({
    name,
    cells: [printCount(score.flagged), ...rightnessCells(score), printScoreCost(score)],
  });
  const told = new Set<string>();
  return {
    id: 'baselines',
    title: t('baselines'),
    note: t('baselinesNote'),
    first: t('rule'),
    headings: [t('flaggedHeading'), t('precision'), t('recall'), t('f1'), t('cost')],
    rows: (baselines ?? []).flatMap(({ detector, topLevel, random }) => {
      const one = detectors.find(({ rule }) => rule.id === detector);
      const own = one?.scores?.byRecord ?? null;
      if (one === undefined || own === null) return [];
      const { anomaly } = one.rule;
      const rule = one.rule.name[context.language];
      // To flag every rating of the best level is the same for all rules of an anomaly.
      const isFirst = !told.has(anomaly);
      told.add(anomaly);
      return [
        ...(isFirst ? [row(t('topLevel', { anomaly }), topLevel)] : []),
        row(ruleName(one, context), own),
        row(t('random', { anomaly, rule }), random),
      ];
    }),
    sum: [],
  };
}

/** Leads of all rules by unit. */
export function leadUnitTable(
  { language, site }: RequestContext,
  { detectors }: Figures,
): FiguresTable | undefined {
  const t = translator(detectorsTexts, language);
  const units = new Map<number, { leads: number; months: number; rules: number }>();
  for (const { units: found } of detectors)
    for (const { unit, leads, officeMonths } of found) {
      const sum = units.get(unit) ?? { leads: 0, months: 0, rules: 0 };
      units.set(unit, {
        leads: sum.leads + leads,
        months: sum.months + officeMonths,
        rules: sum.rules + 1,
      });
    }
  if (units.size === 0) return undefined;
  return {
    id: 'units',
    title: t('units'),
    note: t('unitsNote'),
    first: t('unit'),
    headings: [t('leads'), t('wholeMonths'), t('rules')],
    rows: [...units]
      .sort(([a], [b]) => a - b)
      .map(([index, { leads, months, rules }]) => {
        const unit = site.reference.units[index];
        return {
          name: unit === undefined ? t('noUnit') : nameIn(language, unit),
          cells: [leads, months, rules].map(printCount),
        };
      }),
    sum: [],
  };
}
