import {
  isSure,
  overallChanges,
  RISE_LEVEL,
  type OverallChange,
} from '../../measure/change/improved-units.ts';
import { testAgainstNothing, type Tested } from '../../measure/change/test-estimate.ts';
import type { Language } from '../../model/language.ts';
import type { Measurement, UnitResult } from '../../model/measurement.ts';
import { dimensionIds, unitKinds, type DimensionId, type UnitKind } from '../../model/reference.ts';
import { printDifference, printFixed, printScore } from '../../wording/print-number.ts';
import { bandNames } from '../../wording/result-names.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportBlock, ReportCell, ReportChapter, ReportTable } from '../report.ts';
import { rankedUnits } from '../ranked-units.ts';
import { areUnpublished } from '../unpublished.ts';
import { labelBefore, yearBefore } from './year-before.ts';
import { regionTexts } from '../results/region-texts.ts';
import { regionBoxTexts } from './region-box-texts.ts';

/** A section for each region: its mean beside that of all, its units in administrative order, what is strong, weak and changed. */
export function regionBoxesChapter(facts: ReportFacts, language: Language): ReportChapter {
  const say = translator(regionBoxTexts, language);
  const { measurement, knowledge } = facts;
  const earlier = yearBefore(facts);
  const kinds = unitKinds.map((kind): ComparedKind => {
    const all = rankedUnits(measurement, kind);
    const before = earlier === undefined ? [] : rankedUnits(earlier, kind);
    return { kind, all, changes: overallChanges(all, before) };
  });
  return {
    id: 'region-boxes',
    title: say('chapter'),
    blocks: [{ kind: 'paragraph', text: say('intro') }],
    sections: measurement.regions.map(({ id }) => {
      const region = knowledge.reference.regions.find((known) => known.id === id);
      const title = region === undefined ? id : nameIn(language, region);
      const blocks = kinds.flatMap((kind) => regionBlocks(facts, language, { id, title }, kind));
      const none: ReportBlock = { kind: 'note', text: regionTexts.noRegion[language] };
      return { id: `region-box-${id}`, title, blocks: blocks.length === 0 ? [none] : blocks };
    }),
  };
}

interface NamedRegion {
  readonly id: string;
  readonly title: string;
}

/** All units of a kind, with what changed since the year before. */
interface ComparedKind {
  readonly kind: UnitKind;
  readonly all: readonly UnitResult[];
  readonly changes: readonly OverallChange[];
}

function regionBlocks(
  facts: ReportFacts,
  language: Language,
  region: NamedRegion,
  { kind, all, changes }: ComparedKind,
): ReportBlock[] {
  const say = translator(regionBoxTexts, language);
  const units = all.filter((unit) => unit.region === region.id);
  if (units.length === 0) return [];
  const own = changes.filter(({ now }) => now.region === region.id);
  const isCompared = all.some(({ region: other, overall }) => other !== region.id && overall !== null);
  const sentences = [
    ...meanSentence(facts.measurement, say, region.id, kind, all, isCompared),
    ...changeSentence(say, labelBefore(facts), own, units),
    ...(isCompared ? strengthSentence(facts, language, region.id, kind) : []),
  ];
  return [
    ...(sentences.length === 0
      ? []
      : [{ kind: 'paragraph', text: sentences.join(language === 'zh' ? '' : ' ') } as const]),
    unitTable(facts, language, region, kind, units, changes),
  ];
}

function meanSentence(
  { means, regions }: Measurement,
  say: Translate,
  region: string,
  kind: UnitKind,
  all: readonly UnitResult[],
  isCompared: boolean,
): string[] {
  const [mean, national] = [regions.find(({ id }) => id === region)?.[kind].overall, means[kind].overall];
  if (mean === undefined || mean === null || national === null) return [];
  const scored = all.filter(({ overall }) => overall !== null);
  const difference = printFixed(Math.abs(mean - national), 2);
  const side = Number(difference) === 0 ? 'equal' : mean > national ? 'above' : 'below';
  return [
    say(isCompared ? side : 'alone', {
      n: scored.filter((unit) => unit.region === region).length,
      all: scored.length,
      kind: say(kind),
      mean: printScore(mean, ''),
      national: printScore(national, ''),
      difference,
    }),
  ];
}

/** How the mean of a region changed: its units are drawn apart. Nothing where the change of one of them is not known. */
function changeSentence(
  say: Translate,
  before: string,
  changes: readonly OverallChange[],
  units: readonly UnitResult[],
): string[] {
  if (changes.length < units.length) return [];
  const { value, interval, p }: Tested = testAgainstNothing({
    value: changes.reduce((sum, { change }) => sum + change.value, 0) / changes.length,
    error: Math.hypot(...changes.map(({ change }) => change.error)) / changes.length,
    freedom: Math.min(...changes.map(({ change }) => change.freedom)),
  });
  const key = p > RISE_LEVEL ? 'steady' : value > 0 ? 'rose' : 'fell';
  return [
    say(key, {
      before,
      points: printFixed(Math.abs(value), 2),
      change: printDifference(value, ''),
      low: printDifference(interval.low, ''),
      high: printDifference(interval.high, ''),
    }),
  ];
}

