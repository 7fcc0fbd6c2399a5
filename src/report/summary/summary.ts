import type { Language } from '../../model/language.ts';
import { bandIds } from '../../model/measurement.ts';
import { dimensionIds, unitKinds, type DimensionId, type UnitKind } from '../../model/reference.ts';
import { printDay } from '../../model/time/time.ts';
import { printScore, printShare, shareOf } from '../../wording/print-number.ts';
import { bandNames } from '../../wording/result-names.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { rankedUnits, scoredUnits } from '../ranked-units.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportChapter } from '../report.ts';
import { countOfUnits, listOf, unitsOfKind, withinSentence, yearNamed } from '../sentences.ts';
import { countAbove, extremesOf } from './extremes.ts';
import { dimensionGrowth, directionOf, overallGrowth, type Growth } from './growth.ts';
import { summaryTexts } from './summary-texts.ts';

/** The data summary (数据摘要): what the results say in sentences, a kind of units after the other. */
export function summaryChapter(facts: ReportFacts, language: Language): ReportChapter {
  const say = translator(summaryTexts, language);
  const kinds = unitKinds.filter((kind) => rankedUnits(facts.measurement, kind).length > 0);
  const sections = [
    ...kinds.map((kind) => ({
      id: `summary-${kind}`,
      title: say(kind),
      items: summarySentences(facts, kind, language),
    })),
    { id: 'summary-register', title: say('register'), items: registerSentences(facts, language) },
  ];
  const alone =
    facts.years.length === 1
      ? [{ kind: 'note', text: say('oneYear', { year: yearNamed(facts.period.label, language) }) } as const]
      : [];
  return {
    id: 'summary',
    title: say('chapter'),
    blocks: [{ kind: 'paragraph', text: say('lead') }, ...alone],
    sections: sections
      .filter(({ items }) => items.length > 0)
      .map(({ id, title, items }) => ({ id, title, blocks: [{ kind: 'list', items }] })),
  };
}

/** What the results of a kind of units say, a sentence a rule; a rule that finds nothing has none. */
export const summarySentences = (facts: ReportFacts, kind: UnitKind, language: Language): string[] =>
  [
    standing(facts, kind, language),
    bands(facts, kind, language),
    growth(facts, kind, language),
    dimensions(facts, kind, language),
    grewMost(facts, kind, language),
  ].flat();

function standing({ measurement, period }: ReportFacts, kind: UnitKind, language: Language): string[] {
  const say = translator(summaryTexts, language);
  const year = yearNamed(period.label, language);
  const scores = scoredUnits(measurement, kind).flatMap(({ overall }) => overall?.score ?? []);
  const mean = measurement.means[kind].overall;
  const found = extremesOf(scores.map((value) => ({ id: '', value })));
  if (mean === null || found === null) return [say('noScore', { year, kind: unitsOfKind(kind, language) })];
  const values = { year, units: countOfUnits(scores.length, kind, language), mean: printScore(mean, '') };
  if (scores.length === 1) return [say('single', values)];
  const above = countAbove(scores, mean);
  const share = printShare(shareOf(above, scores.length), '');
  return [say('mean', values) + (found.areAllEqual ? say('allEqual') : say('aboveMean', { above, share }))];
}

function bands({ measurement }: ReportFacts, kind: UnitKind, language: Language): string[] {
  const say = translator(summaryTexts, language);
  const counts = measurement.bands[kind];
  const all = bandIds.reduce((sum, band) => sum + counts[band], 0);
  const parts = bandIds
    .filter((band) => counts[band] > 0)
    .map((band) =>
      say('bandPart', {
        band: bandNames[band][language],
        n: counts[band],
        share: printShare(shareOf(counts[band], all), ''),
      }),
    );
  return parts.length === 0 ? [] : [say('bands', { bands: parts.join(say('bandComma')) })];
}

function growth({ years, measurement }: ReportFacts, kind: UnitKind, language: Language): string[] {
  const say = translator(summaryTexts, language);
  // The mean of one unit is no mean: the first sentence says so.
  if (years.length < 2 || scoredUnits(measurement, kind).length < 2) return [];
  const found = overallGrowth(years, kind);
  if (found.length === 0) return [say('noEarlier', { kind: unitsOfKind(kind, language) })];
  const part = (one: Growth): string => {
    const printed = printScore(one.before, '');
    const before =
      one.otherUnits === null
        ? printed
        : say('beforeOf', { before: printed, units: countOfUnits(one.otherUnits, kind, language) });
    const key = { [-1]: 'partDown', 0: 'partSame', 1: 'partUp' }[directionOf(one)];
    return say(key, { since: one.since, before, share: printShare(Math.abs(one.share), '') });
  };
  return [say('grown', { parts: found.map(part).join(say('partComma')) })];
}

