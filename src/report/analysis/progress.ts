import { changeParts, type ChangePart } from '../../measure/change/change-parts.ts';
import {
  improvedUnits,
  overallChanges,
  RISE_LEVEL,
  type OverallChange,
} from '../../measure/change/improved-units.ts';
import { differenceOf } from '../../measure/targets/target-intervals.ts';
import type { Language } from '../../model/language.ts';
import type { IndicatorValue, Measurement } from '../../model/measurement.ts';
import type { Indicator } from '../../model/method.ts';
import { unitKinds, type UnitKind } from '../../model/reference.ts';
import { printValue } from '../../wording/indicator-value.ts';
import { listOf } from '../sentences.ts';
import { printDifference, printFixed } from '../../wording/print-number.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportBlock, ReportChapter, ReportTable } from '../report.ts';
import { rankedUnits } from '../ranked-units.ts';
import { areUnpublished } from '../unpublished.ts';
import { labelBefore, yearBefore } from './year-before.ts';
import { progressTexts } from './progress-texts.ts';

/** Third-level indicators that are named of a unit. */
const INDICATORS = 5;

/** Units with much progress since the year before (进步较大地区), by a rule that is printed, each with what made it rise. */
export function progressChapter(facts: ReportFacts, language: Language): ReportChapter {
  const say = translator(progressTexts, language);
  const before = labelBefore(facts);
  const earlier = yearBefore(facts);
  const frame = { id: 'progress', title: say('chapter') };
  const rule: ReportBlock = { kind: 'note', text: say('rule', { before, level: RISE_LEVEL }) };
  if (earlier === undefined) {
    return { ...frame, blocks: [rule, { kind: 'paragraph', text: say('noYear', { before }) }], sections: [] };
  }
  const kinds = unitKinds
    .filter((kind) => rankedUnits(facts.measurement, kind).length > 0)
    .map((kind) => ({ kind, ...progressOf(facts.measurement, earlier, kind) }));
  const improved = kinds.flatMap((one) => one.improved);
  return {
    ...frame,
    blocks: [
      rule,
      ...kinds.flatMap(({ kind, isTested, improved: named }): ReportBlock[] => {
        const values = { kind: say(kind), n: named.length };
        if (!isTested) return [{ kind: 'paragraph', text: say('untested', values) }];
        if (named.length === 0) return [{ kind: 'paragraph', text: say('nobody', values) }];
        const names = listOf(
          named.map(({ now }) => nameIn(language, now)),
          language,
        );
        return [
          { kind: 'paragraph', text: say('named', { ...values, names }) },
          progressTable(facts, language, kind, named),
        ];
      }),
      ...(improved.length === 0 ? [] : [{ kind: 'note', text: say('partsNote') } as const]),
    ],
    sections: improved.map((one) => ({
      id: `progress-${one.now.code}`,
      title: nameIn(language, one.now),
      blocks: riseOf(facts, language, one),
    })),
  };
}

function progressOf(now: Measurement, before: Measurement, kind: UnitKind) {
  const changes = overallChanges(rankedUnits(now, kind), rankedUnits(before, kind));
  return { isTested: changes.length > 0, improved: improvedUnits(changes) };
}

function progressTable(
  facts: ReportFacts,
  language: Language,
  kind: UnitKind,
  improved: readonly OverallChange[],
): ReportTable {
  const say = translator(progressTexts, language);
  const years = [labelBefore(facts), facts.period.label];
  // Where scores of units stand one click further, those of the appendix are enough.
  const isShort = areUnpublished(
    facts,
    years.map((period) => ({ period })),
  );
  const [indexes, ranks] = (['index', 'rank'] as const).map((key) =>
    isShort ? [] : years.map((year) => ({ name: say(key, { year }), numeric: true })),
  );
  return {
    kind: 'table',
    id: `progress-${kind}`,
    number: '',
    title: say('tableTitle', { kind: say(kind) }),
    columns: [
      { name: say('unit'), numeric: false },
      ...(indexes ?? []),
      ...(['change', 'low', 'high'] as const).map((key) => ({ name: say(key), numeric: true })),
      ...(ranks ?? []),
    ],
    rows: improved.map(({ now, before, change }) => [
      nameIn(language, now),
      ...(isShort
        ? []
        : [before, now].map(({ overall }) => ({ value: overall?.score ?? null, print: 'score' as const }))),
      { value: change.value, print: 'difference' },
      { value: change.interval.low, print: 'difference' },
      { value: change.interval.high, print: 'difference' },
      ...(isShort ? [] : [before, now].map(({ rank }) => ({ value: rank, print: 'rank' as const }))),
    ]),
    notes: [],
    how: say('how'),
  };
}

/** What made a unit rise: by dimension, and the indicators that added most. */
function riseOf(
  facts: ReportFacts,
  language: Language,
  { now, before, change }: OverallChange,
): ReportBlock[] {
  const say = translator(progressTexts, language);
  const parts = changeParts(facts.knowledge.methods[now.kind], now, before);
  const dimensions = facts.knowledge.methods[now.kind].dimensions.map((dimension) => ({
    dimension,
    points: parts.reduce((sum, part) => (part.dimension === dimension ? sum + part.points : sum), 0),
  }));
  const risen = parts
    .filter((part) => part.points > 0 && roseSurely(part))
    .sort((a, b) => b.points - a.points)
    .slice(0, INDICATORS);
  return [
    {
      kind: 'paragraph',
      text: say('rose', {
        before: labelBefore(facts),
        points: printFixed(change.value, 2),
        low: printFixed(change.interval.low, 2),
        high: printFixed(change.interval.high, 2),
        parts: listOf(
          dimensions.map(({ dimension, points }) =>
            say('part', { name: nameIn(language, dimension), points: printDifference(points, '') }),
          ),
          language,
        ),
      }),
    },
    ...(risen.length === 0
      ? [{ kind: 'paragraph', text: say('noIndicator') } as const]
      : [
          { kind: 'paragraph', text: say('indicatorsFollow') } as const,
          { kind: 'list', items: risen.map((part) => indicatorLine(say, language, part)) } as const,
        ]),
  ];
}

function indicatorLine(say: Translate, language: Language, part: ChangePart): string {
  const { indicator, group, now, before, points } = part;
  const print = (value: number | null | undefined): string =>
    printValue(indicator.goalposts, value ?? null, '—');
  return say('indicator', {
    name: nameIn(language, indicator),
    group: nameIn(language, group),
    was: print(before?.value.value),
    is: print(now?.value.value),
    points: printFixed(points, 2),
  });
}

/** True of an indicator that came nearer to its better end by more than a new draw could make it. */
function roseSurely({ indicator, now, before }: ChangePart): boolean {
  if (now === null || before === null) return false;
  const [later, earlier] = [now, before].map(({ value }) => drawn(indicator, value));
  if (later === undefined || earlier === undefined) return false;
  const { low, high } = differenceOf(later, earlier);
  const [worst, best] = indicator.goalposts;
  return best > worst ? low > 0 : high < 0;
}

/** A value with its interval for a new draw; the register is counted in full and holds no error. */
function drawn({ basis }: Indicator, { value, redraw, low, high }: IndicatorValue) {
  const score = value ?? 0;
  const interval = redraw ?? { low: low ?? score, high: high ?? score };
  return basis === 'register'
    ? { score, low: score, high: score }
    : { score, low: interval.low, high: interval.high };
}
