import { RISE_LEVEL } from '../../measure/change/improved-units.ts';
import {
  pooledIndicator,
  testEstimates,
  type PooledIndicator,
} from '../../measure/change/pooled-indicators.ts';
import { formulaOf } from '../../measure/formulas/formulas.ts';
import { lossesOf } from '../../measure/losses/losses.ts';
import { normalise } from '../../measure/normalise.ts';
import { translate, type Language } from '../../model/language.ts';
import { benjaminiHochberg } from '../../model/math/multiple-tests.ts';
import type { UnitResult } from '../../model/measurement.ts';
import { indicatorsOf, type Indicator } from '../../model/method.ts';
import { dimensionIds, unitKinds, type UnitKind } from '../../model/reference.ts';
import { printValue } from '../../wording/indicator-value.ts';
import { countOfUnits, listOf } from '../sentences.ts';
import { printCount, printFixed, printShare } from '../../wording/print-number.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportChapter } from '../report.ts';
import { rankedUnits } from '../ranked-units.ts';
import { labelBefore, yearBefore } from './year-before.ts';
import { findingTexts } from './finding-texts.ts';
import { joiningFinding, tagFindings, type Finding } from './tag-findings.ts';
import { duties, topics } from './topics.ts';

/** Points of score that a change must make to be written. */
const LEAST_POINTS = 1;

const subjectOrder: readonly Finding['topic'][] = [...topics.map(({ id }) => id), 'gaps', 'losses'];

/** What has been achieved and what problems remain, as far as stored results tell: a chapter each, none about nothing. */
export function findingChapters(facts: ReportFacts, language: Language): ReportChapter[] {
  const say = translator(findingTexts, language);
  const kind = pooledKind(facts);
  const units = rankedUnits(facts.measurement, kind);
  const { better, worse } = changedIndicators(facts, language, kind);
  const tags = tagFindings(facts, language);
  const note = say('pooled', {
    level: RISE_LEVEL,
    least: LEAST_POINTS,
    all: countOfUnits(units.length, kind, language),
  });
  const chapter = (id: 'achievements' | 'problems', findings: readonly Finding[]): ReportChapter[] => {
    const subjects = subjectOrder.filter((topic) => findings.some((finding) => finding.topic === topic));
    if (subjects.length === 0) return [];
    return [
      {
        id,
        title: say(id),
        blocks: [{ kind: 'note', text: note }],
        sections: subjects.map((topic) => ({
          id: `${id}-${topic}`,
          title: say(topic),
          blocks: [
            {
              kind: 'list',
              items: findings.filter((finding) => finding.topic === topic).map(({ text }) => text),
            },
          ],
        })),
      },
    ];
  };
  return [
    ...chapter('achievements', [...better, ...tags.good]),
    ...chapter('problems', [
      ...worse,
      ...tags.bad,
      ...joiningFinding(facts, language),
      ...channelGap(facts, language, units),
      ...undoneDuties(facts, language, kind, units),
      ...rangeFindings(facts, language),
      ...lossFindings(facts, language),
    ]),
  ];
}

/** Provincial units hold the records of their key cities; where there are none, cities stand for all. */
const pooledKind = ({ measurement }: ReportFacts): UnitKind =>
  rankedUnits(measurement, 'province').length > 0 ? 'province' : 'city';

const indicatorOf = (facts: ReportFacts, kind: UnitKind, id: string): Indicator | undefined =>
  indicatorsOf(facts.knowledge.methods[kind]).find((indicator) => indicator.id === id);

/** Indicators that changed since the year before by more than sampling explains, for the better and for the worse. */
function changedIndicators(facts: ReportFacts, language: Language, kind: UnitKind) {
  const earlier = yearBefore(facts);
  const now = rankedUnits(facts.measurement, kind);
  const before = earlier === undefined ? [] : rankedUnits(earlier, kind);
  const compared = topics.flatMap(({ id: topic, indicators }) =>
    indicators.flatMap((id) => {
      const indicator = indicatorOf(facts, kind, id);
      const is = indicator && pooledIndicator(now, indicator);
      const was = indicator && pooledIndicator(before, indicator);
      return indicator && is && was ? [{ topic, indicator, is, was, ...testEstimates(is, was) }] : [];
    }),
  );
  const adjusted = benjaminiHochberg(compared.map(({ p }) => p));
  const changed = compared.filter(({ indicator, is, was }, i) => {
    const points = normalise(is.value, indicator.goalposts) - normalise(was.value, indicator.goalposts);
    return (adjusted[i] ?? 1) <= RISE_LEVEL && Math.abs(points) >= LEAST_POINTS;
  });
  const isBetter = ({ indicator, value }: (typeof compared)[number]): boolean =>
    indicator.goalposts[1] > indicator.goalposts[0] === value > 0;
  const finding = (key: 'rose' | 'fell', one: (typeof compared)[number]): Finding => {
    const { numerator, denominator } = formulaOf(one.indicator.formula);
    const print = (value: number): string => printValue(one.indicator.goalposts, value, '');
    return {
      topic: one.topic,
      text: translator(findingTexts, language)(key, {
        name: nameIn(language, one.indicator),
        before: labelBefore(facts),
        year: facts.period.label,
        was: print(one.was.value),
        is: print(one.is.value),
        numerator: translate(numerator, language),
        denominator: translate(denominator, language),
        n: printCount(one.is.numerator),
        of: printCount(one.is.denominator),
      }),
    };
  };
  return {
    better: changed.filter(isBetter).map((one) => finding('rose', one)),
    worse: changed.filter((one) => !isBetter(one)).map((one) => finding('fell', one)),
  };
}