function dimensions({ measurement, knowledge }: ReportFacts, kind: UnitKind, language: Language): string[] {
  const say = translator(summaryTexts, language);
  if (scoredUnits(measurement, kind).length < 2) return [];
  const name = dimensionNames(knowledge, kind, language);
  const means = dimensionIds.map((id) => ({ id, value: measurement.means[kind][id] }));
  const known = means.flatMap(({ id, value }) => (value === null ? [] : [{ id, value }]));
  const without = means.flatMap(({ id, value }) => (value === null ? [name(id)] : []));
  const missing = without.length === 0 ? [] : [say('without', { names: listOf(without, language) })];
  const found = extremesOf(known);
  if (found === null) return missing;
  const [only] = known;
  if (known.length === 1 && only !== undefined)
    return [say('dimensionOnly', { name: name(only.id), value: printScore(only.value, '') }), ...missing];
  const list = known
    .map(({ id, value }) => say('dimensionPart', { name: name(id), value: printScore(value, '') }))
    .join(say('listComma'));
  const named = (ids: readonly DimensionId[]): string => listOf(ids.map(name), language);
  const sentence = found.areAllEqual
    ? say('dimensionsEqual', { list })
    : say('dimensions', { list, highest: named(found.highest), lowest: named(found.lowest) });
  return [sentence, ...missing];
}

function grewMost(
  { years, measurement, knowledge }: ReportFacts,
  kind: UnitKind,
  language: Language,
): string[] {
  const say = translator(summaryTexts, language);
  if (scoredUnits(measurement, kind).length < 2) return [];
  const name = dimensionNames(knowledge, kind, language);
  const grown = dimensionGrowth(years, kind);
  const found = extremesOf(grown.map(({ id, share }) => ({ id, value: share })));
  const [first] = grown.filter(({ id }) => found?.highest.includes(id));
  if (grown.length < 2 || found === null || first === undefined) return [];
  const { since } = first;
  if (directionOf(first) < 1) return [say('noneGrew', { since })];
  const share = printShare(first.share, '');
  if (found.highest.length > 1)
    return [say('grewMostTied', { since, names: listOf(found.highest.map(name), language), share })];
  const [before, now] = [printScore(first.before, ''), printScore(first.now, '')];
  return [say('grewMost', { since, name: name(first.id), before, now, share })];
}

/** What the register of items says of provincial governments: nothing where it does not hold what a sentence is about. */
export function registerSentences({ origin }: ReportFacts, language: Language): string[] {
  const say = translator(summaryTexts, language);
  const { day, provinces, oneVisitLicences, tiers } = origin.register;
  const sentences: string[] = [];
  if (oneVisitLicences !== null)
    sentences.push(
      say('oneVisit', {
        day: printDay(day),
        units: countOfUnits(provinces, 'province', language),
        share: printShare(oneVisitLicences, ''),
      }),
    );
  if (tiers.units > 0) {
    const units = countOfUnits(tiers.units, 'province', language);
    const key =
      tiers.reachVillages === 0 ? 'noTiers' : tiers.reachVillages === tiers.units ? 'allTiers' : 'someTiers';
    const share = printShare(shareOf(tiers.reachVillages, tiers.units), '');
    sentences.push(
      say(key, { units, n: tiers.reachVillages, share }),
      say('tierItems', {
        near: printShare(shareOf(tiers.near, tiers.items), ''),
        villages: printShare(shareOf(tiers.inVillages, tiers.items), ''),
      }),
    );
  }
  return sentences;
}

/** Names of the first-level indicators as the method of a kind has them, within a sentence. */
const dimensionNames = (
  { methods }: ReportFacts['knowledge'],
  kind: UnitKind,
  language: Language,
): ((id: DimensionId) => string) => {
  const names = new Map(
    methods[kind].dimensions.map((one) => [one.id, withinSentence(nameIn(language, one))]),
  );
  return (id) => names.get(id) ?? id;
};