/** Dimensions by how far they lie from a mean, the furthest above first; one without a figure is left out. */
function aboveMean(
  scoreOf: (id: DimensionId) => number | null,
  mean: Readonly<Record<DimensionId, number | null>>,
): { readonly id: DimensionId; readonly difference: number }[] {
  return dimensionIds
    .flatMap((id) => {
      const [score, middle] = [scoreOf(id), mean[id]];
      return score === null || middle === null ? [] : [{ id, difference: score - middle }];
    })
    .sort((a, b) => b.difference - a.difference);
}

/** The first and the last of them, where they differ in what is printed. */
function extremes(list: ReturnType<typeof aboveMean>) {
  const [strong, weak] = [list[0], list.at(-1)];
  if (strong === undefined || weak === undefined) return undefined;
  return printFixed(strong.difference, 2) === printFixed(weak.difference, 2) ? undefined : { strong, weak };
}

function strengthSentence(
  { measurement, knowledge }: ReportFacts,
  language: Language,
  region: string,
  kind: UnitKind,
): string[] {
  const means = measurement.regions.find(({ id }) => id === region)?.[kind];
  const found = means && extremes(aboveMean((id) => means[id], measurement.means[kind]));
  if (found === undefined) return [];
  const say = translator(regionBoxTexts, language);
  const nameOf = (id: DimensionId): string => {
    const dimension = knowledge.methods[kind].dimensions.find((one) => one.id === id);
    return dimension === undefined ? id : nameIn(language, dimension);
  };
  return [
    say(found.weak.difference >= 0 ? 'allAbove' : found.strong.difference <= 0 ? 'allBelow' : 'mixed', {
      kind: say(kind),
      strong: nameOf(found.strong.id),
      most: printFixed(Math.abs(found.strong.difference), 2),
      weak: nameOf(found.weak.id),
      least: printFixed(Math.abs(found.weak.difference), 2),
    }),
  ];
}

function unitTable(
  facts: ReportFacts,
  language: Language,
  region: NamedRegion,
  kind: UnitKind,
  units: readonly UnitResult[],
  changes: readonly OverallChange[],
): ReportTable {
  const say = translator(regionBoxTexts, language);
  const { measurement, knowledge } = facts;
  const before = labelBefore(facts);
  const earlier = new Map(changes.map((change) => [change.now.code, change]));
  const hasChanges = units.some(({ code }) => earlier.has(code));
  // An index with its change gives that of the year before.
  const isShort = areUnpublished(facts, [measurement, ...(hasChanges ? [{ period: before }] : [])]);
  const text = (name: string) => ({ name, numeric: false });
  const number = (name: string) => ({ name, numeric: true });
  const extremeNames = (unit: UnitResult): string[] => {
    const found = extremes(aboveMean((id) => unit.dimensions[id]?.score ?? null, measurement.means[kind]));
    return (['strong', 'weak'] as const).map((end) => {
      const dimension = knowledge.methods[kind].dimensions.find(({ id }) => id === found?.[end].id);
      return dimension === undefined ? say('missing') : nameIn(language, dimension);
    });
  };
  const levelName = ({ band }: UnitResult): string =>
    band === null ? say('missing') : bandNames[band][language];
  return {
    kind: 'table',
    id: `region-box-${region.id}-${kind}`,
    number: '',
    title: say('tableTitle', { region: region.title, kind: say(kind) }),
    columns: [
      text(say('unit')),
      text(say('level')),
      ...(isShort ? [] : [number(say('index')), number(say('rank'))]),
      text(say('strongest')),
      text(say('weakest')),
      ...(hasChanges
        ? [text(say('levelBefore', { before })), number(say('change', { before })), text(say('verdict'))]
        : []),
    ],
    rows: units.map((unit): ReportCell[] => {
      const change = earlier.get(unit.code);
      const score = unit.overall?.score ?? null;
      return [
        nameIn(language, unit),
        levelName(unit),
        ...(isShort
          ? []
          : [{ value: score, print: 'score' } as const, { value: unit.rank, print: 'rank' } as const]),
        ...extremeNames(unit),
        ...(hasChanges
          ? [
              change === undefined ? say('missing') : levelName(change.before),
              { value: change?.change.value ?? null, print: 'difference' } as const,
              change === undefined ? say('missing') : say(verdictOf(change)),
            ]
          : []),
      ];
    }),
    notes: [],
    how: say('how', { level: RISE_LEVEL }),
  };
}

const verdictOf = (change: OverallChange): 'up' | 'down' | 'within' =>
  !isSure(change) ? 'within' : change.change.value > 0 ? 'up' : 'down';