/** Whether people are less content online or in halls. */
function channelGap(facts: ReportFacts, language: Language, units: readonly UnitResult[]): Finding[] {
  const kind = pooledKind(facts);
  const pooled = (id: string): { indicator: Indicator; figure: PooledIndicator } | undefined => {
    const indicator = indicatorOf(facts, kind, id);
    const figure = indicator && pooledIndicator(units, indicator);
    return indicator && figure ? { indicator, figure } : undefined;
  };
  const [online, hall] = [pooled('onlineTopRate'), pooled('hallTopRate')];
  if (online === undefined || hall === undefined) return [];
  const { value, p } = testEstimates(online.figure, hall.figure);
  const difference = printFixed(Math.abs(value) * 100, 2);
  if (p > RISE_LEVEL || Number(difference) === 0) return [];
  const text = translator(findingTexts, language)(value < 0 ? 'onlineBehind' : 'hallBehind', {
    year: facts.period.label,
    online: nameIn(language, online.indicator),
    onlineValue: printShare(online.figure.value, ''),
    onlineOf: printCount(online.figure.denominator),
    hall: nameIn(language, hall.indicator),
    hallValue: printShare(hall.figure.value, ''),
    hallOf: printCount(hall.figure.denominator),
    difference,
  });
  return [{ topic: 'experience', text }];
}

function undoneDuties(
  facts: ReportFacts,
  language: Language,
  kind: UnitKind,
  units: readonly UnitResult[],
): Finding[] {
  return duties.flatMap((id): Finding[] => {
    const indicator = indicatorOf(facts, kind, id);
    const figure = indicator && pooledIndicator(units, indicator);
    if (!indicator || !figure || figure.numerator >= figure.denominator) return [];
    const text = translator(findingTexts, language)('undone', {
      year: facts.period.label,
      name: nameIn(language, indicator),
      value: printShare(figure.value, ''),
      denominator: translate(formulaOf(indicator.formula).denominator, language),
      of: printCount(figure.denominator),
      left: printCount(figure.denominator - figure.numerator),
    });
    return [{ topic: 'loop', text }];
  });
}

/** How far the units of a kind lie apart. */
function rangeFindings(facts: ReportFacts, language: Language): Finding[] {
  const say = translator(findingTexts, language);
  return unitKinds.flatMap((kind): Finding[] => {
    const units = rankedUnits(facts.measurement, kind);
    const rangeOf = (scores: readonly (number | null)[]): number => {
      const figures = scores.filter((score) => score !== null);
      return figures.length < 2 ? 0 : Math.max(...figures) - Math.min(...figures);
    };
    const whole = rangeOf(units.map(({ overall }) => overall?.score ?? null));
    const ranges = dimensionIds
      .map((id) => ({ id, range: rangeOf(units.map(({ dimensions }) => dimensions[id]?.score ?? null)) }))
      .sort((a, b) => b.range - a.range);
    const [widest, narrowest] = [ranges[0], ranges.at(-1)];
    if (Number(printFixed(whole, 2)) === 0 || widest === undefined || narrowest === undefined) return [];
    if (printFixed(widest.range, 2) === printFixed(narrowest.range, 2)) return [];
    const nameOf = (id: string): string => {
      const dimension = facts.knowledge.methods[kind].dimensions.find((one) => one.id === id);
      return dimension === undefined ? id : nameIn(language, dimension);
    };
    const text = say('range', {
      year: facts.period.label,
      kind: say(kind),
      range: printFixed(whole, 2),
      name: nameOf(widest.id),
      most: printFixed(widest.range, 2),
      other: nameOf(narrowest.id),
      least: printFixed(narrowest.range, 2),
    });
    return [{ topic: 'gaps', text }];
  });
}

/** Indicators that are named as losing most. */
const MOST_LOST = 5;

/** Where the units of a kind lose most points on average. */
function lossFindings(facts: ReportFacts, language: Language): Finding[] {
  const say = translator(findingTexts, language);
  return unitKinds.flatMap((kind): Finding[] => {
    const method = facts.knowledge.methods[kind];
    const units = rankedUnits(facts.measurement, kind).filter(({ overall }) => overall !== null);
    const lost = new Map<Indicator, number>();
    for (const unit of units)
      for (const { indicator, points } of lossesOf(method, unit))
        lost.set(indicator, (lost.get(indicator) ?? 0) + points / units.length);
    const falling = [...lost].filter(([, points]) => points > 0).sort(([, a], [, b]) => b - a);
    if (falling.length === 0) return [];
    const list = falling
      .slice(0, MOST_LOST)
      .map(([indicator, points]) =>
        say('lostOne', { name: nameIn(language, indicator), points: printFixed(points, 2) }),
      );
    const all = falling.reduce((sum, [, points]) => sum + points, 0);
    const text = say('lost', {
      year: facts.period.label,
      kind: say(kind),
      all: printFixed(all, 2),
      list: listOf(list, language),
    });
    return [{ topic: 'losses', text }];
  });
}
